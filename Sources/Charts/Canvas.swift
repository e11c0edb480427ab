import Texts

/// The sheet that a figure is drawn on, from top to bottom.
///
/// It keeps the patterns that were used, the height that was reached, and the ends that every figure shares: title,
/// the words for simulated data, text alternative.
struct Canvas {
  /// The width of every figure in units; on a phone of 360 pixels a unit is a little under one pixel.
  static let width = 400.0
  /// The room for labels at the left of rows.
  static let labelWidth = 156.0
  static let textSize = 13.0
  static let smallSize = 12.0
  static let tickSize = 11.0
  static let lineHeight = 16.0
  static let fonts = "system-ui, 'Segoe UI', 'DejaVu Sans', Verdana, Arial, sans-serif"

  let setting: FigureSetting
  let numbers: NumberText
  let words: ChartWords
  var markup = Markup()
  /// The height that is taken until now.
  var y = 0.0
  /// The fills with a pattern that were used, each with the outlines that wait for it.
  private var patterns = [(fill: Fill, outlines: String)]()

  private init(_ setting: FigureSetting) {
    self.setting = setting
    numbers = NumberText(setting.language)
    words = ChartWords(setting.language)
  }

  /// Draws a figure and returns the whole SVG.
  static func draw(_ figure: some Figure, _ setting: FigureSetting, _ body: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(setting)
    canvas.drawHead(figure.title)
    body(&canvas)
    canvas.drawPatterns()
    return canvas.finished(title: figure.title, description: figure.description(in: setting.language))
  }

  private mutating func drawHead(_ title: String) {
    if setting.showsTitle, !title.isEmpty {
      y += 4
      for line in TextMeasure.lines(title, size: 15, width: Self.width - 30) {
        y += 18
        text(line, x: 0, y: y - 4, size: 15, weight: "bold")
      }
      y += 6
    }
    guard let simulated = setting.simulated, !simulated.isEmpty else { return }
    let lines = TextMeasure.lines(simulated, size: Self.textSize, width: Self.width - 34)
    let height = Double(lines.count) * Self.lineHeight + 8
    markup.element(
      "rect",
      [
        "x": 0.5, "y": .number(y + 0.5), "width": .number(Self.width - 1), "height": .number(height - 1),
        "fill": "#fff4ce",
        "stroke": .text(Palette.ink), "stroke-dasharray": "4 3",
      ])
    for (index, line) in lines.enumerated() {
      text(
        line, x: Self.width / 2, y: y + 4 + Double(index + 1) * Self.lineHeight - 4, weight: "bold", anchor: .middle)
    }
    y += height + 8
  }

  private func finished(title: String, description: String) -> String {
    let id = setting.identifier
    let height = y.rounded(.up) + 4
    var simulated = setting.simulated ?? ""
    if !simulated.isEmpty { simulated = " (\(simulated))" }
    var page = Markup()
    page.group(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "viewBox": "0 0 \(Markup.coordinate(Self.width)) \(Markup.coordinate(height))",
        "width": .number(Self.width * 1.5), "height": .number(height * 1.5), "style": "max-width:100%;height:auto",
        "font-family": .text(Self.fonts), "font-size": .number(Self.textSize), "fill": .text(Palette.ink),
      ]
    ) { svg in
      svg.newline()
      svg.element("title", ["id": "\(id)-title"], text: title + simulated)
      svg.newline()
      svg.element("desc", ["id": "\(id)-desc"], text: description + simulated)
      svg.newline()
      if !patterns.isEmpty {
        svg.group("defs") { defs in patterns.forEach { $0.fill.draw(in: &defs, idPrefix: setting.identifier) } }
        svg.newline()
      }
      svg.element("rect", ["width": "100%", "height": "100%", "fill": .text(Palette.paper)])
      svg.newline()
      svg.append(markup)
      svg.newline()
    }
    page.newline()
    return page.text
  }
}

extension Fill {
  /// Draws the tile of the pattern, if there is one, under the name by which outlines refer to it.
  func draw(in defs: inout Markup, idPrefix: String) {
    guard let patternName, let strokes else { return }
    defs.group(
      "pattern",
      ["id": "\(idPrefix)-\(patternName)", "width": 6, "height": 6, "patternUnits": "userSpaceOnUse"]
    ) { pattern in
      pattern.element(
        "path", ["d": .text(strokes.path), "stroke": .text(strokes.colour), "stroke-width": 1, "fill": "none"])
    }
  }
}

// MARK: - Marks

extension Canvas {
  /// Where a text stands with respect to its point.
  enum Anchor: String { case start, middle, end }

  /// Keeps an outline for the pattern of a fill; ``drawPatterns()`` draws it over the plain colour.
  mutating func hatch(_ outline: String, _ fill: Fill) {
    guard fill.patternName != nil else { return }
    if let index = patterns.firstIndex(where: { $0.fill == fill }) {
      patterns[index].outlines += outline
    } else {
      patterns.append((fill, outline))
    }
  }

  /// Draws the patterns over all outlines kept until now, each in one path.
  ///
  /// Printing turns every shape that is filled with a pattern into a picture of its own: one path instead of a hundred
  /// makes the file of a printed map fifteen times smaller.
  mutating func drawPatterns() {
    for index in patterns.indices where !patterns[index].outlines.isEmpty {
      guard let name = patterns[index].fill.patternName else { continue }
      markup.element(
        "path",
        [
          "fill": "url(#\(setting.identifier)-\(name))", "fill-rule": "evenodd", "pointer-events": "none",
          "d": .text(patterns[index].outlines),
        ])
      markup.newline()
      patterns[index].outlines = ""
    }
  }

  /// Draws one line of text with its baseline at `y`; a centred text is moved until it is on the sheet, and one at the
  /// left edge a little inwards, because a letter such as J reaches to the left of where it starts.
  mutating func text(
    _ content: String, x: Double, y: Double, size: Double = Canvas.textSize, weight: String = "normal",
    anchor: Anchor = .start, colour: String = Palette.ink, halo: Bool = false
  ) {
    let half = TextMeasure.width(content, size: size) / 2
    let x = anchor == .middle ? max(half, min(Self.width - half, x)) : anchor == .start ? max(2, x) : x
    let plain: KeyValuePairs<StaticString, Markup.Value> = [
      "x": .number(x), "y": .number(y), "font-size": .number(size), "font-weight": .text(weight),
      "text-anchor": .text(anchor.rawValue), "fill": .text(colour),
    ]
    // As an attribute, `paint-order` is not valid in HTML; in the style it is.
    let outlined: KeyValuePairs<StaticString, Markup.Value> = [
      "x": .number(x), "y": .number(y), "font-size": .number(size), "font-weight": .text(weight),
      "text-anchor": .text(anchor.rawValue), "fill": .text(colour), "stroke": "#fff", "stroke-width": 3,
      "style": "paint-order:stroke",
    ]
    markup.element("text", halo ? outlined : plain, text: content)
    markup.newline()
  }

  /// Draws a straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String = Palette.line, width: Double = 1,
    dashes: String = "none"
  ) {
    markup.element(
      "line",
      [
        "x1": .number(x1), "y1": .number(y1), "x2": .number(x2), "y2": .number(y2), "stroke": .text(colour),
        "stroke-width": .number(width), "stroke-dasharray": .text(dashes),
      ])
  }

  /// Draws a rectangle with a thin outline; with a title that a pointer shows.
  mutating func bar(x: Double, y: Double, width: Double, height: Double, fill: Fill, title: String? = nil) {
    bar(x: x, y: y, width: width, height: height, paint: .text(fill.colour), title: title)
    let across = Markup.coordinate(max(0, width))
    let down = Markup.coordinate(height)
    hatch("M\(Markup.coordinate(x)) \(Markup.coordinate(y))h\(across)v\(down)h-\(across)z", fill)
  }

  /// Draws a rectangle in a plain colour.
  mutating func bar(x: Double, y: Double, width: Double, height: Double, paint: Markup.Value, title: String? = nil) {
    markup.group(
      "rect",
      [
        "x": .number(x), "y": .number(y), "width": .number(max(0, width)), "height": .number(height), "fill": paint,
        "stroke": .text(Palette.ink), "stroke-width": ".6",
      ]
    ) { rect in
      if let title { rect.element("title", text: title) }
    }
    markup.newline()
  }

  /// Draws a letter in a disc with the colour of its type.
  mutating func disc(_ letter: String, mark: Int, x: Double, y: Double, radius: Double = 7.5, title: String? = nil) {
    let colour = Palette.colour(mark)
    markup.group(
      "circle",
      [
        "cx": .number(x), "cy": .number(y), "r": .number(radius), "fill": .text(colour), "stroke": .text(Palette.ink),
        "stroke-width": ".8",
      ]
    ) { circle in
      if let title { circle.element("title", text: title) }
    }
    text(
      letter, x: x, y: y + radius * 0.5, size: radius * 1.4, weight: "bold", anchor: .middle,
      colour: Palette.letterColour(on: colour))
  }

  /// Draws a text broken to a width with its block centred on `middle`, and returns the number of lines.
  mutating func block(
    _ lines: [String], x: Double, middle: Double, size: Double = Canvas.textSize, anchor: Anchor = .start,
    weight: String = "normal"
  ) {
    let step = size + 2
    var baseline = middle - Double(lines.count - 1) * step / 2 + size * 0.36
    for line in lines {
      text(line, x: x, y: baseline, size: size, weight: weight, anchor: anchor)
      baseline += step
    }
  }

  /// Draws a paragraph over the whole width and moves down.
  mutating func paragraph(
    _ content: String, size: Double = Canvas.smallSize, colour: String = Palette.soft, indent: Double = 0
  ) {
    for line in TextMeasure.lines(content, size: size, width: Self.width - indent) {
      y += size + 3
      text(line, x: indent, y: y - 3, size: size, colour: colour)
    }
  }

  /// One entry of a legend.
  struct LegendEntry {
    var fill: Fill?
    var paint: String?
    var label: String
  }

  /// Draws a legend, as many entries beside each other as fit, and moves down.
  mutating func legend(_ entries: [LegendEntry], swatch: Double = 20) {
    var x = 0.0
    y += 6
    for entry in entries {
      let needed = swatch + 6 + TextMeasure.width(entry.label, size: Self.smallSize) + 14
      if x > 0, x + needed > Self.width + 14 {
        x = 0
        y += 18
      }
      let lines = TextMeasure.lines(entry.label, size: Self.smallSize, width: Self.width - swatch - 6)
      if let fill = entry.fill {
        bar(x: x, y: y, width: swatch, height: 12, fill: fill)
      } else {
        bar(x: x, y: y, width: swatch, height: 12, paint: .text(entry.paint ?? Palette.paper))
      }
      for (index, line) in lines.enumerated() {
        text(line, x: x + swatch + 6, y: y + 10 + Double(index) * 14, size: Self.smallSize)
      }
      y += Double(lines.count - 1) * 14
      x += needed
    }
    y += 18
  }
}
