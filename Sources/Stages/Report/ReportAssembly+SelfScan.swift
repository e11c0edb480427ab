import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

// The self-scan, with what a publication adds to the model: texts, strategies and preconditions.

extension ReportAssembly {
  /// The self-scan; `nil` when cluster left none, or when it would tell of few people.
  ///
  /// Means of few answers, or of a type of which nothing may be told, would tell of single people: then there is no scan.
  func selfScan(_ types: [TypeFacts], _ units: [UnitFacts]) throws(Failure) -> SelfScanFacts? {
    guard cluster.hasFile(scanDocument), settings.formats.contains(.selfScan) else { return nil }
    var model = try cluster.json(scanDocument, as: ScanModel.self)
    let entries = types.map { facts in model.types.first { $0.type == facts.letter } }
    let questions = model.questions.compactMap { codebook[$0.name] }
    guard entries.count == model.types.count, !entries.contains(nil), types.indices.allSatisfy(typeDisclosure.tells),
      questions.count == model.questions.count, questions.allSatisfy(\.publish),
      model.check.leastAnswers >= publish.cellMinimum
    else { return nil }
    let sources = try featureSources()
    model.types = zip(entries.compactMap { $0 }, types).map { entry, facts in
      var entry = entry
      entry.choice = choice(facts, model, sources)
      return entry
    }
    let positions = Dictionary(model.units.enumerated().map { ($1.unit, $0) }) { first, _ in first }
    let check = model.check
    let simulated = folders.contains { $0.run.simulated }
    return SelfScanFacts(
      questions: zip(questions, model.questions).map(facts),
      units: units.compactMap { unit in
        positions[unit.code].map { SelfScanFacts.Unit(position: $0, name: unit.name) }
      },
      model: String(decoding: JSONText.compact(model, simulated: simulated), as: UTF8.self),
      respondents: check.respondents, leftOut: check.leftOut, unitLeftOut: check.unitLeftOut,
      registerAlone: check.registerAlone, largest: check.largest, spread: check.spread,
      bands: check.bands.map { SelfScanFacts.Band(from: $0.from, respondents: $0.respondents, held: $0.held) })
  }

  private func facts(_ question: Question, _ entry: ScanModel.Question) -> SelfScanFacts.Question {
    let answers: [SelfScanFacts.Question.Answer] =
      question.kind == .boolean
      ? [("1", LocalText(nl: "ja", en: "yes")), ("0", LocalText(nl: "nee", en: "no"))].map {
        SelfScanFacts.Question.Answer(value: $0.0, label: Wording($0.1))
      }
      : question.categories.compactMap { category in
        category.number.map { SelfScanFacts.Question.Answer(value: plainText($0), label: Wording(category.label)) }
      }
    return SelfScanFacts.Question(
      name: question.name, text: Wording(question.text), answers: answers, least: entry.least, greatest: entry.greatest)
  }

  /// Where each feature comes from, by its name.
  private func featureSources() throws(Failure) -> [String: ValueSource] {
    let fitted = try normalise.json("features.json", as: FittedTransform.self)
    let sources = fitted.features.compactMap { feature in
      feature.share.isEmpty ? ValueSource(feature.source).map { (feature.feature, $0) } : nil
    }
    return Dictionary(sources) { first, _ in first }
  }

  private func choice(
    _ facts: TypeFacts, _ model: ScanModel, _ sources: [String: ValueSource]
  ) -> ScanModel.Choice {
    let (verdict, strategies): (String, [Int]) =
      switch facts.verdict {
      case .clear(let strategy): ("clear", [strategy])
      case .contenders(let strategies): ("contested", strategies)
      case .none: ("none", [])
      }
    return ScanModel.Choice(
      verdict: verdict, strategies: strategies.map { catalogue.strategies[$0].id },
      preconditions: facts.preconditions.map { precondition in
        let asked = questions(of: precondition.source.flatMap { sources[$0] }, model)
        return ScanModel.Precondition(
          id: precondition.id, state: precondition.state.rawValue, atLeast: precondition.atLeast,
          atMost: precondition.atMost, questions: asked.map(\.position), turned: asked.map(\.turned))
      })
  }

  /// The questions of the scan whose mean answer is the amount of a source, each with what answers that point the other way
  /// are subtracted from.
  private func questions(of source: ValueSource?, _ model: ScanModel) -> [(position: Int, turned: Double?)] {
    let behind: [Question] =
      switch source {
      case .index(let name): codebook.items(of: name)
      case .question(let name): [codebook[name]].compactMap { $0 }
      case .group, .register, nil: []
      }
    return model.questions.enumerated().compactMap { position, entry in
      guard let question = behind.first(where: { $0.name == entry.name }) else { return nil }
      let isTurned = question.direction == .negative
      return (position, isTurned ? (entry.least ?? 0) + (entry.greatest ?? 0) : nil)
    }
  }
}
