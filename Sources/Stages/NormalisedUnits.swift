import Artefacts
import Diagnostics
import Estimation
import Matrices
import Normalisation
import Registers
import Survey
import Tables

/// A wave brought to units: everything between what ingest left and the files that normalise writes.
struct NormalisedUnits {
  let units: [String]
  let fit: FeatureFit
  let replicates: NumPyArray
  let design: UnitDesign
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
    self.design = design
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

  /// All tables of the stage; what was not asked for leaves none.
  var tables: [Table] {
    var tables = [unitTable, ledgerTable, featureTable, estimates.table, estimates.agreementTable]
    if !design.response.isEmpty { tables.append(design.responseTable) }
    if !design.margins.isEmpty { tables.append(design.marginTable) }
    return tables
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
