public import Diagnostics
public import Registers
import Survey
import Tables

/// How the units of a wave came to it: their weights and margins, how many units there are in all, and what is told of it.
///
/// ```swift
/// let design = try UnitDesign(
///   register: state?.units, answering: sample.units, respondents: sample.sizes, settings.estimation)
/// let estimates = SurveyEstimates(wave, codebook, design: design)
/// // design.weights, .findings, .diagnostics (weighting.json), .marginTable, .responseTable; estimates.table
/// ```
public struct UnitDesign: Hashable, Sendable {
  /// The weight of each unit of the sample: how many units of the population it stands for.
  public private(set) var weights: [Double]
  /// The number of units in the population, or `nil` when unknown; then no finite population correction is made.
  public var population: Int?
  /// The margins to which the weights were brought; `nil` for weights that are all the same.
  public private(set) var calibration: Calibration?
  /// How many people live in each unit; NaN where that is unknown, `nil` when it was not asked for.
  public var inhabitants: [Double]?
  /// The classifications of the sample's units for whose cells there are estimates as well.
  public var domains: [UnitClasses] = []
  /// How the weights came about.
  public private(set) var diagnostics: WeightingDiagnostics
  /// The margins, cell by cell.
  public private(set) var margins: [WeightedMargin] = []
  /// Who answered, by class.
  public private(set) var response: [ResponseTable] = []
  /// What is to be told: merged cells, trimmed weights, units without inhabitants.
  public private(set) var findings: [Finding] = []

  /// Creates a design in which all units weigh the same.
  public init(units: Int, population: Int? = nil) {
    weights = Array(repeating: population.map { Double($0) / Double(max(1, units)) } ?? 1, count: units)
    diagnostics = WeightingDiagnostics(weights)
    self.population = population
  }

  /// Creates a design that weights the units to the sizes of cells.
  ///
  /// The weight of a unit is the number of units of its cell in the population divided by the number that answered.
  ///
  /// - Parameter cells: The weighting cells; each of them has an answering unit.
  public init(_ cells: WeightingCells) {
    self.init(units: cells.cellOfAnswering.count, population: cells.population.reduce(0, +))
    adopt(
      Raking(
        weights.map { _ in 1 },
        to: [
          Raking.Margin(
            "cells", cells: cells.names, cellOfElement: cells.cellOfAnswering, totals: cells.population.map(Double.init)
          )
        ]))
  }

  /// Creates the design that the settings ask for.
  ///
  /// - Parameters:
  ///   - register: All units on the date of the wave; `nil` without a register, when every unit weighs the same and the
  ///     population is unknown.
  ///   - answering: The codes of the units with a respondent, sorted; all of them in the register.
  ///   - respondents: The number of respondents of each of those.
  ///   - settings: The classes, margins and attributes.
  /// - Throws: `Failure` with status 65 for units outside the register, cells that are too poor when they
  ///   are not to be merged, and margins that cannot be met; with status 78 for declared totals that the register denies.
  /// - Complexity: O(iterations · units · margins).
  public init(
    register: [Unit]?, answering: [String], respondents: [Int], _ settings: EstimationSettings
  ) throws(Failure) {
    guard let register else {
      self.init(units: answering.count)
      return
    }
    self.init(units: answering.count, population: register.count)
    let positions = Dictionary(zip(register.map(\.code), register.indices)) { first, _ in first }
    let present = answering.compactMap { positions[$0] }
    if present.count < answering.count { throw outsideRegister(answering, positions) }
    var classes: [String: UnitClasses] = [:]
    for classification in settings.classes {
      classes[classification.name] = UnitClasses(classification, units: register)
    }
    response = ResponseTable.all(
      settings.response.compactMap { classes[$0] }, answering: present, respondents: respondents)
    domains = settings.estimatesBy.compactMap { classes[$0]?.selecting(present) }
    if case .register(let attribute) = settings.inhabitants {
      populate(register, present, attribute)
    }
    guard let weighting = settings.weighting, !answering.isEmpty else { return }
    try weight(weighting, weighting.margins.compactMap { classes[$0] }, present)
  }

  /// How units and respondents were drawn: units that were weighted answered as readily as one over their weight says.
  public var stages: SamplingStages {
    let stages = SamplingStages(clusters: weights.count, population: population)
    return calibration == nil ? stages : stages.answering(weights.map { min(1, 1 / $0) })
  }

  /// The share of the population that is in the sample; 0 when the population is unknown.
  public var samplingFraction: Double {
    SamplingStages(clusters: weights.count, population: population).fraction(of: 0)
  }

  private mutating func adopt(_ raking: Raking) {
    calibration = Calibration(margins: raking.margins.map(\.cells), base: weights, weights: raking.weights)
    weights = raking.weights
    diagnostics = WeightingDiagnostics(weights, raking: raking)
  }

  private mutating func populate(_ register: [Unit], _ present: [Int], _ attribute: String) {
    let numbers = present.map { register[$0].number(attribute).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? .nan }
    inhabitants = numbers
    let without = present.indices.filter { numbers[$0].isNaN }
    guard let first = without.first else { return }
    let who =
      without.count == 1
      ? "the unit '\(register[present[first]].code)' answered and has"
      : "\(without.count) units that answered, such as '\(register[present[first]].code)', have"
    findings.append(
      Finding(
        .warning, rule: "no-inhabitants", value: register[present[first]].code,
        message: "\(who) no number above 0 for 'register.\(attribute)', so estimates of inhabitants leave "
          + "\(without.count == 1 ? "it" : "them") out",
        mend: "complete the register"))
  }

  private mutating func weight(
    _ settings: WeightingSettings, _ classes: [UnitClasses], _ present: [Int]
  ) throws(Failure) {
    try settings.compareTotals(classes)
    let cells = classes.map { margin in
      WeightingCells(
        margin.cells, population: margin.cellOfUnit, answering: margin.selecting(present).cellOfUnit,
        least: settings.poorCells == .merge ? settings.least : 1)
    }
    if settings.poorCells == .stop { try settings.refusePoorCells(classes, present) }
    for (margin, cells) in zip(classes, cells) { findings += settings.mergers(cells, of: margin, present) }
    let totals = zip(classes, cells).map { margin, cells in
      Raking.Margin(
        margin.name, cells: cells.names, cellOfElement: cells.cellOfAnswering,
        totals: cells.population.map(Double.init))
    }
    let before = weights
    // From 1 each and not from N / n, so that nothing is rounded twice.
    let even = before.map { _ in 1.0 }
    var raking = Raking(even, to: totals, iterations: settings.iterations, tolerance: settings.tolerance)
    if let trim = settings.trim { raking.trim(low: trim.lowerBound, high: trim.upperBound) }
    try raking.throwUnlessConverged(at: settings.place, trim: settings.trim)
    adopt(raking)
    findings += settings.trimmings(raking)
    margins = zip(classes, cells).map { margin, cells in
      WeightedMargin(margin, cells, present: present, before: before, after: weights)
    }
  }
}

private func outsideRegister(_ answering: [String], _ positions: [String: Int]) -> Failure {
  let outside = answering.filter { positions[$0] == nil }
  let first = outside.first ?? ""
  return Failure(
    .badData, rule: "unit-outside-register", value: first,
    message: "\(outside.count) answering \(outside.count == 1 ? "unit" : "units"), such as '\(first)', "
      + "\(outside.count == 1 ? "is" : "are") not in the register, so nothing is known to weight by",
    mend: "leave them out, or take the register of the date of the wave")
}
