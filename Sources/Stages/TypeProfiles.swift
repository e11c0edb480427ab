import Artefacts
import DecisionAnalysis
import Diagnostics
import Files
import Matrices
import Normalisation
import Strategies
import Tables

/// The raw amounts of the units, as normalise left them.
struct MeasuredAmounts {
  /// The codes of the units, sorted; *n*.
  let units: [String]
  /// The number of respondents of each unit; 0 where it is not told.
  let respondents: [Int]
  /// The names of the amounts.
  let names: [String]
  /// One column a name; NaN where an amount is not known.
  let columns: [[Double]]

  init(_ folder: ArtefactFolder) throws(Failure) {
    let table = try folder.table("units")
    let present = Set(table.columns.map(\.name))
    let measured = table.columns.filter { column in
      if ["unit", "name", "respondents", "weight"].contains(column.name) { return false }
      for ending in ["_n", "_se"] where column.name.hasSuffix(ending) {
        if present.contains(String(column.name.dropLast(ending.count))) { return false }
      }
      switch column.values {
      case .number, .integer, .boolean: return true
      case .text, .date: return false
      }
    }
    units = (table["unit"]?.texts ?? []).map { $0 ?? "" }
    respondents = table["respondents"]?.numbers.map { Int($0 ?? 0) } ?? units.map { _ in 0 }
    names = measured.map(\.name)
    columns = measured.map { $0.numbers.map { $0 ?? .nan } }
  }
}

/// The amounts of every type and member, with their replicates, for the sources that a catalogue names.
struct TypeProfiles: Sendable {
  /// The names of the types, sorted.
  let types: [String]
  /// The codes of the units, sorted; *n*.
  let units: [String]
  /// For each unit the position of its type; `nil` for a unit without type.
  let typeOfUnit: [Int?]
  /// The number of respondents of each type.
  let respondents: [Int]

  private let sources: Int
  private let replicates: Int
  /// The best estimates, *n* × *s*.
  private let amounts: [Double]
  /// The redrawn amounts, *r* × *n* × *s*; *r* is at least 1.
  private let redrawn: [Double]

  /// Brings members and amounts together.
  ///
  /// A replicate redraws what comes from answers; facts of the register stay what they are. Where a unit has no amount of its
  /// own, it has none in the replicates either: the number that stood in for it in the features says nothing about it.
  init(
    _ measured: MeasuredAmounts, sources: [String], of normalised: ArtefactFolder, types clustered: ArtefactFolder
  ) throws(Failure) {
    let table = try clustered.table("types")
    let typed = zip(table["unit"]?.texts ?? [], table["type"]?.texts ?? [])
    let pairs = typed.compactMap { unit, type in unit.flatMap { unit in type.map { (unit, $0) } } }
    let names = Set(pairs.map(\.1)).sorted { ($0.count, $0) < ($1.count, $1) }
    let known = Set(measured.units)
    let strangers = pairs.filter { !known.contains($0.0) }
    if let stranger = strangers.first {
      throw Failure(
        .badData, rule: "other-units", at: Place(file: clustered.path), value: stranger.0,
        message:
          "\(strangers.count) of \(pairs.count) units with a type, such as '\(stranger.0)', cannot be found in \(normalised.path)",
        mend: "run 'koers-cluster' anew on the folder that 'koers-normalise' left")
    }
    let typeOf = Dictionary(pairs) { first, _ in first }
    units = measured.units
    types = names
    let positions = measured.units.map { unit in typeOf[unit].flatMap { names.firstIndex(of: $0) } }
    typeOfUnit = positions
    respondents = names.indices.map { type in
      zip(measured.respondents, positions).reduce(0) { $0 + ($1.1 == type ? $1.0 : 0) }
    }
    let columns = sources.map { name in measured.names.firstIndex(of: name).map { measured.columns[$0] } ?? [] }
    self.sources = sources.count
    amounts = measured.units.indices.flatMap { unit in columns.map { $0.isEmpty ? .nan : $0[unit] } }
    (replicates, redrawn) = try Self.redraw(amounts, sources: sources, units: measured.units.count, normalised)
  }

  private static func redraw(_ amounts: [Double], sources: [String], units: Int, _ folder: ArtefactFolder)
    throws(Failure) -> (count: Int, values: [Double])
  {
    let transform = try folder.json("features.json", as: FittedTransform.self)
    let array = try folder.array("replicates.npy")
    let features = transform.features.count
    guard array.shape.count == 3, array.shape[1] == units, array.shape[2] == features else {
      throw Failure(
        .badData, rule: "other-shape", at: Place(file: joinPath(folder.path, "replicates.npy")),
        message:
          "the replicates have the shape \(array.shape), and \(units) units with \(features) features are needed",
        mend: "run 'koers-normalise' anew")
    }
    let count = array.shape[0]
    guard count > 0 else { return (1, amounts) }
    var values: [Double] = []
    values.reserveCapacity(count * amounts.count)
    for _ in 0..<count { values.append(contentsOf: amounts) }
    for (source, name) in sources.enumerated() {
      guard let position = transform.position(of: name) else { continue }
      let feature = transform.features[position]
      if feature.source.hasPrefix("register.") { continue }
      for row in 0..<count * units {
        let cell = row * sources.count + source
        if !values[cell].isNaN { values[cell] = feature.original(array.values[row * features + position]) }
      }
    }
    return (count, values)
  }

  /// Returns the profile of one unit.
  func member(_ unit: Int) -> Profile {
    var values: [Double] = []
    values.reserveCapacity(replicates * sources)
    for replicate in 0..<replicates {
      let start = (replicate * units.count + unit) * sources
      values.append(contentsOf: redrawn[start..<start + sources])
    }
    return Profile(
      amounts: Array(amounts[unit * sources..<(unit + 1) * sources]),
      replicates: Matrix(rows: replicates, columns: sources, values: values))
  }

  /// Returns the profile of a type: the means over its members that have an amount.
  func profile(ofType type: Int) -> Profile {
    let members = units.indices.filter { typeOfUnit[$0] == type }
    func means(_ values: [Double], from start: Int) -> [Double] {
      (0..<sources).map { source in
        var sum = 0.0
        var known = 0
        for member in members {
          let value = values[start + member * sources + source]
          if value.isNaN { continue }
          sum += value
          known += 1
        }
        return known > 0 ? sum / Double(known) : .nan
      }
    }
    let size = units.count * sources
    return Profile(
      amounts: means(amounts, from: 0),
      replicates: Matrix(
        rows: replicates, columns: sources, values: (0..<replicates).flatMap { means(redrawn, from: $0 * size) }))
  }

  /// Returns the match of every type; types are worked side by side, and give the same result one after another.
  func matches(by matcher: Matcher) async -> [Match] {
    await withTaskGroup(of: (Int, Match).self) { group in
      for type in types.indices {
        group.addTask { (type, matcher.match(profile(ofType: type))) }
      }
      var matches: [(Int, Match)] = []
      for await match in group { matches.append(match) }
      return matches.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Returns the members whose own values point to another strategy than their type's, by unit.
  ///
  /// Chunks of a fixed number of units are worked side by side.
  func misfits(by matcher: Matcher, _ matches: [Match]) async -> [(unit: Int, misfit: Misfit)] {
    let chunk = 64
    return await withTaskGroup(of: [(unit: Int, misfit: Misfit)].self) { group in
      for start in stride(from: 0, to: units.count, by: chunk) {
        group.addTask {
          (start..<min(start + chunk, units.count)).compactMap { unit in
            guard let type = typeOfUnit[unit], let first = matches[type].ranking.first, first.veto == nil else {
              return nil
            }
            return matcher.misfit(member(unit), typeStrategy: first.strategy).map { (unit, $0) }
          }
        }
      }
      var misfits: [(unit: Int, misfit: Misfit)] = []
      for await part in group { misfits.append(contentsOf: part) }
      return misfits.sorted { $0.unit < $1.unit }
    }
  }
}
