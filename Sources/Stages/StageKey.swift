public import Artefacts
import Files

/// Everything that decides what a stage leaves: the version of the program, the settings that it reads, and its inputs.
///
/// Equal keys promise equal outputs, and two keys side by side tell why a stage runs again.
public struct StageKey: Hashable, Sendable, Codable {
  /// A file that a stage reads.
  public struct Input: Hashable, Sendable, Codable {
    /// What the record of the stage calls it.
    public var name: String
    /// Where it stands.
    public var path: String
    /// The SHA-256 digest of its content.
    public var sha256: String
  }

  /// The name of the stage.
  public var stage: String
  /// The version of the program.
  public var version: String
  /// The settings by name, in the order of the stage.
  public var settings: [RunRecord.Parameter]
  /// The inputs, in the order of the stage.
  public var inputs: [Input]

  /// Creates the key of a stage.
  ///
  /// - Parameters:
  ///   - stage: The name of the stage.
  ///   - settings: The settings that it reads.
  ///   - inputs: Its inputs with their digests.
  ///   - paths: Where they stand, in the same order.
  ///   - version: The version of the program.
  public init(
    stage: String, settings: [RunRecord.Parameter], inputs: [RunRecord.FileDigest], paths: [String],
    version: String = ProgramVersion.current
  ) {
    self.stage = stage
    self.version = version
    self.settings = settings
    self.inputs = zip(inputs, paths).map { Input(name: $0.name, path: $1, sha256: $0.sha256) }
  }

  /// The key as 64 hexadecimal digits; where inputs stand does not count.
  public var key: String {
    var text = "\(version)\n\(stage)\n"
    for setting in settings { text += "\(setting.name.debugDescription): \(setting.value.debugDescription)\n" }
    for input in inputs { text += "\(input.name.debugDescription): \(input.sha256)\n" }
    return sha256(text.utf8)
  }

  /// Why a stage with this key runs again after one with another key.
  ///
  /// - Parameter last: The key of its last run.
  /// - Returns: A reason for every difference: the version, then settings, then inputs; empty when the keys are equal.
  public func reasons(since last: StageKey) -> [StaleReason] {
    var reasons: [StaleReason] = []
    if version != last.version { reasons.append(StaleReason(.version, "koers", last.version, version)) }
    let named = { (settings: [RunRecord.Parameter]) in settings.map { (name: $0.name, value: $0.value) } }
    reasons += Self.differences(.setting, named(last.settings), named(settings))
    reasons += Self.differences(
      .input, last.inputs.map { (name: $0.name, value: $0.sha256) }, inputs.map { (name: $0.name, value: $0.sha256) })
    return reasons
  }

  private static func differences(
    _ kind: StaleReason.Kind, _ before: [(name: String, value: String)], _ now: [(name: String, value: String)]
  ) -> [StaleReason] {
    var reasons = now.compactMap { entry -> StaleReason? in
      let values = before.filter { $0.name == entry.name }.map(\.value)
      return values.contains(entry.value) ? nil : StaleReason(kind, entry.name, values.first, entry.value)
    }
    for entry in before where !now.contains(where: { $0.name == entry.name }) {
      reasons.append(StaleReason(kind, entry.name, entry.value, nil))
    }
    if reasons.isEmpty, before.map(\.value) != now.map(\.value) {
      reasons.append(StaleReason(kind, kind == .setting ? "order of settings" : "order of inputs", nil, nil))
    }
    return reasons
  }
}

/// One reason for which a stage runs.
public struct StaleReason: Hashable, Sendable, Codable {
  /// What kind of thing changed.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The stage never ran here.
    case first
    /// The version of the program.
    case version
    /// A setting.
    case setting
    /// An input.
    case input
    /// An input is not there.
    case missing
    /// A stage before it runs.
    case earlier
    /// The gates hold the types, so that nothing is made from them.
    case held
    /// Something that it left is not there any more, or has another size.
    case output
    /// Nobody knows what its last run was made from.
    case unknown
    /// Somebody asked for it.
    case force
  }

  /// The kind.
  public var kind: Kind
  /// The setting, the file or the stage.
  public var name: String
  /// The value or digest before; `nil` when there was none.
  public var before: String?
  /// The value or digest now; `nil` when there is none.
  public var now: String?

  /// Creates a reason.
  public init(_ kind: Kind, _ name: String, _ before: String? = nil, _ now: String? = nil) {
    self.kind = kind
    self.name = name
    self.before = before
    self.now = now
  }

  /// The reason in words: `types.to 10 -> 8`.
  public var words: String {
    switch kind {
    case .first: "it has not run yet"
    case .version: "version \(before ?? "?") -> \(now ?? "?")"
    case .setting:
      switch (before, now) {
      case (nil, nil): "the \(name) changed"
      case (nil, let now?): "\(name) added: \(shortened(now))"
      case (let before?, nil): "\(name) removed (was \(shortened(before)))"
      case (let before?, let now?): "\(name) \(shortened(before)) -> \(shortened(now))"
      }
    case .input: before == nil ? "\(name) is new" : now == nil ? "\(name) is not read any more" : "\(name) changed"
    case .missing: "\(name) is missing"
    case .earlier: "after \(name)"
    case .held: "the gates hold the types of the wave"
    case .output: "\(name) is not as it was left"
    case .unknown: "nothing tells what its last run was made from"
    case .force: "it is forced"
    }
  }

  /// A value in at most forty characters.
  private func shortened(_ value: String) -> String {
    value.isEmpty ? "nothing" : value.count <= 40 ? value : value.prefix(39) + "…"
  }
}
