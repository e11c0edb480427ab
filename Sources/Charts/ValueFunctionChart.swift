public import Texts

/// How a criterion turns a measured quantity into a value between 0 and 1, with the place of each type on it.
///
/// A criterion may be judged in several ways, one curve each: a small organisation speaks for one strategy and against
/// another. Curves differ in colour, in dashes and by a number; types stand on a line below them.
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

  /// One way to judge the quantity.
  public struct Curve: Sendable {
    /// What it is called: whoever judges so.
    public var label: String
    /// The anchors, in ascending order of the quantity; between them the function is straight, beyond them level.
    public var anchors: [Anchor]

    /// Creates a curve.
    public init(label: String, anchors: [Anchor]) {
      self.label = label
      self.anchors = anchors
    }

    /// The value of a quantity: straight between anchors, level beyond them; 0 without anchors.
    func callAsFunction(_ x: Double) -> Double {
      guard let first = anchors.first, let last = anchors.last else { return 0 }
      if x <= first.x { return first.value }
      for (left, right) in zip(anchors, anchors.dropFirst()) where x <= right.x {
        guard right.x > left.x else { return right.value }
        return left.value + (right.value - left.value) * (x - left.x) / (right.x - left.x)
      }
      return last.value
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
  /// The ways to judge it.
  public var curves: [Curve]
  /// Where the types are.
  public var marks: [Mark]

  /// Creates a chart.
  public init(title: String, quantity: String, curves: [Curve], marks: [Mark] = []) {
    self.title = title
    self.quantity = quantity
    self.curves = curves
    self.marks = marks
  }

  private var amounts: [Double] { curves.flatMap(\.anchors).map(\.x) }

  private var digits: Int {
    let largest = amounts.map(\.magnitude).max() ?? 0
    return largest >= 100 ? 0 : largest >= 10 ? 1 : 2
  }

  /// Returns where each type lies and the value that each curve gives it.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let places = marks.map { mark in
      let values = curves.enumerated().map { "\($0 + 1): \(numbers.decimal($1(mark.x), digits: 2))" }
      return "\(mark.type.text), \(numbers.decimal(mark.x, digits: digits)): "
        + (curves.count == 1 ? String(values[0].dropFirst(3)) : values.joined(separator: ", ")) + "."
    }
    let names = curves.indices.map { name(of: $0) }.joined(separator: "; ")
    return (["\(quantity.sentence).", "\(ChartWords(language).value.sentence): \(names)."] + places)
      .joined(separator: " ")
  }

  private func name(of index: Int) -> String {
    curves.count == 1 ? curves[index].label : "\(index + 1) \(curves[index].label)"
  }

  /// Returns the anchors of every curve and the places of the types, each with the value on every curve.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    func row(_ label: String, _ x: Double) -> [String] {
      [label, numbers.decimal(x, digits: digits)] + curves.map { numbers.decimal($0(x), digits: 2) }
    }
    var bends: [Double] = []
    for amount in amounts.filter(\.isFinite).sorted() where bends.last != amount { bends.append(amount) }
    return FigureData(
      columns: [.text(words.point), .number(quantity)] + curves.map { .number($0.label) },
      rows: marks.map { row("\(words.type) \($0.type.text)", $0.x) } + bends.map { row(words.anchor, $0) })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let all = (amounts + marks.map(\.x)).filter(\.isFinite)
      guard let low = all.min(), let high = all.max() else { return }
      let air = max((high - low) * 0.05, 1e-9)
      let across = Axis(low: low - air, high: high + air, from: 44, to: Canvas.width - 16)
      let up = Axis(low: 0, high: 1, from: canvas.y + 130, to: canvas.y + 14)
      drawGrid(across, up, &canvas)
      for (index, curve) in curves.enumerated() { draw(curve, index, across, up, &canvas) }
      canvas.y = up(0) + 4
      drawMarks(across, up, &canvas)
      let ticks = across.ticks(atMost: 5)
      for tick in ticks.values {
        canvas.line(across(tick), canvas.y, across(tick), canvas.y + 4, colour: Palette.soft)
        canvas.text(
          canvas.numbers.decimal(tick, digits: ticks.digits), x: across(tick), y: canvas.y + 16, size: Canvas.tickSize,
          anchor: .middle, colour: Palette.soft)
      }
      canvas.y += 22
      canvas.paragraph(quantity.sentence)
      drawKey(&canvas)
    }
  }
}

// MARK: - Drawing

extension ValueFunctionChart {
  private static let dashes = ["none", "8 4", "2 3", "10 3 2 3", "5 2", "1 2", "12 6", "6 2 1 2"]
  private static let colours = [0, 5, 4, 7]

  private func style(_ index: Int) -> (colour: String, dashes: String) {
    (Palette.colour(Self.colours[index % Self.colours.count]), Self.dashes[index % Self.dashes.count])
  }

  private func drawGrid(_ across: Axis, _ up: Axis, _ canvas: inout Canvas) {
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(across.from, up(tick), across.to, up(tick), colour: Palette.faint)
      canvas.text(
        canvas.numbers.decimal(tick, digits: 2), x: 38, y: up(tick) + 4, size: Canvas.tickSize, anchor: .end,
        colour: Palette.soft)
    }
  }

  private func draw(_ curve: Curve, _ index: Int, _ across: Axis, _ up: Axis, _ canvas: inout Canvas) {
    guard !curve.anchors.isEmpty else { return }
    let (colour, dashes) = style(index)
    let corners = [across.low] + curve.anchors.map(\.x).filter { $0 > across.low && $0 < across.high } + [across.high]
    let points = corners.map { "\(Markup.coordinate(across($0))) \(Markup.coordinate(up(curve($0))))" }
    canvas.markup.group(
      "path",
      [
        "d": .text("M" + points.joined(separator: "L")), "fill": "none", "stroke": .text(colour), "stroke-width": 2.5,
        "stroke-dasharray": .text(dashes),
      ]
    ) { $0.element("title", text: curve.label) }
    canvas.markup.newline()
    guard curves.count > 1 else { return }
    // The numbers of the curves stand apart, each on its own part of the sheet.
    let place = across.from + (across.to - across.from) * (Double(index) + 0.5) / Double(curves.count)
    let amount = across.low + (across.high - across.low) * (place - across.from) / (across.to - across.from)
    canvas.text(
      "\(index + 1)", x: place, y: up(curve(amount)) + 4, size: Canvas.smallSize, weight: "bold", anchor: .middle,
      colour: colour, halo: true)
  }

  /// Draws the types on a line below the curves; one that would hide another moves a line down.
  private func drawMarks(_ across: Axis, _ up: Axis, _ canvas: inout Canvas) {
    let placed = marks.enumerated().filter { $0.element.x.isFinite }
      .sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }
    var ends: [Double] = []
    for (position, mark) in placed {
      let x = across(mark.x)
      let row = ends.firstIndex { x - $0 >= 16 } ?? ends.count
      if row == ends.count { ends.append(x) } else { ends[row] = x }
      let y = canvas.y + 9 + Double(row) * 17
      canvas.line(x, up(1), x, y - 7, colour: Palette.soft, width: 0.8, dashes: "1 3")
      let values = curves.map { canvas.numbers.decimal($0(mark.x), digits: 2) }.joined(separator: "; ")
      canvas.disc(
        mark.type.letter, mark: Palette.index(of: mark.type.letter, position: position), x: x, y: y,
        title: "\(mark.type.text): \(canvas.numbers.decimal(mark.x, digits: digits)) → \(values)")
    }
    canvas.y += Double(ends.count) * 17 + 2
  }

  private func drawKey(_ canvas: inout Canvas) {
    for index in curves.indices where !curves[index].label.isEmpty {
      canvas.y += 4
      let (colour, dashes) = style(index)
      canvas.line(0, canvas.y + 9, 30, canvas.y + 9, colour: colour, width: 2.5, dashes: dashes)
      canvas.paragraph(name(of: index), colour: Palette.ink, indent: 38)
    }
  }
}
