import Settings

/// What happened between a wave and the one that it follows.
public struct WaveStep: Hashable, Sendable {
  /// The share of the units that answered before, and answer again.
  public var again: Double
  /// The share of the officials of a unit that were replaced by others.
  public var turnover: Double
  /// How alike the answers of an official who stayed are: the correlation of what is the official's own
  /// with what it was in the official's first wave.
  public var memory: Double
  /// The units that went to another type.
  public var moves: [Move]
  /// The types that fell apart.
  public var splits: [Split]

  /// Units that went to another type.
  public struct Move: Hashable, Sendable {
    /// The type that they came from; `nil` when they are named.
    public var from: String?
    /// The share of the units of that type.
    public var share: Double
    /// The names of the units, instead of a share.
    public var units: [String]
    /// The type that they went to.
    public var to: String
  }

  /// A type that fell apart.
  public struct Split: Hashable, Sendable {
    /// The type.
    public var type: String
    /// The types that it became, of which it may be one itself.
    public var parts: [Part]
  }

  /// A part of a type that fell apart.
  public struct Part: Hashable, Sendable {
    /// The type.
    public var type: String
    /// The share of the units, relative to the other parts.
    public var share: Double
  }

  /// The names of all types that moves name.
  var typesOfMoves: [String] { moves.flatMap { [$0.from, $0.to].compactMap { $0 } } }
  /// The names of all types that splits name.
  var typesOfSplits: [String] { splits.flatMap { [$0.type] + $0.parts.map(\.type) } }

  /// Reads what happened, and leaves a finding for everything that is wrong with it.
  init(reading reader: SettingsReader) {
    again = reader.number("again", default: 0.75, in: 0...1)
    turnover = reader.number("turnover", default: 0.4, in: 0...1)
    memory = reader.number("memory", default: 0.5, in: 0...1)
    moves = reader.sections("moves") { Move(reading: $0) }
    splits = reader.named("splits") { name, section in
      Split(
        type: name,
        parts: section.allEntries().map { Part(type: $0.key, share: section.number($0.key, in: 0...1_000_000)) })
    }.map(\.value)
  }
}

extension WaveStep.Move {
  init(reading reader: SettingsReader) {
    from = reader.text("from", default: nil)
    share = reader.number("share", default: 0, in: 0...1)
    units = reader.texts("units")
    to = reader.text("to")
    if (from == nil) == units.isEmpty {
      reader.reject(
        "to", rule: "crossed-moves",
        message: "\(reader.subject) must say who moves: a share of a type, or units by name",
        mend: "write {from: TYPE, share: 0.2, to: TYPE}, or {units: [NAME, NAME], to: TYPE}")
    }
  }
}
