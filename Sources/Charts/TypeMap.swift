public import Texts

/// A point on the earth in degrees (WGS 84 or ETRS89).
public struct MapPoint: Hashable, Sendable {
  /// Degrees east.
  public var longitude: Double
  /// Degrees north.
  public var latitude: Double

  /// Creates a point.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// What a map may say about an area.
public enum MapStatus: Hashable, Sendable {
  /// The area is of the type with this letter.
  case type(String)
  /// Nobody in the area answered.
  case noAnswer
  /// People answered, but too few to publish its type.
  case tooFew
}

/// One area of a map.
public struct MapArea: Sendable {
  /// The name, shown when a pointer rests on the area.
  public var name: String
  /// What is said about it.
  public var status: MapStatus
  /// Polygons, each an outer ring followed by its holes.
  public var polygons: [[[MapPoint]]]

  /// Creates an area.
  public init(name: String, status: MapStatus, polygons: [[[MapPoint]]]) {
    self.name = name
    self.status = status
    self.polygons = polygons
  }
}

/// A map of areas by type, with colours, patterns, letters and a legend.
///
/// Areas are drawn in the order given. Coordinates are rounded to a tenth of a unit and written relative to the point
/// before; points that fall on their predecessor are left out, which keeps a map of 355 municipalities under 250 kB. A
/// letter is drawn in every area that has room for one.
public struct TypeMap: Figure {
  /// The title.
  public var title: String
  /// The types in the order of the legend.
  public var types: [TypeLabel]
  /// The areas.
  public var areas: [MapArea]
  /// The makers of the boundaries, printed in the map as their licence asks.
  public var credit: String
  /// Whether the areas alone are drawn, without letters, legend and credit; whoever shows it puts those beside it.
  public var isBare: Bool

  /// Creates a map.
  public init(title: String, types: [TypeLabel], areas: [MapArea], credit: String, isBare: Bool = false) {
    self.title = title
    self.types = types
    self.areas = areas
    self.credit = credit
    self.isBare = isBare
  }

  /// Returns the numbers of the figure in sentences.
  public func description(in language: Language) -> String {
    let words = ChartWords(language)
    let numbers = NumberText(language)
    let areaWord = words.areas
    let parts = counts(words).map { "\($0.label): \(numbers.integer($0.count))" }
    let total = numbers.count(areas.count, one: areaWord.one, many: areaWord.many)
    return "\(words.mapOf), \(total). " + parts.joined(separator: "; ") + "."
  }

  /// Returns every area with what is said about it.
  public func data(in language: Language) -> FigureData {
    let words = ChartWords(language)
    return FigureData(
      columns: [.text(words.areas.one), .text(words.type)],
      rows: areas.map { [$0.name, label($0.status, words)] })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      drawAreas(&canvas)
      if isBare { return }
      let entries = counts(canvas.words).map {
        Canvas.LegendEntry(fill: $0.fill, label: "\($0.label) (\(canvas.numbers.integer($0.count)))")
      }
      canvas.legend(entries, swatch: 26)
      canvas.paragraph(credit, size: 10)
    }
  }
}

// MARK: - Drawing

extension TypeMap {
  private func fill(_ status: MapStatus) -> Fill {
    switch status {
    case .noAnswer: .noAnswer
    case .tooFew: .tooFew
    case .type(let letter): .mark(mark(letter))
    }
  }

  private func mark(_ letter: String) -> Int {
    let position = types.firstIndex { $0.letter == letter } ?? types.count
    return Palette.index(of: letter, position: position)
  }

  /// What the map shows, as its legend has it: every type, and what else is said of areas, if of any.
  func counts(_ words: ChartWords) -> [(status: MapStatus, label: String, fill: Fill, count: Int)] {
    let statuses = types.map { MapStatus.type($0.letter) } + [.tooFew, .noAnswer]
    return statuses.enumerated().compactMap { index, status in
      let count = areas.count { $0.status == status }
      guard index < types.count || count > 0 else { return nil }
      return (status, index < types.count ? types[index].text : label(status, words), fill(status), count)
    }
  }

  private func label(_ status: MapStatus, _ words: ChartWords) -> String {
    switch status {
    case .noAnswer: words.noAnswer
    case .tooFew: words.tooFew
    case .type(let letter): types.first { $0.letter == letter }?.text ?? letter
    }
  }

  private func drawAreas(_ canvas: inout Canvas) {
    let rings = areas.map { $0.polygons.flatMap { $0 } }
    guard let projection = MapProjection(rings.flatMap { $0.flatMap { $0 } }, width: Canvas.width - 8) else { return }
    let top = canvas.y
    let traced = rings.map { $0.map { MapTrace($0, projection, left: 4, top: top + 2) } }
    canvas.markup.element(
      "rect",
      [
        "y": .number(top), "width": .number(Canvas.width), "height": .number(projection.height + 4), "rx": 4,
        "fill": "#eaf1f6",
      ])
    let fills = areas.map { fill($0.status) }
    let words = canvas.words
    let attributes: KeyValuePairs<StaticString, Markup.Value> = [
      "stroke": "#333", "stroke-width": ".5", "stroke-linejoin": "round", "fill-rule": "evenodd",
    ]
    canvas.markup.group("g", attributes) { group in
      group.newline()
      for (index, area) in areas.enumerated() {
        let data = traced[index].map(\.path).joined()
        guard !data.isEmpty else { continue }
        group.group("path", ["fill": .text(fills[index].colour), "d": .text(data)]) { path in
          path.element("title", text: "\(area.name): \(label(area.status, words))")
        }
        group.newline()
      }
    }
    canvas.markup.newline()
    for index in areas.indices { canvas.hatch(traced[index].map(\.path).joined(), fills[index]) }
    canvas.drawPatterns()
    for (index, area) in areas.enumerated() where !isBare {
      guard case .type(let letter) = area.status else { continue }
      guard let largest = traced[index].max(by: { $0.size < $1.size }), let spot = largest.roomyPoint(11) else {
        continue
      }
      canvas.text(letter, x: spot.x, y: spot.y + 3.5, size: 9.5, weight: "bold", anchor: .middle, halo: true)
    }
    canvas.y = top + projection.height + 8
  }
}
