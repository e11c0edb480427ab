public import Diagnostics
import Registers
public import Tables

/// What the texts in the column of the unit lead to: an outcome for each, what was found, and what somebody must confirm.
///
/// The decoder collects the distinct texts, with the day of the answer when the rule for reorganisations asks for it;
/// everything that follows from them is told here, at once for all.
public struct UnitNames: Sendable {
  /// A distinct text, in a distinct day when the day decides.
  public struct Typed: Hashable, Sendable {
    /// The text without the white space around it.
    public var text: String
    /// The day of the answer; `nil` when it does not matter or is not known.
    public var answered: CalendarDate?

    /// Creates a text.
    public init(_ text: String, answered: CalendarDate? = nil) {
      self.text = text
      self.answered = answered
    }
  }

  /// A distinct text with the records that hold it.
  public struct Occurrence: Hashable, Sendable {
    /// The text.
    public var typed: Typed
    /// The number of records.
    public var count: Int
    /// The line of the first record.
    public var line: Int

    /// Creates an occurrence.
    public init(_ typed: Typed, count: Int, line: Int) {
      self.typed = typed
      self.count = count
      self.line = line
    }
  }

  /// What becomes of the records with a text.
  public enum Outcome: Hashable, Sendable {
    /// They belong to a unit; with a flag for the ledger, unless nothing had to be guessed.
    case unit(code: String, name: String, flag: String?)
    /// They belong to none, for a reason.
    case noUnit(reason: String)
  }

  /// One outcome an occurrence, in the order in which they were given.
  public private(set) var outcomes: [Outcome] = []
  /// All that was found, by line; none is an error.
  public private(set) var findings: [Finding] = []
  /// The texts that wait for somebody who confirms what was meant, sorted by text.
  public private(set) var proposals: [NameProposal] = []
  /// The keys of all texts, to find what is listed and never occurs.
  ///
  /// - Complexity: O(texts) at every call.
  public var keys: Set<String> { Set(texts.map(nameKey)) }
  private var texts: [String] = []

  /// Finds out what texts lead to.
  ///
  /// - Parameters:
  ///   - occurrences: The distinct texts, by line.
  ///   - settings: The names that are known to be no unit.
  ///   - file: The survey file, for findings.
  ///   - column: The column of the unit, for findings.
  ///   - resolve: Finds the unit that is meant by a text; asked once for each.
  /// - Complexity: O(*d*) calls of `resolve` for *d* distinct texts, and *d* log *d*.
  public init(
    _ occurrences: [Occurrence], settings: IngestSettings, file: String, column: String,
    resolve: (String, CalendarDate?) -> UnitResolution
  ) {
    let notUnits = Set(settings.notUnits.map(nameKey))
    var groups: [Group] = []
    var places: [GroupKey: Int] = [:]
    for occurrence in occurrences {
      let text = occurrence.typed.text
      let isListed = !notUnits.isEmpty && notUnits.contains(nameKey(text))
      texts.append(text)
      let resolution = isListed ? .none : resolve(text, occurrence.typed.answered)
      outcomes.append(Self.outcome(text, resolution, isListed: isListed))
      let key = GroupKey(text: text, resolution: resolution)
      if let place = places[key] {
        groups[place].count += occurrence.count
      } else {
        places[key] = groups.count
        groups.append(
          Group(
            text: text, resolution: resolution, isListed: isListed, count: occurrence.count, line: occurrence.line))
      }
    }
    proposals = NameProposal.all(groups)
    let place = Place(file: file, field: column)
    findings = Self.waiting(proposals, at: place)
    findings += ["successor", "split"].compactMap { Self.followed(groups, how: $0, at: place) }
    let keys = notUnits.isEmpty ? [] : self.keys
    findings += settings.notUnits.filter { !keys.contains(nameKey($0)) }.map { Self.unusedNotUnit($0, at: place) }
    findings += groups.compactMap { $0.finding(at: place) }
  }

  /// The records with one text and one resolution.
  struct Group {
    var text: String
    var resolution: UnitResolution
    var isListed: Bool
    var count: Int
    var line: Int
  }

  private struct GroupKey: Hashable {
    var text: String
    var resolution: UnitResolution
  }

  private static func outcome(_ text: String, _ resolution: UnitResolution, isListed: Bool) -> Outcome {
    switch resolution {
    case .unit(let code, let name, let how, _):
      let isPlain = how == "exact" || how == "code"
      return .unit(code: code, name: name, flag: isPlain ? nil : "unit_" + how)
    case .ambiguous(_, let why): return .noUnit(reason: "\"\(text)\" is \(why)")
    case .unknown: return .noUnit(reason: "\"\(text)\" is no unit of the register")
    case .none: return .noUnit(reason: "\"\(text)\" is \(isListed ? "listed" : "confirmed") as no unit")
    }
  }
}

// MARK: - Findings

extension UnitNames {
  /// One warning for all names that wait.
  private static func waiting(_ proposals: [NameProposal], at place: Place) -> [Finding] {
    let records = proposals.reduce(0) { $0 + $1.count }
    if proposals.isEmpty { return [] }
    return [
      Finding(
        .warning, rule: "names-to-confirm", at: place,
        message: "\(counted(proposals.count, "name")) of \(counted(records, "record")) "
          + "\(proposals.count == 1 ? "waits" : "wait") for somebody to say which unit is meant",
        mend: "look in names-proposed.csv of the stage 'ingest', and copy the rows that are right into the file that "
          + "'names' under 'ingest' names")
    ]
  }

  /// One note for all records whose unit was followed to its heir.
  private static func followed(_ groups: [Group], how wanted: String, at place: Place) -> Finding? {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for group in groups {
      guard case .unit(_, let name, wanted, let former?) = group.resolution else { continue }
      let step = "\(former) -> \(name)"
      if counts[step] == nil { order.append(step) }
      counts[step, default: 0] += group.count
    }
    if order.isEmpty { return nil }
    let records = counts.values.reduce(0, +)
    let what =
      wanted == "split"
      ? "that \(order.count == 1 ? "was" : "were") divided, and \(records == 1 ? "counts" : "count") for the largest part"
      : "that went into another, and \(records == 1 ? "counts" : "count") for that"
    let steps = order.map { "\($0) (\(counts[$0] ?? 0))" }.joined(separator: ", ")
    return Finding(
      .note, rule: wanted == "split" ? "followed-split" : "followed-merger", at: place,
      message:
        "\(counted(records, "record")) \(records == 1 ? "names" : "name") \(counted(order.count, "former unit")) "
        + "\(what): \(steps)",
      mend: "change '\(wanted == "split" ? "split" : "merged")' under 'reorganisations' in 'ingest' to refuse them")
  }

  private static func unusedNotUnit(_ name: String, at place: Place) -> Finding {
    Finding(
      .note, rule: "unused-not-unit", at: place, value: name,
      message: "\"\(name)\" is listed in 'not_units', and no record holds it",
      mend: "correct the spelling, or leave it for another wave")
  }
}

extension UnitNames.Group {
  /// What is found about the text, if anything is.
  func finding(at place: Place) -> Finding? {
    let records = counted(count, "record")
    var place = place
    place.line = line
    switch resolution {
    case .unit: return nil
    case .none:
      return Finding(
        .note, rule: "listed-no-unit", at: place, value: text,
        message: "\"\(text)\" is \(isListed ? "listed" : "confirmed") as no unit; \(records) kept out of the analysis",
        mend: isListed
          ? "remove it from 'not_units' under 'ingest' in the pipeline file when it is one"
          : "remove it from the file of confirmed names when it is one")
    case .ambiguous(let candidates, let why):
      return Finding(
        .warning, rule: "no-unit", at: place, value: text,
        message: "\"\(text)\" is \(why); \(records) kept out of the analysis",
        mend: "confirm which one is meant: " + candidates.map(\.described).joined(separator: ", "))
    case .unknown(let suggestions):
      let meant = suggestions.map(\.described).joined(separator: " or ")
      return Finding(
        .warning, rule: "no-unit", at: place, value: text,
        message: "\"\(text)\" is no unit of the register; \(records) kept out of the analysis",
        mend: suggestions.isEmpty
          ? "correct the name, add it to the register's spellings, or list it in 'not_units' under 'ingest'"
          : "did you mean \(meant)? confirm it, correct the name, or add it to the register's spellings")
    }
  }
}

/// Returns a number with the word for it: `1 record`, `3 records`.
private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

/// Returns the form in which texts in the column of the unit are compared: letters and digits without case and accents; of a text
/// without any, the text itself.
func nameKey(_ text: String) -> String {
  let folded = foldedName(text)
  return folded.isEmpty ? trimmed(text) : folded
}
