public import Texts

/// What speaks for each number of types: silhouette, gap statistic, stability and prediction strength, with the chosen
/// number marked.
public struct EvidenceChart: Figure {
  /// The evidence for one number of types; what was not computed is nothing.
  public struct Row: Sendable {
    /// The number of types.
    public var k: Int
    /// The mean silhouette width, in −1 … 1.
    public var silhouette: Double?
    /// The gap statistic.
    public var gap: Double?
    /// Its standard error, for the bars.
    public var gapStandardError: Double?
    /// The lowest Jaccard stability among the types, in 0 … 1.
    public var jaccardMinimum: Double?
    /// The prediction strength, in 0 … 1.
    public var predictionStrength: Double?

    /// Creates a row.
    public init(
      k: Int, silhouette: Double? = nil, gap: Double? = nil, gapStandardError: Double? = nil,
      jaccardMinimum: Double? = nil, predictionStrength: Double? = nil
    ) {
      self.k = k
      self.silhouette = silhouette
      self.gap = gap
      self.gapStandardError = gapStandardError
      self.jaccardMinimum = jaccardMinimum
      self.predictionStrength = predictionStrength
    }
  }

  /// The title.
  public var title: String
  /// The rows, by number of types.
  public var rows: [Row]
  /// The chosen number of types.
  public var chosen: Int

  /// Creates a chart.
  public init(title: String, rows: [Row], chosen: Int) {
    self.title = title
    self.rows = rows
    self.chosen = chosen
  }

  private struct Panel {
    var name: String
    var values: [Double?]
    var errors: [Double?]
    var digits = 2
  }

  private func panels(_ words: ChartWords) -> [Panel] {
    let none = [Double?](repeating: nil, count: rows.count)
    return [
      Panel(name: words.silhouette, values: rows.map(\.silhouette), errors: none),
      Panel(name: words.gap, values: rows.map(\.gap), errors: rows.map(\.gapStandardError)),
      Panel(name: words.jaccard, values: rows.map(\.jaccardMinimum), errors: none),
      Panel(name: words.predictionStrength, values: rows.map(\.predictionStrength), errors: none),
    ].filter { $0.values.contains { $0?.isFinite == true } }
  }

  /// Returns the numbers of the figure in sentences; with many, the chosen number of types and the best of each measure.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let tellsAll = panels(words).reduce(0) { $0 + $1.values.count { $0 != nil } } <= Telling.most
    let sentences = panels(words).map { panel in
      let values = panel.values.map { $0 ?? .nan }
      if !tellsAll, let best = Telling.extremes(values)?.highest {
        let ofChosen = rows.firstIndex { $0.k == chosen }.map {
          "; \(words.chosen) \(chosen): \(numbers.decimal(values[$0], digits: panel.digits))"
        }
        return "\(panel.name.sentence): \(words.highest) \(rows[best].k): "
          + "\(numbers.decimal(values[best], digits: panel.digits))\(ofChosen ?? "")."
      }
      let parts = zip(rows, panel.values).compactMap { row, value in
        value.map { "\(row.k): \(numbers.decimal($0, digits: panel.digits))" }
      }
      return "\(panel.name.sentence): " + parts.joined(separator: "; ") + "."
    }
    return (["\(words.numberOfTypes.sentence), \(words.chosen): \(chosen)."] + sentences).joined(separator: " ")
  }

  /// Returns every number of types with its evidence; an en dash for what was not computed.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let shown = panels(words)
    return FigureData(
      columns: [.number(words.numberOfTypes)] + shown.map { .number($0.name) },
      rows: rows.indices.map { index in
        [rows[index].k == chosen ? "\(rows[index].k) (\(words.chosen))" : "\(rows[index].k)"]
          + shown.map { panel in
            let value = numbers.decimal(panel.values[index] ?? .nan, digits: 3)
            guard let error = panel.errors[index], error.isFinite else { return value }
            return "\(value) ± \(numbers.decimal(error, digits: 3))"
          }
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let low = Double(rows.map(\.k).min() ?? 0)
      let high = Double(rows.map(\.k).max() ?? 1)
      let across = Axis(low: low, high: max(high, low + 1), from: 56, to: Canvas.width - 24)
      let top = canvas.y
      for panel in panels(canvas.words) { draw(panel, across, &canvas) }
      for row in rows {
        canvas.text(
          String(row.k), x: across(Double(row.k)), y: canvas.y + 14, weight: row.k == chosen ? "bold" : "normal",
          anchor: .middle)
      }
      canvas.y += 18
      let x = across(Double(chosen))
      canvas.markup.element(
        "rect",
        [
          "x": .number(x - 13), "y": .number(top), "width": 26, "height": .number(canvas.y - top + 2), "rx": 4,
          "fill": "none", "stroke": .text(Palette.ink), "stroke-dasharray": "4 3",
        ])
      canvas.text(canvas.words.chosen, x: x, y: canvas.y + 15, size: Canvas.smallSize, weight: "bold", anchor: .middle)
      canvas.text(canvas.words.numberOfTypes, x: 0, y: canvas.y + 15, size: Canvas.smallSize, colour: Palette.soft)
      canvas.y += 18
    }
  }

  private func draw(_ panel: Panel, _ across: Axis, _ canvas: inout Canvas) {
    canvas.y += 16
    canvas.text(panel.name, x: 0, y: canvas.y - 3, size: Canvas.smallSize, weight: "bold", halo: true)
    let finite = zip(panel.values, panel.errors).compactMap { value, error in
      value.map { (low: $0 - (error ?? 0), high: $0 + (error ?? 0)) }
    }.filter { $0.low.isFinite && $0.high.isFinite }
    let low = finite.map(\.low).min() ?? 0
    let high = finite.map(\.high).max() ?? 1
    let air = max((high - low) * 0.12, 1e-6)
    let up = Axis(low: low - air, high: high + air, from: canvas.y + 84, to: canvas.y + 6)
    let ticks = up.ticks(atMost: 5)
    for tick in ticks.values {
      canvas.line(46, up(tick), Canvas.width - 8, up(tick), colour: Palette.faint)
      canvas.text(
        canvas.numbers.decimal(tick, digits: ticks.digits), x: 42, y: up(tick) + 4, size: Canvas.tickSize, anchor: .end,
        colour: Palette.soft)
    }
    var last: (x: Double, y: Double)?
    for (row, value) in zip(rows, panel.values) {
      guard let value, value.isFinite else { continue }
      let here = (x: across(Double(row.k)), y: up(value))
      if let last { canvas.line(last.x, last.y, here.x, here.y, colour: Palette.soft, width: 1.2) }
      last = here
    }
    for (index, row) in rows.enumerated() {
      guard let value = panel.values[index], value.isFinite else { continue }
      let x = across(Double(row.k))
      if let error = panel.errors[index], error.isFinite {
        canvas.line(x, up(value - error), x, up(value + error), colour: Palette.ink, width: 1.2)
        canvas.line(x - 4, up(value - error), x + 4, up(value - error), colour: Palette.ink, width: 1.2)
        canvas.line(x - 4, up(value + error), x + 4, up(value + error), colour: Palette.ink, width: 1.2)
      }
      canvas.dot(
        x: x, y: up(value), radius: row.k == chosen ? 5 : 3.5,
        colour: row.k == chosen ? Palette.colour(5) : Palette.ink,
        title: "\(row.k): \(canvas.numbers.decimal(value, digits: panel.digits))")
    }
    canvas.y += 94
  }
}

extension Canvas {
  /// Draws a small disc without a letter.
  mutating func dot(x: Double, y: Double, radius: Double, colour: String, title: String) {
    markup.group(
      "circle",
      [
        "cx": .number(x), "cy": .number(y), "r": .number(radius), "fill": .text(colour), "stroke": .text(Palette.ink),
        "stroke-width": ".8",
      ]
    ) { $0.element("title", text: title) }
    markup.newline()
  }
}
