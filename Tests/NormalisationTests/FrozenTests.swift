import Diagnostics
import Foundation
import Matrices
import Testing

@testable import Normalisation

@Suite struct FrozenTests {
  private let features = """
    classes: {size: {}}
    imputation: {strata: size}
    blocks:
      structure:
        weight: 2
        features:
          size: {source: register.size, transform: log, reason: r}
          region: {source: register.region, transform: one-hot, reason: r}
          tools: {source: group.tools, transform: options, reason: r}
          place: {source: register.centroid, transform: coordinates, reason: r}
      answers:
        features:
          goal: {source: index.goal, transform: rank, reason: r}
          skill: {source: index.skill, scaling: robust, winsorise: 3, reason: r}
          twin: {source: index.twin, reason: r}
    """
  private func values(_ seed: UInt64, units: Int = 30) -> [UnitValues] {
    let skill = drawn(units, seed: seed + 2, missing: 0.2)
    return [
      UnitValues("size", .numbers(drawn(units, seed: seed) { 100 + $0 * $0 })),
      UnitValues("region", .texts((0..<units).map { ["n", "s", "e"][$0 % 3] })),
      UnitValues(
        "tools",
        .options([
          option("a", drawn(units, seed: seed + 3) { min(1, $0.magnitude) }),
          option("b", drawn(units, seed: seed + 4) { min(1, $0.magnitude) }),
        ])),
      UnitValues(
        "place",
        .points(drawn(units, seed: seed + 5).enumerated().map { PlanePoint(x: 10 * ($1 ?? 0), y: Double($0)) })),
      UnitValues("goal", .numbers(drawn(units, seed: seed + 1, missing: 0.2))),
      UnitValues("skill", .numbers(skill)), UnitValues("twin", .numbers(skill.map { $0.map { 1 - $0 } })),
    ]
  }
  private func strata(_ units: Int = 30) -> Strata {
    Strata("size", cells: ["small", "large"], cellOfUnit: (0..<units).map { $0 % 2 })
  }

  @Test(arguments: ["tell", "exclude"]) func `a frozen transform on the same wave is the identity of the fit`(
    _ action: String
  ) throws {
    let screening = "screening: {action: \(action), correlation: 0.8}\n"
    let first = try FeatureFit(settings(screening + features), to: values(1), strata: strata())
    let again = try FeatureFit(
      settings(screening + "fit: {mode: frozen, wave: w1}\n" + features), to: values(1), strata: strata(),
      earlier: EarlierWave("w1", transform: replayed(first.transform)))
    #expect(again.features == first.features)
    #expect(again.transform.features == first.transform.features)
    #expect(again.transform.blocks == first.transform.blocks)
    #expect(again.imputed == first.imputed)
    #expect(again.outliers == first.outliers)
    #expect(again.transform.fit == FitOrigin(mode: .frozen, wave: "w1", units: 30))
    #expect(first.transform.fit == FitOrigin(mode: .refit, units: 30))
    #expect(first.transform.features.contains { $0.excluded != nil } == (action == "exclude"))
  }

  @Test func `a frozen fit does on a later wave what was done on the first`() throws {
    let first = try FeatureFit(settings(features), to: values(1), strata: strata())
    let later = try FeatureFit(
      settings("fit: {mode: frozen, wave: w1}\n" + features), to: values(50, units: 12), strata: strata(12),
      earlier: EarlierWave("w1", transform: first.transform))
    #expect(later.features.rows == 12)
    #expect(later.features == first.transform.apply(to: values(50, units: 12), strata: strata(12)))
    #expect(later.transform.features == first.transform.features)
    #expect(later.screened.isEmpty)
  }

  @Test func `a pooled fit is that of both waves together, for the units of this one`() throws {
    let (before, now) = (values(1), values(50, units: 20))
    let pooled = try FeatureFit(
      settings("fit: {mode: pooled, wave: w1}\n" + features), to: now, strata: strata(20),
      earlier: EarlierWave("w1", values: before.reversed(), strata: strata()))
    let together = try FeatureFit(
      settings(features), to: zip(before, now).map { both($0, $1) },
      strata: Strata("size", cells: ["small", "large"], cellOfUnit: strata().cellOfUnit + strata(20).cellOfUnit))
    #expect(pooled.transform.features == together.transform.features)
    #expect(pooled.features == together.features.selectingRows(Array(30..<50)))
    #expect(pooled.transform.fit == FitOrigin(mode: .pooled, wave: "w1", units: 50))
    #expect(pooled.imputed.allSatisfy { $0.unit < 20 })
  }

  @Test func `features declared otherwise than they were fitted are all told`() throws {
    let first = try FeatureFit(settings(features), to: values(1), strata: strata())
    let other = try settings(
      """
      fit: {mode: frozen, wave: w1}
      imputation: {method: nearest}
      blocks:
        structure:
          weight: 3
          features:
            size: {source: register.people, transform: asinh, weight: 2, reason: r}
            region: {source: register.region, transform: one-hot, use: profile, reason: r}
            new: {source: index.new, reason: r}
        answers:
          features:
            goal: {source: index.goal, transform: rank, reason: r}
            skill: {source: question.skill, share: ["1"], reason: r}
            place: {source: register.centroid, transform: coordinates, reason: r}
            twin: {source: index.twin, reason: r}
      """)
    let found = messages {
      try FeatureFit(other, to: values(1), earlier: EarlierWave("w1", transform: first.transform))
    }
    #expect(found.count == 8)
    #expect(
      found.first == """
        pipeline.yaml:7:22: error: feature 'size' differs from the one fitted on the wave 'w1', whose fit is frozen: its source is register.people, and was register.size; its transform is asinh, and was log; its weight is 2, and was 1; the weight of its block is 3, and was 2; the imputation is nearest, and was median
          7 |       size: {source: register.people, transform: asinh, weight: 2, reason: r}
            |                      ^~~~~~~~~~~~~~~
          mend: declare it as it was, or write 'fit: {mode: refit}'
        """)
    #expect(
      found[2] == """
        pipeline.yaml:9:21: error: feature 'new' was not fitted on the wave 'w1', whose fit is frozen
          9 |       new: {source: index.new, reason: r}
            |                     ^~~~~~~~~
          mend: remove it, or write 'fit: {mode: refit}'
        """)
    #expect(
      found[4].contains(
        "its share is 1, and was none; its scaling is z-score, and was robust; its bound of winsorising is none, and was 3;"
      ))
    #expect(
      found[7] == """
        pipeline.yaml:1:27: error: feature 'tools' was fitted on the wave 'w1', whose fit is frozen, and is not declared
          1 | fit: {mode: frozen, wave: w1}
            |                           ^~
          mend: declare it as it was, or write 'fit: {mode: refit}'
        """)
  }

  @Test func `options and texts that a frozen fit does not know are told`() throws {
    let first = try FeatureFit(settings(features), to: values(1), strata: strata())
    let frozen = try settings("fit: {mode: frozen, wave: w1}\n" + features)
    var later = values(50)
    later[1] = UnitValues("region", .texts((0..<30).map { ["n", "s", "w"][$0 % 3] }))
    let fit = try FeatureFit(
      frozen, to: later, strata: strata(), earlier: EarlierWave("w1", transform: first.transform))
    #expect(
      fit.findings.filter { $0.rule == "unknown-text" }.map(\.message) == [
        "feature 'region' has 10 values, such as 'w', that the frozen fit does not know, and that get 0 in all of its columns"
      ])
    later[2] = UnitValues("tools", .options([option("a", drawn(30, seed: 1)), option("c", drawn(30, seed: 2))]))
    #expect(
      messages {
        try FeatureFit(frozen, to: later, strata: strata(), earlier: EarlierWave("w1", transform: first.transform))
      }.last == """
        pipeline.yaml:10:23: error: the options of feature 'tools' are not those of the frozen fit: it lacks 'b' and adds 'c'
          10 |       tools: {source: group.tools, transform: options, reason: r}
             |                       ^~~~~~~~~~~
          mend: write 'fit: {mode: refit}', or treat the change in the crosswalk
        """)
  }

  @Test func `a wave that is not there is an error`() throws {
    for mode in ["frozen", "pooled"] {
      let settings = try settings("fit: {mode: \(mode), wave: w1}\n" + features)
      #expect(
        messages { try FeatureFit(settings, to: values(1)) } == [
          """
          pipeline.yaml:1:27: error: the fit is '\(mode)' with the wave 'w1', of which no features are there
            1 | fit: {mode: \(mode), wave: w1}
              |                           ^~
            mend: run the wave 'w1' first, or write 'fit: {mode: refit}'
          """
        ])
    }
  }

  @Test func `a wave with values of another kind cannot be pooled`() throws {
    let settings = try settings("fit: {mode: pooled, wave: w1}\n" + features)
    var before = values(1)
    before[1] = UnitValues("region", .numbers((0..<30).map { Double($0) }))
    #expect(
      messages { try FeatureFit(settings, to: values(1), earlier: EarlierWave("w1", values: before)) } == [
        """
        pipeline.yaml:9:24: error: feature 'region' has no values of the same kind in the wave 'w1', with which the fit is pooled
          9 |       region: {source: register.region, transform: one-hot, reason: r}
            |                        ^~~~~~~~~~~~~~~
          mend: remove it, or write 'fit: {mode: refit}'
        """
      ])
  }

  @Test func `what an older version left is read`() throws {
    let json = """
      {"blocks": [{"name": "b", "label": {"nl": "b", "en": "b"}, "weight": 1, "share": 1}],
       "features": [{"name": "x", "feature": "x", "label": {"nl": "x", "en": "x"}, "block": "b", "source": "index.x",
         "share": [], "use": "cluster", "transform": "identity", "scaling": "z-score", "centre": 2, "spread": 4,
         "weight": 1, "imputation": 2, "imputed": 0, "reason": {"nl": "r", "en": "r"}}]}
      """
    let transform = try JSONDecoder().decode(FittedTransform.self, from: Data(json.utf8))
    #expect(transform.apply(to: [UnitValues("x", .numbers([6, nil]))]).values == [1, 0])
  }

  private func both(_ first: UnitValues, _ second: UnitValues) -> UnitValues {
    switch (first.content, second.content) {
    case (.numbers(let a), .numbers(let b)): UnitValues(first.feature, .numbers(a + b))
    case (.texts(let a), .texts(let b)): UnitValues(first.feature, .texts(a + b))
    case (.points(let a), .points(let b)): UnitValues(first.feature, .points(a + b))
    case (.options(let a), .options(let b)):
      UnitValues(first.feature, .options(zip(a, b).map { option($0.name, $0.values + $1.values) }))
    default: first
    }
  }
}
