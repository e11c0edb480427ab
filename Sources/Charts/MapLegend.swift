import Texts

// The legend of a map as pieces, for places that set it in their own size beside the map.

extension TypeMap {
  /// What a pattern of the map means.
  public struct LegendEntry: Hashable, Sendable {
    /// The pattern, as a small picture that readers of screens pass over.
    public var swatch: String
    /// What the map says of such an area.
    public var status: MapStatus
    /// The same in words: `A · Voorlopers`.
    public var label: String
    /// The number of areas.
    public var count: Int
  }

  /// Returns the legend: the types in their order, then what else the map says of areas, if of any.
  ///
  /// - Parameter setting: The setting of the map, of which the names of the patterns come.
  /// - Returns: One entry a type, and at most two more.
  public func legend(_ setting: FigureSetting) -> [LegendEntry] {
    counts(ChartWords(setting.language)).map { entry in
      LegendEntry(
        swatch: swatch(entry.fill, "\(setting.identifier)-key"), status: entry.status, label: entry.label,
        count: entry.count)
    }
  }

  private func swatch(_ fill: Fill, _ prefix: String) -> String {
    var page = Markup()
    page.group(
      "svg", ["xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 30 20", "aria-hidden": "true"]
    ) { svg in
      if fill.patternName != nil { svg.group("defs") { fill.draw(in: &$0, idPrefix: prefix) } }
      func box(_ paint: Markup.Value) {
        svg.element(
          "rect",
          ["x": 0.5, "y": 0.5, "width": 29, "height": 19, "fill": paint, "stroke": "#333", "stroke-width": 1])
      }
      box(.text(fill.colour))
      if let name = fill.patternName { box("url(#\(prefix)-\(name))") }
    }
    return page.text
  }
}
