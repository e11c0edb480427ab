import Artefacts
import CSVFiles
import Clustering
import Diagnostics
import Files
import Matrices
import Tables

/// Units with their features, read and checked: what types are made from.
struct FeatureTable {
  /// The codes of the units, sorted; *n*.
  var units: [String]
  /// The names of the features; *d*.
  var features: [String]
  /// The values, *n* × *d*.
  var values: Matrix
  /// The weight of each unit, if weights were given, for the sensitivity to them; 0 for a unit that shapes no type.
  var weights: [Double]?
  /// The redrawn values, if there are any.
  var replicates: Replicates?
  /// Whether the answers are simulated.
  var simulated = false
  /// What was noticed; no errors.
  var findings: [Finding] = []

  /// Reads what normalise left: the features whose use is not `profile`, and the replicates.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - model: The features of a saved model, to read these instead.
  /// - Throws: ``Diagnostics/Failure`` when a file is missing or does not fit the others.
  init(normalised folder: ArtefactFolder, model: [String]? = nil) throws(Failure) {
    let raw = try CSVReader.read(path: joinPath(folder.path, "features.csv"))
    let declared = try folder.json("features.json", as: DeclaredFeatures.self)
    let clustered = declared.features.filter { $0.use != "profile" }.map(\.name)
    guard !clustered.isEmpty || model != nil else {
      throw Failure(
        .badData, rule: "no-features", at: Place(file: joinPath(folder.path, "features.json")),
        message: "no feature is there to make types from", mend: "leave out 'use: profile' for some features")
    }
    try self.init(raw, id: "unit", model.map { .model($0) } ?? .declared(clustered))
    if model != nil {
      // Profiles are carried along beside the features that types are made from, and are no surprise here.
      let profiles = Set(declared.features.filter { $0.use == "profile" }.map(\.name))
      findings.removeAll { $0.rule == "unknown-feature" && profiles.contains($0.place.field ?? "") }
    }
    simulated = folder.run.simulated
    let array = try folder.array("replicates.npy")
    let all = declared.features.map(\.name)
    guard array.shape.count == 3, array.shape[1] == units.count, array.shape[2] == all.count else {
      throw Failure(
        .badData, rule: "other-shape", at: Place(file: joinPath(folder.path, "replicates.npy")),
        message:
          "the replicates have the shape \(array.shape), and \(units.count) units with \(all.count) features are needed",
        mend: "run 'koers-normalise' anew")
    }
    if array.shape[0] > 0 {
      let column = raw.header.firstIndex(of: "unit") ?? 0
      let order = raw.records.map { $0.fields[column] }.enumerated().sorted { $0.element < $1.element }
      replicates = Replicates(
        array, rows: order.map(\.offset), columns: features.compactMap { all.firstIndex(of: $0) })
    }
  }

  /// Reads any delimited file with a column that names the units and columns of numbers.
  ///
  /// A column `simulated` that is true everywhere marks the table as simulated and is no feature.
  ///
  /// - Parameters:
  ///   - raw: The file.
  ///   - id: The column that names the units; when `nil` the column `unit`, else the first column without any number.
  ///   - weights: The column with the weights of the units, if there is one.
  ///   - choice: The features to read; those of a model come in its order.
  /// - Throws: ``Diagnostics/Failure`` with everything that is wrong in the file.
  init(_ raw: RawTable, id: String?, weights: String? = nil, _ choice: FeatureChoice = .all) throws(Failure) {
    let checked = FeatureCheck(raw, id: id, weights: weights, choice)
    if checked.findings.contains(where: { $0.level == .error }) { throw Failure(.badData, checked.findings) }
    let order = checked.units.indices.sorted { checked.units[$0] < checked.units[$1] }
    let columns =
      choice.isForModel
      ? (choice.names ?? []).compactMap { checked.features.firstIndex(of: $0) } : Array(checked.features.indices)
    units = order.map { checked.units[$0] }
    features = columns.map { checked.features[$0] }
    values = Matrix(
      rows: units.count, columns: features.count,
      values: order.flatMap { row in columns.map { checked.columns[$0][row].roundedToGrid } })
    self.weights = checked.weights.map { weights in order.map { weights[$0] } }
    simulated = checked.simulated
    findings = checked.findings
    if !choice.isForModel { findings += constantColumns(file: raw.file) }
  }

  private func constantColumns(file: String) -> [Finding] {
    features.indices.filter { column in units.indices.allSatisfy { values[$0, column] == values[0, column] } }
      .map { column in
        Finding(
          .warning, rule: "constant-feature", at: Place(file: file, field: features[column]),
          value: plainText(values[0, column]),
          message: "'\(features[column])' is \(plainText(values[0, column])) for every unit, and tells no types apart",
          mend: "leave the column out")
      }
  }

  /// Refuses more types than can be told apart.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65.
  func requireRoom(forTypes most: Int, at place: Place) throws(Failure) {
    if units.count < most {
      throw Failure(.badData, [tooManyTypes(most, units: units.count, at: place)])
    }
    let distinct = values.distinctRowCount
    if distinct == 1 && most > 1 {
      throw Failure(
        .badData, rule: "units-all-alike", at: place, value: String(most),
        message: "all \(units.count) units are the same on every feature, so that there are no types to find",
        mend: "add features that tell the units apart")
    }
    if distinct < most {
      throw Failure(
        .badData, rule: "more-types-than-distinct-units", at: place, value: String(most),
        message: "up to \(most) types are asked for, and only \(distinct) of the \(units.count) units differ",
        mend: "ask for at most \(distinct) types, or add features that tell the units apart")
    }
  }
}

/// More types are asked for than there are units.
func tooManyTypes(_ most: Int, units: Int, at place: Place) -> Finding {
  Finding(
    .error, rule: "more-types-than-units", at: place, value: String(most),
    message: "up to \(most) types are asked for, and there are \(units) units",
    mend: "ask for at most \(units) types, or add units")
}

/// The part of `features.json` that is needed here.
private struct DeclaredFeatures: Decodable {
  struct Feature: Decodable {
    var name: String
    var use: String
  }
  var features: [Feature]
}

extension Replicates {
  /// Takes rows and columns of an array of replicates × units × features, in the given order.
  fileprivate init(_ array: NumPyArray, rows: [Int], columns: [Int]) {
    let (units, features) = (array.shape[1], array.shape[2])
    var values: [Double] = []
    values.reserveCapacity(array.shape[0] * rows.count * columns.count)
    for replicate in 0..<array.shape[0] {
      for row in rows {
        let base = (replicate * units + row) * features
        for column in columns { values.append(array.values[base + column]) }
      }
    }
    self.init(count: array.shape[0], rows: rows.count, columns: columns.count, values: values)
  }
}
