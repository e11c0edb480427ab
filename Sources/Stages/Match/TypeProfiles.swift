import Artefacts
import Diagnostics
import Files
import Matrices
import Normalisation
import Strategies
import Tables

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

  /// The certainty of each unit's type; `nil` where it is not told.
  let certainties: [Double?]

  /// For each replicate the position of each unit's type; at least one.
  let redrawnTypes: [[Int?]]
  /// The profile of each type, made once for all that looks at types.
  private var wholes: [Profile] = []
  private let sources: Int
  private let replicates: Int
  /// The best estimates, *n* × *s*.
  private let amounts: [Double]
  /// The redrawn amounts, *r* × *n* × *s*; *r* is at least 1.
  private let redrawn: [Double]

  /// Brings members and amounts together.
  ///
  /// A replicate redraws what comes from answers, and which units are of which type, both together; facts of the register
  /// stay what they are. Where a unit has no amount of its
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
    let sure = Dictionary(
      zip(table["unit"]?.texts ?? [], table["certainty"]?.numbers ?? []).compactMap { unit, share in
        unit.map { ($0, share) }
      }
    ) { first, _ in first }
    certainties = measured.units.map { sure[$0] ?? nil }
    redrawnTypes =
      try Self.redrawTypes(clustered, pairs: pairs, units: measured.units, types: names.count) ?? [positions]
    let columns = sources.map { name in measured.names.firstIndex(of: name).map { measured.columns[$0] } ?? [] }
    self.sources = sources.count
    amounts = measured.units.indices.flatMap { unit in columns.map { $0.isEmpty ? .nan : $0[unit] } }
    (replicates, redrawn) = try Self.redraw(amounts, sources: sources, units: measured.units.count, normalised)
    wholes = names.indices.map(meanProfile)
  }

  /// The type of each unit in every replicate of the division; `nil` when it has none.
  private static func redrawTypes(
    _ folder: ArtefactFolder, pairs: [(unit: String, type: String)], units: [String], types: Int
  ) throws(Failure) -> [[Int?]]? {
    let name = "replicate-types.npy"
    guard folder.hasFile(name) else { return nil }
    let array = try folder.array(name)
    let place = Place(file: joinPath(folder.path, name))
    guard array.shape.count == 2, array.shape[1] == pairs.count else {
      throw Failure(
        .badData, rule: "other-shape", at: place,
        message: "the types of replicates have the shape \(array.shape), and \(pairs.count) units have a type",
        mend: "run 'koers-cluster' anew")
    }
    let indices = (0..<types).map(Double.init)
    guard array.values.allSatisfy(indices.contains) else {
      throw Failure(
        .badData, rule: "other-types", at: place,
        message: "the types of replicates hold numbers that are no index of the \(types) types",
        mend: "run 'koers-cluster' anew")
    }
    if array.shape[0] == 0 { return nil }
    let rows = Dictionary(pairs.enumerated().map { ($0.element.unit, $0.offset) }) { first, _ in first }
    return (0..<array.shape[0]).map { replicate in
      units.map { unit in rows[unit].map { Int(array.values[replicate * pairs.count + $0]) } }
    }
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

  /// Returns the amounts of a type: the means over its members that have an amount.
  func amounts(ofType type: Int) -> [Double] { wholes[type].amounts }

  /// Returns the profile of a type: its amounts, and over the replicates the means over the units that are of the type in each,
  /// or over its members when none is.
  func profile(ofType type: Int) -> Profile { wholes[type] }

  private func meanProfile(ofType type: Int) -> Profile {
    let members = units.indices.filter { typeOfUnit[$0] == type }
    let redrawnMembers = redrawnTypes.map { types in
      let drawn = units.indices.filter { types[$0] == type }
      return drawn.isEmpty ? members : drawn
    }
    let size = units.count * sources
    return Profile(
      amounts: means(amounts, from: 0, over: members),
      replicates: Matrix(
        rows: replicates, columns: sources,
        values: (0..<replicates).flatMap {
          means(redrawn, from: $0 * size, over: redrawnMembers[$0 % redrawnMembers.count])
        }))
  }

  /// The mean of each source over the members that have an amount; NaN where none has.
  private func means(_ values: [Double], from start: Int, over members: [Int]) -> [Double] {
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

  /// Returns the match of every type; types are worked side by side, and give the same result one after another.
  ///
  /// - Parameters:
  ///   - matcher: What matches.
  ///   - fields: The profiles of each type in fields of work.
  /// - Returns: One match a type.
  func matches(by matcher: Matcher, fields: [[FieldProfile]]) async -> [Match] {
    await inParallel(count: types.count) { type in
      matcher.match(profile(ofType: type), fields: fields[type])
    }
  }

  /// Returns what each unit's own values say beside the strategy of its type; `nil` for units without type, or whose type
  /// has no strategy.
  func ownChoices(by matcher: Matcher, _ matches: [Match]) async -> [OwnChoice?] {
    await inParallel(count: units.count, chunk: 64) { unit in
      guard let type = typeOfUnit[unit], let first = matches[type].choice.first else { return nil }
      return matcher.ownChoice(member(unit), typeStrategy: first)
    }
  }
}
