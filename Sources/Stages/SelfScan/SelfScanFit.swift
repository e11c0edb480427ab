import Artefacts
import Clustering
import Diagnostics
import Matrices
import Normalisation
import Tables

/// The fit of the self-scan: which questions it asks, the model of one person's answers, and how often that is right.
///
/// Every unit counts once: each respondent weighs one over the number of respondents of the unit. Of a feature with a column
/// for each text the last column is left out, because the others tell it. The questions are those that tell the types apart
/// best beside the register, found once on all respondents; the shares of right guesses do not repeat that choice.
struct SelfScanFit {
  /// The model.
  let model: ScanModel
  private let steps: StepwiseDiscriminants

  /// The least share of respondents who answered a question that may be asked.
  static let leastAnswered = 0.8
  /// From which chances on what was said is held against what was so.
  static let bands = [0, 0.4, 0.6, 0.8, 0.95]

  /// Fits the scan; `nil` when nobody's answers are there, nothing tells the types apart, or there is one type.
  ///
  /// - Parameters:
  ///   - folder: The folder that normalise left.
  ///   - types: The type of each unit.
  ///   - letters: The letters of the types.
  ///   - most: The most questions.
  /// - Throws: ``Diagnostics/Failure`` when a file is not as normalise writes it.
  init?(
    _ folder: ArtefactFolder, types: [String: Int], letters: [String], most: Int
  ) async throws(Failure) {
    guard most > 0, letters.count > 1, let answers = try folder.tableIfPresent("item-answers"),
      let items = try folder.tableIfPresent("items")
    else { return nil }
    let transform = try folder.json("features.json", as: FittedTransform.self)
    let register = ScannedRegister(try folder.tableIfPresent("units-ledger"), transform)
    let people = try ScannedPeople(answers, items, types, register)
    let given = Array(0..<register.features.count)
    guard !people.questions.isEmpty else { return nil }
    let sums = DiscriminantSums(
      people.data, labels: people.labels, weights: people.weights, labelCount: letters.count)
    let candidates = Array(given.count..<people.data.columns)
    steps = StepwiseDiscriminants(sums, given: given, candidates: candidates, most: most)
    let chosen = steps.steps.map(\.column)
    let data = people.data.selectingColumns(given + chosen)
    let shares = letters.indices.map { type in Double(types.values.count { $0 == type }) / Double(max(1, types.count)) }
    let reduced = DiscriminantSums(data, labels: people.labels, weights: people.weights, labelCount: letters.count)
    guard !chosen.isEmpty, let fitted = reduced.model(shares: shares), fitted.shares.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    let check = await people.check(data, chosen: chosen, given: given.count, fitted, types: types)
    model = ScanModel(
      features: register.features.map(\.name), questions: chosen.map { people.questions[$0 - given.count] },
      types: letters.indices.map { type in
        ScanModel.TypeEntry(
          type: letters[type], share: shares[type].roundedToMillionths,
          means: fitted.means.row(type).map(\.roundedToMillionths))
      },
      covariance: (0..<data.columns).map { row in
        (0...row).map { fitted.covariance[row, $0].roundedToMillionths }
      }, units: register.units, check: check)
  }

  /// One row for each question, the one that tells most first.
  var questionTable: Table {
    let steps = steps.steps
    return Table(
      "self-scan-questions",
      [
        Column("order", .integer(steps.indices.map { $0 + 1 }), description: "When it was taken."),
        Column("question", .text(model.questions.map(\.name)), description: "The question."),
        Column(
          "partial_lambda", .number(steps.map(\.partialLambda.roundedToMillionths)),
          description: "Part of its variance beside what was taken before that lies within types; low tells much."),
        Column(
          "lambda", .number(steps.map(\.lambda.roundedToMillionths)),
          description:
            "Wilks' lambda of all that was taken up to here, with the features of the register; types were made "
            + "from these answers, so that it describes and proves nothing."),
      ])
  }

  /// One row for each way to count how often the scan is right.
  var checkTable: Table {
    let check = model.check
    let rows =
      [("left-out", check.leftOut), ("unit-left-out", check.unitLeftOut)]
      + (check.registerAlone.map { [("register-alone", $0)] } ?? []) + [("largest-type", check.largest)]
    return Table(
      "self-scan-check",
      [
        Column(
          "way", .text(rows.map(\.0)),
          description: "left-out: by a model without the respondent; unit-left-out: without anybody of the unit; "
            + "register-alone: the same, without answers; largest-type: always the type that most are in."),
        Column("respondents", .integer(rows.map { _ in check.respondents }), description: "The number of respondents."),
        Column(
          "hit_rate", .number(rows.map(\.1)),
          description: "Share of them whose unit's type has the highest chance."),
      ])
  }
}

/// What the register tells of its units, in the columns of the scan.
private struct ScannedRegister {
  /// The features.
  let features: [FittedFeature]
  /// The units that are there on the date of the wave.
  let units: [ScanModel.UnitEntry]
  private let rows: [String: Int]

  init(_ ledger: Table?, _ transform: FittedTransform) {
    guard let ledger, let codes = ledger["unit"]?.texts, let outcomes = ledger["outcome"]?.texts else {
      (features, units, rows) = ([], [], [:])
      return
    }
    let known = transform.features.filter { $0.use == .cluster && $0.column(ofRegister: ledger) != nil }
    let features = known.indices.filter { index in
      known[index].level == nil || known[(index + 1)...].contains { $0.feature == known[index].feature }
    }.map { known[$0] }
    let names = ledger["name"]?.texts ?? codes
    let columns = features.map { feature -> [Double?] in
      guard let column = feature.column(ofRegister: ledger) else { return [] }
      if let level = feature.level {
        return column.texts.map { $0.map { feature.scaled($0 == level ? 1 : 0).roundedToMillionths } }
      }
      return column.numbers.map {
        $0.flatMap { feature.transform.accepts($0) ? feature.scaled($0).roundedToMillionths : nil }
      }
    }
    let units = codes.indices.filter { outcomes[$0] != "merged_away" }.map { row in
      ScanModel.UnitEntry(unit: codes[row] ?? "", name: names[row] ?? codes[row] ?? "", values: columns.map { $0[row] })
    }.sorted { $0.unit < $1.unit }
    self.features = features
    self.units = features.isEmpty ? [] : units
    rows = Dictionary(units.enumerated().map { ($1.unit, $0) }) { first, _ in first }
  }

  func values(of code: String) -> [Double] {
    guard let row = rows[code], !units.isEmpty else { return features.map { _ in .nan } }
    return units[row].values.map { $0 ?? .nan }
  }
}

/// The respondents with the columns of the scan: the register of their units, and their answers.
private struct ScannedPeople {
  /// The questions that enough respondents answered.
  let questions: [ScanModel.Question]
  /// Respondents × columns; NaN where nothing is known.
  let data: Matrix
  let labels: [Int]
  let weights: [Double]
  /// For each respondent the position of the unit.
  let groups: [Int]

  init(
    _ answers: Table, _ items: Table, _ types: [String: Int], _ register: ScannedRegister
  ) throws(Failure) {
    let codes = try answers.texts("unit")
    let used = codes.indices.filter { types[codes[$0]] != nil }
    var questions: [ScanModel.Question] = []
    var numbers: [[Double]] = []
    let transforms = try items.texts("transform")
    let (least, greatest) = (try items.numbers("least"), try items.numbers("greatest"))
    for (row, name) in try items.texts("question").enumerated() {
      let measure = Transform(rawValue: transforms[row]) ?? .identity
      let values = try answers.numbers(name).map { $0.flatMap { measure.accepts($0) ? measure($0) : nil } ?? .nan }
      let known = used.count { !values[$0].isNaN }
      if Double(known) < SelfScanFit.leastAnswered * Double(max(1, used.count)) { continue }
      questions.append(
        ScanModel.Question(name: name, transform: measure.rawValue, least: least[row], greatest: greatest[row]))
      numbers.append(values)
    }
    self.questions = questions
    let columns = numbers
    data = Matrix(used.map { row in register.values(of: codes[row]) + columns.map { $0[row] } })
    labels = used.map { types[codes[$0]] ?? 0 }
    let counts = Dictionary(used.map { (codes[$0], 1) }, uniquingKeysWith: +)
    weights = used.map { 1 / Double(counts[codes[$0]] ?? 1) }
    let order = Dictionary(uniqueKeysWithValues: counts.keys.sorted().enumerated().map { ($1, $0) })
    groups = used.map { order[codes[$0]] ?? 0 }
  }

  /// How often a scan with these columns is right.
  func check(
    _ data: Matrix, chosen: [Int], given: Int, _ fitted: DiscriminantModel, types: [String: Int]
  ) async -> ScanModel.Check {
    let shares = fitted.shares
    let leftOut = await DiscriminantCheck(data, labels: labels, weights: weights, shares: shares)
    let unitLeftOut = await DiscriminantCheck(data, labels: labels, weights: weights, groups: groups, shares: shares)
    let bare = data.selectingColumns(Array(0..<given))
    let alone =
      given == 0
      ? nil : await DiscriminantCheck(bare, labels: labels, weights: weights, groups: groups, shares: shares).hitRate
    let sizes = shares.indices.map { type in labels.count { $0 == type } }
    let answered = shares.indices.flatMap { type in
      (given..<data.columns).map { column in labels.indices.count { labels[$0] == type && !data[$0, column].isNaN } }
    }
    return ScanModel.Check(
      respondents: labels.count, units: types.count, leftOut: leftOut.hitRate.roundedToMillionths,
      unitLeftOut: unitLeftOut.hitRate.roundedToMillionths, registerAlone: alone?.roundedToMillionths,
      largest: (Double(sizes.max() ?? 0) / Double(max(1, labels.count))).roundedToMillionths,
      spread: spread(data, fitted, given: given).roundedToMillionths, leastAnswers: answered.min() ?? 0,
      bands: unitLeftOut.bands(from: SelfScanFit.bands).map { band in
        ScanModel.Check.Band(
          from: band.from, respondents: band.rows, said: band.said.roundedToMillionths,
          held: band.held.roundedToMillionths)
      })
  }

  /// The mean over the questions of the standard deviation of persons within types over that of the means of units.
  private func spread(_ data: Matrix, _ fitted: DiscriminantModel, given: Int) -> Double {
    let groupCount = (groups.max() ?? -1) + 1
    var means = Matrix(rows: groupCount, columns: data.columns, repeating: .nan)
    var types = [Int](repeating: 0, count: groupCount)
    var members = [[Int]](repeating: [], count: groupCount)
    for (row, group) in groups.enumerated() {
      members[group].append(row)
      types[group] = labels[row]
    }
    for group in 0..<groupCount {
      for column in 0..<data.columns {
        means[group, column] = members[group].map { data[$0, column] }.filter { !$0.isNaN }.mean ?? .nan
      }
    }
    let sums = DiscriminantSums(
      means, labels: types, weights: types.map { _ in 1 }, labelCount: fitted.shares.count)
    guard let units = sums.model(shares: fitted.shares) else { return 1 }
    let ratios = (given..<data.columns).compactMap { column -> Double? in
      let (person, unit) = (fitted.covariance[column, column], units.covariance[column, column])
      return unit > 0 ? (person / unit).squareRoot() : nil
    }
    return ratios.mean ?? 1
  }
}
