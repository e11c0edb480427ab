import Estimation
import Normalisation
import Registers
import Survey
import Tables

/// Builds a table with one row a unit, in which no name comes twice.
struct UnitTableBuilder {
  private(set) var table: Table
  private let units: [Unit?]

  init(_ codes: [String], _ units: [Unit?], named name: String) {
    self.units = units
    table = Table(name, [Column("unit", .text(codes), description: "Code of the unit.")])
    if units.contains(where: { $0 != nil }) {
      table.append(Column("name", .text(units.map { $0?.name }), description: "Name of the unit."))
    }
  }

  mutating func append(_ name: String, _ values: Column.Values, _ description: String) {
    if table[name] == nil { table.append(Column(name, values, description: description)) }
  }

  /// Appends a raw feature, with number of answers and standard error when it comes from answers.
  mutating func append(_ name: String, _ values: UnitValues, _ aggregate: UnitAggregate?, _ source: String) {
    for (name, values) in values.columns {
      if case .text = values { append(name, values, "\(source).") } else { append(name, values, "\(source), unscaled.") }
    }
    guard let aggregate else { return }
    append(name + "_n", .integer(aggregate.counts), "Number of answers.")
    append(name + "_se", .number(aggregate.errors), "Standard error.")
  }

  /// Appends every index that no column is named after.
  mutating func appendIndices(_ codebook: Codebook, _ wave: Wave) {
    let others = codebook.indices.filter { table[$0.name] == nil }
    let measures = others.map { Measure($0, of: codebook, in: wave) }
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: measures.compactMap { $0 })
    for (index, measure) in zip(others, measures) {
      guard let measure, let position = sample.position(of: measure.name) else { continue }
      let aggregate = sample.aggregate(position)
      append(index.name, UnitValues(index.name, .numbers(aggregate.values)), aggregate, "index." + index.name)
    }
  }

  /// Appends attributes of the register; those that a feature already brought, or no unit has, are left out.
  mutating func appendRegister(_ names: [String], except sources: [String]) {
    for name in names where !sources.contains("register." + name) {
      guard units.contains(where: { $0?.values[name] != nil }) else { continue }
      let isText = units.contains { unit in
        if case .text = unit?.values[name] { return true }
        return false
      }
      let values: Column.Values =
        isText ? .text(units.map { $0?.text(name) }) : .number(units.map { $0?.number(name) })
      append(name, values, "Attribute of the register.")
    }
  }
}
