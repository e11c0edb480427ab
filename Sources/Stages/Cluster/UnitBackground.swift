import Artefacts
import CSVFiles
import Clustering
import Diagnostics
import Files
import Matrices
import Normalisation
import Tables

/// What normalise left about the units beside the features that types are made from: raw values, profile features, and
/// the attributes of the register.
///
/// Of a typology from a file of features alone nothing of this is known.
struct UnitBackground {
  /// The fitted features.
  let transform: FittedTransform
  /// The raw values, one row a unit, in the order of the typology's units; missing rows where a unit is not in it.
  let units: RowsOfUnits
  /// The attributes of the register for the same units, if there is a register.
  let register: RowsOfUnits?
  /// The names of the columns of profile features.
  let profileNames: [String]
  /// Their scaled values, units × columns.
  let profiles: Matrix

  /// Reads what is there; `nil` when normalise left no raw values.
  ///
  /// - Parameters:
  ///   - folder: The folder that normalise left.
  ///   - codes: The units of the typology.
  /// - Throws: ``Diagnostics/Failure`` when a file is not as normalise writes it.
  init?(_ folder: ArtefactFolder, units codes: [String]) throws(Failure) {
    guard pathExists(joinPath(folder.path, "units.csv")) else { return nil }
    transform = try folder.json("features.json", as: FittedTransform.self)
    units = RowsOfUnits(try folder.table("units"), codes)
    let hasRegister = pathExists(joinPath(folder.path, "units-ledger.csv"))
    register = hasRegister ? RowsOfUnits(try folder.table("units-ledger"), codes) : nil
    let names = transform.features.filter { $0.use == .profile }.map(\.name)
    profileNames = names
    if names.isEmpty {
      profiles = Matrix(rows: codes.count, columns: 0)
    } else {
      let raw = try CSVReader.read(path: joinPath(folder.path, "features.csv"))
      profiles = try FeatureTable(raw, id: "unit", .declared(names)).values
    }
  }
}

extension UnitBackground {
  /// The weights of the units; `nil` when there are none, when one is missing or not above zero, or when all are equal.
  var weights: [Double]? {
    let known = (units.numbers("weight") ?? []).compactMap { $0 }.filter { $0 > 0 }
    guard known.count == profiles.rows, Set(known).count > 1 else { return nil }
    return known
  }
}

/// A table with one row a unit, read in the order of other units.
struct RowsOfUnits {
  let table: Table
  /// The row of each unit, if the table has one.
  private let rows: [Int?]

  init(_ table: Table, _ codes: [String]) {
    self.table = table
    var known: [String: Int] = [:]
    for (row, code) in (table["unit"]?.texts ?? []).enumerated() {
      if let code, known[code] == nil { known[code] = row }
    }
    rows = codes.map { known[$0] }
  }

  /// Returns the numbers of a column, one a unit; `nil` when there is no column of numbers or truths of that name.
  func numbers(_ name: String) -> [Double?]? {
    guard let column = table[name] else { return nil }
    switch column.values {
    case .number, .integer, .boolean: return picked(column.numbers)
    case .text, .date: return nil
    }
  }

  /// Returns the texts of a column, one a unit; none when there is no such column.
  func texts(_ name: String) -> [String?] { table[name].map { picked($0.texts) } ?? [] }

  /// Returns the categories of a column of texts or truths, as positions in their alphabetical order; `nil` when there is
  /// none of that name.
  func categories(_ name: String) -> [Int?]? {
    guard let column = table[name] else { return nil }
    switch column.values {
    case .number, .integer, .date: return nil
    case .text, .boolean:
      let texts = picked(column.texts)
      let levels = Set(texts.compactMap { $0 }).sorted()
      var positions: [String: Int] = [:]
      for (position, level) in levels.enumerated() { positions[level] = position }
      return texts.map { text in text.flatMap { positions[$0] } }
    }
  }

  private func picked<Value>(_ values: [Value?]) -> [Value?] { rows.map { row in row.flatMap { values[$0] } } }
}

extension FittedFeature {
  /// Returns raw numbers as they are compared: transformed and within their bounds, in the measure of the scaled feature;
  /// `nil` where there is none that the transform accepts.
  func compared(_ raw: [Double?]) -> [Double?] {
    raw.map { number in number.flatMap { transform.accepts($0) ? scaled($0) : nil } }
  }
}
