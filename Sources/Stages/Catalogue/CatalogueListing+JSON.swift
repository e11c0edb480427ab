import Artefacts
import DecisionAnalysis
import Settings
import Strategies
import Survey

extension CatalogueListing {
  /// The same as JSON, with both languages; keys are sorted and stay as they are.
  public var json: String { String(decoding: JSONText.encode(document), as: UTF8.self) }

  private var document: CatalogueDocument {
    let strategies = (chosen ?? Array(catalogue.strategies.indices)).map { json(catalogue.strategies[$0]) }
    guard chosen == nil else { return CatalogueDocument(file: file, strategies: strategies) }
    return CatalogueDocument(
      file: file, strategies: strategies, pointsTotal: catalogue.pointsTotal,
      baseline: catalogue.baseline.map { catalogue.strategies[$0].id },
      criteria: catalogue.criteria.enumerated().map { json($1, weight: group?.weights.combined[$0]) },
      fields: catalogue.fields.map(json), consequences: catalogue.consequences.map(json),
      persons: group?.weights.persons.map(json))
  }

  private func json(_ strategy: Strategy) -> CatalogueDocument.Strategy {
    let (order, step) = steps(of: strategy)
    return CatalogueDocument.Strategy(
      id: strategy.id, baseline: strategy.isBaseline, name: strategy.name, aim: strategy.aim, fits: strategy.fits,
      asks: [
        "people": strategy.asks.people.rawValue, "money": strategy.asks.money.rawValue,
        "time": strategy.asks.time.rawValue,
      ],
      preconditions: order.map { position in
        let precondition = strategy.preconditions[position]
        return CatalogueDocument.Precondition(
          step: step[position], id: precondition.id, text: precondition.text,
          after: precondition.after.map { step[$0] }.sorted(), test: precondition.test.map(CatalogueDocument.Test.init))
      },
      answers: strategy.answers.map { answer in
        let range = catalogue.relief[answer.level]
        return CatalogueDocument.Answer(
          consequence: answer.consequence, level: answer.level.rawValue, relief: [range.lowerBound, range.upperBound])
      },
      firstSteps: strategy.firstSteps, risks: strategy.risks,
      example: strategy.example.map { CatalogueDocument.Example(text: $0.text, source: $0.source) },
      wants: strategy.wants.map { wish in
        CatalogueDocument.Wish(
          criterion: wish.criterion, shape: wish.shape, importance: wish.importance,
          anchors: catalogue.criteria.first { $0.id == wish.criterion }?[wish.shape].map(anchors) ?? [])
      },
      never: strategy.never.map { CatalogueDocument.Veto(when: .init($0.when), because: $0.because) })
  }

  private func json(_ criterion: Criterion, weight: Double?) -> CatalogueDocument.Criterion {
    CatalogueDocument.Criterion(
      id: criterion.id, name: criterion.name, question: criterion.question, why: criterion.why, unit: criterion.unit,
      points: criterion.points, share: share(of: criterion), groupShare: weight, source: criterion.source,
      kind: kind(of: criterion)?.rawValue, measuredBy: sources?[criterion.source]?.text,
      inFields: criterion.isJudged ? Criterion.judgement : criterion.inFields.rawValue,
      shapes: criterion.shapes.map { CatalogueDocument.Shape(name: $0.name, anchors: anchors($0.value)) })
  }

  private func json(_ field: Catalogue.Field) -> CatalogueDocument.Field {
    func amounts(_ values: [Double], where isTold: (Double) -> Bool) -> [CatalogueDocument.Amount] {
      zip(catalogue.criteria, values).filter { isTold($1) }.map { .init(criterion: $0.id, amount: $1) }
    }
    return CatalogueDocument.Field(
      id: field.id, name: field.name, why: field.why, margin: field.margin,
      judged: amounts(field.judged) { !$0.isNaN }, shift: amounts(field.shifts) { $0 != 0 })
  }

  private func json(_ consequence: Catalogue.Consequence) -> CatalogueDocument.Consequence {
    CatalogueDocument.Consequence(
      id: consequence.id, name: consequence.name, about: consequence.about, source: consequence.source,
      none: consequence.none, full: consequence.full)
  }

  private func json(_ person: PersonWeights) -> CatalogueDocument.Person {
    CatalogueDocument.Person(
      person: person.person, method: person.method.rawValue, consistencyRatio: person.consistencyRatio,
      weights: zip(catalogue.criteria, person.weights).map { .init(criterion: $0.id, weight: $1) })
  }

  private func anchors(_ value: ValueFunction) -> [[Double]] { value.anchors.map { [$0.amount, $0.worth] } }
}
