import Artefacts
import Diagnostics
import Files
import Matrices
import Normalisation
import Tables
import Waves

/// What normalise left of a wave, read to be compared with another.
struct WaveRecord {
  /// The name of the wave.
  let name: String
  /// The date for which it speaks; `nil` without a register.
  let date: CalendarDate?
  /// The folder.
  let folder: ArtefactFolder
  /// How its features are scaled.
  let transform: FittedTransform
  /// The codes of the units that answered, sorted.
  let units: [String]
  /// Their features, units × the features of ``transform``, profiles included.
  let values: Matrix
  /// The raw values, one row a unit in the same order.
  let raw: RowsOfUnits
  /// The units of the register on its date, and whether they answered.
  let ledger: [String: Bool]
  /// The number of respondents of each unit that answered.
  let respondents: [String: Int]
  private let positions: [String: Int]

  /// Reads the folder.
  ///
  /// - Throws: ``Diagnostics/Failure`` when a table is missing or lacks a column.
  init(_ folder: ArtefactFolder) throws(Failure) {
    self.folder = folder
    name = folder.run.parameter("wave") ?? ""
    date = folder.run.parameter("date").flatMap { CalendarDate(iso: $0) }
    transform = try folder.json("features.json", as: FittedTransform.self)
    let features = try folder.table("features")
    let codes = try features.texts("unit")
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    units = order.map { codes[$0] }
    var columns: [[Double]] = []
    for feature in transform.features {
      let numbers = try features.numbers(feature.name)
      columns.append(order.map { numbers[$0] ?? 0 })
    }
    values = Matrix(
      rows: units.count, columns: columns.count,
      values: units.indices.flatMap { row in columns.map { $0[row] } })
    raw = RowsOfUnits(try folder.table("units"), units)
    positions = Dictionary(units.enumerated().map { ($1, $0) }) { first, _ in first }
    (ledger, respondents) = try Self.ledger(folder)
  }

  /// Reads which units there are; one that merged away during the fieldwork is none of the date.
  private static func ledger(_ folder: ArtefactFolder) throws(Failure) -> ([String: Bool], [String: Int]) {
    let table = try folder.table("units-ledger")
    let (outcomes, counts) = (try table.texts("outcome"), try table.integers("respondents"))
    var ledger: [String: Bool] = [:]
    var respondents: [String: Int] = [:]
    for (row, unit) in try table.texts("unit").enumerated() where outcomes[row] != "merged_away" {
      ledger[unit] = outcomes[row] == "respondent"
      respondents[unit] = counts[row] ?? 0
    }
    return (ledger, respondents)
  }

  /// Returns the row of a unit.
  func row(of unit: String) -> Int? { positions[unit] }

  /// Returns the features of its units in another scale, for the columns that are named.
  ///
  /// Each number goes back to the raw value that it was made from and through the other fit. A feature that this wave lacks
  /// takes the value that the other scale has for what is missing.
  ///
  /// - Parameters:
  ///   - names: Features of the other scale.
  ///   - other: The other scale.
  /// - Returns: Units × `names`.
  func values(of names: [String], in other: FittedTransform) -> Matrix {
    var numbers = [Double](repeating: 0, count: units.count * names.count)
    for (column, name) in names.enumerated() {
      guard let place = other.position(of: name) else { continue }
      let target = other.features[place]
      let source = transform.position(of: name)
      for row in units.indices {
        numbers[row * names.count + column] =
          source.map { moved(values[row, $0], from: transform.features[$0], to: target) } ?? target.scaled(nil)
      }
    }
    return Matrix(rows: units.count, columns: names.count, values: numbers)
  }

  /// Returns where each unit of the register is on the date: of its type, or without an answer.
  ///
  /// - Parameter letters: The letter of the type of each unit that has one.
  /// - Returns: The place of each unit.
  func places(_ letters: [String: String]) -> [String: Transitions.Place] {
    var places = ledger.mapValues { _ in Transitions.Place.noAnswer }
    for (unit, letter) in letters { places[unit] = .type(letter) }
    return places
  }
}

/// Returns a scaled value in another scale; bits stay where both scale alike.
func moved(_ value: Double, from own: FittedFeature, to other: FittedFeature) -> Double {
  own.scalesAlike(other) ? value : other.scaled(own.original(value))
}
