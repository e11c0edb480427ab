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
  /// What the rooms need to know of a wave.
  struct Input {
    var wave: Wave
    var codebook: Codebook
    /// The register on the date of the wave; `nil` without one.
    var register: RegisterState?
    /// The earlier wave, for a fit that is frozen or pooled.
    var earlier: EarlierUnits?
    var settings: NormaliseSettings
    var seed: UInt64
  }

  let units: [String]
  let fit: FeatureFit
  let replicates: NumPyArray
  let ledger: UnitsLedger
  let design: UnitDesign
  let fitness: WaveFitness
  /// All tables of the stage; what was not asked for leaves none.
  let tables: [Table]
  let findings: [Finding]

  /// Aggregates, weights, estimates, fits and redraws.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 for sources that do not exist, 65 for data that cannot be scaled or
  ///   weighted.
  init(_ input: Input) async throws(Failure) {
    let (wave, codebook, settings) = (input.wave, input.codebook, input.settings)
    let unknown = settings.unknownSources(
      among: KnownSources(codebook, register: input.register?.valueNames), in: codebook)
    if !unknown.isEmpty { throw Failure(.badPipeline, unknown) }
    let declared = settings.features.features
    let answered = AnsweredFeatures(
      settings.features, codebook, wave,
      earlier: settings.features.fit.mode == .frozen ? input.earlier?.transform : nil)
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: answered.measures)
    let units = sample.units
    self.units = units
    ledger = UnitsLedger(
      register: input.register?.units.map(\.code), respondents: wave.units,
      merged: input.register?.merged.map { ($0.unit.code, $0.into) } ?? [])
    try refuseOutsiders(ledger, input.register)
    let design = try UnitDesign(
      register: input.register?.units, answering: units, respondents: sample.sizes, settings.estimation)
    self.design = design
    // Estimates and features need nothing of each other, so that each has a core.
    async let estimated = SurveyEstimates(wave, codebook, design: design)

    let mix = settings.estimation.mix(codebook, wave, sample)
    let pooling = settings.estimation.aggregation.pooling
    let aggregated = await AggregatedUnits(
      sample, answered.choices(settings.estimation.aggregation),
      mix: settings.estimation.aggregation.adjustFor == nil ? nil : mix,
      strata: pooling.map { input.strata($0.strata, of: units) })
    let registered = Dictionary((input.register?.units ?? []).map { ($0.code, $0) }) { first, _ in first }
    let present = units.map { registered[$0] }
    let values = declared.map { feature in
      answered.values(of: feature, in: aggregated) ?? input.registerValues(of: feature, for: present)
    }
    let fit = try FeatureFit(
      settings.features, to: values, strata: input.imputationStrata(of: units, input.register?.units),
      earlier: input.earlier?.wave(like: values, strata: input.imputationStrata))
    self.fit = fit
    replicates = await redraw(aggregated, fit, answered.columns(in: fit.transform), settings.features, input.seed)

    let estimates = await estimated
    let reliability = SurveyReliability(wave, codebook)
    let nonResponse = ItemNonResponse(wave, codebook)
    let fitnessEvidence = input.evidence(design, estimates, reliability, nonResponse, units: sample.sizes)
    fitness = WaveFitness(settings.fitness.uses, fitnessEvidence)

    var findings = fit.findings + design.findings
    findings += aggregated.findings(clustered: declared.filter { $0.use == .cluster }.map(\.name))
    findings += reliability.findings
    if replicates.shape[0] > 0, !aggregated.features.isEmpty,
      aggregated.features.allSatisfy({ $0.withinVariance == nil })
    {
      findings.append(noWithinVariance)
    }
    self.findings = findings

    var unitTable = UnitTableBuilder(units, present, named: "units")
    unitTable.append("respondents", .integer(sample.sizes), "Number of respondents used.")
    if input.register != nil {
      unitTable.append("weight", .number(design.weights), "Units of the register that this one stands for.")
    }
    for (feature, value) in zip(declared, values) {
      unitTable.append(
        value, answered.positions(of: feature).map { aggregated.features[$0] }, feature.source?.text ?? "")
    }
    unitTable.appendIndices(codebook, wave)
    unitTable.appendRegister(
      input.register?.valueNames ?? [], except: declared.compactMap { $0.source?.text })

    var tables = [
      unitTable.table, input.ledgerTable(ledger, registered), fit.table(units), estimates.table,
      AnswerDistributions(wave, codebook).table, estimates.agreement.table, reliability.table, nonResponse.table,
    ]
    tables.append(answered.respondentTable(codebook, wave))
    if let items = ItemAnswers(settings.features, codebook, wave) { tables += [items.table, items.answerTable] }
    if let mix { tables.append(mix.table) }
    if aggregated.mix != nil { tables.append(aggregated.functionEffectsTable) }
    if pooling != nil { tables.append(aggregated.poolingTable) }
    if !design.response.isEmpty { tables.append(design.responseTable) }
    if !design.margins.isEmpty { tables.append(design.marginTable) }
    tables += [fit.screeningTable, fit.imputedTable(units), fit.outlierTable(units)]
    if let data = settings.fitness.data {
      tables.append(DataFitness(wave, codebook, data, design: design).table)
    }
    if !settings.fitness.uses.isEmpty { tables.append(fitness.table) }
    self.tables = tables
  }
}

extension NormalisedUnits.Input {
  /// The strata of pooling: the cells of a classification, or all units as one.
  func strata(_ name: String?, of codes: [String]) -> UnitClasses {
    guard let name, let register, let classification = settings.estimation.classification(name) else {
      return UnitClasses(one: codes.count)
    }
    return register.classes(classification, of: codes)
  }

  /// The strata of imputation on the date of a wave, when the pipeline names some.
  func imputationStrata(of codes: [String], _ register: [Unit]?) -> Normalisation.Strata? {
    guard let name = settings.features.imputation.strata, let register,
      let classification = settings.estimation.classification(name)
    else { return nil }
    let classes = UnitClasses(classification, units: register).selecting(codes: codes, of: register)
    return Normalisation.Strata(name, cells: classes.cells, cellOfUnit: classes.cellOfUnit)
  }

  /// The values of a feature that does not come from answers.
  func registerValues(of feature: FeatureSettings, for present: [Unit?]) -> UnitValues {
    register?.values(of: feature, for: present) ?? UnitValues(feature.name, .numbers(present.map { _ in nil }))
  }

  /// What became of each unit of the register.
  func ledgerTable(_ ledger: UnitsLedger, _ known: [String: Unit]) -> Table {
    let gone = Dictionary((register?.merged ?? []).map { ($0.unit.code, $0.unit) }) { first, _ in first }
    let units = ledger.entries.map { known[$0.unit] ?? gone[$0.unit] }
    var table = UnitTableBuilder(ledger.entries.map(\.unit), units, named: "units-ledger")
    table.append(
      "outcome", .text(ledger.entries.map(\.outcome.rawValue)), "respondent, non_respondent or merged_away.")
    table.append("respondents", .integer(ledger.entries.map(\.respondents)), "Number of respondents used.")
    table.append("into", .text(ledger.entries.map(\.into)), "The unit that took it in.")
    table.appendRegister(register?.valueNames ?? [], except: [])
    return table.table
  }
}

extension EstimationSettings {
  /// The mix of functions: of the question that values are adjusted for, else of the one with that role.
  fileprivate func mix(_ codebook: Codebook, _ wave: Wave, _ sample: Sample) -> FunctionMix? {
    let question = aggregation.adjustFor.flatMap { codebook[$0] } ?? codebook.question(for: .function)
    return question.flatMap { FunctionMix($0, of: wave, in: sample) }
  }
}

extension FeatureFit {
  /// The scaled features, one row a unit.
  fileprivate func table(_ units: [String]) -> Table {
    var table = Table("features", [Column("unit", .text(units), description: "Code of the unit.")])
    for (index, feature) in transform.features.enumerated() {
      table.append(
        Column(
          feature.name, .number(features.column(index)),
          description: "\(feature.source), \(feature.transform.rawValue), scaled (see features.json)."))
    }
    return table
  }
}

/// Redraws the respondents and takes the units' values through the frozen transform.
private func redraw(
  _ units: AggregatedUnits, _ fit: FeatureFit, _ columns: [Int], _ settings: NormalisationSettings, _ seed: UInt64
) async -> NumPyArray {
  let draws = await units.replicates(settings.replicates, seed: seed)
  let values = await fit.transform.redrawn(
    fit.features, columns: columns, replicates: draws.values, count: draws.count)
  return NumPyArray(shape: [draws.count, units.units.count, fit.transform.features.count], values: values)
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
