/// Findings that are made one by one when they are asked for, because there may be too many to keep.
public struct ManyFindings: RandomAccessCollection, Sendable {
  /// The index of the first finding.
  public let startIndex = 0
  /// The number of findings.
  public let endIndex: Int
  /// How often each rule found something.
  public let tally: FindingTally
  private let make: @Sendable (Int) -> Finding

  /// Takes findings that are made when they are asked for.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - last: A finding that comes after them, if there is one.
  ///   - tally: How often each rule found something, `last` left out.
  public init(
    _ findings: some RandomAccessCollection<Finding> & Sendable, then last: Finding? = nil, tally: FindingTally
  ) {
    let count = findings.count
    endIndex = count + (last == nil ? 0 : 1)
    var all = tally
    if let last { all.add(FindingTally([last])) }
    self.tally = all
    make = { position in
      if position == count, let last { return last }
      return findings[findings.index(findings.startIndex, offsetBy: position)]
    }
  }

  /// Returns a finding.
  public subscript(position: Int) -> Finding { make(position) }
}

extension ManyFindings: Hashable {
  /// Whether two lists hold as many findings of each rule.
  public static func == (left: ManyFindings, right: ManyFindings) -> Bool { left.tally == right.tally }

  /// Hashes the counts.
  public func hash(into hasher: inout Hasher) { hasher.combine(tally) }
}
