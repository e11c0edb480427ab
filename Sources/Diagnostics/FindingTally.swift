/// How often each rule found something: errors first, then warnings and notes, and within a level by rule.
public struct FindingTally: Hashable, Sendable {
  /// The count of one rule at one level.
  public struct Line: Hashable, Sendable {
    /// The level.
    public var level: Finding.Level
    /// The rule.
    public var rule: String
    /// How often it found something.
    public var count: Int
  }

  /// The counts; none is zero.
  public private(set) var lines: [Line] = []

  /// Creates a tally of nothing.
  public init() {}

  /// Counts levels and rules.
  ///
  /// - Complexity: O(*n*) for *n* findings, and *r* log *r* for *r* rules.
  public init(_ found: some Sequence<(level: Finding.Level, rule: String)>) {
    var counts: [Finding.Level: [String: Int]] = [:]
    for (level, rule) in found { counts[level, default: [:]][rule, default: 0] += 1 }
    for level in Finding.Level.allCases.reversed() {
      for (rule, count) in (counts[level] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append(Line(level: level, rule: rule, count: count))
      }
    }
  }

  /// Counts findings.
  public init(_ findings: some Sequence<Finding>) {
    self.init(findings.lazy.map { ($0.level, $0.rule) })
  }

  /// The number of findings of a level.
  public func count(_ level: Finding.Level) -> Int { lines.reduce(0) { $0 + ($1.level == level ? $1.count : 0) } }

  /// Adds the counts of another tally.
  public mutating func add(_ other: FindingTally) {
    for line in other.lines {
      if let index = lines.firstIndex(where: { $0.level == line.level && $0.rule == line.rule }) {
        lines[index].count += line.count
      } else {
        lines.append(line)
      }
    }
    lines.sort { ($1.level, $0.rule) < ($0.level, $1.rule) }
  }
}
