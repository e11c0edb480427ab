import Diagnostics
import PipelineFiles
import Questionnaires
import Settings
import Survey
import Tables
import Testing

private func crosswalk(_ yaml: String, wave: String = "1") throws -> (Crosswalk, [String]) {
  let findings = Findings()
  let reader = SettingsReader(try parseYAML(yaml, file: "crosswalk.yaml"), of: "the crosswalk", findings: findings)
  let crosswalk = Crosswalk(reading: reader, wave: wave, from: try codebook(firstWave), to: try codebook(secondWave))
  reader.finish()
  return (crosswalk, findings.all.map(\.rendered))
}

/// A wave of three respondents, read by the first questionnaire.
private func wave() -> Wave {
  func column(_ name: String, _ values: Column.Values, _ numbers: [Double?]) -> AnswerColumn {
    AnswerColumn(
      question: name, values: values,
      states: Column(name, values).texts.map { $0 == nil ? .missing : .answered }, numbers: numbers)
  }
  return Wave(
    respondents: ["a", "b", "c"], units: ["S1", "S1", "S2"],
    answers: [
      column("vision", .integer([1, 2, nil]), [1, 2, nil]),
      column("goal_set", .integer([1, 2, 2]), [1, 2, 2]),
      column("daily", .integer([1, nil, 2]), [1, nil, 2]),
      column("hours", .number([4.5, 8, nil]), [4.5, 8, nil]),
      column("policy", .text(["yes", "maybe", "no"]), [1, nil, 0]),
      column("tool_a", .boolean([true, false, true]), [1, 0, 1]),
      column("tool_b", .boolean([true, false, true]), [1, 0, 1]),
      column("remark", .text(["3", "x", nil]), [nil, nil, nil]),
      column("kept", .integer([7, 8, nil]), [7, 8, nil]),
      column("asked", .integer([1, 1, nil]), [1, 1, nil]),
    ])
}

@Suite struct CrosswalkTests {
  @Test func `a wave is brought to the reference by renaming, recoding, reversing and leaving out`() throws {
    let (read, mistakes) = try crosswalk(
      """
      waves:
        "1":
          vision: {recode: {1: 1, 2: 3, 3: 5}, reason: Three points became five.}
          goal: {rename: goal_set, reason: Another name.}
          daily: {reverse: true, reason: The words were turned around.}
          hours: {break: true, reason: "Asked per week, and now per month."}
          policy: {recode: {maybe: never}, reason: The same in other words.}
      """)
    #expect(mistakes == [])
    let brought = read.apply(to: wave(), from: try codebook(firstWave), to: try codebook(secondWave))
    #expect(brought.respondents == ["a", "b", "c"])
    #expect(brought.units == ["S1", "S1", "S2"])
    #expect(
      brought.answers.map(\.question) == [
        "vision", "goal", "daily", "hours", "policy", "tool_a", "tool_c", "remark", "kept", "asked",
      ])
    #expect(brought["vision"]?.values == .integer([1, 3, nil]))
    #expect(brought["vision"]?.numbers == [1, 3, nil])
    #expect(brought["goal"]?.values == .integer([1, 2, 2]))
    #expect(brought["daily"]?.values == .integer([2, nil, 1]))
    #expect(brought["hours"]?.values == .number([nil, nil, nil]))
    #expect(brought["hours"]?.states == [.notShown, .notShown, .notShown])
    #expect(brought["policy"]?.values == .text(["yes", "never", "no"]))
    #expect(brought["policy"]?.numbers == [1, nil, -1])
    #expect(brought["tool_a"]?.numbers == [1, 0, 1])
    #expect(brought["tool_c"]?.states == [.notShown, .notShown, .notShown])
    #expect(brought["remark"]?.values == .integer([nil, nil, nil]))
    #expect(brought["kept"]?.numbers == [7, 8, nil])
  }

  @Test func `without treatment an answer that the reference does not know is missing`() throws {
    let brought = Crosswalk().apply(to: wave(), from: try codebook(firstWave), to: try codebook(secondWave))
    #expect(brought["policy"]?.values == .text(["yes", nil, "no"]))
    #expect(brought["policy"]?.states == [.answered, .missing, .answered])
    #expect(brought["goal"]?.states == [.notShown, .notShown, .notShown])
  }

  @Test func `a wave that was asked by the reference stays as it is`() throws {
    let book = try codebook(firstWave)
    #expect(Crosswalk().apply(to: wave(), from: book, to: book) == wave())
  }

  @Test func `changes that are used and not treated are errors, and others are notes`() throws {
    let (read, _) = try crosswalk("waves: {\"1\": {goal: {rename: goal_set, reason: Another name.}}}")
    let difference = QuestionnaireDifference(from: try codebook(firstWave), to: try codebook(secondWave))
    let found = read.untreated(
      difference, used: ["daily", "goal", "tool_b"], wave: "1", at: Place(file: "crosswalk.yaml"))
    #expect(found.map(\.value) == ["vision", "daily", "hours", "policy", "tool_c", "remark", "asked", "tool_b"])
    #expect(found.map(\.level) == [.note, .error, .note, .note, .note, .note, .note, .error])
    #expect(
      found[1].rendered == """
        crosswalk.yaml: error: 'daily' is used in the typology, and changed between wave '1' and the reference: \
        recoded (order): "1 2" -> "2 1"; turned: positive -> negative; reindexed: use -> none
          mend: say in the crosswalk how to treat it: same, rename, recode, reverse or break, with a reason
        """)
    #expect(
      found[2].rendered == """
        crosswalk.yaml: note: 'hours' changed between wave '1' and the reference: rescaled: 0 to 40 -> 0 to 80
          mend: nothing needs to be done; say in the crosswalk how to treat it when it is to be compared
        """)
  }

  @Test func `treatments that cannot be are told, all at once`() throws {
    let (_, mistakes) = try crosswalk(
      """
      waves:
        "1":
          visoin: {same: true, reason: x}
          goal: {rename: goal_sett, reason: x}
          vision: {recode: {1: 1, 4: 5, 2: 7}, reason: x}
          hours: {recode: {1: 2}, reason: x}
          policy: {same: true, reason: x}
          remark: {same: true, reason: x}
          tool_a: {reverse: true, reason: x}
          daily: {same: true, break: true}
          kept: {same: true, reason: x}
          tool_c: {reason: x}
        "2":
          nothing: {foo: bar}
      """)
    #expect(
      mistakes == [
        """
        crosswalk.yaml:3:5: error: the crosswalk treats 'visoin', which is no question of the codebook 'wave-2'
          3 |     visoin: {same: true, reason: x}
            |     ^~~~~~
          mend: did you mean 'vision'?
        """,
        """
        crosswalk.yaml:4:20: error: 'goal_sett' is no question of the wave's codebook 'wave-1'
          4 |     goal: {rename: goal_sett, reason: x}
            |                    ^~~~~~~~~
          mend: did you mean 'goal_set'?
        """,
        """
        crosswalk.yaml:5:22: error: '4' is no code of 'vision' in the wave
          5 |     vision: {recode: {1: 1, 4: 5, 2: 7}, reason: x}
            |                      ^
          mend: use one of: 1, 2, 3
        """,
        """
        crosswalk.yaml:5:22: error: '2' is recoded to '7', which is no code of 'vision'
          5 |     vision: {recode: {1: 1, 4: 5, 2: 7}, reason: x}
            |                      ^
          mend: use one of: 1, 2, 3, 4, 5
        """,
        """
        crosswalk.yaml:6:21: error: 'hours' has no codes in the wave, and the crosswalk recodes it
          6 |     hours: {recode: {1: 2}, reason: x}
            |                     ^
          mend: remove 'recode', or write 'break: true'
        """,
        """
        crosswalk.yaml:7:13: error: 'policy' has no code maybe, which the wave has
          7 |     policy: {same: true, reason: x}
            |             ^
          mend: say under 'recode' what it becomes, or write 'break: true'
        """,
        """
        crosswalk.yaml:8:20: error: 'remark' holds integer, and 'remark' of the wave holds text
          8 |     remark: {same: true, reason: x}
            |                    ^~~~
          mend: say under 'recode' what its codes become, or write 'break: true'
        """,
        """
        crosswalk.yaml:9:5: note: 'tool_a' did not change, and the crosswalk treats it
          9 |     tool_a: {reverse: true, reason: x}
            |     ^~~~~~
          mend: remove it
        """,
        """
        crosswalk.yaml:10:12: error: waves.1.daily lacks 'reason', which must be a text in both languages, {nl: ..., en: ...}
          10 |     daily: {same: true, break: true}
             |            ^
          mend: add 'reason:' to waves.1.daily
        """,
        """
        crosswalk.yaml:10:19: error: waves.1.daily says that the question is the same, and how to change it
          10 |     daily: {same: true, break: true}
             |                   ^~~~
          mend: keep one of the two
        """,
        """
        crosswalk.yaml:11:5: note: 'kept' did not change, and the crosswalk treats it
          11 |     kept: {same: true, reason: x}
             |     ^~~~
          mend: remove it
        """,
        """
        crosswalk.yaml:12:22: error: waves.1.tool_c does not say how to treat the question
          12 |     tool_c: {reason: x}
             |                      ^
          mend: add one of: same: true, rename, recode, reverse: true, break: true
        """,
      ])
  }
}
