import Artefacts
import Diagnostics
import Normalisation
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

// The features and the types with their profiles and names.

extension ReportAssembly {
  /// The features with the values on which profiles are drawn.
  struct Features {
    var facts: [FeatureFacts]
    /// For each feature the value of each unit, in standard deviations from the mean of the units.
    var values: [[String: Double]]
  }

  func featureFacts() throws(Failure) -> Features {
    let fitted = try normalise.json("features.json", as: FittedTransform.self)
    let table = try normalise.table("features")
    let units = try table.texts("unit")
    var facts: [FeatureFacts] = []
    var values: [[String: Double]] = []
    for feature in fitted.features {
      let block = fitted.blocks.first { $0.name == feature.block }
      facts.append(
        FeatureFacts(
          name: feature.name, label: Wording(feature.label), block: block.map { Wording($0.label) },
          source: feature.source, treatments: treatments(of: feature),
          weight: feature.weight, reason: Wording(feature.reason), clustered: feature.use == .cluster,
          isGroup: feature.level != nil))
      values.append(standardised(try table.numbers(feature.name), units))
    }
    return Features(facts: facts, values: values)
  }

  /// What was done to a feature, in the order in which it was done.
  private func treatments(of feature: FittedFeature) -> [String] {
    let coding = feature.coding.map { [$0.kind.rawValue] } ?? []
    let isPlain = feature.transform == .identity && !coding.isEmpty
    return coding + (isPlain ? [] : [feature.transform.rawValue]) + (feature.winsorised == nil ? [] : ["winsorised"])
      + [feature.scaling.rawValue]
  }

  private func standardised(_ numbers: [Double?], _ units: [String]) -> [String: Double] {
    let known = zip(units, numbers).compactMap { unit, number in number.map { (unit, $0) } }
    guard !known.isEmpty else { return [:] }
    let mean = known.reduce(0) { $0 + $1.1 } / Double(known.count)
    let variance = known.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) } / Double(max(1, known.count - 1))
    let spread = variance.squareRoot()
    return Dictionary(known.map { ($0.0, spread > 0 ? ($0.1 - mean) / spread : 0) }) { first, _ in first }
  }

  private func profile(of type: Int, _ features: Features) -> [Double] {
    features.values.map { values in
      let own = members.codes[type].compactMap { values[$0] }
      return own.isEmpty ? 0 : own.reduce(0, +) / Double(own.count)
    }
  }

  func typeFacts(
    _ features: Features, _ matched: MatchedTypes, _ units: [UnitFacts], _ spreads: [[SpreadFacts]]
  ) throws(Failure) -> [TypeFacts] {
    let given = names.names(for: members)
    let model = try cluster.json("model.json", as: ClusterModel.self)
    let counted = typeDisclosure.counted
    let total = counted.reduce(0) { $0 + $1.count }
    let expected = try expectedElsewhere()
    let typical = try typicalUnits(units)
    return members.ids.enumerated().map { index, id in
      let isTold = typeDisclosure.tells(index)
      let profile = isTold ? profile(of: index, features) : []
      let certainties = counted[index].compactMap { members.placing[$0]?.certainty }
      return TypeFacts(
        letter: id, name: given[index].map(Wording.init) ?? suggestedName(profile, features.facts),
        nameIsGiven: given[index] != nil, size: counted[index].count,
        share: Double(counted[index].count) / Double(max(1, total)),
        certainty: certainties.reduce(0, +) / Double(max(1, certainties.count)),
        stability: model.types.first { $0.type == id }?.jaccard, expectedElsewhere: expected.map { $0[id] ?? 0 },
        profile: profile,
        consequences: isTold ? matched.consequences(of: id) : [], ranking: isTold ? matched.ranking(of: id) : [],
        verdict: isTold ? matched.verdict(of: id) : .none,
        contributions: isTold ? matched.contributions(of: id) : [],
        preconditions: isTold ? matched.preconditions(of: id) : [],
        decision: isTold ? matched.decision(of: id) : nil, relief: isTold ? matched.relief(of: id) : [],
        spread: spreads[index], typical: typical[index])
    }
  }

  /// For each type the number of units without answers that may be expected to belong to it; `nil` without a register,
  /// and when nothing can be said.
  private func expectedElsewhere() throws(Failure) -> [String: Double]? {
    guard try expectation()?.isBetter == true else { return nil }
    let table = try cluster.table("expected")
    let shares = try table.numbers("share")
    var sums: [String: Double] = [:]
    for (row, type) in try table.texts("type").enumerated() { sums[type, default: 0] += shares[row] ?? 0 }
    return sums
  }

  /// How well the register tells the types of units without answers; `nil` without a register.
  func expectation() throws(Failure) -> ExpectationFacts? {
    guard cluster.run.outputs.contains(where: { $0.name == "expected-check.csv" }) else { return nil }
    let table = try cluster.table("expected-check")
    guard let row = try table.texts("method").firstIndex(of: "selected"),
      let accuracy = table["accuracy"]?.numbers[row],
      let baseline = table["baseline_accuracy"]?.numbers[row]
    else { return nil }
    return ExpectationFacts(
      accuracy: accuracy, baseline: baseline, isBetter: table["verdict"]?.texts[row] == "better")
  }

  /// A name from the two features that stand out most, of those that are no groups.
  private func suggestedName(_ profile: [Double], _ facts: [FeatureFacts]) -> Wording {
    let named = zip(facts, profile).filter { !$0.0.isGroup && $0.0.clustered }
    return SuggestedName.wording(ofProfile: named.map { ($0.label, $1) })
  }
}
