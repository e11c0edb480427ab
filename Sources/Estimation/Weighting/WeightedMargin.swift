public import Settings
public import Tables

/// A margin as it was declared, with what the weights made of it.
public struct WeightedMargin: Hashable, Sendable {
  /// One cell of the classification.
  public struct Cell: Hashable, Sendable {
    /// The name.
    public var name: String
    /// What it is called in a report.
    public var label: LocalText
    /// The number of units in the population.
    public var population: Int
    /// The number of units that answered.
    public var answered: Int
    /// The sum of their weights before raking.
    public var before: Double
    /// The sum of their weights after it: the population, unless the cell was merged.
    public var after: Double
    /// The cell that it is part of since too few units answered; with that, the sums agree again.
    public var mergedInto: String?
  }

  /// The name of the classification.
  public var name: String
  /// Its cells, in their order.
  public var cells: [Cell]

  init(_ classes: UnitClasses, _ merged: WeightingCells, present: [Int], before: [Double], after: [Double]) {
    name = classes.name
    let population = classes.counts
    cells = classes.cells.indices.map { cell in
      let taker = merged.names[merged.cellOfOriginal[cell]]
      return Cell(
        name: classes.cells[cell], label: classes.labels[cell], population: population[cell], answered: 0, before: 0,
        after: 0, mergedInto: taker == classes.cells[cell] ? nil : taker)
    }
    for (position, unit) in present.enumerated() {
      let cell = classes.cellOfUnit[unit]
      cells[cell].answered += 1
      cells[cell].before += before[position]
      cells[cell].after += after[position]
    }
  }
}

extension UnitDesign {
  /// The table `margins`, one row a cell of a margin; without rows when units are not weighted.
  public var marginTable: Table {
    let rows = margins.flatMap { margin in margin.cells.map { (margin.name, $0) } }
    return Table(
      "margins",
      [
        Column("margin", .text(rows.map(\.0)), description: "Classification."),
        Column("cell", .text(rows.map(\.1.name)), description: "Cell of the classification."),
        Column("label_nl", .text(rows.map(\.1.label.nl)), description: "What the cell is called, in Dutch."),
        Column("label_en", .text(rows.map(\.1.label.en)), description: "What the cell is called, in English."),
        Column("population", .integer(rows.map(\.1.population)), description: "Number of units in the register."),
        Column("answered", .integer(rows.map(\.1.answered)), description: "Number of units that answered."),
        Column("before", .number(rows.map(\.1.before)), description: "Sum of their weights before raking."),
        Column("after", .number(rows.map(\.1.after)), description: "Sum of their weights after raking."),
        Column(
          "merged_into", .text(rows.map(\.1.mergedInto)),
          description: "The merged cell that it is part of, because too few units answered."),
      ])
  }
}
