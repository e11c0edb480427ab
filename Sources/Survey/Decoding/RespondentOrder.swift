import Tables

/// Returns the used records by respondent, in ascending order of their bytes; of equal ones the first of the file comes
/// first.
///
/// - Complexity: O(records) when they come in order, O(records · log records) otherwise.
func usedInOrder(_ ledger: LedgerColumns, ascending: Bool) -> [Int] {
  let used = ledger.outcomes.indices.filter { ledger.outcomes[$0] == .used }
  if ascending { return used }
  guard case .texts(let texts) = ledger.respondents.store else { return used }
  let bytes = texts.bytes.span
  var isOrdered = true
  for position in used.indices.dropFirst() {
    if isBefore(bytes, texts.range(used[position]), bytes, texts.range(used[position - 1])) {
      isOrdered = false
      break
    }
  }
  if isOrdered { return used }
  return used.sorted { left, right in
    let bytes = texts.bytes.span
    let (a, b) = (texts.range(left), texts.range(right))
    return isBefore(bytes, a, bytes, b) || (left < right && !isBefore(bytes, b, bytes, a))
  }
}

/// Returns the used records of each respondent who has more than one, in the order of the file.
///
/// Respondents in ascending order are all distinct, so this is asked for others alone.
func sameRespondents(_ ledger: LedgerColumns) -> [[Int]] {
  guard case .texts(let texts) = ledger.respondents.store else { return [] }
  let bytes = texts.bytes.span
  let isUsed = { (record: Int) in ledger.outcomes[record] == .used && ledger.respondents.hasValue(record) }
  var memo = TextMemo()
  var groups: [[Int]] = []
  var groupOf: [Int: Int] = [:]
  for record in 0..<texts.count where isUsed(record) {
    let range = texts.range(record)
    let hash = TextMemo.hash(bytes, range)
    if let known = memo.position(of: bytes, range, hash: hash) {
      if let group = groupOf[known] {
        groups[group].append(record)
      } else {
        groupOf[known] = groups.count
        groups.append([Int(memo.meanings[known]), record])
      }
    } else {
      memo.add(bytes, range, hash: hash, meaning: UInt32(record))
    }
  }
  return groups
}

extension AnswerCells {
  /// Whether every record has a text, each after the one before, byte by byte.
  var isAscending: Bool {
    guard case .texts(let texts) = store, states.allSatisfy({ $0 == 0 }) else { return false }
    let bytes = texts.bytes.span
    for row in 0..<max(1, texts.count) - 1 where !isBefore(bytes, texts.range(row), bytes, texts.range(row + 1)) {
      return false
    }
    return true
  }

  /// Whether the texts at some rows come after those before them, byte by byte.
  func ascends(at rows: [Int]) -> Bool {
    guard case .texts(let texts) = store else { return false }
    let bytes = texts.bytes.span
    return rows.allSatisfy { row in
      row == 0 || row >= texts.count || isBefore(bytes, texts.range(row - 1), bytes, texts.range(row))
    }
  }
}
