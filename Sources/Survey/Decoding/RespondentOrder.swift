import Tables

/// Returns the used records by respondent, in ascending order of their bytes; of equal ones the first of the file comes
/// first.
///
/// - Complexity: O(records) when they come in order, O(records · log records) otherwise.
func usedInOrder(_ ledger: LedgerColumns) -> [Int] {
  let used = ledger.outcomes.indices.filter { ledger.outcomes[$0] == .used }
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
/// Respondents in ascending order are all distinct, which needs no more than a look at each; only others are looked up.
func sameRespondents(_ ledger: LedgerColumns) -> [[Int]] {
  guard case .texts(let texts) = ledger.respondents.store else { return [] }
  let bytes = texts.bytes.span
  let isUsed = { (record: Int) in ledger.outcomes[record] == .used && ledger.respondents.hasValue(record) }
  var previous: Range<Int>?
  var isAscending = true
  for record in 0..<texts.count where isUsed(record) {
    let range = texts.range(record)
    if let previous, !isBefore(bytes, previous, bytes, range) {
      isAscending = false
      break
    }
    previous = range
  }
  if isAscending { return [] }
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
