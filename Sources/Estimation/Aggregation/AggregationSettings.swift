public import Diagnostics
public import Settings
public import Survey

/// What the key `aggregation` of the section `normalise` says: how answers become values of units.
///
/// ```yaml
/// aggregation:
///   summary: mean               # or median; a feature may say it otherwise
///   adjust_for: function        # a category question whose mix within units is evened out
///   pooling: {strata: size}     # pull units with few respondents towards the mean of their class
/// ```
public struct AggregationSettings: Hashable, Sendable {
  /// Partial pooling.
  public struct Pooling: Hashable, Sendable {
    /// The name of the classification whose cells are the strata; all units are one stratum when `nil`.
    public var strata: String?
  }

  /// What stands for the answers of a unit, unless a feature says otherwise.
  public var summary: Summary
  /// The category question whose mix within units is evened out, if any.
  public var adjustFor: String?
  /// Whether, and within which strata, units with few respondents are pulled towards the mean of units like them.
  public var pooling: Pooling?
  /// Where the question to adjust for is written.
  public var adjustPlace: Place

  /// Reads the key.
  ///
  /// - Parameters:
  ///   - reader: The mapping under `aggregation`.
  ///   - classes: The names of the declared classifications.
  public init(reading reader: SettingsReader, classes: [String]) {
    summary = reader.choice("summary", default: .mean)
    adjustFor = reader.text("adjust_for", default: nil)
    adjustPlace = reader.place(of: "adjust_for")
    pooling = reader.optionalSection("pooling") { reader in
      Pooling(strata: reader.className("strata", among: classes))
    }
  }

  /// Returns an error when the question to adjust for does not exist or is no list of categories.
  public func unknownSource(among known: KnownSources) -> Finding? {
    guard let adjustFor else { return nil }
    let categories = known.questions.filter { !$0.isNumber }.map(\.name)
    if categories.contains(adjustFor) { return nil }
    let meant = suggestion(for: adjustFor, among: categories)
    let others =
      categories.isEmpty
      ? "remove the key: no question is a list of categories" : "use one of: " + categories.joined(separator: ", ")
    let exists = known.questions.contains { $0.name == adjustFor }
    return Finding(
      .error, rule: exists ? "not-a-category" : "unknown-question", at: adjustPlace, value: adjustFor,
      message: exists
        ? "'aggregation.adjust_for' names '\(adjustFor)', whose answers are no categories"
        : "'aggregation.adjust_for' names '\(adjustFor)', which is no question of the codebook",
      mend: meant.map { "did you mean '\($0)'?" } ?? others)
  }
}

extension SettingsReader {
  /// Returns the name of a classification under a key, or `nil` when the key is absent or, beside an error, names none.
  func className(_ key: String, among classes: [String]) -> String? {
    guard let name = text(key, default: nil), isClass(name, key, among: classes) else { return nil }
    return name
  }

  /// Whether a name is that of a classification declared under `classes`; leaves an error when it is not.
  func isClass(_ name: String, _ key: String, among classes: [String]) -> Bool {
    if classes.contains(name) { return true }
    let mend =
      suggestion(for: name, among: classes).map { "did you mean '\($0)'?" }
      ?? (classes.isEmpty ? "declare it under 'classes:'" : "use one of: " + classes.joined(separator: ", "))
    reject(
      key, rule: "unknown-class", value: name, message: "'\(name)' is no classification of this pipeline", mend: mend)
    return false
  }
}
