import Artefacts
import Diagnostics
import Estimation
import Matrices
import Normalisation
import Registers
import Survey
import Tables

/// The state of a register on the date of a wave.
struct RegisterState {
  /// The units on that date, sorted by code.
  var units: [Unit]
  /// The names of the attributes.
  var valueNames: [String]
  /// Units that ceased to exist during the fieldwork, with their successors.
  var merged: [(unit: Unit, into: String)]
  /// The date, for messages.
  var date: CalendarDate
}

/// A wave brought to units: everything between what ingest left and the files that normalise writes.
struct NormalisedUnits {
  let units: [String]
  let fit: FeatureFit
  let replicates: NumPyArray
  let estimates: SurveyEstimates
  let unitTable: Table
  let ledgerTable: Table
  let ledger: UnitsLedger
  let findings: [Finding]

  /// Aggregates, weights, fits and redraws.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 for sources that do not exist, 65 for data that cannot be scaled.
  init(
    _ wave: Wave, _ codebook: Codebook, _ state: RegisterState?, _ settings: NormaliseSettings, seed: UInt64
  ) throws(Failure) {
    let known = KnownSources(codebook, register: state?.valueNames)
    let unknown = settings.unknownSources(among: known)
    if !unknown.isEmpty { throw Failure(.badPipeline, unknown) }
    let answered = AnsweredFeatures(settings.features, codebook, wave)
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: answered.measures)
    units = sample.units
    ledger = UnitsLedger(
      register: state?.units.map(\.code), respondents: wave.units,
      merged: state?.merged.map { ($0.unit.code, $0.into) } ?? [])
    try refuseOutsiders(ledger, state)
    let registered = Dictionary((state?.units ?? []).map { ($0.code, $0) }) { first, _ in first }
    let present = units.map { registered[$0] }
    var findings: [Finding] = []
    let design = try UnitDesign(
      register: state?.units, answering: units, respondents: sample.sizes, settings.estimation)
    findings += design.findings

    let aggregates = sample.measures.indices.map(sample.aggregate)
    let declared = settings.features.features
    let values = declared.map { feature in
      answered.position(of: feature).map { UnitValues(feature.name, .numbers(aggregates[$0].values)) }
        ?? UnitValues(feature.name, registerContent(feature.source, of: present))
    }
    let fit = try FeatureFit(settings.features, to: values)
    self.fit = fit
    replicates = redraw(sample, fit, answered, settings.features, seed: seed)
    estimates = SurveyEstimates(wave, codebook, design: design)
    if replicates.shape[0] > 0, !aggregates.isEmpty, aggregates.allSatisfy({ $0.agreement.withinVariance == nil }) {
      findings.append(noWithinVariance)
    }
    self.findings = fit.findings + findings

    var table = UnitTableBuilder(sample.units, present, named: "units")
    table.append("respondents", .integer(sample.sizes), "Number of respondents used.")
    if state != nil {
      table.append("weight", .number(design.weights), "Units of the register that this one stands for.")
    }
    for (feature, value) in zip(declared, values) {
      table.append(
        feature.name, value, answered.position(of: feature).map { aggregates[$0] }, feature.source?.text ?? "")
    }
    table.appendIndices(codebook, wave)
    table.appendRegister(state?.valueNames ?? [], except: declared.compactMap { $0.source?.text })
    unitTable = table.table
    ledgerTable = Self.ledgerTable(ledger, state, registered)
  }

  private static func ledgerTable(_ ledger: UnitsLedger, _ state: RegisterState?, _ known: [String: Unit]) -> Table {
    let gone = Dictionary((state?.merged ?? []).map { ($0.unit.code, $0.unit) }) { first, _ in first }
    let units = ledger.entries.map { known[$0.unit] ?? gone[$0.unit] }
    var table = UnitTableBuilder(ledger.entries.map(\.unit), units, named: "units-ledger")
    table.append(
      "outcome", .text(ledger.entries.map(\.outcome.rawValue)), "respondent, non_respondent or merged_away.")
    table.append("respondents", .integer(ledger.entries.map(\.respondents)), "Number of respondents used.")
    table.append("into", .text(ledger.entries.map(\.into)), "The unit that took it in.")
    table.appendRegister(state?.valueNames ?? [], except: [])
    return table.table
  }

  /// The scaled features, one row a unit.
  var featureTable: Table {
    var table = Table("features", [Column("unit", .text(units), description: "Code of the unit.")])
    for (index, feature) in fit.transform.features.enumerated() {
      table.append(
        Column(
          feature.name, .number(fit.features.column(index)),
          description: "\(feature.source), \(feature.transform.rawValue), scaled (see features.json)."))
    }
    return table
  }
}

/// The features that come from answers, with their measures.
private struct AnsweredFeatures {
  let measures: [Measure]
  private let names: [String]

  init(_ settings: NormalisationSettings, _ codebook: Codebook, _ wave: Wave) {
    var names: [String] = []
    var measures: [Measure] = []
    for feature in settings.features {
      let measure: Measure? =
        switch feature.source {
        case .index(let name): codebook.index(name).flatMap { Measure($0, of: codebook, in: wave) }
        case .question(let name): codebook[name].flatMap { Measure($0, share: feature.share, in: wave) }
        case .register, nil: nil
        }
      guard var measure else { continue }
      measure.isSkewed = feature.transform == .log || feature.transform == .asinh
      names.append(feature.name)
      measures.append(measure)
    }
    self.names = names
    self.measures = measures
  }

  func position(of feature: FeatureSettings) -> Int? { names.firstIndex(of: feature.name) }

  /// Returns the columns of the fitted features that come from answers, in the order of the measures.
  func columns(in transform: FittedTransform) -> [Int] { names.compactMap { transform.position(of: $0) } }
}

private func redraw(
  _ sample: Sample, _ fit: FeatureFit, _ answered: AnsweredFeatures, _ settings: NormalisationSettings, seed: UInt64
) -> NumPyArray {
  let draws = sample.replicates(settings.replicates, seed: seed)
  let columns = answered.columns(in: fit.transform)
  let size = draws.units * draws.measures
  var values: [Double] = []
  values.reserveCapacity(draws.count * fit.features.values.count)
  for replicate in 0..<draws.count {
    let raw = draws.values[replicate * size..<(replicate + 1) * size]
    values.append(contentsOf: fit.transform.redrawn(fit.features, columns: columns, values: raw))
  }
  return NumPyArray(shape: [draws.count, sample.units.count, fit.transform.features.count], values: values)
}

private func registerContent(_ source: ValueSource?, of units: [Unit?]) -> UnitValues.Content {
  guard case .register(let name) = source else { return .numbers(units.map { _ in nil }) }
  let isText = units.contains { unit in
    if case .text = unit?.values[name] { return true }
    return false
  }
  return isText ? .texts(units.map { $0?.text(name) }) : .numbers(units.map { $0?.number(name) })
}

private func refuseOutsiders(_ ledger: UnitsLedger, _ state: RegisterState?) throws(Failure) {
  guard let state, let first = ledger.outside.first else { return }
  let count = ledger.outside.count
  throw Failure(
    .badData, rule: "unit-outside-register", value: first,
    message: "\(count) \(count == 1 ? "unit" : "units") of respondents, such as '\(first)', "
      + "\(count == 1 ? "is" : "are") not in the register on \(state.date.iso)",
    mend: "run 'koers-ingest' anew with the same pipeline")
}

private let noWithinVariance = Finding(
  .warning, rule: "no-within-variance",
  message: "no unit has two answers to a question, so the noise of answers cannot be seen and replicates are all alike",
  mend: "ask at least two respondents in some units, and read certainties as too high until then")

/// Builds a table with one row a unit, in which no name comes twice.
private struct UnitTableBuilder {
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

  /// Appends a raw feature, with number of answers and standard error when it comes from answers.
  mutating func append(_ name: String, _ values: UnitValues, _ aggregate: UnitAggregate?, _ source: String) {
    switch values.content {
    case .numbers(let numbers): append(name, .number(numbers), "\(source), unscaled.")
    case .texts(let texts): append(name, .text(texts), "\(source).")
    }
    guard let aggregate else { return }
    append(name + "_n", .integer(aggregate.counts), "Number of answers.")
    append(name + "_se", .number(aggregate.errors), "Standard error.")
  }

  /// Appends every index that no column is named after.
  mutating func appendIndices(_ codebook: Codebook, _ wave: Wave) {
    let others = codebook.indices.filter { table[$0.name] == nil }
    let measures = others.map { Measure($0, of: codebook, in: wave) }
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: measures.compactMap { $0 })
    for (index, measure) in zip(others, measures) {
      guard let measure, let position = sample.position(of: measure.name) else { continue }
      let aggregate = sample.aggregate(position)
      append(index.name, UnitValues(index.name, .numbers(aggregate.values)), aggregate, "index." + index.name)
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

extension KnownSources {
  init(_ codebook: Codebook, register: [String]?) {
    let questions = codebook.questions.filter(\.isMeasurable).map { question in
      Question(
        question.name, isNumber: question.kind != .category,
        codes: question.kind == .boolean ? [] : question.categories.map(\.value))
    }
    self.init(indices: codebook.indices.map(\.name), questions: questions, register: register)
  }
}
