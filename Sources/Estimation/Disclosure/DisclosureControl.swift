/// What may be published about groups of people, so that nobody can be picked out of them.
///
/// A count of 1 to ``minimum`` − 1 people is withheld (primary suppression). When the rest of its table would give it
/// away, further entries are withheld (secondary suppression), until from everything that is shown no withheld entry can
/// be placed in an interval narrower than ``minimum``. Readers are taken to know the rule, the minimum, all shown
/// entries and how they add up.
///
/// **Zeros.** In a table of people (how many answered per size class) nobody stands in an empty cell, so that 0 is about
/// nobody and is shown; readers then know that what is withheld is at least 1, and that is reckoned with. In a table of
/// answers (how many of them said yes) 0 says of everybody in the group what they did not answer, and all says of each of
/// them what they did; both are withheld like 1, however large the group, and so is all but 1.
///
/// > Hundepool, A. et al. (2012). Statistical Disclosure Control. doi:10.1002/9781118348239
/// > Willenborg, L. and de Waal, T. (2001). Elements of Statistical Disclosure Control. doi:10.1007/978-1-4613-0121-9
/// > Cox, L. (1980). Suppression methodology and statistical disclosure control. doi:10.1080/01621459.1980.10477481
public struct DisclosureControl: Hashable, Sendable {
  /// The least number of respondents in a group of which something is published; at least 2.
  public var minimum: Int
  /// The least number of units in a group of which something is published that was answered.
  ///
  /// A mean over one unit is an answer of that unit, and of two units each could subtract itself.
  public var leastUnits: Int

  /// Creates a rule.
  public init(minimum: Int = 5, leastUnits: Int = 3) {
    self.minimum = minimum
    self.leastUnits = leastUnits
  }

  /// Whether nothing that was answered may be published about a group, not even how many answered.
  ///
  /// - Parameters:
  ///   - respondents: The number of respondents.
  ///   - units: The number of units to which they belong; `nil` when that does not matter.
  /// - Returns: Whether there are too few of either.
  public func isTooSmall(respondents: Int, units: Int? = nil) -> Bool {
    respondents < minimum || (units ?? leastUnits) < leastUnits
  }

  /// Whether a share or mean tells what nearly everybody in the group answered.
  ///
  /// The answers of the group lie *n* · (mean − least) steps above the least answer and *n* · (greatest − mean) below the
  /// greatest; both must reach ``minimum``. Of a share that is the number who gave the answer, and who did not.
  ///
  /// - Parameters:
  ///   - value: The share or mean.
  ///   - respondents: The number of answers.
  ///   - range: The scale; infinite where it has no end.
  /// - Returns: Whether it must be withheld.
  public func isTelling(_ value: Double, of respondents: Int, on range: ClosedRange<Double>) -> Bool {
    let (low, high) = Self.steps(value, of: respondents, on: range)
    return low < Double(minimum) || high < Double(minimum)
  }

  /// Returns how many steps the answers of a group lie above the least answer, and below the greatest; whole numbers are
  /// made exact.
  package static func steps(
    _ value: Double, of respondents: Int, on range: ClosedRange<Double>
  ) -> (low: Double, high: Double) {
    func exact(_ steps: Double) -> Double { abs(steps - steps.rounded()) < 1e-6 ? steps.rounded() : steps }
    let count = Double(respondents)
    return (exact(count * (value - range.lowerBound)), exact(count * (range.upperBound - value)))
  }

  // MARK: - Tables

  /// Withholds what must not be published of a table.
  ///
  /// What is withheld or absent already stays so. Each entry that is not protected takes the cheapest cycle of sums
  /// through it (that with the smallest counts) along: in a network, a change of ``minimum`` can then go round that
  /// cycle without changing anything that is shown. Last, secondary entries that turn out not to be needed are shown
  /// again, the largest first. Entries are taken by their counts, the smallest first; ties go to the one that comes first.
  ///
  /// - Parameter table: Counts with margins.
  /// - Returns: The table with what is withheld.
  /// - Complexity: O(*e*² · (*r* + *c*)²) for *e* entries at worst; milliseconds for thirty rows of ten columns.
  ///
  /// > Cox, L. (1995). Network models for complementary cell suppression. JASA 90 (432), 1453-1462.
  public func suppress(_ table: MarginTable) -> MarginTable {
    var table = table
    for position in table.counts.indices where table.standings[position] == .shown && isSmall(position, table) {
      if table.isFixed[position] { continue }
      table.standings[position] = .primary
    }
    var chosen: [Int] = []
    while let position = unprotected(in: table) {
      let more = complement(of: position, in: table)
      if more.isEmpty { break }
      for position in more { table.standings[position] = .secondary }
      chosen += more
    }
    for position in chosen.sorted(by: { (-table.counts[$0], $0) < (-table.counts[$1], $1) }) {
      table.standings[position] = .shown
      if unprotected(in: table) != nil { table.standings[position] = .secondary }
    }
    return table
  }

  /// Whether an entry is about too few people.
  private func isSmall(_ position: Int, _ table: MarginTable) -> Bool {
    let count = table.counts[position]
    guard table.isOfAnswers else { return count > 0 && count < least }
    let people = table.ceilings[position]
    return people > 0 && (count < least || people - count < least)
  }

  /// Returns the smallest withheld entry that readers can place in too narrow an interval; at a tie the first.
  private func unprotected(in table: MarginTable) -> Int? {
    let network = MarginNetwork(table: table)
    return table.counts.indices.filter { position in
      if table.standings[position] == .shown || table.standings[position] == .absent { return false }
      let (up, down) = network.reach(of: position, upTo: least)
      return up + down < least
    }.min { table.counts[$0] < table.counts[$1] }
  }

  /// Returns what to withhold for the sake of an entry: a way up where there is room, else down; all when there is none.
  private func complement(of position: Int, in table: MarginTable) -> [Int] {
    let network = MarginNetwork(table: table)
    let (up, down) = network.reach(of: position, upTo: least)
    for (isUp, room) in [
      (true, min(network.room(above: position), least - down)), (false, min(network.room(below: position), least - up)),
    ] where room > (isUp ? up : down) {
      let way = network.complement(of: position, by: room, isUp: isUp)
      if let way, !way.isEmpty { return way }
    }
    return table.counts.indices.filter { table.standings[$0] == .shown && !network.isKnown($0) }
  }

  private var least: Double { Double(minimum) }
}
