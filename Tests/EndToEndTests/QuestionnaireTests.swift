import Foundation
import Testing

/// A wave with a questionnaire of its own, through the real executables.
@Suite struct QuestionnaireTests {
  /// The schools, whose wave was asked by another questionnaire than the one that the pipeline names.
  private func changedSchools() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.write(try copy.text(of: "codebook.yaml"), to: "codebook-2021.yaml")
    try copy.replace("name: schools\n", by: "name: schools-2023\n", in: "codebook.yaml")
    try copy.replace("does your group work digitally?", by: "is your group digital?", in: "codebook.yaml")
    try copy.replace("What else would you like to say?", by: "Anything else?", in: "codebook.yaml")
    try copy.replace(
      "simulated: true", by: "simulated: true\ncodebook: codebook-2021.yaml", in: "schools-2021.wave.yaml")
    return copy
  }

  @Test func `a used question that changed stops the run until the crosswalk says how to treat it`() throws {
    let copy = try changedSchools()
    let errors = """
      schools-2021.wave.yaml: error: 'lesson_hours' is used in the typology, and changed between wave '2021' and the \
      reference: reworded (en): "For how many lesson hours a week does your group work digitally?" -> \
      "For how many lesson hours a week is your group digital?"
        mend: say in the crosswalk how to treat it: same, rename, recode, reverse or break, with a reason
      """
    for command in ["koers check .", "koers run .", "koers-ingest --pipeline . --output out"] {
      try copy.expectRefusal(command, status: 78, errors)
    }
    try copy.replace("\nseed:", by: "\ncrosswalk: crosswalk.yaml\nseed:", in: "pipeline.yaml")
    try copy.write(
      "waves: {\"2021\": {lesson_hours: {same: true, reason: Only the words changed.}}}\n", to: "crosswalk.yaml")
    let result = try copy.run("koers-ingest", ["--pipeline", ".", "--output", "out"])
    #expect(result.status == 0)
    #expect(try copy.text(of: "out/respondents.csv") == copy.text(of: "out/own-answers.csv"))
    #expect(
      try copy.text(of: "out/findings.csv").contains("'remark' changed between wave '2021' and the reference: reworded")
    )
    try copy.remove("crosswalk.yaml")
    try copy.expectRefusal(
      "koers check .", status: 66,
      """
      pipeline.yaml:7:12: error: 'crosswalk' names 'crosswalk.yaml', and there is no such file or folder
        7 | crosswalk: crosswalk.yaml
          |            ^~~~~~~~~~~~~~
        mend: check the spelling; a path starts from the folder of the file that names it
      schools-2021.csv:8: warning: the respondent "R007" has 2 records, and the one on line 164 counts
        mend: remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook
      schools-2021.csv:165: warning: 'school' is empty, and every record needs it; the record is quarantined
        mend: fill in the cell, or remove 'required' from school in the codebook
      """)
  }

  @Test func `koers codebook diff prints what changed`() throws {
    let copy = try changedSchools()
    let arguments = ["codebook", "diff", "schools-2021.wave.yaml", "codebook.yaml"]
    let result = try copy.run("koers", arguments)
    #expect(result.status == 0)
    #expect(
      result.output == """
        from 'schools' to 'schools-2023': 2 changed

        question 'lesson_hours'
          reworded (en): "For how many lesson hours a week does your group work digitally?" -> \
        "For how many lesson hours a week is your group digital?"

        question 'remark'
          reworded (en): "What else would you like to say?" -> "Anything else?"

        """)
    #expect(try copy.run("koers", arguments + ["--exit-code"]).status == 1)
    #expect(try copy.run("koers", ["codebook", "diff", "codebook.yaml", "codebook.yaml", "--exit-code"]).status == 0)
    let json = try copy.run("koers", arguments + ["--json"])
    #expect(
      json.output == """
        {
          "from" : "schools",
          "items" : [
            {
              "changes" : [
                {
                  "from" : "For how many lesson hours a week does your group work digitally?",
                  "kind" : "reworded",
                  "of" : "en",
                  "to" : "For how many lesson hours a week is your group digital?"
                }
              ],
              "name" : "lesson_hours",
              "subject" : "question"
            },
            {
              "changes" : [
                {
                  "from" : "What else would you like to say?",
                  "kind" : "reworded",
                  "of" : "en",
                  "to" : "Anything else?"
                }
              ],
              "name" : "remark",
              "subject" : "question"
            }
          ],
          "to" : "schools-2023"
        }

        """)
    try copy.expectRefusal(
      "koers codebook diff codebook.yaml none.yaml", status: 66,
      """
      none.yaml: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      """)
  }
}
