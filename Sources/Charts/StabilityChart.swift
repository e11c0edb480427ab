public import Texts

/// How often each type comes back when the units are redrawn: its Jaccard similarity, beside the bounds by which it is
/// called doubtful, a pattern, stable or highly stable.
///
/// > Hennig, C. (2007). Cluster-wise assessment of cluster stability. doi:10.1016/j.csda.2006.11.025
public struct StabilityChart: Figure {
  /// One type.
  public struct Row: Sendable {
    /// The type.
    public var type: TypeLabel
    /// Its mean Jaccard similarity, in 0 … 1.
    public var jaccard: Double

    /// Creates a row.
    public init(type: TypeLabel, jaccard: Double) {
      self.type = type
      self.jaccard = jaccard
    }
  }

  /// The bounds between the grades, from low to high: up to the first a type is dissolved, from the last on highly stable.
  public static let bounds = [0.5, 0.6, 0.75, 0.85]

  /// The title.
  public var title: String
  /// The types, from the top.
  public var rows: [Row]

  /// Creates a chart.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// The number of the grade, from 0 for dissolved; exactly one half is dissolved, exactly another bound the grade above.
  static func grade(_ jaccard: Double) -> Int {
    if jaccard <= bounds[0] { return 0 }
    return 1 + bounds.dropFirst().count { jaccard >= $0 }
  }

  private func grade(_ row: Row, _ words: ChartWords) -> String {
    row.jaccard.isFinite ? words.stabilityGrades[Self.grade(row.jaccard)] : NumberText.nothing
  }

  /// Returns the numbers of the figure in sentences.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let sentences = rows.map {
      "\($0.type.text): \(numbers.decimal($0.jaccard, digits: 2)), \(grade($0, words))."
    }
    return (["\(words.jaccardMean.sentence)."] + sentences).joined(separator: " ")
  }

  /// Returns every type with its similarity and grade.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.type), .number("Jaccard"), .text(words.grade)],
      rows: rows.map { [$0.type.text, numbers.decimal($0.jaccard, digits: 2), grade($0, words)] })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let axis = Axis(low: 0, high: 1, from: 8, to: Canvas.width - 16)
      for (position, row) in rows.enumerated() { draw(row, at: position, axis, &canvas) }
      canvas.line(axis.from, canvas.y, axis.to, canvas.y, colour: Palette.soft)
      for tick in [0] + Self.bounds + [1] {
        canvas.text(
          canvas.numbers.decimal(tick, digits: tick == 0 || tick == 1 ? 0 : 2), x: axis(tick), y: canvas.y + 13,
          size: Canvas.tickSize, anchor: .middle, colour: Palette.soft)
      }
      canvas.y += 20
      canvas.paragraph(canvas.words.stabilityScale(Self.bounds.map { canvas.numbers.decimal($0, digits: 2) }))
    }
  }

  private func draw(_ row: Row, at position: Int, _ axis: Axis, _ canvas: inout Canvas) {
    let mark = Palette.index(of: row.type.letter, position: position)
    let text = "\(canvas.numbers.decimal(row.jaccard, digits: 2)) \(grade(row, canvas.words))"
    canvas.typeHead(row.type, mark: mark, note: text)
    let (top, bottom) = (canvas.y - 4, canvas.y + 18)
    if row.jaccard.isFinite {
      canvas.bar(
        x: axis(0), y: canvas.y, width: axis(row.jaccard) - axis(0), height: 14, fill: .mark(mark),
        title: "\(row.type.text): \(text)")
      canvas.drawPatterns()
    }
    for bound in Self.bounds { canvas.rule(axis(bound), from: top, to: bottom, width: 1) }
    canvas.y = bottom
  }
}
