import Diagnostics
import Settings

extension Strategy {
  /// Reads the preconditions, and what each of them comes after.
  static func preconditions(_ reader: SettingsReader, _ sources: KnownNames) -> [Precondition] {
    let read = reader.sections("preconditions") { item in
      let text = LocalText(nl: item.text("nl"), en: item.text("en"))
      let id = item.text("id", default: nil)
      let after = item.texts("after")
      let untested = item.flag("untested", default: false)
      let test = untested ? nil : Condition(reading: item, sources: sources)
      return (precondition: Precondition(id: id, text: text, test: test, after: []), after: after, reader: item)
    }
    let ids = read.map(\.precondition.id)
    let known = KnownNames(
      kind: "precondition", names: ids.compactMap { $0 }, mend: "use the 'id' of another precondition of this strategy")
    var preconditions = read.map(\.precondition)
    for (position, item) in read.enumerated() {
      if let id = item.precondition.id, let first = ids.firstIndex(of: id), first < position {
        item.reader.reject(
          "id", rule: "duplicate-name", value: id,
          message: "'\(id)' stands twice under '\(reader.subject).preconditions'",
          mend: "give one of the two another 'id'")
      }
      for name in item.after { known.check(name, at: item.reader.place(of: "after"), in: item.reader) }
      preconditions[position].after = item.after.compactMap { name in ids.firstIndex(of: name) }
    }
    let circle = order(preconditions.map(\.after)).circle
    if let first = circle.first {
      let names = circle.compactMap { ids[$0] }.map { "'\($0)'" }.joined(separator: ", ")
      read[first].reader.reject(
        "after", rule: "circular-precondition", value: ids[first],
        message: "preconditions of \(reader.subject) wait for each other, so that none of them can be met: \(names)",
        mend: "take one of these names out of an 'after'")
    }
    return preconditions
  }

  /// Puts positions in an order in which none comes before what it comes after, the lowest position first where several can.
  ///
  /// - Parameter after: For each position what must come before it.
  /// - Returns: The order, and the positions of a circle; these and what waits for them come last in the order.
  /// - Complexity: O(*n*²) for *n* positions.
  static func order(_ after: [[Int]]) -> (placed: [Int], circle: [Int]) {
    var placed: [Int] = []
    var left = Array(after.indices)
    while let next = left.first(where: { after[$0].allSatisfy(placed.contains) }) {
      placed.append(next)
      left.removeAll { $0 == next }
    }
    // Who is left waits for another that is left: going from one to the next ends in a circle.
    guard var here = left.first else { return (placed, []) }
    var path: [Int] = []
    while !path.contains(here) {
      path.append(here)
      guard let next = after[here].first(where: left.contains) else { break }
      here = next
    }
    return (placed + left, path.drop { $0 != here }.sorted())
  }
}
