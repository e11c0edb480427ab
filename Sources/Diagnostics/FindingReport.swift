/// What a terminal shows of many findings: some of every rule, and how many more there are.
///
/// Errors come before warnings; notes are kept and not shown. When not all fit, each rule gets its turn, so that a rule that
/// found one thing is not hidden behind a rule that found a thousand; what is shown then stands together by rule, and a
/// last line for each level counts all of them by rule.
///
/// ```text
/// wave.csv:7: warning: "Bergen" is the name of 2 units; 1 record kept out of the analysis
///   mend: write which one is meant: Bergen (L.), Bergen (NH.)
/// … and 40 more; findings.csv of the stage ingest holds all of them
///   warnings: no-unit 2, not-allowed 39
/// ```
///
/// - Parameters:
///   - findings: The findings, or the first of them.
///   - tally: The counts of all findings; when `nil`, those given are all.
///   - limit: The most that are shown.
///   - rest: Where the others are, or what to do about them.
/// - Returns: Lines that each end in a line break; empty when there is nothing to show.
public func findingReport(
  _ findings: [Finding], tally: FindingTally? = nil, limit: Int, rest: String
) -> String {
  let all = tally ?? FindingTally(findings)
  let told = findings.filter { $0.level == .error } + findings.filter { $0.level == .warning }
  let count = all.count(.error) + all.count(.warning)
  if count <= limit, told.count == count { return told.map { $0.rendered + "\n" }.joined() }
  let shown = someOfEachRule(told, limit: limit)
  var text = shown.map { $0.rendered + "\n" }.joined()
  text += "… and \(count - shown.count) more; \(rest)\n"
  for level in [Finding.Level.error, .warning] where all.count(level) > 0 {
    let counts = all.lines.filter { $0.level == level }.map { "\($0.rule) \($0.count)" }
    text += "  \(level.rawValue)s: " + counts.joined(separator: ", ") + "\n"
  }
  return text
}

/// Takes findings rule by rule in turns until there are enough, errors first, and puts those of a rule together.
private func someOfEachRule(_ findings: [Finding], limit: Int) -> [Finding] {
  var shown: [Finding] = []
  for level in [Finding.Level.error, .warning] {
    var rules: [String] = []
    var ofRule: [String: [Finding]] = [:]
    for finding in findings where finding.level == level {
      if ofRule[finding.rule] == nil { rules.append(finding.rule) }
      ofRule[finding.rule, default: []].append(finding)
    }
    var taken = Array(repeating: 0, count: rules.count)
    var room = limit - shown.count
    var isFull = false
    while room > 0, !isFull {
      isFull = true
      for (index, rule) in rules.enumerated() where room > 0 && taken[index] < ofRule[rule]?.count ?? 0 {
        taken[index] += 1
        room -= 1
        isFull = false
      }
    }
    for (index, rule) in rules.enumerated() { shown += ofRule[rule]?.prefix(taken[index]) ?? [] }
  }
  return shown
}
