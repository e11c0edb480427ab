import Diagnostics
import PipelineFiles
import Settings
import Survey
import Testing

/// Reads a codebook from YAML.
func codebook(_ yaml: String) throws -> (codebook: Codebook, findings: [String]) {
  let findings = Findings()
  let reader = SettingsReader(try parseYAML(yaml, file: "codebook.yaml"), of: "the codebook", findings: findings)
  let codebook = Codebook(reading: reader)
  reader.finish()
  return (codebook, findings.all.map(\.rendered))
}

@Suite struct CodebookTests {
  @Test func `the codebook of the member survey is without mistakes`() throws {
    let findings = Findings()
    let node = try readYAML("Pipelines/member-survey/codebook.yaml")
    let reader = SettingsReader(node, of: "the codebook", findings: findings)
    let codebook = Codebook(reading: reader)
    reader.finish()
    #expect(findings.all == [])
    #expect(codebook.questions.count == 57)
    #expect(codebook.indices.count { $0.kind == .maturity } == 8)
    #expect(codebook.indices.count { $0.kind == .consequence } == 3)
    #expect(codebook.items(of: "goal").map(\.name) == ["clear_goal", "goal_strategy", "goal_translated"])
    #expect(codebook.options(of: "invest").count == 4)
    #expect(codebook["clear_goal"]?.published.map(\.percent) == [34])
    #expect(codebook["clear_goal"]?.published.first?.answers == ["4", "5"])
    #expect(codebook["coop_partners"]?.categories.count == 5)
    #expect(codebook["shared_service"]?.category("yes")?.number == 1)
    #expect(codebook["data_staff_fte"]?.decimalMark == ",")
    #expect(codebook["obstacle"]?.publish == false)
    #expect(codebook.question(for: .unit)?.name == "municipality")
  }

  @Test func `all mistakes of a codebook are told at once`() throws {
    let found = try codebook(
      """
      name: broken
      koers:indices:
        - {name: goal, label: Goal, kind: maturity}
        - {name: empty, label: Empty, kind: context}
      koers:groups:
        - {name: invest, text: Where?}
      fields:
        - {name: id, koers:role: respondent}
        - {name: team, koers:role: unit}
        - {name: aim, type: integer, koers:idnex: goal}
        - {name: plan, type: integer, koers:index: gaol}
        - {name: plan, type: integer, koers:index: goal}
        - {name: people, type: boolean, koers:group: invest}
        - {name: remark, koers:publish: true}
        - {name: size, type: number, constraints: {minimum: 9, maximum: 1}}
      """
    ).findings
    #expect(
      found.map { $0.split(separator: "\n").first.map(String.init) ?? "" } == [
        "codebook.yaml:10:32: error: fields[3] has no key 'koers:idnex'",
        "codebook.yaml:11:46: error: 'plan' belongs to the index 'gaol', which the codebook does not declare",
        "codebook.yaml:14:35: error: 'remark' is free text, which is never published",
        "codebook.yaml:15:45: error: the minimum of 'size' is greater than its maximum",
        "codebook.yaml:8:3: error: two fields are called 'plan'",
        "codebook.yaml:6:3: error: the multi-select 'invest' has 1 of the two options it needs",
        "codebook.yaml:3:3: error: the index 'empty' has no items",
      ])
    #expect(
      found[1] == """
        codebook.yaml:11:46: error: 'plan' belongs to the index 'gaol', which the codebook does not declare
          11 |   - {name: plan, type: integer, koers:index: gaol}
             |                                              ^~~~
          mend: did you mean 'goal'?
        """)
  }

  @Test func `a codebook must say who answered and for whom`() throws {
    let found = try codebook("name: bare\nfields:\n  - {name: a}\n").findings
    #expect(
      found.map { $0.split(separator: "\n").last.map(String.init) ?? "" } == [
        "  mend: add 'koers:role: respondent' to the field that names the respondent",
        "  mend: add 'koers:role: unit' to the field that names the unit",
      ])
  }

  @Test func `a field may not be called like the states of another`() throws {
    let found = try codebook(
      """
      name: mixed
      fields:
        - {name: id, koers:role: respondent}
        - {name: team, koers:role: unit}
        - {name: a}
        - {name: a_state}
      """
    ).findings
    #expect(
      found == [
        """
        codebook.yaml:3:3: error: the field 'a_state' has the name that is kept for the states of 'a'
          3 |   - {name: id, koers:role: respondent}
            |   ^
          mend: rename one of the two
        """
      ])
  }

  @Test func `the parts of an index are indices over questions`() throws {
    let found = try codebook(
      """
      name: parts
      koers:units: respondents
      koers:respondents: numbered
      koers:indices:
        - {name: goal, label: Goal, kind: maturity}
        - {name: all, label: All, kind: maturity, of: [gaol]}
        - {name: more, label: More, kind: maturity, of: [goal]}
      fields:
        - {name: plan, type: integer, koers:index: goal}
        - {name: aim, type: integer, koers:index: more}
      """
    ).findings
    #expect(
      found == [
        """
        codebook.yaml:5:3: error: the index 'all' is of 'gaol', which is no index over questions
          5 |   - {name: goal, label: Goal, kind: maturity}
            |   ^
          mend: did you mean 'goal'?
        """,
        """
        codebook.yaml:5:3: error: the index 'more' has both items and parts
          5 |   - {name: goal, label: Goal, kind: maturity}
            |   ^
          mend: leave out 'of:', or give the items an index of their own
        """,
      ])
  }
}
