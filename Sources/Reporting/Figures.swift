import Charts
import Texts

// The figures of the report: each is drawn by the room of charts from the values of the report.

extension ReportWriter {
  /// Draws a figure; its numbers stand folded under it, unless they stand on a page of their own.
  func picture(_ name: String, _ figure: some Figure, caption: String, data: Picture.Data? = nil) -> Picture {
    let name = Slug.code(name)
    let setting = FigureSetting(
      language: language, idPrefix: name, simulated: report.simulated ? phrases.simulated : nil, showsTitle: false)
    return Picture(
      name: name, title: figure.title, caption: caption, svg: figure.svg(setting),
      data: data ?? .table(grid(figure.data(in: language), caption: phrases.figureData(of: figure.title))))
  }

  private func grid(_ data: FigureData, caption: String) -> Grid {
    Grid(
      caption: caption, columns: data.columns.map { Grid.Column(title: $0.title, isNumber: $0.isNumber) },
      rows: data.rows.map { Grid.Row($0.map { Prose($0) }) })
  }

  func label(_ type: TypeFacts) -> TypeLabel {
    TypeLabel(letter: type.letter, name: type.name[language])
  }

  func mapFigure(_ facts: MapFacts) -> Picture? {
    guard let map = typeMap(facts) else { return nil }
    return picture(
      "map", map, caption: phrases.mapCaption, data: .page(phrases.mapData, to: "units.html"))
  }

  /// The map of the types; nothing when none of the units has a boundary.
  func typeMap(_ facts: MapFacts) -> TypeMap? {
    var status: [String: MapStatus] = [:]
    for unit in report.units {
      switch unit.placing {
      case .placed(let type, _, _): status[unit.code] = .type(report.types[type].letter)
      case .tooFew: status[unit.code] = .tooFew
      case .noAnswer: status[unit.code] = .noAnswer
      }
    }
    let areas = facts.areas.compactMap { area in
      status[area.code].map { MapArea(name: area.name, status: $0, polygons: area.polygons) }
    }
    guard !areas.isEmpty else { return nil }
    return TypeMap(
      title: phrases.mapFigure, types: report.types.map(label), areas: areas, credit: facts.credit[language])
  }

  func profileFigure(of type: TypeFacts) -> Picture? {
    guard !report.features.isEmpty else { return nil }
    let profile = TypeProfile(
      title: phrases.profileFigure(phrases.type(type.letter)), features: report.features.map { $0.label[language] },
      panels: [TypeProfile.Panel(type: label(type), means: type.profile)])
    return picture("profile-\(type.letter)", profile, caption: phrases.profileCaption)
  }

  func rankFigure(of type: TypeFacts) -> Picture? {
    let ranked = type.ranking.filter { $0.veto == nil }
    guard ranked.count > 1 else { return nil }
    let rows = ranked.map {
      RankChart.Row(label: report.strategies[$0.strategy].name[language], shares: [$0.acceptability])
    }
    let chart = RankChart(title: phrases.rankingCaption(type.letter), rows: rows, ranksShown: 1)
    return picture("ranking-\(type.letter)", chart, caption: phrases.rankingFigureCaption)
  }

  func riskFigure() -> Picture? {
    guard let first = report.types.first, !first.consequences.isEmpty else { return nil }
    let groups = first.consequences.map { consequence in
      RiskChart.Group(
        label: consequence.name[language],
        dots: report.types.compactMap { type in
          guard let fact = type.consequences.first(where: { $0.name == consequence.name }) else { return nil }
          return RiskChart.Dot(
            type: label(type), risk: fact.risk * 100, low: (fact.low ?? fact.risk) * 100,
            high: (fact.high ?? fact.risk) * 100)
        })
    }
    let chart = RiskChart(title: phrases.riskFigure, groups: groups, scale: 0...100, scaleLabel: phrases.riskScale)
    return picture("risks", chart, caption: phrases.riskCaption)
  }

  func resultsFigure() -> Picture? {
    let rows = report.results.filter { !$0.isMean }.map { fact in
      ShareChart.Row(
        label: resultLabel(fact), share: fact.respondents.value, low: fact.respondents.low,
        high: fact.respondents.high, published: fact.publishedShare)
    }
    guard !rows.isEmpty else { return nil }
    return picture(
      "results", ShareChart(title: phrases.resultsFigure, rows: rows), caption: phrases.resultsFigureCaption)
  }

  /// The statement itself, and for an option of a question with several the option.
  private func resultLabel(_ fact: ResultFacts) -> String {
    fact.isOption ? (fact.answer ?? fact.question)[language] : fact.question[language]
  }

  func componentsFigure(_ facts: ComponentFacts) -> Picture? {
    guard facts.components.count > 1 else { return nil }
    let rows = facts.components.enumerated().map { index, component in
      ComponentChart.Row(label: "\(phrases.componentLabel) \(index + 1)", share: component.share)
    }
    return picture(
      "components", ComponentChart(title: phrases.componentsCaption, rows: rows),
      caption: phrases.componentsFigureCaption)
  }

  func evidenceFigure() -> Picture? {
    let rows = report.evidence.rows
    guard rows.count > 1 else { return nil }
    let chart = EvidenceChart(
      title: phrases.evidenceCaption,
      rows: rows.map {
        EvidenceChart.Row(
          k: $0.types, silhouette: $0.silhouette, gap: $0.gap, gapStandardError: $0.gapError,
          jaccardMinimum: $0.stability, predictionStrength: $0.predictionStrength)
      }, chosen: rows.first(where: \.chosen)?.types ?? report.types.count)
    return picture("evidence", chart, caption: phrases.evidenceFigureCaption)
  }
}
