public import Diagnostics
public import Settings
public import Survey

/// One declared feature.
public struct FeatureSettings: Hashable, Sendable {
  /// The name of the feature, which is also its column in `features.csv` (its first part, for several columns).
  public var name: String
  /// What the feature is called in a report; its name unless said otherwise.
  public var label: LocalText
  /// Where its values come from; `nil` only beside an error.
  public var source: ValueSource?
  /// The answers whose share is taken, as codes of the codebook; empty for the mean.
  public var share: [String]
  /// What is done to a value.
  public var transform: Transform
  /// Which scores answers get before they are aggregated.
  public var coding: AnswerCoding
  /// How it is scaled.
  public var scaling: Scaling
  /// The number of spreads beyond which values are set to that bound; `nil` leaves them as they are.
  public var winsorise: Double?
  /// The feature's part within its block.
  public var weight: Double
  /// Whether types are made from it.
  public var use: FeatureUse
  /// Why it is a feature.
  public var reason: LocalText
  /// Where its source is written.
  public var place: Place
  /// How answers are brought to units, `mean` or `median`; `nil` for what the pipeline says of all.
  public var summary: String?
  /// Whether the mix of functions may be evened out.
  public var adjusted: Bool
  /// Whether small units may be drawn towards their stratum.
  public var pooled: Bool

  private enum Summary: String, CaseIterable { case mean, median }

  init(name: String, reading reader: SettingsReader, use fallback: FeatureUse, scaling: Scaling) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    source = reader.valueSource("source")
    place = reader.place(of: "source")
    share = reader.texts("share")
    transform = reader.choice("transform", default: .identity)
    coding = reader.choice("coding", default: .scores)
    self.scaling = reader.choice("scaling", default: scaling)
    winsorise = reader.node("winsorise") == nil ? nil : reader.number("winsorise", in: 1...1_000)
    weight = reader.number("weight", default: 1, in: 0.001...1_000_000)
    use = reader.choice("use", default: fallback)
    reason = reader.localText("reason")
    summary =
      reader.node("summary") == nil ? nil : (reader.choice("summary", default: Summary.mean) as Summary).rawValue
    adjusted = reader.flag("adjusted", default: true)
    pooled = reader.flag("pooled", default: true)
    refuseContradictions(reader)
  }

  private func refuseContradictions(_ reader: SettingsReader) {
    var isQuestion = false
    if case .question = source { isQuestion = true }
    if !share.isEmpty, let source, !isQuestion {
      reader.reject(
        "share", rule: "share-of-question", value: source.text,
        message: "\(reader.subject) takes a share of '\(source.text)', which is not a question",
        mend: "remove 'share:', or take the source 'question.NAME'")
    }
    if coding != .scores, source != nil, !isQuestion || !share.isEmpty {
      reader.reject(
        "coding", rule: "coding-of-answers", value: coding.rawValue,
        message: "\(reader.subject) codes answers, but does not take the mean of a question",
        mend: "remove 'coding:', or take the source 'question.NAME' without 'share:'")
    }
    if transform.isGroup || coding == .thermometer, winsorise != nil {
      reader.reject(
        "winsorise", rule: "winsorise-columns", value: transform.rawValue,
        message: "\(reader.subject) becomes several columns, which cannot be winsorised one by one",
        mend: "remove 'winsorise:'")
    }
    if coding == .thermometer, transform != .identity, transform != .options {
      reader.reject(
        "transform", rule: "transformed-thermometer", value: transform.rawValue,
        message:
          "\(reader.subject) is a thermometer, whose columns are shares that '\(transform.rawValue)' does not take",
        mend: "remove 'transform:'")
    }
    refuseForeignGroups(reader)
  }

  private func refuseForeignGroups(_ reader: SettingsReader) {
    guard let source else { return }
    var isGroup = false
    if case .group = source { isGroup = true }
    if isGroup != (transform == .options) && coding != .thermometer {
      reader.reject(
        "transform", rule: "options-of-group", value: source.text,
        message: isGroup
          ? "\(reader.subject) takes all options of '\(source.text)', which become one column each"
          : "\(reader.subject) wants options, and '\(source.text)' has none",
        mend: isGroup ? "write 'transform: options'" : "take the source 'group.NAME' of a multi-select")
    }
    if transform == .coordinates, source != .register("centroid") {
      reader.reject(
        "source", rule: "coordinates-of-centroid", value: source.text,
        message: "\(reader.subject) wants coordinates, which come from the boundaries of the register alone",
        mend: "take the source 'register.centroid'")
    }
  }
}
