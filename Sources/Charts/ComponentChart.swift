public import Texts

/// The share of the total variance that each principal component holds: a scree plot, lying on its side.
public struct ComponentChart: Figure {
  /// One component.
  public struct Row: Sendable {
    /// What it is called.
    public var label: String
    /// Its share of the total variance, in 0 … 1.
    public var share: Double

    /// Creates a row.
    public init(label: String, share: Double) {
      self.label = label
      self.share = share
    }
  }

  /// The title.
  public var title: String
  /// The components, the one with the largest share first.
  public var rows: [Row]

  /// Creates a chart.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// Returns the numbers of the figure in sentences.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    return rows.map { "\($0.label): \(numbers.percentage($0.share, digits: 1))." }.joined(separator: " ")
  }

  /// Returns every component with its share.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.component), .number(words.shareOfVariance)],
      rows: rows.map { [$0.label, numbers.percentage($0.share, digits: 1)] })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let numbers = canvas.numbers
      let highest = rows.map(\.share).filter(\.isFinite).max() ?? 0
      let left = 12 + (rows.map { TextMeasure.width($0.label, size: Canvas.smallSize) }.max() ?? 0)
      let axis = Axis(
        low: 0, high: Axis.roundedUp(highest), from: min(Canvas.labelWidth, left), to: Canvas.width - 60)
      canvas.y += 4
      canvas.rows(rows.map(\.label), axis: axis, isShare: true) { canvas, row, middle in
        let text = numbers.percentage(rows[row].share, digits: 1)
        let end = axis(rows[row].share)
        canvas.bar(
          x: axis.from, y: middle - 8, width: end - axis.from, height: 16, paint: "#9ecae1", title: text)
        canvas.text(text, x: end + 6, y: middle + 4, size: Canvas.smallSize)
      }
    }
  }
}
