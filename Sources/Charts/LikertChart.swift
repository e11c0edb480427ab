public import Texts

/// How the answers to statements are spread over an ordered scale, as stacked bars.
public struct LikertChart: Figure {
  /// One statement.
  public struct Row: Sendable {
    /// The statement.
    public var label: String
    /// The share of each answer, in the order of the answers; each in 0 … 1.
    public var shares: [Double]

    /// Creates a row.
    public init(label: String, shares: [Double]) {
      self.label = label
      self.shares = shares
    }
  }

  /// The title.
  public var title: String
  /// The answers, lowest first.
  public var answers: [String]
  /// The rows, from the top.
  public var rows: [Row]

  /// Creates a chart.
  ///
  /// - Precondition: Every row has a share for every answer.
  public init(title: String, answers: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.shares.count == answers.count }, "a share for every answer")
    self.title = title
    self.answers = answers
    self.rows = rows
  }

  /// Returns the numbers of the figure in sentences; with many, the answer to each statement that was given most.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let tellsAll = rows.count * answers.count <= Telling.most
    return rows.map { row in
      if !tellsAll, let most = Telling.extremes(row.shares)?.highest {
        let words = ChartWords(language)
        return "\(row.label): \(words.mostGiven) \(answers[most]), \(numbers.percentage(row.shares[most]))."
      }
      return "\(row.label): "
        + zip(answers, row.shares).map { "\($0) \(numbers.percentage($1))" }.joined(separator: ", ")
        + "."
    }.joined(separator: " ")
  }

  /// Returns every statement with the share of each answer.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    return FigureData(
      columns: [.text(ChartWords(language).statement)] + answers.map { .number($0) },
      rows: rows.map { row in [row.label] + row.shares.map { numbers.percentage($0) } })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let shades = Array(Palette.shades(answers.count).reversed())
      canvas.legend(zip(shades, answers).map { Canvas.LegendEntry(paint: $0, label: $1) })
      let axis = Axis(low: 0, high: 1, from: 8, to: Canvas.width - 16)
      for row in rows {
        for line in TextMeasure.lines(row.label, size: Canvas.textSize, width: Canvas.width - 16) {
          canvas.y += 15
          canvas.text(line, x: 8, y: canvas.y - 2)
        }
        draw(row, shades, axis, canvas.y + 12, &canvas)
        canvas.y += 25
      }
      canvas.rows([], axis: axis, isShare: true) { _, _, _ in }
    }
  }

  private func draw(_ row: Row, _ shades: [String], _ axis: Axis, _ middle: Double, _ canvas: inout Canvas) {
    var start = 0.0
    for (index, share) in row.shares.enumerated() where share.isFinite && share > 0 {
      let (from, to) = (axis(start), axis(start + share))
      let text = canvas.numbers.percentage(share)
      canvas.bar(
        x: from, y: middle - 8, width: to - from, height: 16, paint: .text(shades[index]),
        title: "\(answers[index]): \(text)")
      if to - from > TextMeasure.width(text, size: Canvas.tickSize) + 4 {
        canvas.text(
          text, x: (from + to) / 2, y: middle + 4, size: Canvas.tickSize, anchor: .middle,
          colour: Palette.letterColour(on: shades[index]))
      }
      start += share
    }
  }
}
