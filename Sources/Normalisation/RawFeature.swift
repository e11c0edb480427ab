import Diagnostics
import Settings
import Survey

/// One declared feature with the raw columns that it becomes, before anything is fitted.
struct RawFeature {
  /// One column.
  struct Column {
    var name: String
    var level: String?
    var label: LocalText
    /// The raw values; NaN where a unit has none.
    var values: [Double]
    /// The known values, ascending.
    var sorted: [Double]

    init(_ name: String, level: String? = nil, label: LocalText, _ values: [Double]) {
      self.name = name
      self.level = level
      self.label = label
      self.values = values
      sorted = values.filter { !$0.isNaN }.sorted()
    }
  }

  var settings: FeatureSettings
  var block: BlockSettings
  var coding: FittedCoding?
  var columns: [Column]
  var isText: Bool { settings.fittedTransform == .oneHot }

  /// Takes the columns out of values, with an error for each thing that cannot be scaled.
  init?(_ settings: FeatureSettings, in block: BlockSettings, of values: UnitValues, _ findings: Findings) {
    let check = ContentCheck(settings, findings)
    guard check.accepts(values) else { return nil }
    self.settings = settings
    self.block = block
    coding = values.coding
    func column(_ level: String, _ label: LocalText) -> Column {
      Column(
        settings.name + "_" + slug(level), level: level,
        label: LocalText(nl: settings.label.nl + ": " + label.nl, en: settings.label.en + ": " + label.en),
        values.numbers(level: level))
    }
    switch values.content {
    case .numbers:
      columns = [Column(settings.name, label: settings.label, values.numbers(level: nil))]
    case .texts(let texts):
      columns = Set(texts.compactMap { $0 }).sorted().map { column($0, LocalText(nl: $0, en: $0)) }
    case .options(let options):
      columns = options.map { column($0.name, $0.label) }
    case .points:
      columns = [
        column(PlanePoint.east, LocalText(nl: "naar het oosten (km)", en: "to the east (km)")),
        column(PlanePoint.north, LocalText(nl: "naar het noorden (km)", en: "to the north (km)")),
      ]
    }
  }
}

extension FeatureSettings {
  /// What is done to a value; the steps of a thermometer are options.
  var fittedTransform: Transform { coding == .thermometer ? .options : transform }
}

/// Checks that values are of the kind that a feature's transform takes.
struct ContentCheck {
  let feature: FeatureSettings
  let findings: Findings

  init(_ feature: FeatureSettings, _ findings: Findings) {
    self.feature = feature
    self.findings = findings
  }

  /// Whether the values can be transformed; when not, an error says why.
  func accepts(_ values: UnitValues) -> Bool {
    fits(values.content) && isFinite(values) && isKnown(values) && isPossible(values)
  }

  private func fits(_ content: UnitValues.Content) -> Bool {
    let transform = feature.fittedTransform
    let name = transform.rawValue
    switch (content, transform) {
    case (.texts, .oneHot), (.options, .options), (.points, .coordinates): return true
    case (.numbers, _) where !transform.isGroup: return true
    case (.texts, _):
      error(
        "text-feature", "holds texts, which '\(name)' cannot scale",
        mend: "write 'transform: one-hot', or take a source with numbers")
    case (.numbers, .oneHot):
      error(
        "one-hot-numbers", "holds numbers, which one-hot would make into as many columns as there are numbers",
        mend: "take a source with texts, or another transform")
    case (.options, _):
      error(
        "option-feature", "holds the options of a multi-select, which '\(name)' cannot scale",
        mend: "write 'transform: options'")
    case (.points, _):
      error("point-feature", "holds places, which '\(name)' cannot scale", mend: "write 'transform: coordinates'")
    case (.numbers, _):
      error(
        "number-feature", "holds numbers, which '\(name)' cannot take apart",
        mend: transform == .options ? "take the source 'group.NAME'" : "take the source 'register.centroid'")
    }
    return false
  }

  private func isFinite(_ values: UnitValues) -> Bool {
    let broken: Int =
      switch values.content {
      case .numbers(let numbers): numbers.count { $0.map { !$0.isFinite } ?? false }
      case .texts: 0
      case .options(let options): options.reduce(0) { $0 + $1.values.count { $0.map { !$0.isFinite } ?? false } }
      case .points(let points): points.count { $0.map { !($0.x.isFinite && $0.y.isFinite) } ?? false }
      }
    if broken == 0 { return true }
    error(
      "not-finite", "has \(broken) \(broken == 1 ? "value that is" : "values that are") infinite or no number",
      mend: "correct the source, or leave the cell empty where nothing is known")
    return false
  }

  private func isKnown(_ values: UnitValues) -> Bool {
    let isKnown =
      switch values.content {
      case .numbers(let numbers): numbers.contains { $0 != nil }
      case .texts(let texts): texts.contains { $0 != nil }
      case .options(let options): !options.isEmpty && options.allSatisfy { $0.values.contains { $0 != nil } }
      case .points(let points): points.contains { $0 != nil }
      }
    if !isKnown {
      let isOfRegister = if case .register? = feature.source { true } else { false }
      error(
        "no-values", "has no value for any unit",
        mend: isOfRegister
          ? "check that the register has it for the date of the wave, or remove the feature"
          : "check that the question was asked, or remove the feature")
    }
    return isKnown
  }

  private func isPossible(_ values: UnitValues) -> Bool {
    guard case .numbers(let numbers) = values.content else { return true }
    let impossible = numbers.count { $0.map { !feature.transform.accepts($0) } ?? false }
    if impossible == 0 { return true }
    let (what, other) = feature.transform == .logit ? ("outside 0 to 1", "identity") : ("of 0 or below", "asinh")
    error(
      "impossible-value",
      "has \(impossible) \(impossible == 1 ? "value" : "values") \(what), which "
        + "'\(feature.transform.rawValue)' cannot take", mend: "write 'transform: \(other)'")
    return false
  }

  private func error(_ rule: String, _ what: String, mend: String) {
    findings.error(
      rule, at: feature.place, value: feature.source?.text, message: "feature '\(feature.name)' \(what)", mend: mend)
  }
}

/// Returns a text as part of a column name: lowercase, everything but letters and digits as one underscore.
func slug(_ text: String) -> String {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
}
