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

  /// Appends a raw feature, with number of answers and standard error of each column when it comes from answers, and
  /// what pooling did to it.
  mutating func append(_ values: UnitValues, _ answered: [AggregatedUnits.Feature], _ source: String) {
    for (position, column) in values.columns.enumerated() {
      append(column.name, column.values, "\(source), unscaled.")
      guard position < answered.count else { continue }
      let feature = answered[position]
      append(column.name + "_n", .integer(feature.counts), "Number of answers.")
      append(column.name + "_se", .number(feature.errors), "Standard error.")
      guard let own = feature.own, let pulls = feature.pulls else { continue }
      append(column.name + "_own", .number(own), "The unit's own value, before pooling.")
      append(
        column.name + "_pull", .number(pulls), "0 is the unit's own value alone, 1 the mean of its stratum alone.")
    }
  }

  /// Appends every index that no column is named after.
  mutating func appendIndices(_ codebook: Codebook, _ wave: Wave) {
    let others = codebook.indices.filter { table[$0.name] == nil }
    let measures = others.map { Measure($0, of: codebook, in: wave) }
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: measures.compactMap { $0 })
    for (index, measure) in zip(others, measures) {
      guard let measure, let position = sample.position(of: measure.name) else { continue }
      let aggregate = sample.aggregate(position)
      append(index.name, .number(aggregate.values), "index.\(index.name), unscaled.")
      append(index.name + "_n", .integer(aggregate.counts), "Number of answers.")
      append(index.name + "_se", .number(aggregate.errors), "Standard error.")
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
