import Diagnostics
import PipelineFiles
import Questionnaires
import Settings
import Survey
import Testing

/// Reads a codebook that must be right.
func codebook(_ yaml: String, file: String = "codebook.yaml") throws -> Codebook {
  let findings = Findings()
  let reader = SettingsReader(try parseYAML(yaml, file: file), of: "the codebook", findings: findings)
  let codebook = Codebook(reading: reader)
  reader.finish()
  try #require(findings.all == [])
  return codebook
}

/// The questionnaire of the first wave.
let firstWave = """
  name: wave-1
  koers:indices: [{name: plan, label: Plan, about: How far, kind: maturity}, {name: use, label: Use, kind: maturity}]
  koers:groups: [{name: tools, text: Which tools?}]
  fields:
    - {name: id, koers:role: respondent}
    - {name: school, koers:role: unit}
    - name: vision
      type: integer
      koers:text: {nl: Er is een visie, en: There is a vision}
      koers:index: plan
      categories: [{value: 1, label: Low}, {value: 2, label: Middle}, {value: 3, label: High}]
    - {name: goal_set, type: integer, title: There is a goal, koers:index: plan, categories: [{value: 1}, {value: 2}]}
    - {name: daily, type: integer, title: Daily use, koers:index: use, categories: [{value: 1}, {value: 2}]}
    - {name: hours, type: number, constraints: {minimum: 0, maximum: 40}}
    - name: policy
      categories: [{value: "yes", label: Ja, koers:number: 1}, {value: "no", label: Nee, koers:number: 0}, {value: maybe}]
    - {name: tool_a, type: boolean, koers:group: tools}
    - {name: tool_b, type: boolean, koers:group: tools}
    - {name: remark}
    - {name: kept, type: integer}
    - {name: asked, type: integer}
  """

/// The questionnaire of the second wave, with one change of every kind.
let secondWave = """
  name: wave-2
  koers:indices: [{name: plan, label: Plan, about: How deep, kind: maturity}]
  koers:groups: [{name: tools, text: Which tools do you use?}]
  fields:
    - {name: id, koers:role: respondent}
    - {name: school, koers:role: unit}
    - name: vision
      type: integer
      koers:text: {nl: Er is een gedeelde visie, en: There is a vision}
      koers:index: plan
      categories: [{value: 1, label: Lowest}, {value: 2, label: Middle}, {value: 3, label: High}, {value: 4}, {value: 5}]
    - {name: goal, type: integer, title: There is a goal, koers:index: plan, categories: [{value: 1}, {value: 2}]}
    - name: daily
      type: integer
      title: Daily use
      koers:direction: negative
      categories: [{value: 2}, {value: 1}]
    - {name: hours, type: number, constraints: {minimum: 0, maximum: 80}}
    - name: policy
      categories: [{value: "yes", label: Ja, koers:number: 1}, {value: "no", label: Neen, koers:number: -1}, {value: never}]
    - {name: tool_a, type: boolean, koers:group: tools}
    - {name: tool_c, type: boolean, koers:group: tools}
    - {name: remark, type: integer}
    - {name: kept, type: integer, missingValues: ["-9"]}
    - name: asked
      type: integer
      koers:shown-if: {question: daily, is: [1, 2]}
  """
