public import Texts

/// The consequences of doing nothing: for every consequence the risk of each type, with its interval.
public struct RiskChart: Figure {
  /// The risk of one type.
  public struct Dot: Sendable {
    /// The type.
    public var type: TypeLabel
    /// The risk, on the scale of the chart.
    public var risk: Double
    /// The low end of its interval.
    public var low: Double
    /// The high end of its interval.
    public var high: Double

    /// Creates a dot.
    public init(type: TypeLabel, risk: Double, low: Double, high: Double) {
      self.type = type
      self.risk = risk
      self.low = low
      self.high = high
    }
  }

  /// One consequence with the risks of the types.
  public struct Group: Sendable {
    /// The name of the consequence.
    public var label: String
    /// Its risks, from the top.
    public var dots: [Dot]

    /// Creates a group.
    public init(label: String, dots: [Dot]) {
      self.label = label
      self.dots = dots
    }
  }

  /// The title.
  public var title: String
  /// The consequences, from the top.
  public var groups: [Group]
  /// The scale: shares from 0 to 1 print as percentages, anything else as numbers.
  public var scale: ClosedRange<Double>
  /// What the scale measures, printed below it.
  public var scaleLabel: String

  /// Creates a chart.
  public init(title: String, groups: [Group], scale: ClosedRange<Double> = 0...1, scaleLabel: String) {
    self.title = title
    self.groups = groups
    self.scale = scale
    self.scaleLabel = scaleLabel
  }

  private var isShare: Bool { scale == 0...1 }

  /// The decimals of a risk: none on a wide scale.
  private var digits: Int { scale.upperBound - scale.lowerBound >= 20 ? 0 : 1 }

  private func written(_ dot: Dot, _ numbers: NumberText) -> String {
    isShare
      ? "\(numbers.percentage(dot.risk)) (\(numbers.percentageRange(dot.low, dot.high)))"
      : "\(numbers.decimal(dot.risk, digits: digits)) (\(numbers.range(dot.low, dot.high, digits: digits)))"
  }

  /// Returns the numbers of the figure in sentences; with many, the highest and the lowest risk of each consequence.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let tellsAll = groups.reduce(0) { $0 + $1.dots.count } <= Telling.most
    let sentences = groups.map { group in
      if !tellsAll, let ends = Telling.extremes(group.dots.map(\.risk)) {
        let (highest, lowest) = (group.dots[ends.highest], group.dots[ends.lowest])
        return "\(group.label): \(words.highest) \(highest.type.text) \(written(highest, numbers)); "
          + "\(words.lowest) \(lowest.type.text) \(written(lowest, numbers))."
      }
      return "\(group.label): " + group.dots.map { "\($0.type.letter) \(written($0, numbers))" }.joined(separator: "; ")
        + "."
    }
    return "\(scaleLabel.sentence). " + sentences.joined(separator: " ")
  }

  /// Returns every consequence and type with the risk and its interval.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.consequence), .text(words.type), .number(words.riskWithInterval)],
      rows: groups.flatMap { group in group.dots.map { [group.label, $0.type.text, written($0, numbers)] } })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let axis = Axis(low: scale.lowerBound, high: scale.upperBound, from: 24, to: Canvas.width - 122)
      for group in groups {
        for line in TextMeasure.lines(group.label, size: Canvas.textSize, width: Canvas.width) {
          canvas.y += 16
          canvas.text(line, x: 0, y: canvas.y - 2, weight: "bold")
        }
        canvas.y += 4
        canvas.rows([String](repeating: "", count: group.dots.count), axis: axis, isShare: isShare, rowHeight: 22) {
          canvas, index, middle in
          draw(group.dots[index], at: index, axis, middle, &canvas)
        }
        canvas.y += 4
      }
      canvas.paragraph(scaleLabel.sentence)
      var types = [TypeLabel]()
      for dot in groups.flatMap(\.dots) where !types.contains(dot.type) { types.append(dot.type) }
      canvas.paragraph(types.filter { !$0.name.isEmpty }.map { "\($0.letter) \($0.name)" }.joined(separator: "; "))
    }
  }

  private func draw(_ dot: Dot, at index: Int, _ axis: Axis, _ middle: Double, _ canvas: inout Canvas) {
    guard dot.risk.isFinite else { return }
    let mark = Palette.index(of: dot.type.letter, position: index)
    let text = written(dot, canvas.numbers)
    if dot.low.isFinite, dot.high.isFinite {
      canvas.line(axis(dot.low), middle, axis(dot.high), middle, colour: Palette.ink, width: 2)
      canvas.line(axis(dot.low), middle - 4, axis(dot.low), middle + 4, colour: Palette.ink, width: 1.4)
      canvas.line(axis(dot.high), middle - 4, axis(dot.high), middle + 4, colour: Palette.ink, width: 1.4)
    }
    canvas.disc(dot.type.letter, mark: mark, x: axis(dot.risk), y: middle, title: "\(dot.type.text): \(text)")
    canvas.text(text, x: Canvas.width, y: middle + 4, size: Canvas.tickSize, anchor: .end)
  }
}
