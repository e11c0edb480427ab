public import Texts

/// How well units sit in their types: the silhouettes of each type, sorted, as a row of bars.
///
/// A silhouette near 1 means that a unit is much nearer to its own type than to any other; below 0 it is nearer to another.
/// No bar is a single unit: each is the mean of several, see ``slices(of:least:)``.
///
/// > Rousseeuw, P. J. (1987). Silhouettes. doi:10.1016/0377-0427(87)90125-7
public struct SilhouetteChart: Figure {
  /// Some units of a type that come after each other when it is sorted.
  public struct Slice: Hashable, Sendable {
    /// Their mean silhouette, in −1 … 1.
    public var mean: Double
    /// How many they are.
    public var count: Int

    /// Creates a slice.
    public init(mean: Double, count: Int) {
      self.mean = mean
      self.count = count
    }
  }

  /// One type.
  public struct Panel: Sendable {
    /// The type.
    public var type: TypeLabel
    /// Its slices, the highest first.
    public var slices: [Slice]

    /// Creates a panel.
    public init(type: TypeLabel, slices: [Slice]) {
      self.type = type
      self.slices = slices
    }
  }

  /// The title.
  public var title: String
  /// The types, from the top.
  public var panels: [Panel]

  /// Creates a chart.
  public init(title: String, panels: [Panel]) {
    self.title = title
    self.panels = panels
  }

  /// Sorts silhouettes from high to low and averages them in as many slices as hold at least `least` of them each.
  ///
  /// Sizes of slices differ by one at most, the larger ones first. Values that are not finite are left out; fewer than
  /// `least` values give no slice at all.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func slices(of values: [Double], least: Int) -> [Slice] {
    let sorted = values.filter(\.isFinite).sorted(by: >)
    let groups = sorted.count / max(1, least)
    guard groups > 0 else { return [] }
    let (size, rest) = sorted.count.quotientAndRemainder(dividingBy: groups)
    var start = 0
    return (0..<groups).map { group in
      let count = size + (group < rest ? 1 : 0)
      defer { start += count }
      return Slice(mean: sorted[start..<start + count].reduce(0, +) / Double(count), count: count)
    }
  }

  private func count(_ slices: [Slice]) -> Int { slices.reduce(0) { $0 + max(0, $1.count) } }

  private func mean(_ slices: [Slice]) -> Double {
    let known = slices.filter { $0.mean.isFinite && $0.count > 0 }
    let all = count(known)
    return all == 0 ? .nan : known.reduce(0) { $0 + $1.mean * Double($1.count) } / Double(all)
  }

  /// Returns the mean of each type and of all, and the lowest part of each.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let sentences = panels.map { panel in
      let lowest = panel.slices.map(\.mean).filter(\.isFinite).min()
      let part = lowest.map { ", \(words.lowestPart) \(numbers.decimal($0, digits: 2))" } ?? ""
      return "\(panel.type.text): \(numbers.decimal(mean(panel.slices), digits: 2))\(part)."
    }
    let all = "\(words.meanOfAll.sentence): \(numbers.decimal(mean(panels.flatMap(\.slices)), digits: 2))."
    return (["\(words.silhouette.sentence)."] + sentences + [all]).joined(separator: " ")
  }

  /// Returns the bars, and of each type the mean.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.type), .text(words.part), .number(words.number), .number(words.silhouette)],
      rows: panels.flatMap { panel in
        panel.slices.enumerated().map { index, slice in
          [
            panel.type.text, "\(index + 1)", numbers.integer(slice.count), numbers.decimal(slice.mean, digits: 2),
          ]
        } + [
          [
            panel.type.text, words.whole, numbers.integer(count(panel.slices)),
            numbers.decimal(mean(panel.slices), digits: 2),
          ]
        ]
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let means = panels.flatMap(\.slices).map(\.mean).filter(\.isFinite)
      let axis = Axis(
        low: -Axis.roundedUp(max(0.1, -(means.min() ?? 0))), high: max(0.2, Axis.roundedUp(means.max() ?? 1)), from: 8,
        to: Canvas.width - 16)
      let units = max(1, count(panels.flatMap(\.slices)))
      let height = min(6, max(0.8, 330 / Double(units)))
      let overall = mean(panels.flatMap(\.slices))
      for (position, panel) in panels.enumerated() {
        draw(panel, at: position, axis, height, overall, &canvas)
      }
      canvas.rows([], axis: axis, isShare: false) { _, _, _ in }
      canvas.paragraph(
        "\(canvas.words.silhouetteMarks) \(canvas.numbers.decimal(overall, digits: 2)).".sentence)
    }
  }

  private func draw(
    _ panel: Panel, at position: Int, _ axis: Axis, _ height: Double, _ overall: Double, _ canvas: inout Canvas
  ) {
    let mean = mean(panel.slices)
    let mark = Palette.index(of: panel.type.letter, position: position)
    canvas.typeHead(panel.type, mark: mark, note: canvas.numbers.decimal(mean, digits: 2))
    let bottom = canvas.y + height * Double(count(panel.slices))
    for tick in axis.ticks(atMost: 5).values {
      canvas.line(axis(tick), canvas.y, axis(tick), bottom, colour: tick.magnitude < 1e-9 ? Palette.ink : Palette.faint)
    }
    let top = canvas.y
    for slice in panel.slices {
      let tall = height * Double(max(0, slice.count))
      if slice.mean.isFinite {
        let (start, end) = (axis(min(0, slice.mean)), axis(max(0, slice.mean)))
        canvas.bar(
          x: start, y: canvas.y, width: end - start, height: tall, fill: .mark(mark),
          title: "\(panel.type.text): \(canvas.numbers.decimal(slice.mean, digits: 2)) (n = \(slice.count))")
      }
      canvas.y += tall
    }
    canvas.drawPatterns()
    for (value, width, dashes) in [(overall, 1.4, "5 3"), (mean, 2, "none")] where value.isFinite {
      canvas.rule(axis(value), from: top - 3, to: canvas.y + 3, width: width, dashes: dashes)
    }
    canvas.y += 8
  }
}

extension Canvas {
  /// Draws an upright line that is seen on paper and on marks of any colour.
  mutating func rule(_ x: Double, from top: Double, to bottom: Double, width: Double, dashes: String = "none") {
    line(x, top, x, bottom, colour: Palette.paper, width: width + 2)
    line(x, top, x, bottom, colour: Palette.ink, width: width, dashes: dashes)
  }

  /// Writes the letter and name of a type over the width, with a number at the right, and moves down.
  mutating func typeHead(_ type: TypeLabel, mark: Int, note: String = "") {
    let room = Self.width - 24 - TextMeasure.width(note, size: Self.textSize) - 12
    disc(type.letter, mark: mark, x: 9, y: y + 11)
    text(note, x: Self.width - 4, y: y + 15, weight: "bold", anchor: .end)
    for line in TextMeasure.lines(type.name, size: Self.textSize, width: room * 0.94) {
      text(line, x: 22, y: y + 15, weight: "bold")
      y += Self.lineHeight
    }
    y += 8
  }
}
