public import Texts

/// Why a strategy scores as it does: what each criterion adds to its score.
///
/// One stacked bar a strategy; criteria carry a small letter, a colour and a pattern, and the legend names them.
public struct ContributionChart: Figure {
  /// One strategy.
  public struct Row: Sendable {
    /// Its name.
    public var label: String
    /// What each criterion adds (weight times value), in the order of the criteria; not negative.
    public var contributions: [Double]

    /// Creates a row.
    public init(label: String, contributions: [Double]) {
      self.label = label
      self.contributions = contributions
    }
  }

  /// The title.
  public var title: String
  /// The criteria, in the order of the stack.
  public var criteria: [String]
  /// The strategies, from the top.
  public var rows: [Row]

  /// Creates a chart.
  ///
  /// - Precondition: Every row has a contribution for every criterion.
  public init(title: String, criteria: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.contributions.count == criteria.count }, "a contribution for every criterion")
    self.title = title
    self.criteria = criteria
    self.rows = rows
  }

  private func total(_ row: Row) -> Double {
    row.contributions.reduce(0) { $0 + ($1.isFinite ? max(0, $1) : 0) }
  }

  private func mark(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
  }

  /// Returns the numbers of the figure in sentences; with many, each score and the criterion that adds most to it.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let tellsAll = rows.count * (criteria.count + 1) <= Telling.most
    return rows.map { row in
      let score = "\(row.label): \(words.score) \(numbers.decimal(total(row), digits: 2))"
      if !tellsAll {
        guard total(row) > 0, let most = Telling.extremes(row.contributions)?.highest else { return "\(score)." }
        return "\(score), \(words.mainlyFrom) \(criteria[most]) "
          + "\(numbers.decimal(row.contributions[most], digits: 2))."
      }
      let parts = zip(criteria, row.contributions).filter { $1.isFinite && $1 >= 0.005 }
        .map { "\($0) \(numbers.decimal($1, digits: 2))" }
      return "\(score); " + parts.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  /// Returns every strategy with what each criterion adds, and its score.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.strategy)] + criteria.map { .number($0) } + [.number(words.score)],
      rows: rows.map { row in
        [row.label] + (row.contributions + [total(row)]).map { numbers.decimal($0, digits: 2) }
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let high = Axis.roundedUp(rows.map(total).max() ?? 1)
      let axis = Axis(low: 0, high: high, from: Canvas.labelWidth, to: Canvas.width - 42)
      canvas.rows(rows.map(\.label), axis: axis, isShare: false) { canvas, index, middle in
        draw(rows[index], axis, middle, &canvas)
      }
      canvas.legend(
        criteria.enumerated().map { Canvas.LegendEntry(fill: .mark($0), label: "\(mark($0))  \($1)") }, swatch: 24)
    }
  }

  private func draw(_ row: Row, _ axis: Axis, _ middle: Double, _ canvas: inout Canvas) {
    var start = 0.0
    var marks: [(mark: String, x: Double)] = []
    for (index, value) in row.contributions.enumerated() where value.isFinite && value > 0 {
      let (from, to) = (axis(start), axis(start + value))
      let text = canvas.numbers.decimal(value, digits: 2)
      canvas.bar(
        x: from, y: middle - 8, width: to - from, height: 16, fill: .mark(index), title: "\(criteria[index]): \(text)")
      if to - from >= 12 { marks.append((mark(index), (from + to) / 2)) }
      start += value
    }
    canvas.drawPatterns()
    for (mark, x) in marks {
      canvas.text(
        mark, x: x, y: middle + 4, size: Canvas.smallSize, weight: "bold", anchor: .middle, halo: true)
    }
    canvas.text(
      canvas.numbers.decimal(total(row), digits: 2), x: Canvas.width, y: middle + 4, size: Canvas.smallSize,
      weight: "bold",
      anchor: .end)
  }
}
