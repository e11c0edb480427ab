import Questionnaires
import Survey
import Testing

@Suite struct QuestionnaireDifferenceTests {
  @Test func `every kind of change is told, in the order of the second questionnaire`() throws {
    let difference = QuestionnaireDifference(from: try codebook(firstWave), to: try codebook(secondWave))
    #expect(
      difference.text == """
        from 'wave-1' to 'wave-2': 12 changed

        question 'vision'
          reworded (nl): "Er is een visie" -> "Er is een gedeelde visie"
          recoded (code 1, nl): "Low" -> "Lowest"
          recoded (code 1, en): "Low" -> "Lowest"
          rescaled: 3 points, 1 2 3 -> 5 points, 1 2 3 4 5

        question 'goal'
          added
          may be 'goal_set' under another name: the text is the same

        question 'daily'
          recoded (order): "1 2" -> "2 1"
          turned: positive -> negative
          reindexed: use -> none

        question 'hours'
          rescaled: 0 to 40 -> 0 to 80

        question 'policy'
          recoded (code no, nl): "Nee" -> "Neen"
          recoded (code no, en): "Nee" -> "Neen"
          recoded (number of code no): "0" -> "-1"
          recoded (code never): none -> "never"
          recoded (code maybe): "maybe" -> none

        question 'tool_c'
          added, as an option of 'tools'

        question 'remark'
          retyped: text -> integer

        question 'asked'
          rerouted: everybody -> 'daily' is 1, 2

        question 'goal_set'
          removed

        question 'tool_b'
          removed, an option of 'tools'

        multi-select 'tools'
          reworded (nl): "Which tools?" -> "Which tools do you use?"
          reworded (en): "Which tools?" -> "Which tools do you use?"

        index 'plan'
          reworded (nl): "How far" -> "How deep"
          reworded (en): "How far" -> "How deep"

        """)
  }

  @Test func `a questionnaire does not differ from itself`() throws {
    let book = try codebook(firstWave)
    let difference = QuestionnaireDifference(from: book, to: book)
    #expect(difference.isEmpty)
    #expect(difference.text == "nothing changed from 'wave-1' to 'wave-1'\n")
  }

  @Test func `the way back has the changes turned around`() throws {
    let (first, second) = (try codebook(firstWave), try codebook(secondWave))
    let there = QuestionnaireDifference(from: first, to: second)
    let back = QuestionnaireDifference(from: second, to: first)
    for item in there.items where item.subject == .question {
      guard let other = back[item.name] else {
        Issue.record("\(item.name) did not change on the way back")
        continue
      }
      let plain = item.changes.filter { ![.added, .removed, .renamed].contains($0.kind) }
      for change in plain where change.of != "order" {
        #expect(
          other.changes.contains(QuestionnaireChange(change.kind, of: change.of, from: change.to, to: change.from)))
      }
    }
    #expect(there.items.count { $0.changes[0].kind == .added } == back.items.count { $0.changes[0].kind == .removed })
  }
}
