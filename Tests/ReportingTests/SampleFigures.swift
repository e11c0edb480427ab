import Reporting
import Texts

/// What the figures of the sample report show, of six schools in two types.
func sampleClusterFigures() -> ClusterFigureFacts {
  ClusterFigureFacts(
    silhouettes: [
      [ClusterFigureFacts.Slice(mean: 0.52, count: 3)], [ClusterFigureFacts.Slice(mean: 0.11, count: 3)],
    ], leastInSlice: 3,
    members: MemberViewFacts(
      side: 1,
      squares: [
        MemberViewFacts.Square(x: -0.5, y: 0.5, count: 3, type: 1, share: 0.67),
        MemberViewFacts.Square(x: 1.5, y: 0.5, count: 2, type: 0, share: 1),
      ],
      clouds: [MemberViewFacts.Cloud(x: 1.2, y: 0.4, xx: 0.3, xy: 0.1, yy: 0.2), nil], least: 2, hidden: 1))
}

func sampleDecisionFigures() -> DecisionFigureFacts {
  DecisionFigureFacts(
    judgements: [
      DecisionFigureFacts.Judgement(
        criterion: 0, unit: Wording(nl: "leerlingen", en: "pupils"),
        curves: [
          DecisionFigureFacts.Judgement.Curve(
            strategies: [1],
            anchors: [
              DecisionFigureFacts.Judgement.Anchor(amount: 150, value: 1),
              DecisionFigureFacts.Judgement.Anchor(amount: 400, value: 0),
            ]),
          DecisionFigureFacts.Judgement.Curve(
            strategies: [0],
            anchors: [
              DecisionFigureFacts.Judgement.Anchor(amount: 200, value: 0),
              DecisionFigureFacts.Judgement.Anchor(amount: 500, value: 1),
            ]),
        ], amounts: [420, 180])
    ],
    scores: [
      [
        DecisionFigureFacts.Score(strategy: 0, contributions: [0.54, 0.17]),
        DecisionFigureFacts.Score(strategy: 1, contributions: [0.38, 0.02]),
      ],
      [],
    ])
}

func sampleAnswers() -> [AnswerFacts] {
  let answers = [
    Wording(nl: "mee oneens", en: "disagree"), Wording(nl: "neutraal", en: "neutral"),
    Wording(nl: "mee eens", en: "agree"),
  ]
  return [
    AnswerFacts(
      id: "reading", label: Wording(nl: "Lezen", en: "Reading"), answers: answers,
      statements: [
        AnswerFacts.Statement(
          text: Wording(nl: "Wij lezen elke dag", en: "We read every day"), count: 21, shares: [0.24, 0.29, 0.47]),
        AnswerFacts.Statement(
          text: Wording(nl: "Wij lezen <graag>", en: "We like <reading>"), count: 20, shares: [0.25, 0.5, 0.25]),
      ]),
    AnswerFacts(
      answers: answers,
      statements: [
        AnswerFacts.Statement(text: Wording(nl: "Het is druk", en: "It is busy"), count: 19, shares: [0.3, 0.3, 0.4])
      ]),
  ]
}
