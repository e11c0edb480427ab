public import Texts

/// The profile of one or more types: for every feature a bar from the mean of all units to the mean of the type.
///
/// Values are in standard deviations of the feature over all units; a bar to the right is above the average unit. One
/// panel a type, all on the same scale; labels are wrapped, never cut.
public struct TypeProfile: Figure {
  /// One type and its means.
  public struct Panel: Sendable {
    /// The type.
    public var type: TypeLabel
    /// The standardised mean of each feature, in the order of the features; what is not finite is left blank.
    public var means: [Double]

    /// Creates a panel.
    public init(type: TypeLabel, means: [Double]) {
      self.type = type
      self.means = means
    }
  }

  /// The title.
  public var title: String
  /// The names of the features, from the top.
  public var features: [String]
  /// The panels, from the top.
  public var panels: [Panel]

  /// Creates a profile.
  ///
  /// - Precondition: Every panel has a mean for every feature.
  public init(title: String, features: [String], panels: [Panel]) {
    precondition(panels.allSatisfy { $0.means.count == features.count }, "a mean for every feature")
    self.title = title
    self.features = features
    self.panels = panels
  }

  /// Returns the numbers of the figure in sentences; with many, those that stand out most, three to each side.
  public func description(in language: Language) -> String {
    let numbers = NumberText(language)
    let words = ChartWords(language)
    let tellsAll = panels.count * features.count <= Telling.most
    let sentences = panels.map { panel in
      guard tellsAll else { return "\(panel.type.text): \(standingOut(panel, words, numbers))." }
      let parts = zip(features, panel.means).map { "\($0) \(numbers.signed($1, digits: 1))" }
      return "\(panel.type.text): " + parts.joined(separator: "; ") + "."
    }
    return words.standardDeviations.sentence + ". " + sentences.joined(separator: " ")
  }

  private func standingOut(_ panel: Panel, _ words: ChartWords, _ numbers: NumberText) -> String {
    let told = panel.means.indices.filter { panel.means[$0].magnitude >= 0.05 && panel.means[$0].isFinite }
      .sorted { (-panel.means[$0].magnitude, $0) < (-panel.means[$1].magnitude, $1) }
    func side(_ name: String, _ isAbove: Bool) -> String? {
      let parts = told.filter { (panel.means[$0] > 0) == isAbove }.prefix(3)
        .map { "\(features[$0]) \(numbers.signed(panel.means[$0], digits: 1))" }
      return parts.isEmpty ? nil : "\(name): " + parts.joined(separator: "; ")
    }
    return [side(words.aboveAverage, true), side(words.belowAverage, false)].compactMap { $0 }.joined(separator: "; ")
  }

  /// Returns every feature with the mean of each type.
  public func data(in language: Language) -> FigureData {
    let numbers = NumberText(language)
    return FigureData(
      columns: [.text(ChartWords(language).feature)] + panels.map { .number($0.type.text) },
      rows: features.enumerated().map { index, feature in
        [feature] + panels.map { numbers.signed($0.means[index], digits: 2) }
      })
  }

  /// Returns the figure as SVG.
  public func svg(_ setting: FigureSetting) -> String {
    Canvas.draw(self, setting) { canvas in
      let reach = max(1, Axis.roundedUp(panels.flatMap(\.means).filter(\.isFinite).map(\.magnitude).max() ?? 1))
      let axis = Axis(low: -reach, high: reach, from: Canvas.labelWidth, to: Canvas.width - 14)
      for (position, panel) in panels.enumerated() {
        draw(panel, at: position, axis, &canvas)
      }
      canvas.text(
        "← \(canvas.words.belowAverage)", x: axis(0) - 8, y: canvas.y + 12, size: Canvas.smallSize, anchor: .end,
        colour: Palette.soft
      )
      canvas.text(
        "\(canvas.words.aboveAverage) →", x: axis(0) + 8, y: canvas.y + 12, size: Canvas.smallSize, colour: Palette.soft
      )
      canvas.y += 18
      canvas.paragraph(canvas.words.standardDeviations.sentence)
    }
  }

  private func draw(_ panel: Panel, at position: Int, _ axis: Axis, _ canvas: inout Canvas) {
    let mark = Palette.index(of: panel.type.letter, position: position)
    if panels.count > 1 {
      canvas.typeHead(panel.type, mark: mark)
    }
    let wrapped = features.map { TextMeasure.lines($0, size: Canvas.smallSize, width: Canvas.labelWidth - 8) }
    let heights = wrapped.map { max(20, Double($0.count) * 14 + 6) }
    let bottom = canvas.y + heights.reduce(0, +)
    let ticks = axis.ticks(atMost: 6)
    for tick in ticks.values {
      canvas.line(axis(tick), canvas.y, axis(tick), bottom, colour: tick.magnitude < 1e-9 ? Palette.ink : Palette.faint)
    }
    for (index, lines) in wrapped.enumerated() {
      let middle = canvas.y + heights[index] / 2
      canvas.block(lines, x: 0, middle: middle, size: Canvas.smallSize)
      let mean = panel.means[index]
      if mean.isFinite {
        let (start, end) = (axis(min(0, mean)), axis(max(0, mean)))
        let text = canvas.numbers.signed(mean, digits: 1)
        canvas.bar(
          x: start, y: middle - 6, width: end - start, height: 12, fill: .mark(mark),
          title: "\(features[index]): \(text)")
      }
      canvas.y += heights[index]
    }
    for tick in ticks.values {
      canvas.text(
        canvas.numbers.signed(tick, digits: ticks.digits), x: axis(tick), y: canvas.y + 13, size: Canvas.tickSize,
        anchor: .middle,
        colour: Palette.soft)
    }
    canvas.y += panels.count > 1 ? 24 : 16
  }
}

extension String {
  /// The same text with its first letter in upper case.
  var sentence: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
