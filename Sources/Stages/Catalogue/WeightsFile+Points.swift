import Diagnostics
import Strategies
import Tables

extension WeightsFile {
  /// Reads points: one row a person, one column a criterion.
  func points(of catalogue: Catalogue) -> [PersonWeights] {
    let ids = catalogue.criteria.map(\.id)
    guard checkPointsHeader(ids) else { return [] }
    let personColumn = table.header.firstIndex(of: "person") ?? 0
    let columns = ids.map { id in table.header.firstIndex(of: id) }
    let total = catalogue.pointsTotal ?? 100
    var lines: [String: Int] = [:]
    return readRows().compactMap { record in
      let person = filled(personColumn, of: record, mend: "write who divides these points, or a number for the person")
      let points = columns.map { column in column.flatMap { self.points(in: $0, of: record) } }
      guard let person else { return nil }
      if let earlier = lines[person.lowercased()] {
        report(
          "duplicate-person", "person", line: record.line, value: person,
          "'\(person)' stands on line \(earlier) too", mend: "keep one of the two rows, or tell the two persons apart")
        return nil
      }
      lines[person.lowercased()] = record.line
      let known = points.compactMap { $0 }
      guard known.count == ids.count, addUp(known, to: total, of: person, record) else { return nil }
      return PersonWeights(person: person, points: known)
    }
  }

  /// Whether there is a column for the person; leaves findings for columns that lack or that are no criterion.
  private func checkPointsHeader(_ ids: [String]) -> Bool {
    let hasPerson = require(
      ["person"], rule: "missing-column", { "the file has no column '\($0)'" },
      mend: "add a column 'person' with who divides the points")
    for name in table.header where name != "person" && !ids.contains(name) {
      let meant = suggestion(for: name, among: (hasPerson ? [] : ["person"]) + ids)
      report(
        "unknown-criterion", name, line: table.headerLine, value: name,
        "the column '\(name)' is no criterion of the catalogue",
        mend: meant.map { "did you mean '\($0)'?" } ?? "use one of the criteria: \(ids.joined(separator: ", "))")
    }
    _ = require(
      ids, rule: "missing-criterion", { "the file has no column for the criterion '\($0)'" },
      mend: "add it, with 0 for those to whom it does not count")
    return hasPerson
  }

  private func points(in column: Int, of record: RawRecord) -> Double? {
    let name = table.header[column]
    guard
      let text = filled(column, of: record, mend: "write how many points the criterion gets, 0 when it does not count")
    else { return nil }
    guard let points = plainNumber(text) else {
      report(
        "not-a-number", name, line: record.line, value: text, "'\(name)' holds \"\(text)\", which is not a number",
        mend: "write the points as digits, such as 12 or 7.5")
      return nil
    }
    guard points >= 0 else {
      report(
        "negative-points", name, line: record.line, value: text, "'\(name)' holds \(text), and points are not negative",
        mend: "write 0 when the criterion does not count")
      return nil
    }
    return points
  }

  private func addUp(_ points: [Double], to total: Double, of person: String, _ record: RawRecord) -> Bool {
    let sum = points.reduce(0, +)
    let difference = (sum - total).magnitude
    if difference <= 1e-6 * total { return true }
    let less = sum < total
    report(
      "points-sum", "person", line: record.line, value: person,
      "the points of '\(person)' add up to \(roundedText(sum)), which is \(roundedText(difference)) "
        + "too \(less ? "few" : "many"): they must add up to \(roundedText(total))",
      mend: less
        ? "divide \(roundedText(difference)) points more over the criteria"
        : "take \(roundedText(difference)) points away")
    return false
  }
}
