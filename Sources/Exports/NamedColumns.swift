import Diagnostics
import Tables

/// Columns of which every name leads to one column alone, and what had to be done for it.
struct NamedColumns {
  var columns: [ExportColumn]
  var notes: [Finding] = []

  init(_ columns: [ExportColumn], headings: Headings, file: String, line: Int) {
    self.columns = columns
    let place = Place(file: file, line: line)
    nameUnnamed(at: place)
    addWrittenNames(headings)
    numberEqualNames(at: place)
    dropAmbiguousNames()
  }

  /// Names the columns that have no heading after their place.
  private mutating func nameUnnamed(at place: Place) {
    let taken = Set(columns.flatMap(\.names))
    var unnamed: [Int] = []
    for position in columns.indices where columns[position].names.isEmpty {
      if position == 0, columns.count > 1, !taken.contains("index") {
        columns[0].names = ["index"]
        columns[0].purpose = .index
        continue
      }
      var name = "column_\(position + 1)"
      while taken.contains(name) { name += "_" }
      columns[position].names = [name]
      unnamed.append(position + 1)
    }
    if columns.first?.purpose == .index {
      notes.append(
        Finding(
          .note, rule: "unnamed-index", at: place,
          message: "the first column has no name; it is taken for row numbers, and called 'index'",
          mend: "remove the column, or give it a name in the header"))
    }
    guard let first = unnamed.first, let last = unnamed.last else { return }
    let message =
      unnamed.count == 1
      ? "column \(first) has no name; it is called 'column_\(first)'"
      : "\(unnamed.count) columns from column \(first) on have no name; they are called 'column_\(first)' to "
        + "'column_\(last)'"
    notes.append(
      Finding(
        .note, rule: "unnamed-column", at: place, message: message,
        mend: "give each a name in the header, or remove it"))
  }

  /// Adds the heading as it stands in the file, where that differs by its spaces.
  private mutating func addWrittenNames(_ headings: Headings) {
    for position in columns.indices where position < headings.first.count {
      let heading = headings.row(0)[position]
      let written = trimmed(headings.first[position])
      if written != heading, columns[position].names.contains(heading) { columns[position].names.append(written) }
    }
  }

  /// Puts a number behind the second and later of equal headings.
  private mutating func numberEqualNames(at place: Place) {
    var taken = Set(columns.map(\.name))
    var seen: [String: Int] = [:]
    for position in columns.indices {
      let name = columns[position].name
      guard let first = seen[name] else {
        seen[name] = position + 1
        continue
      }
      // Another name may still tell the two apart.
      if let other = columns[position].names.dropFirst().first(where: { !taken.contains($0) }) {
        columns[position].names.removeAll { $0 == name }
        columns[position].names.removeAll { $0 == other }
        columns[position].names.insert(other, at: 0)
        taken.insert(other)
        seen[other] = position + 1
        continue
      }
      var number = 2
      while taken.contains("\(name) (\(number))") { number += 1 }
      let fresh = "\(name) (\(number))"
      taken.insert(fresh)
      columns[position].names = [fresh]
      notes.append(
        Finding(
          .note, rule: "duplicate-column", at: Place(file: place.file, line: place.line, field: name), value: name,
          message: "the columns \(first) and \(position + 1) have one heading; the second is called '\(fresh)'",
          mend: "give the second another name in the header"))
    }
  }

  /// Takes away second names that could mean another column.
  private mutating func dropAmbiguousNames() {
    var owners: [String: Int] = [:]
    for column in columns {
      for name in Set(column.names) { owners[name, default: 0] += 1 }
    }
    for position in columns.indices {
      let first = columns[position].name
      var kept = [first]
      for name in columns[position].names.dropFirst() where owners[name] == 1 && !kept.contains(name) && !name.isEmpty {
        kept.append(name)
      }
      columns[position].names = kept
    }
  }
}
