import Diagnostics
import Matrices
import Normalisation
import Tables
import Testing

@Suite struct ScreeningTests {
  private let features = """
    blocks:
      first:
        weight: 2
        features:
          size: {source: register.size, reason: r}
          twin: {source: register.twin, weight: 3, reason: r}
          third: {source: register.third, reason: r}
      second:
        features:
          flat: {source: register.flat, reason: r}
          tools: {source: group.tools, transform: options, reason: r}
    """
  private var values: [UnitValues] {
    let sizes = (0..<40).map { Double($0 * 7 % 11) }
    return [
      UnitValues("size", .numbers(sizes)), UnitValues("twin", .numbers(sizes.map { 3 - 2 * $0 })),
      UnitValues("third", .numbers(sizes.enumerated().map { $1 + 0.01 * Double($0 % 3) })),
      UnitValues("flat", .numbers((0..<40).map { $0 == 0 ? 2 : $0 == 1 ? 3 : 1 })),
      UnitValues(
        "tools",
        .options([
          option("a", (0..<40).map { Double($0 % 3) / 4 }), option("b", (0..<40).map { Double($0 % 5) / 4 }),
          option("c", (0..<40).map { $0 % 20 == 0 ? 0.5 : 0 }),
        ])),
    ]
  }

  @Test func `features that say little or the same are told, one sentence each`() throws {
    let fit = try FeatureFit(settings("screening: {action: tell}\n" + features), to: values)
    #expect(
      fit.screened.map(\.reason) == [
        "'flat' has one value for 95 % of the units, which is 95 % or more",
        "'tools_c' is the answer of 2.5 % of the respondents, averaged over units, which is less than 5 %",
        "'twin' says nearly the same as 'size': their correlation is -1, in size 0.95 or more",
        "'third' says nearly the same as 'size': their correlation is 1, in size 0.95 or more",
        "'third' says nearly the same as 'twin': their correlation is -1, in size 0.95 or more",
      ])
    #expect(fit.transform.features.allSatisfy { $0.use == .cluster && $0.excluded == nil })
    #expect(
      fit.findings.map(\.rule) == ["outlier", "near-constant", "rare-option"] + Array(repeating: "correlated", count: 3)
    )
    #expect(
      fit.findings[1].rendered == """
        pipeline.yaml:11:22: warning: feature 'flat' has one value for 95 % of the units, which is 95 % or more
          11 |       flat: {source: register.flat, reason: r}
             |                      ^~~~~~~~~~~~~
          mend: write 'use: profile' for it, or 'screening: {action: exclude}'
        """)
  }

  @Test func `of two that correlate the later goes, and one that went no longer stands in the way`() throws {
    let fit = try FeatureFit(settings("screening: {action: exclude}\n" + features), to: values)
    #expect(fit.screened.map(\.feature) == ["flat", "tools_c", "twin", "third"])
    #expect(fit.screened.map(\.other) == ["", "", "size", "size"])
    #expect(fit.transform.features.filter { $0.use == .cluster }.map(\.name) == ["size", "tools_a", "tools_b"])
    #expect(
      fit.transform.features.map(\.excluded) == [
        nil, "'twin' says nearly the same as 'size': their correlation is -1, in size 0.95 or more",
        "'third' says nearly the same as 'size': their correlation is 1, in size 0.95 or more",
        "'flat' has one value for 95 % of the units, which is 95 % or more", nil, nil,
        "'tools_c' is the answer of 2.5 % of the respondents, averaged over units, which is less than 5 %",
      ])
    // What is left takes the part of what went: two features, two thirds and one third of a variance of 2.
    #expect((fit.transform.features[0].weight - (4.0 / 3).squareRoot()).magnitude < 1e-15)
    #expect(fit.transform.features[1].weight == 1)
    #expect(fit.findings.map(\.level) == Array(repeating: .warning, count: 4))
    #expect(
      fit.findings[2].rendered == """
        pipeline.yaml:7:22: warning: feature 'twin' says nearly the same as 'size': their correlation is -1, in size 0.95 or more; excluded from the types
          7 |       twin: {source: register.twin, weight: 3, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: nothing to do; to keep it, write 'screening: {action: tell}'
        """)
  }

  @Test func `the exclusion log is a table`() throws {
    let table = try FeatureFit(settings("screening: {action: exclude}\n" + features), to: values).screeningTable
    #expect(table.columns.map(\.name) == ["feature", "rule", "value", "threshold", "other", "action", "reason"])
    #expect(table["rule"]?.texts == ["near-constant", "rare-option", "correlated", "correlated"])
    #expect(table["threshold"]?.texts == ["0.95", "0.05", "0.95", "0.95"])
    #expect(table["other"]?.texts == [nil, nil, "size", "size"])
    #expect(table["action"]?.texts == ["excluded", "excluded", "excluded", "excluded"])
    #expect(table["reason"]?.texts[0] == "'flat' has one value for 95 % of the units, which is 95 % or more.")
  }

  @Test func `two values are told and never excluded, because nothing else says the same`() throws {
    let settings = try settings(
      "screening: {action: exclude}\nblocks: {b: {features: {x: {source: index.x, reason: r}}}}")
    let fit = try FeatureFit(settings, to: [UnitValues("x", .numbers([1, 2, 1, 2, 2]))])
    #expect(fit.screened.map(\.rule) == [.fewValues])
    #expect(fit.screened.map(\.isExcluded) == [false])
    #expect(fit.transform.features[0].use == .cluster)
  }

  @Test func `a text that few units have is rare`() throws {
    let settings = try settings(
      "screening: {rare: 0.1}\nblocks: {b: {features: {t: {source: register.t, transform: one-hot, reason: r}}}}")
    let texts = (0..<20).map { $0 == 0 ? "c" : $0 % 2 == 0 ? "a" : "b" }
    let fit = try FeatureFit(settings, to: [UnitValues("t", .texts(texts))])
    #expect(fit.screened.map(\.reason) == ["'t_c' belongs to 5 % of the units, which is less than 10 %"])
  }

  @Test func `a profile feature is not looked at`() throws {
    let settings = try settings(
      """
      screening: {action: exclude}
      blocks: {b: {features: {x: {source: index.x, reason: r}, y: {source: index.y, use: profile, reason: r}}}}
      """)
    let fit = try FeatureFit(
      settings, to: [UnitValues("x", .numbers([1, 2, 3, 4])), UnitValues("y", .numbers([1, 2, 3, 4]))])
    #expect(fit.screened.isEmpty)
  }

  @Test func `a constant is an error when features are told, and goes when they are excluded`() throws {
    let yaml = "blocks: {b: {features: {x: {source: index.x, reason: r}, y: {source: index.y, reason: r}}}}"
    let values = [UnitValues("x", .numbers([1, 2, 3, 4])), UnitValues("y", .numbers([7, 7, 7, 7]))]
    let told = try settings(yaml)
    #expect(
      messages { try FeatureFit(told, to: values) } == [
        """
        pipeline.yaml:1:70: error: feature 'y' has the same value for every unit, so it cannot tell types apart
          1 | blocks: {b: {features: {x: {source: index.x, reason: r}, y: {source: index.y, reason: r}}}}
            |                                                                      ^~~~~~~
          mend: remove the feature, or check its source
        """
      ])
    let fit = try FeatureFit(settings("screening: {action: exclude}\n" + yaml), to: values)
    #expect(fit.transform.features.map(\.use) == [.cluster, .profile])
    #expect(fit.features.column(1) == [0, 0, 0, 0])
    #expect(fit.screened.map(\.feature) == ["y"])
  }

  @Test func `when the screen leaves nothing, that is an error`() throws {
    let settings = try settings(
      "screening: {action: exclude}\nblocks: {b: {features: {x: {source: index.x, reason: r}}}}")
    let found = messages { try FeatureFit(settings, to: [UnitValues("x", .numbers((0..<40).map { $0 == 0 ? 2 : 1 }))]) }
    #expect(
      found.last == """
        pipeline.yaml:2:37: error: the screen excludes every feature, so that nothing is left to make types from
          2 | blocks: {b: {features: {x: {source: index.x, reason: r}}}}
            |                                     ^~~~~~~
          mend: write 'screening: {action: tell}', or declare other features
        """)
  }
}
