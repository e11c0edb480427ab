import DecisionAnalysis
import Diagnostics
import Settings

extension Catalogue {
  /// Leaves notes and warnings about what decides nothing: criteria without points or that no strategy wants, shapes that no
  /// strategy uses, strategies that want the same, and strategies that are excluded whatever is measured.
  func noteIdle(_ reader: SettingsReader) {
    let places = SectionPlaces(reader)
    for idle in model.idleCriteria(for: criteria.map(\.scale.lowerBound)) {
      let criterion = criteria[idle.criterion]
      switch idle.reason {
      case .withoutPoints:
        reader.findings.add(
          Finding(
            .note, rule: "idle-criterion", at: places.criteria[idle.criterion], value: criterion.id,
            message: "the criterion '\(criterion.id)' has no points and changes no choice",
            mend: "give it points, or remove it"))
      case .notNamed:
        reader.findings.add(
          Finding(
            .warning, rule: "idle-criterion", at: places.criteria[idle.criterion], value: criterion.id,
            message: "no strategy wants anything of the criterion '\(criterion.id)', so that it changes no choice",
            mend: "name it under 'wants' of a strategy, or remove it"))
      case .unknown, .sameValue: break
      }
    }
    let used = Set(strategies.flatMap { $0.wants.map { [$0.criterion, $0.shape] } })
    for (criterion, place) in zip(criteria, places.criteria) {
      for shape in criterion.shapes where !used.contains([criterion.id, shape.name]) {
        reader.findings.add(
          Finding(
            .note, rule: "idle-shape", at: place, value: shape.name,
            message: "no strategy wants the shape '\(shape.name)' of the criterion '\(criterion.id)'",
            mend: "use it under 'wants' of a strategy, or remove it"))
      }
    }
    for (strategy, place) in zip(strategies, places.strategies) {
      for source in strategy.alwaysExcluding {
        reader.findings.add(
          Finding(
            .warning, rule: "always-excluded", at: place, value: strategy.id,
            message: "'\(strategy.id)' is excluded whatever '\(source)' is, so that it is never chosen",
            mend: "leave room between the bounds under 'never', or remove the strategy"))
      }
    }
    for group in model.identicalAlternatives() {
      let names = group.map { "'\(strategies[$0].id)'" }.joined(separator: " and ")
      reader.findings.add(
        Finding(
          .warning, rule: "identical-strategies", at: places.strategies[group[1]], value: strategies[group[1]].id,
          message: "\(names) want exactly the same, so that they tie whatever is measured",
          mend: "say under 'wants' in what they differ, or make them one strategy"))
    }
  }
}

extension Strategy {
  /// The sources of which every amount excludes the strategy: one veto begins no higher than another ends.
  fileprivate var alwaysExcluding: [String] {
    let tests = never.map(\.when)
    return Set(tests.map(\.source)).sorted().filter { source in
      let own = tests.filter { $0.source == source }
      let most = own.filter { $0.atLeast == nil }.compactMap(\.atMost).max()
      let least = own.filter { $0.atMost == nil }.compactMap(\.atLeast).min()
      return most.flatMap { most in least.map { $0 <= most } } ?? false
    }
  }
}

/// Where the criteria and the strategies of a catalogue stand.
private struct SectionPlaces {
  var criteria: [Place]
  var strategies: [Place]

  init(_ reader: SettingsReader) {
    func places(_ key: String) -> [Place] {
      guard case .sequence(let nodes) = reader.node(key)?.content else { return [] }
      return nodes.map(\.place)
    }
    criteria = places("criteria")
    strategies = places("strategies")
  }
}
