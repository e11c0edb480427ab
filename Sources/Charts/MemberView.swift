public import Texts

/// All units on the two directions in which they differ most (the first two principal components), and where the types
/// lie among them.
///
/// No mark is a single unit: the sheet is divided in squares, and a square is shown from a least number of units on. A
/// mark is the larger the more units there are in its square; it has the letter, colour and pattern of the type that most
/// of them belong to, and is filled as far as their share. Types have an ellipse around their mean that would hold half
/// of their members if these were spread normally.
public struct MemberView: Figure {
  /// A square with enough units to be shown.
  public struct Bin: Hashable, Sendable {
    /// The place of its middle on the first direction.
    public var x: Double
    /// The place of its middle on the second direction.
    public var y: Double
    /// The number of units.
    public var count: Int
    /// The position of the type that most of them belong to.
    public var type: Int
    /// The share of that type, in 0 … 1.
    public var share: Double

    /// Creates a square.
    public init(x: Double, y: Double, count: Int, type: Int, share: Double) {
      self.x = x
      self.y = y
      self.count = count
      self.type = type
      self.share = share
    }
  }

  /// A type among the units.
  public struct Cloud: Sendable {
    /// The type.
    public var type: TypeLabel
    /// The mean of its members on both directions; nothing when it may not be told.
    public var centre: (x: Double, y: Double)?
    /// Their variance on the first direction, covariance, and variance on the second; nothing when it may not be told.
    public var spread: (xx: Double, xy: Double, yy: Double)?

    /// Creates a cloud.
    public init(
      type: TypeLabel, centre: (x: Double, y: Double)? = nil, spread: (xx: Double, xy: Double, yy: Double)? = nil
    ) {
      self.type = type
      self.centre = centre
      self.spread = spread
    }
  }

  /// A direction: its share of all differences, and what is high at its far end.
  public struct Direction: Sendable {
    /// The share of the variance, in 0 … 1.
    public var share: Double
    /// The features that are high at the far end, or low when they are named so.
    public var meaning: String

    /// Creates a direction.
    public init(share: Double, meaning: String) {
      self.share = share
      self.meaning = meaning
    }
  }

  /// The title.
  public var title: String
  /// The first direction, from left to right.
  public var across: Direction
  /// The second direction, from bottom to top.
  public var up: Direction
  /// The side of a square.
  public var side: Double
  /// The squares that are shown.
  public var bins: [Bin]
  /// The types.
  public var clouds: [Cloud]

  /// Creates a view.
  public init(title: String, across: Direction, up: Direction, side: Double, bins: [Bin], clouds: [Cloud]) {
    self.title = title
    self.across = across
    self.up = up
    self.side = side
    self.bins = bins
    self.clouds = clouds
  }

  private func label(_ position: Int) -> TypeLabel {
    clouds.indices.contains(position) ? clouds[position].type : TypeLabel(letter: "?", name: "")
  }

  private func axis(_ name: String, _ direction: Direction, _ numbers: NumberText) -> String {
    let meaning = direction.meaning.isEmpty ? "" : ": \(direction.meaning)"
    return "\(name) (\(numbers.percentage(direction.share)))\(meaning)"
  }

  /// Returns the directions, how many units are shown, and where each type lies.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let places = clouds.compactMap { cloud in
      cloud.centre.map {
        "\(cloud.type.text): \(numbers.signed($0.x, digits: 1)); \(numbers.signed($0.y, digits: 1))."
      }
    }
    let shown = "\(words.shownInSquares): \(numbers.integer(bins.reduce(0) { $0 + $1.count }))."
    return
      ([axis(words.toTheRight, across, numbers) + ".", axis(words.upwards, up, numbers) + ".", shown].map(\.sentence)
      + places)
      .joined(separator: " ")
  }

  /// Returns the middle of every type and every square that is shown.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    func place(_ x: Double, _ y: Double) -> [String] {
      [numbers.signed(x, digits: 2), numbers.signed(y, digits: 2)]
    }
    let middles = clouds.compactMap { cloud in
      cloud.centre.map {
        ["\(words.meanOf) \(cloud.type.text)"] + place($0.x, $0.y) + [NumberText.nothing, NumberText.nothing]
      }
    }
    let squares = bins.map { bin in
      ["\(words.squareOf) \(label(bin.type).letter)"] + place(bin.x, bin.y)
        + [numbers.integer(bin.count), numbers.percentage(bin.share)]
    }
    return FigureData(
      columns: [
        .text(words.mark), .number(words.toTheRight), .number(words.upwards), .number(words.number),
        .number(words.shareOfLargest),
      ], rows: middles + squares)
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      canvas.paragraph("↑ \(axis(canvas.words.upwards, up, canvas.numbers).sentence)")
      canvas.y += 4
      draw(&canvas)
      canvas.paragraph("→ \(axis(canvas.words.toTheRight, across, canvas.numbers).sentence)")
      canvas.legend(
        clouds.enumerated().map {
          Canvas.LegendEntry(fill: .mark(Palette.index(of: $1.type.letter, position: $0)), label: $1.type.text)
        }, swatch: 24)
    }
  }
}

// MARK: - Drawing

extension MemberView {
  /// The ends of what is drawn on one direction: all squares, middles and ellipses.
  private func ends(_ place: (Bin) -> Double, _ reach: (Cloud) -> (middle: Double, far: Double)?) -> ClosedRange<
    Double
  >? {
    let squares = bins.map(place).flatMap { [$0 - side / 2, $0 + side / 2] }
    let ellipses = clouds.compactMap(reach).flatMap { [$0.middle - $0.far, $0.middle + $0.far] }
    let all = (squares + ellipses).filter { $0.isFinite && $0.magnitude < 1e9 }
    guard let low = all.min(), let high = all.max(), high > low else { return nil }
    return low...high
  }

  /// How many standard deviations from the mean hold half of a normal cloud: √(2 ln 2).
  private static let half = 1.177410022515475

  private func far(_ variance: Double?) -> Double { (max(0, variance ?? 0)).squareRoot() * Self.half }

  private func draw(_ canvas: inout Canvas) {
    let wide = ends(\.x) { cloud in cloud.centre.map { ($0.x, far(cloud.spread?.xx)) } }
    let tall = ends(\.y) { cloud in cloud.centre.map { ($0.y, far(cloud.spread?.yy)) } }
    guard let wide, let tall else { return }
    let scale = min(
      (Canvas.width - 16) / (wide.upperBound - wide.lowerBound), 420 / (tall.upperBound - tall.lowerBound))
    let width = (wide.upperBound - wide.lowerBound) * scale
    let height = (tall.upperBound - tall.lowerBound) * scale
    let left = (Canvas.width - width) / 2
    let x = Axis(low: wide.lowerBound, high: wide.upperBound, from: left, to: left + width)
    let y = Axis(low: tall.lowerBound, high: tall.upperBound, from: canvas.y + height + 6, to: canvas.y + 6)
    canvas.markup.element(
      "rect",
      [
        "x": .number(left - 6), "y": .number(canvas.y), "width": .number(width + 12), "height": .number(height + 12),
        "fill": "none", "stroke": .text(Palette.line),
      ])
    canvas.line(x(0), canvas.y, x(0), canvas.y + height + 12, colour: Palette.line)
    canvas.line(left - 6, y(0), left + width + 6, y(0), colour: Palette.line)
    drawBins(x, y, scale, &canvas)
    for (position, cloud) in clouds.enumerated() { drawSpread(cloud, at: position, x, y, scale, &canvas) }
    drawLetters(x, y, scale, &canvas)
    for (position, cloud) in clouds.enumerated() {
      guard let centre = cloud.centre, centre.x.isFinite, centre.y.isFinite else { continue }
      canvas.disc(
        cloud.type.letter, mark: Palette.index(of: cloud.type.letter, position: position), x: x(centre.x),
        y: y(centre.y), radius: 9, title: cloud.type.text)
    }
    canvas.y += height + 18
  }

  private var shown: [Bin] { bins.filter { $0.x.isFinite && $0.y.isFinite && $0.count > 0 } }

  /// The side of a mark on the sheet: its area goes with the count, and a letter fits in the smallest.
  private func size(_ bin: Bin, _ scale: Double) -> Double {
    let most = Double(max(1, bins.map(\.count).max() ?? 1))
    return max(min(12, side * scale), side * scale * 0.94 * (Double(bin.count) / most).squareRoot())
  }

  private func drawBins(_ x: Axis, _ y: Axis, _ scale: Double, _ canvas: inout Canvas) {
    for bin in shown {
      let mark = Palette.index(of: label(bin.type).letter, position: bin.type)
      let size = size(bin, scale)
      let (left, top) = (x(bin.x) - size / 2, y(bin.y) - size / 2)
      let filled = size * (bin.share.isFinite ? min(1, max(0, bin.share)) : 0)
      let title =
        "\(label(bin.type).text): \(canvas.numbers.percentage(bin.share)) (n = \(canvas.numbers.integer(bin.count)))"
      canvas.bar(x: left, y: top, width: size, height: size, paint: .text(Palette.paper), title: title)
      canvas.bar(x: left, y: top + size - filled, width: size, height: filled, fill: .mark(mark), title: title)
    }
    canvas.drawPatterns()
  }

  /// Writes the letter of each square, beside the middle of a type that stands on it; the same letter twice is left out.
  private func drawLetters(_ x: Axis, _ y: Axis, _ scale: Double, _ canvas: inout Canvas) {
    let middles = clouds.compactMap { cloud in
      cloud.centre.map { (letter: cloud.type.letter, x: x($0.x), y: y($0.y)) }
    }
    for bin in shown where size(bin, scale) >= 10 {
      let letter = label(bin.type).letter
      var at = (x: x(bin.x), y: y(bin.y))
      if let near = middles.first(where: { ($0.x - at.x).magnitude < 14 && ($0.y - at.y).magnitude < 14 }) {
        if near.letter == letter { continue }
        at.x += near.x > at.x ? -(14 - near.x + at.x) : 14 - at.x + near.x
      }
      canvas.text(
        letter, x: at.x, y: at.y + 4, size: Canvas.tickSize, weight: "bold", anchor: .middle, halo: true)
    }
  }

  private func drawSpread(
    _ cloud: Cloud, at position: Int, _ x: Axis, _ y: Axis, _ scale: Double, _ canvas: inout Canvas
  ) {
    guard let centre = cloud.centre, let spread = cloud.spread, spread.xx > 0,
      [centre.x, centre.y, spread.xx, spread.xy, spread.yy].allSatisfy(\.isFinite)
    else { return }
    // The root of the covariance (Cholesky) turns a circle into the ellipse.
    let first = spread.xx.squareRoot()
    let second = spread.xy / first
    let third = max(0, spread.yy - second * second).squareRoot()
    let size = Self.half * scale
    let outline = Canvas.ellipse((x(centre.x), y(centre.y)), (first * size, -second * size), (0, -third * size))
    let colour = Palette.colour(Palette.index(of: cloud.type.letter, position: position))
    for (colour, width) in [(Palette.paper, 4.6), (Palette.ink, 3.4), (colour, 1.8)] {
      canvas.markup.element(
        "path", ["d": .text(outline), "fill": "none", "stroke": .text(colour), "stroke-width": .number(width)])
    }
    canvas.markup.newline()
  }
}

extension Canvas {
  /// The outline of the ellipse that a circle becomes when its two radii are turned into two arrows.
  ///
  /// Four curves, as near to an ellipse as a tenth of a unit shows.
  static func ellipse(
    _ centre: (x: Double, y: Double), _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> String {
    func point(_ u: Double, _ v: Double) -> String {
      "\(Markup.coordinate(centre.x + u * a.x + v * b.x)) \(Markup.coordinate(centre.y + u * a.y + v * b.y))"
    }
    let k = 0.5522847498
    return "M\(point(1, 0))C\(point(1, k)) \(point(k, 1)) \(point(0, 1))"
      + "C\(point(-k, 1)) \(point(-1, k)) \(point(-1, 0))C\(point(-1, -k)) \(point(-k, -1)) \(point(0, -1))"
      + "C\(point(k, -1)) \(point(1, -k)) \(point(1, 0))z"
  }
}
