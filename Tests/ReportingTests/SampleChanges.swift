import Reporting
import Texts

/// What changed since an earlier wave in which six schools were of three types.
func sampleChanges() -> ChangeFacts {
  ChangeFacts(
    earlier: WaveFacts(name: "2021", date: "2021-03-01"),
    estimates: [
      change("daily", Wording(nl: "Wij lezen elke dag", en: "We read every day"), from: 0.5, to: 0.81, isChanged: true),
      change("aloud", Wording(nl: "Wij lezen <hardop>", en: "We read <aloud>"), from: 0.4, to: 0.38, isChanged: false),
      EstimateChange(
        name: "hours", codes: "mean",
        result: ResultFacts(
          question: Wording(nl: "Uren per week", en: "Hours a week"), isMean: true,
          respondents: EstimateFacts(count: 21, value: 3.25)),
        estimand: .respondents, before: EstimateFacts(count: 18, value: 4.5),
        now: EstimateFacts(count: 21, value: 3.25), difference: -1.25),
    ],
    notCompared: [Wording(nl: "Er is een bibliotheek.", en: "There is a library.")], unitsInBoth: 6,
    types: [
      EarlierTypeFacts(
        letter: "A", name: Wording(nl: "Groot en doelgericht", en: "Large and purposeful"), size: 3, share: 0.5,
        strategy: .clear(Wording(nl: "Alleen lezen", en: "Reading alone")), fate: .kept(as: 0)),
      EarlierTypeFacts(
        letter: "B", size: 2, share: 1.0 / 3,
        strategy: .contenders([
          Wording(nl: "Samen lezen", en: "Reading together"), Wording(nl: "Alleen lezen", en: "Reading alone"),
        ]), fate: .merged(into: 0)),
      EarlierTypeFacts(letter: "C", size: 1, share: 1.0 / 6, fate: .retired),
    ], origins: [.kept(from: 0), .new], flows: [[2, 0], [1, 0], [0, 1]],
    movements: MovementFacts(
      stayed: 2, withinNoise: 1, expectedByNoise: 1.4,
      movers: [MovementFacts.Mover(code: "S4", name: "De <Den>", from: 2, to: 1)], followed: 1, mergedOfSeveral: 1))
}

private func change(
  _ name: String, _ question: Wording, from: Double, to: Double, isChanged: Bool
) -> EstimateChange {
  EstimateChange(
    name: name, codes: "4+5",
    result: ResultFacts(
      question: question, answer: Wording(nl: "(Zeer) mee eens", en: "(Strongly) agree"),
      respondents: EstimateFacts(count: 21, value: to)),
    estimand: .respondents, before: EstimateFacts(count: 18, value: from), now: EstimateFacts(count: 21, value: to),
    difference: to - from, low: to - from - 0.1, high: to - from + 0.1, probability: isChanged ? 0.001 : 0.7,
    corrected: isChanged ? 0.002 : 0.7, isChanged: isChanged)
}
