import CSVFiles
public import Diagnostics
public import Files
import Registers
import Settings
public import Simulation
import Survey
import Tables

/// One call of `koers simulate`: the plan, and what the command line says otherwise.
public struct SimulateRequest: Sendable {
  /// The file with the plan; the paths of codebook and register in it are relative to its folder.
  public var plan: String
  /// The number of respondents, instead of the plan's.
  public var respondents: Int?
  /// The number of units that answer, instead of the plan's.
  public var units: Int?
  /// The seed, instead of the plan's.
  public var seed: UInt64?
  /// The kinds of dirt that the wave gets, if it is to be dirty.
  public var dirt: [DirtKind]?
  /// How a dirty wave is written.
  public var dialect = WrittenDialect()
  /// The folder for which the description is written; `nil` is that of the plan.
  public var output: String?

  /// Creates a request.
  public init(plan: String, respondents: Int? = nil, units: Int? = nil, seed: UInt64? = nil) {
    self.plan = plan
    self.respondents = respondents
    self.units = units
    self.seed = seed
  }

  /// Draws the wave, writing nothing.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 with all that is wrong in the plan or the
  ///   codebook, 65 with all that is wrong in the register.
  public func run() throws(Failure) -> SimulatedFiles {
    let plans = try PlanFiles(plan)
    let planned = try own(plans)
    let wave = try simulate(
      planned.plan, questions: planned.questions, register: planned.register, following: plans.earlier)
    let stem = planStem
    if let dirt {
      let all = plans.codebook.questions.map(SimulatedQuestion.init)
      let dirty = dirtied(wave, planned.plan, questions: all, register: planned.register, kinds: dirt)
      return files(dirty, planned.plan, stem: stem + "-dirty", wave: wave, codebook: codebook(of: plans))
    }
    let description = describe(planned.plan, file: stem + ".csv", codebook: codebook(of: plans))
    return SimulatedFiles(
      survey: FileContent(stem + ".csv", text: CSVWriter.text(wave.records)),
      description: FileContent(stem + ".wave.yaml", text: description),
      truth: CSVWriter.text(wave.truth), respondents: wave.records.rowCount, units: wave.truth.rowCount)
  }

  /// Draws what all officials of the units of the wave would answer, writing nothing.
  ///
  /// - Parameter officials: How many officials each unit has at least.
  /// - Returns: The records as a survey file; those of the wave's own respondents come first.
  /// - Throws: ``Diagnostics/Failure`` as ``run()`` does.
  public func allOfficials(_ officials: Int) throws(Failure) -> FileContent {
    let plans = try PlanFiles(plan)
    let planned = try own(plans)
    let records = try simulateAllOfficials(
      planned.plan, questions: planned.questions, register: planned.register, officials: officials,
      following: plans.earlier)
    return FileContent(planStem + "-all.csv", text: CSVWriter.text(records))
  }

  /// The wave of the plan, with what the command line says otherwise.
  private func own(_ plans: PlanFiles) throws(Failure) -> PlannedWave {
    var wave = plans.wave
    if let respondents { wave.plan.respondents = respondents }
    if let units { wave.plan.units = units }
    if let seed { wave.plan.seed = seed }
    try checkNumbers(wave.plan)
    return wave
  }

  /// The codebook that the description names: that of a wave which was asked by another than the one it follows.
  private func codebook(of plans: PlanFiles) -> String? {
    guard let own = plans.ownCodebook else { return nil }
    guard let output else { return own }
    return relativePath(from: output, to: joinPath(folder(of: plan), own))
  }

  private func files(
    _ dirty: DirtyWave, _ plan: SimulationPlan, stem: String, wave: SimulatedWave, codebook: String?
  ) -> SimulatedFiles {
    var plan = plan
    plan.name += "-dirty"
    plan.about.nl += " Met opzet zijn er fouten in gemaakt, zoals echte bestanden die hebben."
    plan.about.en += " Mistakes as real files have them were put in on purpose."
    return SimulatedFiles(
      survey: FileContent(stem + ".csv", bytes: dirty.bytes(dialect)),
      description: FileContent(stem + ".wave.yaml", text: describe(plan, file: stem + ".csv", codebook: codebook)),
      dirt: FileContent(stem + ".truth.csv", text: CSVWriter.text(dirty.truth)), spots: dirty.spots,
      truth: CSVWriter.text(wave.truth),
      respondents: wave.records.rowCount, units: wave.truth.rowCount)
  }

  /// The name of the plan's file without its endings.
  private var planStem: String {
    var name = lastName(of: plan)
    for ending in [".yaml", ".yml", ".simulation"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    return name
  }

  /// Checks what options can make wrong after the plan was found right.
  private func checkNumbers(_ plan: SimulationPlan) throws(Failure) {
    let outsiders = plan.outsiders.count == 1 ? "1 outsider" : "\(plan.outsiders.count) outsiders"
    if plan.units < 1 || plan.units + plan.outsiders.count > plan.respondents {
      throw Failure(
        .usage, rule: "too-few", value: String(plan.respondents),
        message:
          "\(plan.respondents) respondents cannot answer for \(plan.units) units and \(outsiders)",
        mend: "raise --respondents, or lower --units")
    }
  }

  private func describe(_ plan: SimulationPlan, file: String, codebook: String?) -> String {
    let asked = codebook.map { "\ncodebook: \(quoted($0))" } ?? ""
    return """
      # Written by `koers simulate`; the answers in \(file) are simulated.
      name: \(quoted(plan.name))
      date: \(plan.date.iso)
      fieldwork: {from: \(plan.from.iso), to: \(plan.to.iso)}
      file: \(quoted(file))\(asked)
      simulated: true
      about:
        nl: \(quoted(plan.about.nl))
        en: \(quoted(plan.about.en))

      """
  }
}

/// What a simulation leaves.
public struct SimulatedFiles: Sendable {
  /// The survey, as an export would be.
  public var survey: FileContent
  /// The description of the wave, which says that it is simulated.
  public var description: FileContent
  /// What is dirty in the survey and how, as CSV; only of a dirty wave.
  public var dirt: FileContent?
  /// What is dirty in the survey and how, piece by piece.
  public var spots: [DirtyWave.Spot] = []
  /// The type of each unit and its values without noise, as CSV.
  public var truth: String
  /// The number of records.
  public var respondents: Int
  /// The number of units that answer.
  public var units: Int
}

/// Returns a text between double quotes, as YAML reads it.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for character in text {
    switch character {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    default: quoted.append(character)
    }
  }
  return quoted + "\""
}

extension SimulatedQuestion {
  /// What drawing needs to know of a question of a codebook.
  init(_ question: Question) {
    let codes = question.categories.map(\.value)
    let kind: Kind =
      switch (question.role, question.kind) {
      case (.respondent, _): .respondent
      case (.submitted, _): .submitted
      case (.duration, _): .duration
      case (.started, _): .text
      case (.unit, _): .unit
      case (.function, _): .function(codes)
      case (.field, _): .field(codes)
      case (_, .scale):
        .scale((codes.compactMap { Int($0) }.min() ?? 1)...(codes.compactMap { Int($0) }.max() ?? 5))
      case (_, .boolean): .option(yes: question.trueValues.first ?? "1", no: question.falseValues.first ?? "0")
      case (_, .category):
        .choice(codes.filter { !question.refused.contains($0) }, unknown: question.refused.first)
      case (_, .integer): .integer
      case (_, .number): .number(mark: question.decimalMark)
      case (_, .text), (_, .date), (_, .moment): .text
      }
    self.init(
      question.name, kind, index: question.index, isReversed: question.direction == .negative,
      notShown: question.notShown.first, group: question.group,
      labels: Dictionary(question.categories.map { ($0.value, $0.label.nl) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension SimulateRequest {
  /// The kinds of dirt by name, as a command line knows them.
  public static var dirtNames: [String] { DirtKind.allCases.map(\.rawValue) }

  /// Sets the kinds of dirt by their names with commas between, or `all`.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 64 and every name that is none of ``dirtNames``.
  public mutating func setDirt(named names: String) throws(Failure) {
    if names == "all" {
      dirt = DirtKind.allCases
      return
    }
    var kinds: [DirtKind] = []
    var findings: [Finding] = []
    for part in names.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.drop { $0 == " " })
      if let kind = DirtKind(rawValue: name) {
        kinds.append(kind)
        continue
      }
      let meant = suggestion(for: name, among: Self.dirtNames).map { "did you mean '\($0)'?" }
      findings.append(
        Finding(
          .error, rule: "unknown-dirt", value: name, message: "there is no kind of dirt called '\(name)'",
          mend: meant ?? "use 'all', or some of: " + Self.dirtNames.joined(separator: ", ")))
    }
    if !findings.isEmpty { throw Failure(.usage, findings) }
    dirt = kinds
  }
}
