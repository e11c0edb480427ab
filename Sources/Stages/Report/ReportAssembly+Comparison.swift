import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Reporting
import Survey
import Tables
import Texts

// What cluster found by comparing this wave with those before it, as far as it may be published.

extension ReportAssembly {
  /// Gathers what the comparison found.
  ///
  /// Of single units nothing is told but what both waves published of them; causes are counted, of units that are named as
  /// movers alone.
  ///
  /// - Parameters:
  ///   - earlier: The earlier wave.
  ///   - wave: This wave.
  ///   - movers: The codes of the units that are named as movers.
  ///   - units: The units of this wave, of which those that are placed are published.
  /// - Returns: What was found; `nil` when cluster compared with another wave, or with none.
  /// - Throws: ``Diagnostics/Failure`` when a table lacks a column.
  func comparisonFacts(
    _ earlier: LastWave, _ wave: WaveFacts, movers: [String], _ units: [UnitFacts]
  ) throws(Failure) -> ComparisonFacts? {
    guard cluster.run.parameter("earlier_wave") == earlier.name,
      ["drift", "movers", "backcast"].allSatisfy(cluster.hasTable)
    else { return nil }
    let past = try PublishedPast(cluster.table("backcast"), least: publish.unitTypeMinimum)
    return ComparisonFacts(
      drift: try driftFacts([earlier.name, wave.name]), causes: try causeCounts(movers),
      transitions: past.transitions(to: wave.name, members.ids, placed(units)), backcast: past.backcast)
  }

  private func placed(_ units: [UnitFacts]) -> [String: String] {
    var placed: [String: String] = [:]
    for unit in units {
      if case .placed(let type, _, _) = unit.placing { placed[unit.code] = members.ids[type] }
    }
    return placed
  }

  /// The causes of the units that are named as movers, as far as they may be told.
  private func causeCounts(_ movers: [String]) throws(Failure) -> [CauseCount]? {
    let table = try cluster.table("movers")
    let causes = try table.texts("cause")
    let found = Dictionary(zip(try table.texts("unit"), causes)) { first, _ in first }
    var counts: [CauseCount.Cause: Int] = [:]
    for unit in movers {
      // What is more than noise among the units that are told of can be noise among all.
      let cause = found[unit].flatMap(CauseCount.Cause.init(rawValue:)) ?? .several
      counts[cause, default: 0] += 1
    }
    return CauseCount.publishable(counts, least: DisclosureControl(minimum: publish.cellMinimum).leastUnits)
  }

  // MARK: Drift

  /// The columns that were compared: questions that may be published, and features.
  private func driftFacts(_ waves: [String]) throws(Failure) -> [DriftFacts] {
    let table = try cluster.table("drift")
    let kinds = try table.texts("kind")
    let (reasons, changes) = (try table.texts("reason"), try table.texts("changes"))
    let (sizes, noise) = (try table.numbers("psi"), try table.numbers("psi_noise"))
    let (chances, corrected) = (try table.numbers("p"), try table.numbers("p_corrected"))
    let drifted = try table.texts("drifted")
    let labels = try DriftLabels(self, waves)
    var facts: [DriftFacts] = []
    for (row, name) in try table.texts("column").enumerated() {
      let isFeature = kinds[row] == WaveDrift.Kind.feature.rawValue
      guard let label = isFeature ? labels.feature(name) : labels.question(name) else { continue }
      facts.append(
        DriftFacts(
          name: name, label: label, isFeature: isFeature, reason: Self.reason(reasons[row], changes[row]),
          stability: sizes[row], stabilityOfNoise: noise[row], probability: chances[row], corrected: corrected[row],
          hasDrifted: drifted[row] == "true"))
    }
    return facts
  }

  private static func reason(_ reason: String, _ changes: String) -> DriftFacts.Reason {
    switch (WaveDrift.Reason(rawValue: reason), changes) {
    case (.questionnaire, let changes) where changes.hasPrefix("added"): .added
    case (.questionnaire, "removed"): .removed
    case (.questionnaire, _): .reworded
    case (.register, _): .register
    case (.answers, _), (nil, _): .answers
    }
  }
}

/// What questions and features are called, of both questionnaires.
private struct DriftLabels {
  private var questions: [String: Wording] = [:]
  private var features: [String: Wording] = [:]

  /// Reads the codebooks of waves and the declared features.
  init(_ assembly: ReportAssembly, _ waves: [String]) throws(Failure) {
    var books = [assembly.codebook]
    for path in assembly.pipeline.waves {
      let wave = try WaveDescription(path)
      if waves.contains(wave.name), let own = wave.codebook { books.append(try readCodebook(own)) }
    }
    for book in books {
      for question in book.questions where question.publish && questions[question.name] == nil {
        questions[question.name] = Wording(question.text)
      }
    }
    for feature in try assembly.normalise.json("features.json", as: FittedTransform.self).features {
      features[feature.name] = Wording(feature.label)
    }
    let section = try assembly.pipeline.normalise
    for feature in section.features.features { features[feature.name] = Wording(feature.label) }
  }

  /// The words of a question that may be published; `nil` for another.
  func question(_ name: String) -> Wording? { questions[name] }

  /// What a feature is called.
  func feature(_ name: String) -> Wording? { features[name] }
}

/// The units of earlier waves whose type was published.
struct PublishedPast {
  private struct Unit {
    var type: String
    var today: String
    /// The unit that it is in the wave after it.
    var next: String
  }

  /// The waves, oldest first, with the published units by their codes.
  private var waves: [(name: String, units: [String: Unit])] = []

  /// Reads the table `backcast` of cluster.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - least: The least number of respondents from which a type is published.
  /// - Throws: ``Diagnostics/Failure`` when the table lacks a column.
  init(_ table: Table, least: Int) throws(Failure) {
    let (codes, names) = (try table.texts("unit"), try table.texts("wave"))
    let (types, today) = (try table.texts("type_published"), try table.texts("type_today"))
    let (respondents, next) = (try table.integers("respondents"), try table.texts("next_unit"))
    for row in codes.indices {
      if waves.last?.name != names[row] { waves.append((names[row], [:])) }
      guard (respondents[row] ?? 0) >= least else { continue }
      waves[waves.count - 1].units[codes[row]] = Unit(type: types[row], today: today[row], next: next[row])
    }
  }

  /// How many units of each wave the types of now put where they were.
  var backcast: [BackcastFacts] {
    waves.map { wave in
      BackcastFacts(
        wave: wave.name, units: wave.units.count, same: wave.units.values.count { $0.type == $0.today })
    }
  }

  /// The transitions between waves, of units whose type both published.
  ///
  /// - Parameters:
  ///   - now: The name of this wave.
  ///   - letters: The letters of its types.
  ///   - placed: The letter of each unit of this wave whose type is published.
  /// - Returns: The transitions, oldest first.
  func transitions(to now: String, _ letters: [String], _ placed: [String: String]) -> [TransitionFacts] {
    waves.indices.map { index in
      let isLast = index + 1 == waves.count
      let then = isLast ? placed : waves[index + 1].units.mapValues(\.type)
      let earlier = Self.letters(of: waves[index].units.values.map(\.type))
      let later = isLast ? letters : Self.letters(of: Array(then.values))
      var counts = earlier.map { _ in later.map { _ in 0 } }
      for unit in waves[index].units.values {
        guard let type = then[unit.next], let row = earlier.firstIndex(of: unit.type),
          let column = later.firstIndex(of: type)
        else { continue }
        counts[row][column] += 1
      }
      return TransitionFacts(
        from: waves[index].name, to: isLast ? now : waves[index + 1].name, earlier: earlier, later: later,
        counts: counts)
    }
  }

  private static func letters(of types: [String]) -> [String] {
    Set(types).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
