public import Texts

/// Rank acceptability: how often each strategy takes each rank, as stacked bars, the first rank darkest.
///
/// > Lahdelma, R. and Salminen, P. (2001). SMAA-2. doi:10.1287/opre.49.3.444.11220
public struct RankChart: Figure {
  /// One strategy (or any other alternative).
  public struct Row: Sendable {
    /// Its name.
    public var label: String
    /// The share of the draws in which it takes the first rank, the second, and so on; each in 0 … 1, their sum at most 1.
    public var shares: [Double]

    /// Creates a row.
    public init(label: String, shares: [Double]) {
      self.label = label
      self.shares = shares
    }
  }

  /// The title.
  public var title: String
  /// The rows, from the top; best first reads best.
  public var rows: [Row]
  /// The number of ranks that are shown apart; later ranks are left white.
  public var ranksShown: Int

  /// Creates a chart.
  public init(title: String, rows: [Row], ranksShown: Int = 3) {
    self.title = title
    self.rows = rows
    self.ranksShown = max(1, ranksShown)
  }

  private var ranks: Int { min(ranksShown, rows.map(\.shares.count).max() ?? 0) }

  private func meaning(_ words: ChartWords) -> String {
    ranks == 1 ? words.shareOfFirstRank : words.shareOfDraws
  }

  /// Returns the numbers of the figure in sentences; with many, how often each row takes the first rank.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let sentences = rows.map { row in
      let told = rows.count * ranks <= Telling.most ? ranks : 1
      let parts = row.shares.prefix(told).enumerated().map { "\(words.rank) \($0 + 1) \(numbers.frequency($1))" }
      return "\(row.label): " + parts.joined(separator: ", ") + "."
    }
    return meaning(words).sentence + ". " + sentences.joined(separator: " ")
  }

  /// Returns every strategy with its share of each rank that is shown.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.strategy)] + (0..<ranks).map { .number("\(words.rank) \($0 + 1)") },
      rows: rows.map { row in
        [row.label] + (0..<ranks).map { $0 < row.shares.count ? numbers.frequency(row.shares[$0]) : NumberText.nothing }
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let shades = Palette.shades(ranks)
      if ranks > 1 {
        canvas.legend(
          shades.enumerated().map { Canvas.LegendEntry(paint: $1, label: "\(canvas.words.rank) \($0 + 1)") })
      }
      let axis = Axis(low: 0, high: 1, from: Canvas.labelWidth, to: Canvas.width - (ranks > 1 ? 14 : 52))
      canvas.rows(rows.map(\.label), axis: axis, isShare: true) { canvas, index, middle in
        draw(rows[index], shades, axis, middle, &canvas)
      }
      canvas.paragraph(meaning(canvas.words).sentence)
    }
  }

  private func draw(_ row: Row, _ shades: [String], _ axis: Axis, _ middle: Double, _ canvas: inout Canvas) {
    var start = 0.0
    for (rank, share) in row.shares.prefix(ranks).enumerated() where share.isFinite && (share > 0 || ranks == 1) {
      let (from, to) = (axis(start), axis(start + share))
      let text = canvas.numbers.frequency(share)
      canvas.bar(
        x: from, y: middle - 8, width: to - from, height: 16, paint: .text(shades[rank]),
        title: "\(row.label), \(canvas.words.rank) \(rank + 1): \(text)")
      if ranks == 1 {
        canvas.text(text, x: to + 5, y: middle + 4, size: Canvas.tickSize)
      } else if to - from > TextMeasure.width(text, size: Canvas.tickSize) + 4 {
        canvas.text(
          text, x: (from + to) / 2, y: middle + 4, size: Canvas.tickSize, anchor: .middle,
          colour: Palette.letterColour(on: shades[rank]))
      }
      start += share
    }
  }
}

extension Canvas {
  /// Draws rows with their labels at the left, a grid and an axis below; `body` draws each row around its middle.
  mutating func rows(
    _ labels: [String], axis: Axis, isShare: Bool, digits: Int? = nil, rowHeight: Double = 24,
    _ body: (inout Canvas, Int, Double) -> Void
  ) {
    let wrapped = labels.map { TextMeasure.lines($0, size: Self.smallSize, width: axis.from - 10) }
    let heights = wrapped.map { max(rowHeight, Double($0.count) * 14 + 8) }
    let bottom = y + heights.reduce(0, +)
    let ticks = axis.ticks(atMost: 5)
    for tick in ticks.values { line(axis(tick), y, axis(tick), bottom, colour: Palette.faint) }
    for (index, lines) in wrapped.enumerated() {
      let middle = y + heights[index] / 2
      block(lines, x: 0, middle: middle, size: Self.smallSize)
      body(&self, index, middle)
      y += heights[index]
    }
    line(axis.from, y, axis.to, y, colour: Palette.soft)
    for tick in ticks.values {
      let label = isShare ? numbers.percentage(tick) : numbers.decimal(tick, digits: digits ?? ticks.digits)
      text(label, x: axis(tick), y: y + 13, size: Canvas.tickSize, anchor: .middle, colour: Palette.soft)
    }
    y += 20
  }
}
