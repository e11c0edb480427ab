import Diagnostics
import Normalisation
import Survey
import Testing

@Suite struct MessageTests {
  @Test func `a misspelt source gets the nearest name`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            goal: {source: index.gaol, reason: r}
            size: {source: index.population, reason: r}
            far: {source: question.something, reason: r}
      """)
    let known = KnownSources(indices: ["goal", "skills"], questions: [.init("q1")], register: ["population"])
    #expect(
      settings.unknownSources(among: known).map(\.rendered) == [
        """
        pipeline.yaml:4:22: error: feature 'goal' takes 'index.gaol', which does not exist
          4 |       goal: {source: index.gaol, reason: r}
            |                      ^~~~~~~~~~
          mend: did you mean 'index.goal'?
        """,
        """
        pipeline.yaml:5:22: error: feature 'size' takes 'index.population', which does not exist
          5 |       size: {source: index.population, reason: r}
            |                      ^~~~~~~~~~~~~~~~
          mend: did you mean 'register.population'?
        """,
        """
        pipeline.yaml:6:21: error: feature 'far' takes 'question.something', which does not exist
          6 |       far: {source: question.something, reason: r}
            |                     ^~~~~~~~~~~~~~~~~~
          mend: use one of: q1
        """,
      ])
  }

  @Test func `a register source needs a register`() throws {
    let settings = try settings("blocks: {b: {features: {size: {source: register.size, reason: r}}}}")
    let known = KnownSources(indices: [], questions: [], register: nil)
    #expect(
      settings.unknownSources(among: known).map(\.rendered) == [
        """
        pipeline.yaml:1:40: error: feature 'size' takes 'register.size', but this pipeline has no register
          1 | blocks: {b: {features: {size: {source: register.size, reason: r}}}}
            |                                        ^~~~~~~~~~~~~
          mend: add 'register:' to the pipeline, or remove the source
        """
      ])
  }

  @Test func `answers without numbers need a share, and shares need answers that exist`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            service: {source: question.service, reason: r}
            other: {source: question.service, share: [yse], reason: r}
            good: {source: question.service, share: [yes], reason: r}
      """)
    let known = KnownSources(
      indices: [], questions: [.init("service", isNumber: false, codes: ["yes", "no"])], register: nil)
    #expect(
      settings.unknownSources(among: known).map(\.rendered) == [
        """
        pipeline.yaml:4:25: error: feature 'service' takes the mean of 'question.service', whose answers are no numbers
          4 |       service: {source: question.service, reason: r}
            |                         ^~~~~~~~~~~~~~~~
          mend: add 'share:' with the answers to count: yes, no
        """,
        """
        pipeline.yaml:5:23: error: feature 'other' takes the share of 'yse', which is no answer to 'question.service'
          5 |       other: {source: question.service, share: [yse], reason: r}
            |                       ^~~~~~~~~~~~~~~~
          mend: did you mean 'yes'?
        """,
      ])
  }

  @Test func `all mistakes of the section are told at once`() {
    let found = messages {
      try settings(
        """
        replicates: -1
        blocks:
          b:
            weight: 0
            features:
              goal: {source: goal, transform: lgo, reason: r}
          c:
            features:
              goal: {source: register.size, share: [1], reason: r}
        """)
    }
    #expect(
      found == [
        """
        pipeline.yaml:1:13: error: 'normalise.replicates' must be a whole number, 0 to 100000, and is "-1"
          1 | replicates: -1
            |             ^~
          mend: write a whole number, 0 to 100000
        """,
        """
        pipeline.yaml:6:22: error: 'normalise.blocks.b.features.goal.source' is "goal", which names no source
          6 |       goal: {source: goal, transform: lgo, reason: r}
            |                      ^~~~
          mend: write index.NAME, question.NAME, group.NAME or register.NAME
        """,
        """
        pipeline.yaml:6:39: error: 'normalise.blocks.b.features.goal.transform' must be one of identity, log, asinh, logit, rank, one-hot, options, coordinates, and is "lgo"
          6 |       goal: {source: goal, transform: lgo, reason: r}
            |                                       ^~~
          mend: did you mean 'log'?
        """,
        """
        pipeline.yaml:4:13: error: normalise.blocks.b has features to cluster on, but weight 0
          4 |     weight: 0
            |             ^
          mend: give it a weight above 0, or 'use: profile' to carry it along
        """,
        """
        pipeline.yaml:9:44: error: normalise.blocks.c.features.goal takes a share of 'register.size', which is not a question
          9 |       goal: {source: register.size, share: [1], reason: r}
            |                                            ^
          mend: remove 'share:', or take the source 'question.NAME'
        """,
        """
        pipeline.yaml:9:22: error: feature 'goal' is declared in two blocks
          9 |       goal: {source: register.size, share: [1], reason: r}
            |                      ^~~~~~~~~~~~~
          mend: give one of the two another name
        """,
      ])
  }

  @Test func `a section without features to cluster on is an error`() {
    #expect(
      messages { try settings("blocks: {b: {use: profile, features: {a: {source: index.a, reason: r}}}}") } == [
        """
        pipeline.yaml:1:9: error: normalise declares no feature to cluster on
          1 | blocks: {b: {use: profile, features: {a: {source: index.a, reason: r}}}}
            |         ^
          mend: add 'blocks:' with at least one feature that is not 'use: profile'
        """
      ])
  }

  @Test func `no two columns have the same name`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            part: {source: register.part, transform: one-hot, reason: r}
            part_a: {source: index.a, reason: r}
      """)
    let found = messages {
      try FeatureFit(
        settings,
        to: [UnitValues("part", .texts(["A!", "B", "a"])), UnitValues("part_a", .numbers([1, 2, 3]))])
    }
    #expect(
      found == [
        """
        pipeline.yaml:4:22: error: feature 'part' makes a second column 'part_a'
          4 |       part: {source: register.part, transform: one-hot, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: give the feature another name, or make the texts of the register differ in letters or digits
        """,
        """
        pipeline.yaml:5:24: error: feature 'part_a' makes a second column 'part_a'
          5 |       part_a: {source: index.a, reason: r}
            |                        ^~~~~~~
          mend: give the feature another name, or make the texts of the register differ in letters or digits
        """,
      ])
    #expect(
      messages { try NormalisationTests.settings("blocks: {b: {features: {unit: {source: index.a, reason: r}}}}") } == [
        """
        pipeline.yaml:1:40: error: a feature cannot be called 'unit', which is a column of every table of units
          1 | blocks: {b: {features: {unit: {source: index.a, reason: r}}}}
            |                                        ^~~~~~~
          mend: give the feature another name
        """
      ])
  }

  @Test func `values that cannot be scaled are all told, with the mend that fits`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            flat: {source: index.a, reason: r}
            staff: {source: question.staff, transform: log, reason: r}
            region: {source: register.region, reason: r}
            class: {source: register.class, transform: one-hot, reason: r}
            none: {source: question.none, reason: r}
            same: {source: question.same, scaling: robust, reason: r}
      """)
    let found = messages {
      try FeatureFit(
        settings,
        to: [
          UnitValues("flat", .numbers([0.1, 0.1, 0.1, 0.1])), UnitValues("staff", .numbers([0, 1, 2, 0])),
          UnitValues("region", .texts(["a", "b", "a", "a"])), UnitValues("class", .numbers([1, 2, 3, 1])),
          UnitValues("none", .numbers([nil, nil, nil, nil])), UnitValues("same", .numbers([1, 1, 1, 2])),
        ])
    }
    #expect(
      found == [
        """
        pipeline.yaml:4:22: error: feature 'flat' has the same value for every unit, so it cannot tell types apart
          4 |       flat: {source: index.a, reason: r}
            |                      ^~~~~~~
          mend: remove the feature, or check its source
        """,
        """
        pipeline.yaml:5:23: error: feature 'staff' has 2 values of 0 or below, which 'log' cannot take
          5 |       staff: {source: question.staff, transform: log, reason: r}
            |                       ^~~~~~~~~~~~~~
          mend: write 'transform: asinh'
        """,
        """
        pipeline.yaml:6:24: error: feature 'region' holds texts, which 'identity' cannot scale
          6 |       region: {source: register.region, reason: r}
            |                        ^~~~~~~~~~~~~~~
          mend: write 'transform: one-hot', or take a source with numbers
        """,
        """
        pipeline.yaml:7:23: error: feature 'class' holds numbers, which one-hot would make into as many columns as there are numbers
          7 |       class: {source: register.class, transform: one-hot, reason: r}
            |                       ^~~~~~~~~~~~~~
          mend: take a source with texts, or another transform
        """,
        """
        pipeline.yaml:8:22: error: feature 'none' has no value for any unit
          8 |       none: {source: question.none, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: check that the question was asked, or remove the feature
        """,
        """
        pipeline.yaml:9:22: error: feature 'same' has one value for more than half of the units, so its robust spread is 0
          9 |       same: {source: question.same, scaling: robust, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: write 'scaling: z-score' for this feature
        """,
      ])
  }

  @Test func `the traps of scaling are warned of`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            size: {source: register.size, reason: r}
            twin: {source: register.twin, reason: r}
            has: {source: question.has, reason: r}
      """)
    let sizes = (0..<40).map { Double($0 % 7) } + [900]
    let fit = try FeatureFit(
      settings,
      to: [
        UnitValues("size", .numbers(sizes)), UnitValues("twin", .numbers(sizes.map { 2 * $0 + 1 })),
        UnitValues("has", .numbers((0..<41).map { Double($0 % 2) })),
      ])
    #expect(
      fit.findings.map(\.rendered) == [
        """
        pipeline.yaml:4:22: warning: feature 'size' has 1 unit further than 5 spreads from the centre, which could own a type
          4 |       size: {source: register.size, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: write 'transform: log' or 'transform: asinh', or write 'winsorise: 5'
        """,
        """
        pipeline.yaml:5:22: warning: feature 'twin' has 1 unit further than 5 spreads from the centre, which could own a type
          5 |       twin: {source: register.twin, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: write 'transform: log' or 'transform: asinh', or write 'winsorise: 5'
        """,
        """
        pipeline.yaml:6:21: warning: feature 'has' takes two values only, so that types may split on it alone
          6 |       has: {source: question.has, reason: r}
            |                     ^~~~~~~~~~~~
          mend: write 'use: profile' for it, or give it a small weight
        """,
        """
        pipeline.yaml:5:22: warning: feature 'twin' says nearly the same as 'size': their correlation is 1, in size 0.95 or more
          5 |       twin: {source: register.twin, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: write 'use: profile' for one of them, or give it a small weight
        """,
      ])
  }
}
