public import Texts

/// Shares of respondents with their intervals, and beside them the percentage that was published before.
public struct ShareChart: Figure {
  /// One statement or answer.
  public struct Row: Sendable {
    /// What was asked.
    public var label: String
    /// The share, in 0 … 1.
    public var share: Double
    /// The low end of its interval.
    public var low: Double?
    /// The high end of its interval.
    public var high: Double?
    /// The share that was published before, in 0 … 1.
    public var published: Double?
    /// The published share in its own words (`vier op de vijf`), instead of the percentage.
    public var publishedText: String?

    /// Creates a row.
    public init(
      label: String, share: Double, low: Double? = nil, high: Double? = nil, published: Double? = nil,
      publishedText: String? = nil
    ) {
      self.label = label
      self.share = share
      self.low = low
      self.high = high
      self.published = published
      self.publishedText = publishedText
    }
  }

  /// The title.
  public var title: String
  /// The rows, from the top.
  public var rows: [Row]

  /// Creates a chart.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  private func measured(_ row: Row, _ numbers: NumberText) -> String {
    guard let low = row.low, let high = row.high else { return numbers.percentage(row.share) }
    return "\(numbers.percentage(row.share)) (\(numbers.percentageRange(low, high)))"
  }

  private func published(_ row: Row, _ numbers: NumberText) -> String? {
    row.published.map { row.publishedText ?? numbers.percentage($0) }
  }

  /// Returns the numbers of the figure in sentences; with many rows, the highest and the lowest.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    func told(_ row: Row) -> String {
      let before = published(row, numbers).map { ", \(words.published) \($0)" } ?? ""
      return "\(row.label): \(measured(row, numbers))\(before)."
    }
    guard rows.count > Telling.most, let ends = Telling.extremes(rows.map(\.share)) else {
      return rows.map(told).joined(separator: " ")
    }
    return "\(words.rows(rows.count).sentence). \(words.highest.sentence): \(told(rows[ends.highest])) "
      + "\(words.lowest.sentence): \(told(rows[ends.lowest]))"
  }

  /// Returns every row with its share, the interval, and what was published before.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let hasPublished = rows.contains { $0.published != nil }
    return FigureData(
      columns: [.text(words.answer), .number(words.measured)] + (hasPublished ? [.number(words.published)] : []),
      rows: rows.map { row in
        [row.label, measured(row, numbers)] + (hasPublished ? [published(row, numbers) ?? NumberText.nothing] : [])
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      drawKey(&canvas)
      let axis = Axis(low: 0, high: 1, from: 8, to: Canvas.width - 16)
      for row in rows { draw(row, axis, &canvas) }
      canvas.rows([], axis: axis, isShare: true) { _, _, _ in }
    }
  }

  private func drawKey(_ canvas: inout Canvas) {
    canvas.y += 4
    canvas.bar(x: 0, y: canvas.y, width: 26, height: 12, paint: .text(Self.barColour))
    canvas.line(14, canvas.y + 6, 34, canvas.y + 6, colour: Palette.ink, width: 2)
    canvas.text(canvas.words.measured, x: 42, y: canvas.y + 10, size: Canvas.smallSize)
    if rows.contains(where: { $0.published != nil }) {
      canvas.diamond(x: 268, y: canvas.y + 6)
      canvas.text(canvas.words.published, x: 280, y: canvas.y + 10, size: Canvas.smallSize)
    }
    canvas.y += 22
  }

  private static let barColour = "#9ecae1"

  private func draw(_ row: Row, _ axis: Axis, _ canvas: inout Canvas) {
    let words = measured(row, canvas.numbers)
    let room = Canvas.width - TextMeasure.width(words, size: Canvas.smallSize) - 14
    for line in TextMeasure.lines(row.label, size: Canvas.textSize, width: room) {
      canvas.y += 15
      canvas.text(line, x: 8, y: canvas.y - 2)
    }
    canvas.text(words, x: Canvas.width - 2, y: canvas.y - 2, size: Canvas.smallSize, anchor: .end)
    let top = canvas.y + 3
    for tick in [0, 0.2, 0.4, 0.6, 0.8, 1] { canvas.line(axis(tick), top, axis(tick), top + 20, colour: Palette.faint) }
    canvas.bar(
      x: axis(0), y: top + 3, width: axis(row.share) - axis(0), height: 14, paint: .text(Self.barColour), title: words)
    if let low = row.low, let high = row.high, low.isFinite, high.isFinite {
      canvas.line(axis(low), top + 10, axis(high), top + 10, colour: Palette.ink, width: 2)
    }
    if let before = row.published, before.isFinite {
      canvas.diamond(x: axis(before), y: top + 10)
      drawPublished(row, after: axis(max(before, row.high ?? row.share)) + 10, axis, top + 14, &canvas)
    }
    canvas.y = top + 24
  }
}

extension ShareChart {
  /// Writes the published figure right of the marks, or inside the bar when there is no room.
  private func drawPublished(_ row: Row, after x: Double, _ axis: Axis, _ y: Double, _ canvas: inout Canvas) {
    guard let words = published(row, canvas.numbers) else { return }
    let text = "\(canvas.words.published): \(words)"
    let fits = x + TextMeasure.width(text, size: Canvas.tickSize) <= Canvas.width
    canvas.text(text, x: fits ? x : axis(0) + 6, y: y, size: Canvas.tickSize)
  }
}

extension Canvas {
  /// Draws the mark of a figure that was published before.
  mutating func diamond(x: Double, y: Double) {
    markup.element(
      "path",
      [
        "d": "M\(Markup.coordinate(x)) \(Markup.coordinate(y - 7))l5.5 7-5.5 7-5.5-7z",
        "fill": .text(Palette.colour(5)),
        "stroke": .text(Palette.ink),
      ])
    markup.newline()
  }
}
