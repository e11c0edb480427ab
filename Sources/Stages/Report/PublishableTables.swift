import Artefacts
import Diagnostics
import Estimation
import Survey
import Tables

/// The tables of normalise that are about groups of people, with what may be published of them.
///
/// | table | groups | what may be too little |
/// |---|---|---|
/// | `response` | respondents by class | respondents; of crossed classes none are published, as they would need a total each |
/// | `estimates` | respondents by class | respondents, units; how many gave an answer, and how many did not |
/// | `distributions` | respondents by answer to a statement | how many gave any of its answers |
/// | `functions` | respondents by function, over all units | respondents |
/// | `function-effects` | respondents by function | respondents |
/// | `data-fitness` | respondents by field and goal | the same as of estimates |
/// | `item-nonresponse` | respondents who did not answer | how many refused, and how many left it open |
/// | `wave-fitness` | respondents by class | respondents |
///
/// Units are public: the register names them, and who answered is listed. How many of all respondents answered a
/// question, and what became of the records, are counts of the fieldwork that say nothing of what anybody answered.
/// Everything else that normalise leaves by unit (`units`, `imputed`, `outliers`, `component-scores`) is about a
/// few people each, and is published nowhere.
///
/// A group that is withheld in one table is withheld in the others that divide people in the same way, or their
/// differences would tell.
struct PublishableTables {
  /// What was withheld, table by table; of `estimates` apart for each way to divide the units, named as the part.
  private(set) var suppressed: [(table: String, part: String, counts: SuppressionCounts)] = []
  private var tables: [String: Table] = [:]

  /// The tables that are about groups of people.
  static let names = [
    "response", "estimates", "distributions", "functions", "function-effects", "data-fitness", "item-nonresponse",
    "wave-fitness",
  ]

  /// Reads the tables that there are, and withholds in each what must not be published.
  ///
  /// What rests on a question of which the codebook publishes nothing is left out as a whole.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when a table lacks a column.
  init(
    _ folder: ArtefactFolder, _ codebook: Codebook, _ fitness: DataFitnessSettings?, _ control: DisclosureControl
  ) throws(Failure) {
    var closed: Set<String> = []
    let field = fitness?.field?.question ?? codebook.question(for: .field)?.name
    let asked = [fitness?.suffices.question, fitness?.goal?.question, field].compactMap { $0 }
    if asked.contains(where: { codebook[$0]?.publish == false }) { closed.insert("data-fitness") }
    if codebook.question(for: .function)?.publish == false { closed.formUnion(["functions", "function-effects"]) }
    var read: [String: Table] = [:]
    for name in Self.names where !closed.contains(name) { read[name] = try folder.tableIfPresent(name) }
    try self.init(
      read, codebook, control,
      fitnessQuestions: [fitness?.suffices.question, fitness?.goal?.question].compactMap { $0 })
  }

  /// Withholds what must not be published of tables.
  init(
    _ read: [String: Table], _ codebook: Codebook, _ control: DisclosureControl, fitnessQuestions: [String] = []
  ) throws(Failure) {
    let groups = try PublishableGroups(response: read["response"], estimates: read["estimates"], control)
    if let table = read["response"] { add(table.name, try groups.publishable(response: table)) }
    var estimates: PublishableEstimates?
    if let table = read["estimates"] {
      let publishable = try PublishableEstimates(table, codebook, groups, control)
      estimates = publishable
      tables[table.name] = publishable.table
      suppressed += publishable.counts.map { (table.name, $0.by, $0.counts) }
    }
    var functions = codebook.question(for: .function).flatMap { estimates?.withheldAnswers(to: $0.name) } ?? [:]
    if let table = read["functions"] {
      let publishable = try publishableFunctionMix(table, functions, control)
      functions.merge(publishable.withheld) { known, _ in known }
      add(table.name, (publishable.table, publishable.counts))
    }
    if let table = read["function-effects"] {
      add(table.name, try publishableFunctions(table, functions, control))
    }
    if let table = read["data-fitness"] {
      let known = codebook.question(for: .field).flatMap { estimates?.withheldAnswers(to: $0.name) } ?? [:]
      add(table.name, try publishableDataFitness(table, known, control))
    }
    if let table = read["distributions"] {
      let closed = hasWithheldTotal(tables["data-fitness"]) ? fitnessQuestions : []
      add(
        table.name,
        try publishableDistributions(
          table, codebook,
          withheld: { closed.contains($0) || estimates?.withheldAnswers(to: $0).isEmpty == false }, control))
    }
    if let table = read["item-nonresponse"] { add(table.name, try publishableNonResponse(table, codebook, control)) }
    if let table = read["wave-fitness"] { add(table.name, try groups.publishable(waveFitness: table)) }
  }

  /// Whether a number about all fields together is withheld of the fitness of data.
  private func hasWithheldTotal(_ table: Table?) -> Bool {
    guard let fields = table?["field"]?.texts, let reasons = table?["withheld"]?.texts else { return false }
    return zip(fields, reasons).contains { ($0 ?? "").isEmpty && $1 != nil }
  }

  private mutating func add(_ name: String, _ publishable: (table: Table, counts: SuppressionCounts)) {
    tables[name] = publishable.table
    suppressed.append((name, "", publishable.counts))
  }

  /// Returns a table as it may be published, with a column `withheld` that says why a number is not there: `primary`
  /// (too few people) or `secondary` (another could be computed from it).
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when normalise left no such table.
  func table(_ name: String) throws(Failure) -> Table {
    if let table = tables[name] { return table }
    throw Failure(
      .badData, rule: "missing-table", at: Place(file: name + ".csv"), value: name,
      message: "normalise left no table '\(name)' that may be published",
      mend: "make the folder anew with 'koers-normalise'")
  }

  /// The tables for readers who calculate themselves, in the order of ``names``; how functions differ and which questions
  /// were left open stays in the account.
  var forReaders: [Table] {
    Self.names.filter { !["function-effects", "item-nonresponse"].contains($0) }.compactMap { tables[$0] }
  }

  /// Whether there is such a table.
  func has(_ name: String) -> Bool { tables[name] != nil }
}

extension Table {
  /// Returns the table without the values of some rows in some columns, and with the reason in a column `withheld`.
  ///
  /// - Parameters:
  ///   - standings: For each row what became of it.
  ///   - names: The columns that are emptied where a row is not shown.
  /// - Returns: The table.
  func withholding(_ standings: [MarginTable.Standing], in names: [String]) -> Table {
    withholding(standings, in: [(names, standings)])
  }

  /// Returns the table without the values of some rows in some columns, and with the reason in a column `withheld`.
  func withholding(
    _ reasons: [MarginTable.Standing], in parts: [(names: [String], standings: [MarginTable.Standing])]
  ) -> Table {
    var table = Table(name)
    for column in columns {
      let part = parts.first { $0.names.contains(column.name) }
      table.append(
        part.map { part in
          Column(
            column.name, column.values.keeping { part.standings[$0] == .shown }, description: column.description)
        } ?? column)
    }
    let texts = reasons.map { $0 == .primary || $0 == .secondary ? $0.rawValue : nil }
    table.append(
      Column(
        "withheld", .text(texts),
        description: "Why a number is withheld: primary (too few people), secondary (another could be computed)."))
    return table
  }
}

extension Column.Values {
  /// Returns the values with those that are not kept missing.
  fileprivate func keeping(_ isKept: (Int) -> Bool) -> Column.Values {
    func kept<Value>(_ values: [Value?]) -> [Value?] { values.indices.map { isKept($0) ? values[$0] : nil } }
    return switch self {
    case .text(let values): .text(kept(values))
    case .integer(let values): .integer(kept(values))
    case .number(let values): .number(kept(values))
    case .boolean(let values): .boolean(kept(values))
    case .date(let values): .date(kept(values))
    }
  }
}
