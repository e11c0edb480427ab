import Questionnaires
import Settings
import Survey
import Testing

@testable import Stages

@Suite struct ComparableQuestionsTests {
  private func text(_ text: String) -> LocalText { LocalText(nl: text, en: text) }

  private func question(_ name: String, _ words: String, group: String? = nil, index: String? = nil) -> Question {
    Question(name: name, text: text(words), kind: .boolean, index: index, group: group, publish: true)
  }

  private func book(_ questions: [Question], group words: String = "Which?") -> Codebook {
    Codebook(
      name: "c", title: text("t"), questions: questions, indices: [Index(name: "i", label: text("I"), kind: .maturity)],
      groups: [MultiSelect(name: "g", text: text(words), label: text("G"))])
  }

  private func comparable(
    _ old: Codebook, _ new: Codebook, _ treatments: [String: Crosswalk.Treatment] = [:]
  ) -> ComparableQuestions {
    ComparableQuestions(
      new, [(QuestionnaireDifference(from: old, to: new), Crosswalk(treatments: treatments))])
  }

  @Test func `a question in other words is comparable only when the crosswalk says so`() {
    let old = book([question("a", "Then"), question("b", "Same"), question("c", "Then"), question("d", "Then")])
    let new = book([question("a", "Now"), question("b", "Same"), question("c", "Now"), question("d", "Now")])
    let questions = comparable(
      old, new,
      ["c": Crosswalk.Treatment(reason: text("r")), "d": Crosswalk.Treatment(isBroken: true, reason: text("r"))])
    #expect(["a", "b", "c", "d"].map { questions.contains($0, isIndex: false) } == [false, true, true, false])
  }

  @Test func `options follow the words of their question, and an index its items`() {
    let old = book(
      [question("x", "X", group: "g"), question("y", "Y", index: "i"), question("z", "Z")], group: "What?")
    let new = book([question("x", "X", group: "g"), question("y", "Y", index: "i"), question("z", "Z", index: "i")])
    let questions = comparable(old, new)
    #expect(!questions.contains("x", isIndex: false))
    #expect(questions.contains("y", isIndex: false))
    // That an item came into the index changes the index and not the item.
    #expect(questions.contains("z", isIndex: false))
    #expect(!questions.contains("i", isIndex: true))
    #expect(comparable(new, new).contains("i", isIndex: true))
  }

  @Test func `without questionnaires of their own all waves were asked the same`() {
    #expect(ComparableQuestions(book([question("a", "A")]), []).contains("a", isIndex: false))
  }
}
