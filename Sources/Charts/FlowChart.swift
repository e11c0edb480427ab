public import Texts

/// Where units of each type went between two waves: bands from the types of the earlier wave, at the left, to those of the
/// later one, at the right, as thick as there are units in them.
///
/// Bands of fewer than ``least`` units are taken together, for each type at the left in one band to a place of its own.
public struct FlowChart: Figure {
  /// Where a band begins or ends.
  public enum Node: Hashable, Sendable {
    /// A type.
    case type(TypeLabel)
    /// Something that is no type, such as units that did not answer.
    case other(String)

    /// What it is called.
    var text: String {
      switch self {
      case .type(let label): label.text
      case .other(let text): text
      }
    }

    fileprivate func fill(_ position: Int) -> Fill {
      switch self {
      case .type(let label): .mark(Palette.index(of: label.letter, position: position))
      case .other: .tooFew
      }
    }

    fileprivate var letter: String? {
      if case .type(let label) = self { return label.letter }
      return nil
    }
  }

  /// The title.
  public var title: String
  /// What the waves are called, the earlier first.
  public var waves: (earlier: String, later: String)
  /// The types of the earlier wave, from the top.
  public var earlier: [Node]
  /// The types of the later wave, from the top.
  public var later: [Node]
  /// The number of units from each of the earlier to each of the later.
  public var counts: [[Int]]
  /// The least number of units that make a band of their own.
  public var least: Int

  /// Creates a chart.
  ///
  /// - Precondition: `counts` has a row for each of the earlier and in it a column for each of the later.
  public init(
    title: String, waves: (earlier: String, later: String), earlier: [Node], later: [Node], counts: [[Int]],
    least: Int = 1
  ) {
    precondition(
      counts.count == earlier.count && counts.allSatisfy { $0.count == later.count }, "a count for each pair")
    self.title = title
    self.waves = waves
    self.earlier = earlier
    self.later = later
    self.counts = counts
    self.least = max(1, least)
  }

  /// What is drawn: the places at the right, with one more for small bands if there are any, and the bands.
  private func merged(_ words: ChartWords) -> (later: [Node], counts: [[Int]]) {
    let kept = counts.map { row in row.map { $0 >= least ? $0 : 0 } }
    let small = counts.map { row in row.reduce(0) { $0 + ($1 < least ? max(0, $1) : 0) } }
    guard small.contains(where: { $0 > 0 }) else { return (later, kept) }
    return (later + [.other(words.smallFlows(least))], zip(kept, small).map { $0 + [$1] })
  }

  private func stayed(_ row: Int, _ drawn: (later: [Node], counts: [[Int]])) -> (of: Int, largest: Int?) {
    let counts = drawn.counts[row]
    let largest = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }
    return (counts.reduce(0, +), largest.flatMap { counts[$0] > 0 ? $0 : nil })
  }

  /// Returns for each type of the earlier wave how many units it had and where most of them went.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let drawn = merged(words)
    let sentences = earlier.indices.compactMap { row -> String? in
      let (all, largest) = stayed(row, drawn)
      guard let largest else { return nil }
      return "\(earlier[row].text), \(numbers.integer(all)): \(words.mostTo) \(drawn.later[largest].text), "
        + "\(numbers.integer(drawn.counts[row][largest]))."
    }
    return (["\(words.flows(waves.earlier, waves.later))."] + sentences).joined(separator: " ")
  }

  /// Returns every type of the earlier wave with the number of units that went to each of the later.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let drawn = merged(words)
    return FigureData(
      columns: [.text("\(waves.earlier) → \(waves.later)")] + drawn.later.map { .number($0.text) }
        + [.number(words.together)],
      rows: earlier.indices.map { row in
        [earlier[row].text]
          + (drawn.counts[row] + [drawn.counts[row].reduce(0, +)]).map { numbers.integer($0) }
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let drawn = merged(canvas.words)
      let total = drawn.counts.reduce(0) { $0 + $1.reduce(0, +) }
      guard total > 0 else { return }
      canvas.text(waves.earlier, x: 0, y: canvas.y + 14, weight: "bold")
      canvas.text(waves.later, x: Canvas.width, y: canvas.y + 14, weight: "bold", anchor: .end)
      canvas.y += 22
      let scale = 280 / Double(total)
      let left = places(earlier, drawn.counts.map { $0.reduce(0, +) }, scale, canvas)
      let right = places(
        drawn.later, drawn.later.indices.map { column in drawn.counts.reduce(0) { $0 + $1[column] } }, scale, canvas)
      drawBands(drawn, left, right, scale, &canvas)
      drawNodes(left, x: Self.leftEdge - Self.nodeWidth, labelX: Self.leftEdge - Self.nodeWidth - 6, .end, &canvas)
      drawNodes(right, x: Self.rightEdge, labelX: Self.rightEdge + Self.nodeWidth + 6, .start, &canvas)
      canvas.y = max(left.last?.bottom ?? 0, right.last?.bottom ?? 0) + 6
    }
  }
}

// MARK: - Drawing

extension FlowChart {
  private static let nodeWidth = 18.0
  private static let labelRoom = 94.0
  private static let leftEdge = 100 + nodeWidth
  private static let rightEdge = Canvas.width - 100 - nodeWidth

  /// Where a node stands, with the lines of its label.
  private struct Place {
    var top: Double
    var height: Double
    var bottom: Double
    var lines: [String]
    var fill: Fill
    var letter: String?
    var text: String
  }

  private func places(_ nodes: [Node], _ sizes: [Int], _ scale: Double, _ canvas: Canvas) -> [Place] {
    var y = canvas.y
    return nodes.enumerated().map { index, node in
      let label = "\(node.text) (\(canvas.numbers.integer(sizes[index])))"
      let lines = TextMeasure.lines(label, size: Canvas.smallSize, width: Self.labelRoom)
      let height = Double(sizes[index]) * scale
      let room = max(height, Double(lines.count) * 14)
      defer { y += room + 8 }
      return Place(
        top: y + (room - height) / 2, height: height, bottom: y + room, lines: lines, fill: node.fill(index),
        letter: node.letter, text: label)
    }
  }

  private func drawNodes(
    _ places: [Place], x: Double, labelX: Double, _ anchor: Canvas.Anchor, _ canvas: inout Canvas
  ) {
    for place in places where place.height > 0 {
      canvas.bar(x: x, y: place.top, width: Self.nodeWidth, height: place.height, fill: place.fill, title: place.text)
    }
    canvas.drawPatterns()
    for place in places where place.height > 0 {
      let middle = place.top + place.height / 2
      if let letter = place.letter, place.height >= 12 {
        canvas.text(
          letter, x: x + Self.nodeWidth / 2, y: middle + 4.5, size: Canvas.smallSize, weight: "bold", anchor: .middle,
          halo: true)
      }
      canvas.block(place.lines, x: labelX, middle: middle, size: Canvas.smallSize, anchor: anchor)
    }
  }

  /// Draws the bands, the thickest first so that none hides a thinner one.
  private func drawBands(
    _ drawn: (later: [Node], counts: [[Int]]), _ left: [Place], _ right: [Place], _ scale: Double,
    _ canvas: inout Canvas
  ) {
    var leaving = left.map(\.top)
    var arriving = right.map(\.top)
    var bands: [(count: Int, from: Int, to: Int, y1: Double, y2: Double)] = []
    for from in left.indices {
      for to in right.indices where drawn.counts[from][to] > 0 {
        let count = drawn.counts[from][to]
        bands.append((count, from, to, leaving[from], arriving[to]))
        leaving[from] += Double(count) * scale
        arriving[to] += Double(count) * scale
      }
    }
    let order = bands.indices.sorted { (-bands[$0].count, $0) < (-bands[$1].count, $1) }
    for index in order {
      let band = bands[index]
      let title =
        "\(earlier[band.from].text) → \(drawn.later[band.to].text): \(canvas.numbers.integer(band.count))"
      canvas.band(
        (Self.leftEdge, band.y1), (Self.rightEdge, band.y2), height: Double(band.count) * scale,
        fill: left[band.from].fill, title: title)
    }
    canvas.drawPatterns()
    for index in order {
      let band = bands[index]
      let height = Double(band.count) * scale
      guard height >= 11 else { continue }
      let size = Canvas.tickSize
      canvas.text(
        canvas.numbers.integer(band.count), x: Self.leftEdge + 5, y: band.y1 + height / 2 + 4, size: size,
        weight: "bold",
        halo: true)
      if let letter = left[band.from].letter {
        canvas.text(
          letter, x: Self.rightEdge - 6, y: band.y2 + height / 2 + 4, size: size, weight: "bold", anchor: .end,
          halo: true)
      }
    }
  }
}

extension Canvas {
  /// Draws a band of one thickness from the left to the right, light enough to be seen through.
  mutating func band(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), height: Double, fill: Fill, title: String
  ) {
    func c(_ value: Double) -> String { Markup.coordinate(value) }
    let middle = (from.x + to.x) / 2
    let outline =
      "M\(c(from.x)) \(c(from.y))C\(c(middle)) \(c(from.y)) \(c(middle)) \(c(to.y)) \(c(to.x)) \(c(to.y))"
      + "v\(c(height))C\(c(middle)) \(c(to.y + height)) \(c(middle)) \(c(from.y + height)) \(c(from.x)) \(c(from.y + height))z"
    markup.group(
      "path",
      [
        "d": .text(outline), "fill": .text(fill.colour), "fill-opacity": ".6", "stroke": .text(Palette.ink),
        "stroke-width": ".6",
      ]
    ) { $0.element("title", text: title) }
    markup.newline()
    hatch(outline, fill)
  }
}
