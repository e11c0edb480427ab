import Settings
import Texts

/// A verdict on weights as text for a terminal.
struct WeightsVerdictText {
  private let verdict: WeightsVerdict
  private let phrases: Phrases
  private var page = TextPage()

  /// The whole text, with a last line break.
  var text: String { page.text }

  /// Writes a verdict.
  ///
  /// - Parameters:
  ///   - verdict: The verdict.
  ///   - phrases: The sentences.
  ///   - catalogue: The file of the catalogue.
  ///   - output: The file with the weights of each member, if it is written.
  init(_ verdict: WeightsVerdict, _ phrases: Phrases, catalogue: String, _ output: String?) {
    self.verdict = verdict
    self.phrases = phrases
    page.heading(phrases.groupWeights, mark: "=")
    page.paragraph(phrases.weightsRead(verdict.file, members: verdict.members.map(\.name), wave: verdict.wave))
    if verdict.simulated { page.paragraph(phrases.capitalised(phrases.simulated) + ".") }
    page.paragraph(phrases.weightsAreForGroup)
    tellAgreement()
    tellChoices()
    tellPoints(catalogue, output)
  }

  private func percent(_ share: Double) -> String { phrases.number.percentage(share, digits: 1) }

  private mutating func tellAgreement() {
    page.heading(phrases.howFarAgreed)
    page.paragraph(phrases.sameOrder(verdict.concordance))
    if let distance = verdict.meanDistance { page.paragraph(phrases.meanShift(distance)) }
    if let farthest = verdict.members.first(where: { $0.name == verdict.farthest }) {
      page.paragraph(phrases.farthestMember(farthest.name, farthest.distance))
    }
    page.space()
    page.table(
      phrases.spreadHeads.enumerated().map { TextPage.Column($1, isNumber: (1...4).contains($0)) },
      verdict.criteria.map { criterion in
        [criterion.name]
          + [criterion.present, criterion.mean, criterion.least, criterion.greatest].map(percent)
          + [criterion.farthest ?? ""]
      })
    page.space()
    page.paragraph(phrases.weightsAreShares)
  }

  private mutating func tellChoices() {
    page.heading(phrases.whatWeightsDo)
    let moved = verdict.choices.filter { !$0.unmoved }
    if moved.isEmpty {
      page.paragraph(phrases.weightsChangeNothing)
    } else {
      page.paragraph(
        phrases.weightsChange(
          moved.count { choice in choice.first.contains { $0.strategy != choice.present } }, of: verdict.choices.count,
          mean: moved.count { $0.mean != $0.present }))
    }
    page.space()
    page.table(
      phrases.weightChoiceHeads.map { TextPage.Column($0) },
      verdict.choices.map { choice in
        [
          title(choice.type), name(choice.present), name(choice.mean),
          choice.first.map { phrases.firstFor($0.members.count, of: verdict.members.count, $0.strategy.name) }
            .joined(separator: "; "),
        ]
      })
    page.space()
    for choice in moved {
      for first in choice.first where first.strategy != choice.present {
        page.paragraph(phrases.choosesOtherwise(title(choice.type), first.members, first.strategy.name))
      }
    }
    page.space()
    page.paragraph(phrases.howWeightsChoose)
  }

  private mutating func tellPoints(_ catalogue: String, _ output: String?) {
    page.heading(phrases.ifGroupWants)
    page.paragraph(phrases.catalogueLines(catalogue, step: decimal(verdict.pointsStep)))
    page.space()
    for criterion in verdict.criteria {
      page.item("- id: \(criterion.id)", "points: \(roundedText(criterion.points))", indent: 2, column: 24)
    }
    guard let output else { return }
    page.space()
    page.paragraph(phrases.weightsFileLine(output))
  }

  /// The step, without decimals when it has none.
  private func decimal(_ step: Double) -> String {
    var digits = 0
    var scaled = step
    while scaled < 1, digits < 9 {
      scaled *= 10
      digits += 1
    }
    return phrases.number.decimal(step, digits: digits)
  }

  private func title(_ type: UnitStory.TypeName) -> String { "\(type.letter) \(type.name)" }

  private func name(_ strategy: UnitStory.StrategyName?) -> String { strategy?.name ?? phrases.noStrategyTakesPart }
}
