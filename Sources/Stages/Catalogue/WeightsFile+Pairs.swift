import DecisionAnalysis
import Diagnostics
import Matrices
import Strategies
import Tables

extension WeightsFile {
  /// Reads judgements of pairs: one row a person and pair of criteria.
  func pairs(of catalogue: Catalogue, consistency: Double) -> [PersonWeights] {
    let ids = catalogue.criteria.map(\.id)
    guard let columns = pairColumns() else { return [] }
    var persons: [Judge] = []
    for record in readRows() {
      let person = filled(columns[0], of: record, mend: "write who judges, or a number for the person")
      let pair = pair(columns, of: record, ids)
      let times = times(columns[3], of: record)
      guard let person else { continue }
      let index = persons.firstIndex { $0.person.lowercased() == person.lowercased() } ?? persons.count
      if index == persons.count { persons.append(Judge(person: person, line: record.line)) }
      guard let pair else {
        persons[index].unplaced += 1
        continue
      }
      add(Judgement(row: pair.row, column: pair.column, times: times, line: record.line), to: &persons[index], ids)
    }
    return persons.compactMap { weights(of: $0, ids, consistency) }
  }

  /// The positions of the four columns; leaves findings for columns that lack and for others.
  private func pairColumns() -> [Int]? {
    let header = Self.pairColumns.joined(separator: ",")
    let isWhole = require(
      Self.pairColumns, rule: "missing-column", { "the file has no column '\($0)'" },
      mend: "write the header as \(header)")
    for name in table.header where !Self.pairColumns.contains(name) {
      let meant = suggestion(for: name, among: Self.pairColumns.filter { !table.header.contains($0) })
      report(
        "unknown-column", name, line: table.headerLine, value: name,
        "a file with judgements of pairs has no column '\(name)'",
        mend: meant.map { "did you mean '\($0)'?" } ?? "write the header as \(header)")
    }
    return isWhole ? Self.pairColumns.compactMap { table.header.firstIndex(of: $0) } : nil
  }

  /// The positions of the two criteria of a row; `nil` when there are not two.
  private func pair(_ columns: [Int], of record: RawRecord, _ ids: [String]) -> (row: Int, column: Int)? {
    let found = columns[1...2].map { column -> Int? in
      guard let name = filled(column, of: record, mend: "write the criterion that is compared") else { return nil }
      if let index = ids.firstIndex(of: name) { return index }
      let meant = suggestion(for: name, among: ids)
      report(
        "unknown-criterion", table.header[column], line: record.line, value: name,
        "'\(name)' is no criterion of the catalogue",
        mend: meant.map { "did you mean '\($0)'?" } ?? "use one of the criteria: \(ids.joined(separator: ", "))")
      return nil
    }
    guard let row = found[0], let column = found[1] else { return nil }
    if row != column { return (row, column) }
    report(
      "same-criterion", "than", line: record.line, value: ids[row], "'\(ids[row])' is compared with itself",
      mend: "compare it with another criterion, or remove the row")
    return nil
  }

  /// How many times as important, written as a number or a fraction.
  private func times(_ column: Int, of record: RawRecord) -> Double? {
    let name = table.header[column]
    guard let text = filled(column, of: record, mend: "write how many times as important, such as 3, 1/3 or 0.5") else {
      return nil
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { plainNumber(trimmed($0)) }
    var times: Double?
    if parts.count == 1 { times = parts[0] }
    if parts.count == 2, let over = parts[0], let under = parts[1], under > 0 { times = over / under }
    guard let times else {
      report(
        "not-a-number", name, line: record.line, value: text, "'\(name)' holds \"\(text)\", which is not a number",
        mend: "write how many times as important, such as 3, 1/3 or 0.5; "
          + "a spreadsheet may have made a date of a fraction")
      return nil
    }
    // 0.11 is how one ninth is written with two decimals.
    if times >= 0.11, times <= 9 { return times }
    report(
      "judgement-range", name, line: record.line, value: text,
      "'\(name)' holds \(text), and a judgement lies between 1/9 and 9",
      mend:
        "write 9 for what counts incomparably more, 1 for what counts the same, 1/9 for what counts incomparably less")
    return nil
  }

  private func add(_ judgement: Judgement, to judge: inout Judge, _ ids: [String]) {
    let pair = judgement.pair
    guard let earlier = judge.judgements[pair] else {
      judge.judgements[pair] = judgement
      return
    }
    judge.isWhole = false
    let order = earlier.row == judgement.row ? "" : ", the other way round"
    report(
      "duplicate-pair", "criterion", line: judgement.line, value: ids[judgement.row],
      "'\(judge.person)' compares '\(ids[judgement.row])' and '\(ids[judgement.column])' "
        + "on line \(earlier.line) too\(order)",
      mend: "keep one of the two rows")
  }

  /// The weights of a person who judged all pairs well; leaves a finding otherwise.
  private func weights(of judge: Judge, _ ids: [String], _ consistency: Double) -> PersonWeights? {
    let pairs = ids.indices.flatMap { row in ids.indices.dropFirst(row + 1).map { [row, $0] } }
    let missing = pairs.filter { judge.judgements[$0] == nil }
    // A row that names no two criteria was told of; the pair that it was to hold is not told of again.
    if let first = missing.first, missing.count > judge.unplaced {
      report(
        "missing-pairs", "person", line: judge.line, value: judge.person,
        "'\(judge.person)' lacks \(missing.count) of the \(pairs.count) pairs, first '\(ids[first[0]])' "
          + "and '\(ids[first[1]])'",
        mend: "add a row for each pair of criteria")
    }
    var judgements = Matrix(rows: ids.count, columns: ids.count)
    for index in ids.indices { judgements[index, index] = 1 }
    for pair in pairs {
      guard let judgement = judge.judgements[pair], let times = judgement.times else { return nil }
      judgements[judgement.row, judgement.column] = times
      judgements[judgement.column, judgement.row] = 1 / times
    }
    guard judge.isWhole, judge.unplaced == 0, let comparison = try? PairwiseComparison(judgements) else { return nil }
    if comparison.consistencyRatio > consistency {
      reportContradiction(comparison, of: judge, ids, consistency)
      return nil
    }
    return PersonWeights(person: judge.person, pairs: comparison)
  }

  private func reportContradiction(
    _ comparison: PairwiseComparison, of judge: Judge, _ ids: [String], _ consistency: Double
  ) {
    guard let misfit = comparison.leastConsistent, let judgement = judge.judgements[[misfit.row, misfit.column]] else {
      return
    }
    // As the person wrote it, which may be the other way round.
    let isTurned = judgement.row != misfit.row
    let judged = isTurned ? 1 / misfit.judged : misfit.judged
    let implied = isTurned ? 1 / misfit.implied : misfit.implied
    report(
      "inconsistent-judgements", "times", line: judgement.line, value: judge.person,
      "the judgements of '\(judge.person)' contradict each other: their consistency ratio is "
        + "\(roundedText(comparison.consistencyRatio, digits: 3)), and at most \(roundedText(consistency)) is allowed; "
        + "what fits least is '\(ids[judgement.row])' as \(ratioText(judged)) times '\(ids[judgement.column])', "
        + "where all judgements together make it \(ratioText(implied))",
      mend: "let '\(judge.person)' look at this judgement again, and then at others")
  }
}

/// What one person said of one pair.
private struct Judgement {
  /// The criterion of which was said how many times as important it is.
  var row: Int
  /// The criterion it was compared with.
  var column: Int
  /// How many times as important; `nil` when it was not understood.
  var times: Double?
  var line: Int

  /// The two criteria, in the order of the catalogue.
  var pair: [Int] { [min(row, column), max(row, column)] }
}

/// All that one person said.
private struct Judge {
  var person: String
  /// The line of the first judgement.
  var line: Int
  var judgements: [[Int]: Judgement] = [:]
  /// The rows that name no two criteria.
  var unplaced = 0
  /// Whether no pair was judged twice.
  var isWhole = true

  init(person: String, line: Int) {
    self.person = person
    self.line = line
  }
}

/// How many times as important, as people write it: 3, 1/3, 1/2.4.
private func ratioText(_ times: Double) -> String {
  times >= 1 ? roundedText(times, digits: 2) : "1/" + roundedText(1 / times, digits: 2)
}
