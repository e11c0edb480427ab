/// Returns the candidate that is most like `word`, or nothing when none is near enough to be meant.
///
/// Likeness is the Damerau-Levenshtein distance (adjacent transpositions count one) over lowercased characters; a
/// candidate is near enough within a third of the length of the longer word, at least 1. A tie goes to the candidate
/// that comes first.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant.
/// - Returns: The nearest candidate, or `nil`.
/// - Complexity: O(*c* · *w* · *m*) for *c* candidates of length *m* and a word of length *w*.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let limit = max(1, max(wanted.count, other.count) / 3)
    if abs(wanted.count - other.count) > limit { continue }
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.candidate
}

/// Returns the number of insertions, deletions, substitutions and adjacent transpositions that turn one word into the other.
///
/// This is the restricted distance (optimal string alignment): no substring is edited twice.
///
/// - Parameters:
///   - first: One word, as characters.
///   - second: The other word, as characters.
/// - Returns: The distance; the length of one when the other is empty.
/// - Complexity: O(*a* · *b*) time, three rows of memory.
public func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  if first.isEmpty { return second.count }
  if second.isEmpty { return first.count }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for i in 1...first.count {
    var row = [Int](repeating: i, count: second.count + 1)
    for j in 1...second.count {
      let cost = first[i - 1] == second[j - 1] ? 0 : 1
      var distance = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      row[j] = distance
    }
    beforeLast = last
    last = row
  }
  return last[second.count]
}
