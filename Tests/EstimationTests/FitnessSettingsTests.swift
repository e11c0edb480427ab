import Diagnostics
import Estimation
import PipelineFiles
import Settings
import Survey
import Testing

@Suite struct FitnessSettingsTests {
  private func read(_ text: String) throws -> (settings: FitnessSettings, findings: [String]) {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(text, file: "pipeline.yaml"), of: "normalise", findings: findings)
    let settings = FitnessSettings(reading: reader, classes: ["size", "part"])
    reader.finish()
    return (settings, findings.all.map(\.rendered))
  }

  @Test func `data and uses are read, with their defaults`() throws {
    let (settings, findings) = try read(
      """
      fitness:
        data: {suffices: enough, suffices_share: ["4", "5"], goal: goal, goal_share: [yes], field: where}
        uses:
          typology:
            label: {nl: Typen, en: Types}
            needs: {units: 100, coverage: 0.4, missing: 0.2, convergence: true}
            wants: {reliability: 0.7, icc2: 0.5, design_effect: 2}
          classes: {by: size, needs: {n: 30, earlier_wave: false}}
          unit: {by: unit, needs: {n: 3}}
      """)
    #expect(findings == [])
    #expect(settings.data?.suffices.share == ["4", "5"])
    #expect(settings.data?.goal?.question == "goal")
    #expect(settings.data?.field?.question == "where")
    #expect(settings.data?.fit == 0.5)
    #expect(settings.data?.unfit == 0.5)
    #expect(settings.data?.least == 5)
    #expect(settings.uses.map(\.name) == ["typology", "classes", "unit"])
    #expect(settings.uses.map(\.label.nl) == ["Typen", "classes", "unit"])
    #expect(settings.uses.map(\.cells) == [.all, .classes("size"), .units])
    #expect(
      settings.uses[0].needs == [
        WaveUse.Demand(.units, 100), WaveUse.Demand(.coverage, 0.4), WaveUse.Demand(.missing, 0.2),
        WaveUse.Demand(.convergence, 1),
      ])
    #expect(
      settings.uses[0].wants == [
        WaveUse.Demand(.reliability, 0.7), WaveUse.Demand(.icc2, 0.5), WaveUse.Demand(.designEffect, 2),
      ])
    #expect(settings.uses[1].needs == [WaveUse.Demand(.n, 30)])
  }

  @Test func `without the section nothing is asked`() throws {
    let (settings, findings) = try read("{}")
    #expect(settings == FitnessSettings())
    #expect(findings == [])
  }

  @Test func `mistakes in the section are told with what to write instead`() throws {
    let findings = try read(
      """
      fitness:
        data: {suffices: enough, goal_share: [yes], fit: 0.4, unfit: 0.6}
        uses:
          typology: {needs: {unit: 100}}
          classes: {by: siez, needs: {n: 0}}
      """
    ).findings
    #expect(
      findings == [
        """
        pipeline.yaml:2:9: error: normalise.fitness.data lacks 'goal', which must be the question of which 'goal_share' counts the answers
          2 |   data: {suffices: enough, goal_share: [yes], fit: 0.4, unfit: 0.6}
            |         ^
          mend: add 'goal:' to normalise.fitness.data
        """,
        """
        pipeline.yaml:2:64: error: data would be unfit below 0.6 and fit from 0.4 on, which overlap
          2 |   data: {suffices: enough, goal_share: [yes], fit: 0.4, unfit: 0.6}
            |                                                                ^~~
          mend: make 'unfit' at most 'fit'
        """,
        """
        pipeline.yaml:4:24: error: normalise.fitness.uses.typology.needs has no key 'unit'
          4 |     typology: {needs: {unit: 100}}
            |                        ^~~~
          mend: did you mean 'units'?
        """,
        """
        pipeline.yaml:4:23: error: the use 'typology' asks nothing of the wave
          4 |     typology: {needs: {unit: 100}}
            |                       ^
          mend: add 'needs:' with some of: units, coverage, n, reliability, icc2, missing, convergence, design_effect, \
        earlier_wave
        """,
        """
        pipeline.yaml:5:19: error: 'siez' is no classification of this pipeline
          5 |     classes: {by: siez, needs: {n: 0}}
            |                   ^~~~
          mend: did you mean 'size'?
        """,
        """
        pipeline.yaml:5:36: error: 'normalise.fitness.uses.classes.needs.n' must be a whole number, 1 to 1000000000, and is "0"
          5 |     classes: {by: siez, needs: {n: 0}}
            |                                    ^
          mend: write a whole number, 1 to 1000000000
        """,
      ])
  }

  // MARK: - Against the codebook

  private let text = LocalText(nl: "t", en: "t")

  private func codebook(role: Question.Role = .field) -> Codebook {
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    return Codebook(
      name: "c", title: text,
      questions: [
        Question(
          name: "field", text: text, kind: .category, role: role,
          categories: ["a", "b"].map { Category(value: $0, label: text) }),
        Question(name: "enough", text: text, kind: .scale, categories: scale),
        Question(name: "goal", text: text, kind: .boolean),
        Question(name: "remark", text: text, kind: .text),
      ], indices: [])
  }

  private func unknown(_ data: String, _ codebook: Codebook) throws -> [String] {
    let (settings, findings) = try read("fitness: {data: {\(data)}}")
    #expect(findings == [])
    return settings.unknownSources(in: codebook).map(\.rendered)
  }

  @Test func `questions and answers that the codebook has are fine`() throws {
    #expect(try unknown("suffices: enough, suffices_share: [\"4\"], goal: goal", codebook()) == [])
    #expect(try unknown("suffices: goal, field: field", codebook(role: .answer)) == [])
  }

  @Test func `each question and answer that the codebook lacks is told`() throws {
    #expect(
      try unknown("suffices: enuogh, suffices_share: [\"4\"], goal: remark, field: enough", codebook()) == [
        """
        pipeline.yaml:1:28: error: 'normalise.fitness.data.suffices' names 'enuogh', which is no question of the codebook
          1 | fitness: {data: {suffices: enuogh, suffices_share: ["4"], goal: remark, field: enough}}
            |                            ^~~~~~
          mend: did you mean 'enough'?
        """,
        """
        pipeline.yaml:1:65: error: 'normalise.fitness.data.goal' names 'remark', which has no answers to count
          1 | fitness: {data: {suffices: enuogh, suffices_share: ["4"], goal: remark, field: enough}}
            |                                                                 ^~~~~~
          mend: name a question with categories, a scale, or yes and no
        """,
        """
        pipeline.yaml:1:80: error: 'normalise.fitness.data.field' names 'enough', which has no categories to tell \
        respondents apart by
          1 | fitness: {data: {suffices: enuogh, suffices_share: ["4"], goal: remark, field: enough}}
            |                                                                                ^~~~~~
          mend: name a question with categories
        """,
      ])
    let others = try unknown(
      "suffices: enough, suffices_share: [\"4\", \"6\"], goal: enough", codebook(role: .answer))
    #expect(
      others == [
        """
        pipeline.yaml:1:52: error: 'normalise.fitness.data.suffices_share' names '6', which is no answer to 'enough'
          1 | fitness: {data: {suffices: enough, suffices_share: ["4", "6"], goal: enough}}
            |                                                    ^
          mend: use some of: 1, 2, 3, 4, 5
        """,
        """
        pipeline.yaml:1:70: error: 'normalise.fitness.data.goal' does not say which answers to 'enough' count as yes
          1 | fitness: {data: {suffices: enough, suffices_share: ["4", "6"], goal: enough}}
            |                                                                      ^~~~~~
          mend: add 'goal_share:' with some of: 1, 2, 3, 4, 5
        """,
        """
        pipeline.yaml:1:28: error: 'normalise.fitness.data' names no field, and no question of the codebook has the role 'field'
          1 | fitness: {data: {suffices: enough, suffices_share: ["4", "6"], goal: enough}}
            |                            ^~~~~~
          mend: add 'field:' with the question in which field a respondent works
        """,
      ])
  }
}
