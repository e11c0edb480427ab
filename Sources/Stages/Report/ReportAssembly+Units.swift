import Artefacts
import Diagnostics
import Estimation
import Registers
import Reporting
import Tables

// What may be said of single units beside their type: the most typical ones, what may be expected of those without
// answers, and how those of a type are spread over the classes of the register.

extension ReportAssembly {
  /// For each type the names of at most five units nearest to its middle, of those whose type is published; sorted by
  /// name, so that the order says nothing of distances.
  func typicalUnits(_ units: [UnitFacts]) throws(Failure) -> [[String]] {
    guard let table = try cluster.tableIfPresent("typical") else { return members.ids.map { _ in [] } }
    let types = try table.texts("type")
    let roles = try table.texts("role")
    let codes = try table.texts("unit")
    return members.ids.enumerated().map { index, id in
      let nearest = codes.indices.filter { types[$0] == id && roles[$0] == "typical" }.map { codes[$0] }
      let shown = nearest.filter { code in
        units.contains { unit in
          if unit.code == code, case .placed(index, _, _) = unit.placing { true } else { false }
        }
      }
      return units.filter { shown.prefix(5).contains($0.code) }.map(\.name)
    }
  }

  /// For each unit without answers the shares of types among units alike, the largest first.
  ///
  /// Ties stand in the order of the letters. Empty when the register tells no more than always naming the largest type.
  ///
  /// - Returns: The shares by code.
  /// - Throws: ``Diagnostics/Failure`` when a table lacks a column.
  func expectedShares() throws(Failure) -> [String: [ExpectedShare]] {
    guard try expectation()?.isBetter == true else { return [:] }
    let table = try cluster.table("expected")
    let types = try table.texts("type")
    let shares = try table.numbers("share")
    var expected: [String: [ExpectedShare]] = [:]
    for (row, unit) in try table.texts("unit").enumerated() {
      guard let type = members.ids.firstIndex(of: types[row]), let share = shares[row] else { continue }
      expected[unit, default: []].append(ExpectedShare(type: type, share: share))
    }
    return expected.mapValues { $0.sorted { (-$0.share, $0.type) < (-$1.share, $1.type) } }
  }

  /// For each type how its units are spread over the classes of each division of the register; only units whose type is
  /// published count.
  func spreads(
    _ units: [UnitFacts], _ classifications: [Classification], _ labels: ClassLabels
  ) throws(Failure) -> [[SpreadFacts]] {
    guard pipeline.register != nil else { return members.ids.map { _ in [] } }
    var types: [String: Int] = [:]
    for unit in units { if case .placed(let type, _, _) = unit.placing { types[unit.code] = type } }
    let registered = try registeredUnits()
    return members.ids.indices.map { type in
      classifications.map { classification in
        let classes = UnitClasses(classification, units: registered)
        var own = classes.cells.map { _ in 0 }
        var all = own
        for (unit, cell) in zip(registered, classes.cellOfUnit) {
          guard let placed = types[unit.code] else { continue }
          all[cell] += 1
          if placed == type { own[cell] += 1 }
        }
        let rows = classes.cells.indices.map { cell in
          SpreadFacts.Row(
            label: labels.cell(classes.cells[cell], of: classification.name), own: own[cell], all: all[cell],
            isTold: all[cell] >= publish.cellMinimum)
        }
        return SpreadFacts(label: labels.name(of: classification.name), rows: rows.filter { $0.all > 0 })
      }
    }
  }

  /// The units of the register with their attributes, as the units' ledger has them.
  private func registeredUnits() throws(Failure) -> [Unit] {
    let codes = try ledger.texts("unit")
    var values = codes.map { _ in [String: Unit.Value]() }
    for column in ledger.columns {
      for (row, number) in column.numbers.enumerated() { values[row][column.name] = number.map(Unit.Value.number) }
      for (row, text) in column.texts.enumerated() where values[row][column.name] == nil {
        values[row][column.name] = text.map(Unit.Value.text)
      }
    }
    return zip(codes, values).map { Unit(code: $0, name: $0, values: $1) }
  }
}
