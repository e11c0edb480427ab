import Diagnostics
import Matrices
import Normalisation
import Survey
import Testing

@Suite struct WrongInputTests {
  @Test func `values that are no finite numbers are counted`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            size: {source: register.size, reason: r}
            place: {source: register.centroid, transform: coordinates, reason: r}
            tools: {source: group.tools, transform: options, reason: r}
      """)
    let found = messages {
      try FeatureFit(
        settings,
        to: [
          UnitValues("size", .numbers([1, .nan, .infinity])),
          UnitValues("place", .points([PlanePoint(x: .nan, y: 1), nil, PlanePoint(x: 1, y: 1)])),
          UnitValues("tools", .options([option("a", [0, 1, -.infinity]), option("b", [1, 1, 0])])),
        ])
    }
    #expect(
      found == [
        """
        pipeline.yaml:4:22: error: feature 'size' has 2 values that are infinite or no number
          4 |       size: {source: register.size, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: correct the source, or leave the cell empty where nothing is known
        """,
        """
        pipeline.yaml:5:23: error: feature 'place' has 1 value that is infinite or no number
          5 |       place: {source: register.centroid, transform: coordinates, reason: r}
            |                       ^~~~~~~~~~~~~~~~~
          mend: correct the source, or leave the cell empty where nothing is known
        """,
        """
        pipeline.yaml:6:23: error: feature 'tools' has 1 value that is infinite or no number
          6 |       tools: {source: group.tools, transform: options, reason: r}
            |                       ^~~~~~~~~~~
          mend: correct the source, or leave the cell empty where nothing is known
        """,
      ])
  }

  @Test(arguments: ["transform: rank", "scaling: range", "scaling: none", "scaling: robust", "winsorise: 2"])
  func `a constant has no variance, whatever is done to it`(_ keys: String) throws {
    let settings = try settings("blocks: {b: {features: {x: {source: index.x, \(keys), reason: r}}}}")
    let found = messages { try FeatureFit(settings, to: [UnitValues("x", .numbers([0.1, 0.1, nil, 0.1]))]) }
    #expect(
      found.map { $0.split(separator: "\n")[0] } == [
        "pipeline.yaml:1:37: error: feature 'x' has the same value for every unit, so it cannot tell types apart"
      ])
  }

  @Test func `groups of columns without variance are refused once`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            place: {source: register.centroid, transform: coordinates, reason: r}
            tools: {source: group.tools, transform: options, reason: r}
            part: {source: register.part, transform: one-hot, reason: r}
      """)
    let found = messages {
      try FeatureFit(
        settings,
        to: [
          UnitValues("place", .points([PlanePoint(x: 5, y: 52), PlanePoint(x: 5, y: 52)])),
          UnitValues("tools", .options([option("a", [0.5, 0.5]), option("b", [0, 0])])),
          UnitValues("part", .texts(["n", "n"])),
        ])
    }
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.contains("has the same value for every unit, so it cannot tell types apart") })
  }

  @Test func `more features than units is told with both numbers`() throws {
    let settings = try settings(
      "blocks: {b: {features: {x: {source: index.x, reason: r}, y: {source: index.y, reason: r}, z: {source: index.z, reason: r}}}}"
    )
    let fit = try FeatureFit(
      settings, to: ["x", "y", "z"].enumerated().map { UnitValues($1, .numbers([Double($0), 5])) })
    #expect(
      fit.findings.last?.message
        == "there are 3 features to cluster on and 2 units, so that chance alone can make types")
    #expect(
      fit.findings.last?.mend
        == "join features into indices, write 'use: profile' for some, or wait for more units")
  }

  @Test func `content of another kind than the transform takes is refused`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            tools: {source: group.tools, transform: options, reason: r}
            place: {source: register.centroid, transform: coordinates, reason: r}
            goal: {source: index.goal, transform: log, reason: r}
            skill: {source: index.skill, reason: r}
      """)
    let found = messages {
      try FeatureFit(
        settings,
        to: [
          UnitValues("tools", .numbers([1, 2])), UnitValues("place", .numbers([1, 2])),
          UnitValues("goal", .points([PlanePoint(x: 1, y: 2), nil])),
          UnitValues("skill", .options([option("a", [1, 0])])),
        ])
    }
    #expect(
      found.map { $0.split(separator: "\n").filter { !$0.contains("|") }.joined(separator: "\n") } == [
        """
        pipeline.yaml:4:23: error: feature 'tools' holds numbers, which 'options' cannot take apart
          mend: take the source 'group.NAME'
        """,
        """
        pipeline.yaml:5:23: error: feature 'place' holds numbers, which 'coordinates' cannot take apart
          mend: take the source 'register.centroid'
        """,
        """
        pipeline.yaml:6:22: error: feature 'goal' holds places, which 'log' cannot scale
          mend: write 'transform: coordinates'
        """,
        """
        pipeline.yaml:7:23: error: feature 'skill' holds the options of a multi-select, which 'identity' cannot scale
          mend: write 'transform: options'
        """,
      ])
  }

  @Test func `keys that cannot go together are all refused`() {
    let found = messages {
      try settings(
        """
        classes: {size: {}, part: {}}
        imputation: {method: median, strata: sise}
        screening: {correlation: 0.2}
        outliers: {beyond: 0}
        fit: {mode: frozen}
        blocks:
          b:
            features:
              a: {source: index.a, winsorise: 0, reason: r}
              b: {source: register.b, transform: one-hot, winsorise: 3, reason: r}
              c: {source: index.c, coding: ridit, reason: r}
              d: {source: question.d, coding: thermometer, transform: log, reason: r}
              e: {source: group.e, reason: r}
              f: {source: register.f, transform: options, reason: r}
              g: {source: register.g, transform: coordinates, reason: r}
              h: {source: index.h, summary: mode, adjusted: maybe, pooled: false, reason: r}
        """)
    }
    #expect(
      found.map { $0.split(separator: "\n").filter { !$0.contains("|") }.joined(separator: "\n") } == [
        """
        pipeline.yaml:2:38: error: 'sise' is no classification of this pipeline
          mend: did you mean 'size'?
        """,
        """
        pipeline.yaml:3:26: error: 'normalise.screening.correlation' must be a number, 0.5 to 1.0, and is "0.2"
          mend: write a number, 0.5 to 1.0
        """,
        """
        pipeline.yaml:4:20: error: 'normalise.outliers.beyond' must be a number, 1.0 to 1000.0, and is "0"
          mend: write a number, 1.0 to 1000.0
        """,
        """
        pipeline.yaml:5:6: error: normalise.fit lacks 'wave', which must be the name of the earlier wave
          mend: add 'wave:' to normalise.fit
        """,
        """
        pipeline.yaml:9:39: error: 'normalise.blocks.b.features.a.winsorise' must be a number, 1.0 to 1000.0, and is "0"
          mend: write a number, 1.0 to 1000.0
        """,
        """
        pipeline.yaml:10:62: error: normalise.blocks.b.features.b becomes several columns, which cannot be winsorised one by one
          mend: remove 'winsorise:'
        """,
        """
        pipeline.yaml:11:36: error: normalise.blocks.b.features.c codes answers, but does not take the mean of a question
          mend: remove 'coding:', or take the source 'question.NAME' without 'share:'
        """,
        """
        pipeline.yaml:12:63: error: normalise.blocks.b.features.d is a thermometer, whose columns are shares that 'log' does not take
          mend: remove 'transform:'
        """,
        """
        pipeline.yaml:13:10: error: normalise.blocks.b.features.e takes all options of 'group.e', which become one column each
          mend: write 'transform: options'
        """,
        """
        pipeline.yaml:14:42: error: normalise.blocks.b.features.f wants options, and 'register.f' has none
          mend: take the source 'group.NAME' of a multi-select
        """,
        """
        pipeline.yaml:15:19: error: normalise.blocks.b.features.g wants coordinates, which come from the boundaries of the register alone
          mend: take the source 'register.centroid'
        """,
        """
        pipeline.yaml:16:37: error: 'normalise.blocks.b.features.h.summary' must be one of mean, median, and is "mode"
          mend: write one of mean, median
        """,
        """
        pipeline.yaml:16:53: error: 'normalise.blocks.b.features.h.adjusted' must be true or false, and is "maybe"
          mend: write true or false
        """,
      ])
  }

  @Test func `a refit has no earlier wave, and neighbours have no strata`() {
    let found = messages {
      try settings(
        """
        classes: {size: {}}
        imputation: {method: nearest, strata: size}
        fit: {wave: w1}
        blocks: {b: {features: {x: {source: index.x, reason: r}}}}
        """)
    }
    #expect(
      found == [
        """
        pipeline.yaml:2:39: error: normalise.imputation takes the nearest neighbours, wherever they belong, and names strata
          2 | imputation: {method: nearest, strata: size}
            |                                       ^~~~
          mend: remove 'strata:', or write 'method: median'
        """,
        """
        pipeline.yaml:3:13: error: normalise.fit names the wave 'w1', but fits anew
          3 | fit: {wave: w1}
            |             ^~
          mend: remove 'wave:', or write 'mode: frozen' or 'mode: pooled'
        """,
      ])
  }

  @Test func `a group that does not exist is told, and a centroid needs a register`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            tools: {source: group.tool, transform: options, reason: r}
            place: {source: register.centroid, transform: coordinates, reason: r}
      """)
    let known = KnownSources(indices: [], questions: [], groups: ["tools"], register: nil)
    #expect(
      settings.unknownSources(among: known).map(\.message) == [
        "feature 'tools' takes 'group.tool', which does not exist",
        "feature 'place' takes 'register.centroid', but this pipeline has no register",
      ])
    let whole = KnownSources(indices: [], questions: [], groups: ["tool"], register: ["size"])
    #expect(settings.unknownSources(among: whole).isEmpty)
  }

  @Test func `keys for aggregation are read as they are written`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            x: {source: index.x, summary: median, adjusted: false, pooled: false, reason: r}
            y: {source: index.y, reason: r}
      """)
    #expect(settings.features.map(\.summary) == ["median", nil])
    #expect(settings.features.map(\.adjusted) == [false, true])
    #expect(settings.features.map(\.pooled) == [false, true])
    #expect((settings.components, settings.outliersBeyond) == (5, 5))
    #expect(settings.fit.mode == .refit)
    #expect(settings.screening == ScreeningSettings())
    #expect(settings.imputation == ImputationSettings())
  }
}
