public import Settings
public import Tables

/// Who answered, by the cells of one classification or of several crossed.
public struct ResponseTable: Hashable, Sendable {
  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// The name; of crossed cells the names joined by ` x `.
    public var name: String
    /// What it is called in a report.
    public var label: LocalText
    /// The number of units in the register.
    public var units: Int
    /// The number of units that answered.
    public var answered: Int
    /// The number of respondents.
    public var respondents: Int
    /// The share of the units that answered; `nil` for a cell without units.
    public var rate: Double? { units > 0 ? Double(answered) / Double(units) : nil }
  }

  /// The classifications, joined by ` x `.
  public var classes: String
  /// The cells in their order: all of one classification, and of several crossed those in which the register has a unit.
  public var cells: [Cell]

  /// Returns the table of each classification alone and, from two on, that of all crossed.
  ///
  /// - Parameters:
  ///   - classes: The classifications of all units.
  ///   - answering: The positions of the units that answered.
  ///   - respondents: The number of respondents of each of those.
  /// - Returns: The tables.
  /// - Complexity: O(units · classifications).
  static func all(_ classes: [UnitClasses], answering: [Int], respondents: [Int]) -> [ResponseTable] {
    var tables = classes.map { ResponseTable([$0], answering: answering, respondents: respondents) }
    if classes.count > 1 {
      tables.append(ResponseTable(classes, answering: answering, respondents: respondents))
    }
    return tables
  }

  private init(_ classes: [UnitClasses], answering: [Int], respondents: [Int]) {
    self.classes = classes.map(\.name).joined(separator: " x ")
    let count = classes.first?.cellOfUnit.count ?? 0
    let keys = (0..<count).map { unit in
      classes.reduce(0) { $0 * $1.cells.count + $1.cellOfUnit[unit] }
    }
    let present = classes.count == 1 ? Array(classes[0].cells.indices) : Set(keys).sorted()
    var position: [Int: Int] = [:]
    cells = present.enumerated().map { index, key in
      position[key] = index
      var rest = key
      var parts: [Int] = []
      for margin in classes.reversed() {
        parts.insert(rest % margin.cells.count, at: 0)
        rest /= margin.cells.count
      }
      let labels = zip(classes, parts).map { $0.labels[$1] }
      return Cell(
        name: zip(classes, parts).map { $0.cells[$1] }.joined(separator: " x "),
        label: LocalText(
          nl: labels.map(\.nl).joined(separator: " x "), en: labels.map(\.en).joined(separator: " x ")),
        units: 0, answered: 0, respondents: 0)
    }
    for key in keys { if let index = position[key] { cells[index].units += 1 } }
    for (unit, people) in zip(answering, respondents) {
      guard let index = position[keys[unit]] else { continue }
      cells[index].answered += 1
      cells[index].respondents += people
    }
  }
}

extension UnitDesign {
  /// The table `response`: who answered, by class and by all classes crossed.
  public var responseTable: Table {
    let rows = response.flatMap { table in table.cells.map { (table.classes, $0) } }
    return Table(
      "response",
      [
        Column("classes", .text(rows.map(\.0)), description: "Classification, or several crossed."),
        Column("cell", .text(rows.map(\.1.name)), description: "Cell, or cells crossed."),
        Column("label_nl", .text(rows.map(\.1.label.nl)), description: "What the cell is called, in Dutch."),
        Column("label_en", .text(rows.map(\.1.label.en)), description: "What the cell is called, in English."),
        Column("units", .integer(rows.map(\.1.units)), description: "Number of units in the register."),
        Column("answered", .integer(rows.map(\.1.answered)), description: "Number of units that answered."),
        Column("rate", .number(rows.map(\.1.rate)), description: "Share of the units that answered."),
        Column("respondents", .integer(rows.map(\.1.respondents)), description: "Number of respondents."),
      ])
  }
}
