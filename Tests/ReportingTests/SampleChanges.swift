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
      movers: [MovementFacts.Mover(code: "S4", name: "De <Den>", from: 2, to: 1)], followed: 1, mergedOfSeveral: 1),
    comparison: sampleComparison())
}

/// Three waves, of which the first two are compared as well.
func sampleComparison() -> ComparisonFacts {
  ComparisonFacts(
    drift: [
      DriftFacts(
        name: "daily", label: Wording(nl: "Wij lezen <elke> dag.", en: "We read <every> day."), isFeature: false,
        reason: .answers, stability: 0.31, stabilityOfNoise: 0.04, probability: 0.0001, corrected: 0.0004,
        hasDrifted: true),
      DriftFacts(
        name: "aloud", label: Wording(nl: "Wij lezen hardop.", en: "We read aloud."), isFeature: false,
        reason: .answers, stability: 0.02, stabilityOfNoise: 0.04, probability: 0.4, corrected: 0.8),
      DriftFacts(
        name: "library", label: Wording(nl: "Er is een bibliotheek.", en: "There is a library."), isFeature: false,
        reason: .reworded, stability: 0.2, stabilityOfNoise: 0.04, probability: 0.001, corrected: 0.003,
        hasDrifted: true),
      DriftFacts(
        name: "tablet", label: Wording(nl: "Wij lezen van een tablet.", en: "We read from a tablet."), isFeature: false,
        reason: .added),
      DriftFacts(
        name: "radio", label: Wording(nl: "Wij luisteren naar de radio.", en: "We listen to the radio."),
        isFeature: false, reason: .removed),
      DriftFacts(
        name: "pupils", label: Wording(nl: "Leerlingen", en: "Pupils"), isFeature: true, reason: .register,
        stability: 0.15, stabilityOfNoise: 0.1, probability: 0.0005, corrected: 0.0015, hasDrifted: true),
      DriftFacts(
        name: "books", label: Wording(nl: "Boeken", en: "Books"), isFeature: true, reason: .reworded, stability: 0.01,
        stabilityOfNoise: 0.1, probability: 0.9, corrected: 0.9),
    ], causes: [CauseCount(.officials, 6), CauseCount(.answers, 4), CauseCount(.others, 3)],
    transitions: [
      TransitionFacts(
        from: "2020", to: "2021", earlier: ["A", "C"], later: ["A", "B", "C"], counts: [[2, 1, 0], [0, 1, 1]]),
      TransitionFacts(
        from: "2021", to: "2022", earlier: ["A", "B", "C"], later: ["A", "B"], counts: [[2, 0], [1, 0], [0, 1]]),
    ], backcast: [BackcastFacts(wave: "2020", units: 5, same: 3), BackcastFacts(wave: "2021", units: 6, same: 5)])
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
