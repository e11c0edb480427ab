public import Texts

/// How a criterion turns a measured quantity into a value between 0 and 1, with the place of each type on it.
public struct ValueFunctionChart: Figure {
  /// An anchor of the function.
  public struct Anchor: Sendable {
    /// The measured quantity.
    public var x: Double
    /// The value that it gets, in 0 … 1.
    public var value: Double

    /// Creates an anchor.
    public init(x: Double, value: Double) {
      self.x = x
      self.value = value
    }
  }

  /// A type and its measured quantity.
  public struct Mark: Sendable {
    /// The type.
    public var type: TypeLabel
    /// The measured quantity.
    public var x: Double

    /// Creates a mark.
    public init(type: TypeLabel, x: Double) {
      self.type = type
      self.x = x
    }
  }

  /// The title.
  public var title: String
  /// What the quantity is, with its unit.
  public var quantity: String
  /// The anchors, in ascending order of the quantity; between them the function is straight, beyond them level.
  public var anchors: [Anchor]
  /// Where the types are.
  public var marks: [Mark]

  /// Creates a chart.
  public init(title: String, quantity: String, anchors: [Anchor], marks: [Mark] = []) {
    self.title = title
    self.quantity = quantity
    self.anchors = anchors
    self.marks = marks
  }

  /// The value of a quantity: straight between anchors, level beyond them; 0 without anchors.
  func value(_ x: Double) -> Double {
    guard let first = anchors.first, let last = anchors.last else { return 0 }
    if x <= first.x { return first.value }
    for (left, right) in zip(anchors, anchors.dropFirst()) where x <= right.x {
      guard right.x > left.x else { return right.value }
      return left.value + (right.value - left.value) * (x - left.x) / (right.x - left.x)
    }
    return last.value
  }

  private var digits: Int { (anchors.map { $0.x.magnitude }.max() ?? 0) >= 100 ? 0 : 1 }

  /// Returns the numbers of the figure in sentences.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let points = anchors.map {
      "\(numbers.decimal($0.x, digits: digits)): \(words.value) \(numbers.decimal($0.value, digits: 2))"
    }
    let places = marks.map {
      "\(words.type) \($0.type.letter) \(numbers.decimal($0.x, digits: digits)): \(words.value) "
        + numbers.decimal(value($0.x), digits: 2)
    }
    return "\(quantity.sentence). " + (points + places).joined(separator: "; ") + "."
  }

  /// Returns the anchors and the places of the types, each with its value.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    func row(_ label: String, _ x: Double, _ value: Double) -> [String] {
      [label, numbers.decimal(x, digits: digits), numbers.decimal(value, digits: 2)]
    }
    return FigureData(
      columns: [.text(words.point), .number(quantity), .number(words.value)],
      rows: anchors.map { row(words.anchor, $0.x, $0.value) }
        + marks.map { row("\(words.type) \($0.type.text)", $0.x, value($0.x)) })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let all = (anchors.map(\.x) + marks.map(\.x)).filter(\.isFinite)
      guard let low = all.min(), let high = all.max() else { return }
      let air = max((high - low) * 0.05, 1e-9)
      let across = Axis(low: low - air, high: high + air, from: 44, to: Canvas.width - 16)
      let up = Axis(low: 0, high: 1, from: canvas.y + 130, to: canvas.y + 14)
      for tick in [0, 0.25, 0.5, 0.75, 1] {
        canvas.line(across.from, up(tick), across.to, up(tick), colour: Palette.faint)
        canvas.text(
          canvas.numbers.decimal(tick, digits: 2), x: 38, y: up(tick) + 4, size: Canvas.tickSize, anchor: .end,
          colour: Palette.soft)
      }
      let ticks = across.ticks(atMost: 5)
      for tick in ticks.values {
        canvas.line(across(tick), up(0), across(tick), up(0) + 4, colour: Palette.soft)
        canvas.text(
          canvas.numbers.decimal(tick, digits: ticks.digits), x: across(tick), y: up(0) + 20, size: Canvas.tickSize,
          anchor: .middle,
          colour: Palette.soft)
      }
      let corners = [across.low] + anchors.map(\.x) + [across.high]
      for (left, right) in zip(corners, corners.dropFirst()) {
        canvas.line(
          across(left), up(value(left)), across(right), up(value(right)), colour: Palette.colour(0), width: 2.5)
      }
      for (position, mark) in marks.enumerated() where mark.x.isFinite {
        let index = Palette.index(of: mark.type.letter, position: position)
        canvas.disc(mark.type.letter, mark: index, x: across(mark.x), y: up(value(mark.x)), title: mark.type.text)
      }
      canvas.y = up(0) + 26
      canvas.paragraph(quantity.sentence)
    }
  }
}
