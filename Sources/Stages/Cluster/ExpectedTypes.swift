import Artefacts
import Clustering
import Diagnostics
import Matrices
import Normalisation
import Tables

/// The types that may be expected of units that did not answer, by the types of answering units that are alike.
///
/// Units are compared on the features of the typology that come from the register, such as size and urbanity, scaled as
/// for the typology. The shares of types among the nearest answering units, for several numbers of those, and a multinomial
/// logistic regression are tried by cross-validation on the units that answered. When the best of them is no better than
/// always naming the largest type, nothing is expected of any unit. What is expected says nothing about the answers
/// that such a unit would give.
struct ExpectedTypes {
  /// The units without answers, in order of their codes; none when nothing can be said.
  private(set) var units: [String] = []
  /// For each of them the share of each type; units × types.
  let shares: Matrix
  /// How well types are told from the features of the register.
  let validation: SharesValidation
  /// The features that units are compared on.
  let features: [String]
  private let answering: Int
  /// The letters of the types.
  private let letters: [String]

  /// Compares the units of a ledger, or gives `nil` when no feature comes from the register, every unit answered, or fewer
  /// than two did.
  ///
  /// - Parameters:
  ///   - ledger: The table `units-ledger` of normalise, with the attributes of the register.
  ///   - transform: The fitted features.
  ///   - types: The type of each answering unit, by its code; sorted by code, so that equally near units are taken in that
  ///     order.
  ///   - letters: The letters of the types.
  ///   - seed: The seed of the cross-validation.
  init?(
    ledger: Table, transform: FittedTransform, types: [(unit: String, type: Int)], letters: [String], seed: UInt64
  ) async {
    guard let outcomes = ledger["outcome"]?.texts, let codes = ledger["unit"]?.texts else { return nil }
    let used = transform.features.filter { $0.use == .cluster && $0.column(ofRegister: ledger) != nil }
    let silent = outcomes.indices.filter { outcomes[$0] == "non_respondent" && codes[$0] != nil }
      .sorted { (codes[$0] ?? "") < (codes[$1] ?? "") }
    let rowOfUnit = Dictionary(codes.enumerated().map { ($1 ?? "", $0) }) { first, _ in first }
    let answering = types.compactMap { entry in rowOfUnit[entry.unit].map { (row: $0, type: entry.type) } }
    guard !used.isEmpty, !silent.isEmpty, answering.count >= 2 else { return nil }
    let coordinates = Self.coordinates(used, of: ledger)
    let rows = LabelledRows(
      coordinates.selectingRows(answering.map(\.row)), labels: answering.map(\.type), labelCount: letters.count)
    let validation = await SharesValidation(rows, methods: SharesMethod.candidates(for: rows), seed: seed)
    self.validation = validation
    self.answering = answering.count
    self.letters = letters
    features = used.map(\.name)
    guard validation.isBetter else {
      shares = Matrix(rows: 0, columns: letters.count)
      return
    }
    units = silent.map { codes[$0] ?? "" }
    shares = await validation.method.shares(of: coordinates.selectingRows(silent), by: rows)
  }

  /// Whether anything can be said of the units without answers.
  var isBetter: Bool { validation.isBetter }

  /// The scaled features, units of the ledger × features.
  private static func coordinates(_ features: [FittedFeature], of ledger: Table) -> Matrix {
    let columns = features.map { feature -> [Double] in
      guard let column = feature.column(ofRegister: ledger) else { return [] }
      guard let level = feature.level else { return column.numbers.map(feature.scaled) }
      return column.texts.map { text in feature.scaled(text.map { $0 == level ? 1 : 0 }) }
    }
    return Matrix((0..<ledger.rowCount).map { row in columns.map { $0[row] } })
  }

  /// One row for each unit and each type that may be expected of it; no rows when nothing can be said.
  var table: Table {
    let rows = units.indices.flatMap { unit in (0..<shares.columns).map { (unit: unit, type: $0) } }
      .filter { shares[$0.unit, $0.type].roundedToMillionths > 0 }
    let method = validation.method
    let alike = "answering units alike in the register (\(features.joined(separator: ", ")))"
    return Table(
      "expected",
      [
        Column("unit", .text(rows.map { units[$0.unit] }), description: "Code of a unit without respondents."),
        Column("type", .text(rows.map { letters[$0.type] }), description: "A type."),
        Column(
          "share", .number(rows.map { shares[$0.unit, $0.type].roundedToMillionths }),
          description: "Its share among \(alike); no rows when that is no better than naming the largest type."),
        Column(
          "neighbours", .integer(rows.map { _ in method.neighbours.map { min($0, answering) } }),
          description: "The number of nearest units that were taken; empty for a regression on all."),
        Column(
          "method", .text(rows.map { _ in method.name }),
          description: "How the share was found: neighbours or multinomial (logistic regression)."),
      ])
  }

  /// One row for each way that was tried, and a last one by which it is judged whether anything can be said.
  var checkTable: Table {
    let methods = validation.methods
    let scores = validation.scores + [validation.selected]
    let blank = [String?](repeating: nil, count: methods.count)
    func numbers(_ name: String, _ values: [Double?], _ description: String) -> Column {
      Column(name, .number(values.map { $0?.roundedToMillionths }), description: description)
    }
    func judged(_ name: String, _ value: Double, _ description: String) -> Column {
      numbers(name, methods.map { _ in nil } + [value], description)
    }
    return Table(
      "expected-check",
      [
        Column(
          "method", .text(methods.map(\.name) + ["selected"]),
          description: "neighbours, multinomial, or selected: each tenth of the units by what was best on the others."),
        Column(
          "neighbours", .integer(methods.map(\.neighbours) + [nil]), description: "The number of nearest units taken."),
        numbers("accuracy", scores.map(\.accuracy), "Share of left-out units whose type has the largest share."),
        numbers(
          "brier", scores.map(\.brier),
          "Mean over left-out units of the squared misses of all shares, 0 to 2; lower is better."),
        numbers(
          "baseline_accuracy", scores.map { _ in validation.baseline.accuracy },
          "The same for always naming the largest type."),
        numbers(
          "baseline_brier", scores.map { _ in validation.baseline.brier },
          "The same for giving each unit the overall shares."),
        judged(
          "se", validation.accuracyGain.standardError,
          "Standard error of the difference in accuracy with the baseline, unit by unit."),
        Column(
          "verdict", .text(blank + [isBetter ? "better" : "not-better"]),
          description: "better when accuracy and Brier score both beat the baseline by more than their standard errors."
        ),
        judged(
          "brier_se", validation.brierGain.standardError,
          "Standard error of the difference in Brier score with the baseline, unit by unit."),
        Column(
          "used", .boolean(methods.indices.map { isBetter && $0 == validation.best } + [nil]),
          description: "Whether expected.csv was made in this way: the lowest Brier score, if the verdict is better."),
      ])
  }

  /// What a reader of the log should know.
  var findings: [Finding] {
    guard !isBetter else { return [] }
    return [
      Finding(
        .note, rule: "no-better-than-the-largest-type",
        message:
          "the register tells the type of a unit no better than always naming the largest type, so that nothing is "
          + "expected of units without answers",
        mend: "see expected-check.csv; other features from the register may tell more")
    ]
  }
}

extension SharesMethod {
  /// What tables call it.
  fileprivate var name: String {
    switch self {
    case .neighbours: "neighbours"
    case .multinomial: "multinomial"
    }
  }

  /// The number of neighbours, if it takes neighbours.
  fileprivate var neighbours: Int? {
    switch self {
    case .neighbours(let count): count
    case .multinomial: nil
    }
  }
}

extension Double {
  /// The number to six decimals: the last bits of an exponential on another machine do not reach a table.
  var roundedToMillionths: Double { (self * 1_000_000).rounded() / 1_000_000 }
}

extension FittedFeature {
  /// The column of a table of the register that it is made from; `nil` when it has none, and for another source.
  func column(ofRegister table: Table) -> Column? {
    source.hasPrefix("register.") ? table[String(source.dropFirst("register.".count))] : nil
  }
}
