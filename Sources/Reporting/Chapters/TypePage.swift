import Texts

// The page of a type: what it is like, who belongs to it, and which strategy fits it.

extension ReportWriter {
  func typePage(_ index: Int) -> Document {
    let type = report.types[index]
    let chapters: [Chapter?] = [
      portrait(of: type), spread(of: type), members(of: index), strategyChapter(of: type), preconditions(of: type),
      firstSteps(of: type),
      reasons(for: type), doingNothing(of: type), fields(of: index),
    ]
    var document = page(
      typeFiles[index], title(of: type), label: type.name[language], chapters.compactMap { $0 })
    document.group = .types
    document.type = index
    return document
  }

  private func portrait(of type: TypeFacts) -> Chapter {
    guard type.size > 0 else {
      return Chapter("portrait", phrases.portrait, label: phrases.portraitShort, [.lead(Prose(phrases.typeIsEmpty))])
    }
    var blocks: [Block] = [.lead("\(phrases.typeSize(type.size, type.share)) \(phrases.typeCertainty(type.certainty))")]
    if !type.nameIsGiven { blocks.append(.small(Prose(phrases.nameSuggested))) }
    blocks += portraitBlocks(of: type)
    if type.isTold, let figure = profileFigure(of: type) { blocks.append(.figure(figure)) }
    return Chapter("portrait", phrases.portrait, label: phrases.portraitShort, blocks)
  }

  /// The features that stand out, in a paragraph; one that differs by less than 0.3 standard deviations does not.
  private func portraitBlocks(of type: TypeFacts) -> [Block] {
    guard type.isTold else { return [.paragraph(Prose(phrases.typeNotTold))] }
    let marked = zip(report.features, type.profile).filter { abs($0.1) >= 0.3 }.enumerated()
      .sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map(\.element).prefix(10)
    guard !marked.isEmpty else { return [.paragraph(Prose(phrases.nothingStandsOut))] }
    func labels(_ isGroup: Bool, _ range: (Double) -> Bool) -> [String] {
      marked.filter { $0.0.isGroup == isGroup && range($0.1) }.map { standingOut($0.0) }
    }
    let scores = phrases.portrait(
      clearlyHigher: labels(false) { $0 >= 1 }, higher: labels(false) { $0 > 0 && $0 < 1 },
      clearlyLower: labels(false) { $0 <= -1 }, lower: labels(false) { $0 < 0 && $0 > -1 })
    let groups = phrases.portraitGroups(more: labels(true) { $0 > 0 }, fewer: labels(true) { $0 < 0 })
    return [.paragraph(Prose([scores, groups].filter { !$0.isEmpty }.joined(separator: " ")))]
  }

  /// The label of a feature as it is called; of a group its name first: `Zuid (landsdeel)`.
  private func standingOut(_ feature: FeatureFacts) -> String {
    let label = feature.label[language]
    guard feature.isGroup, let colon = label.firstIndex(of: ":") else { return label }
    let group = label[label.index(after: colon)...].drop { $0 == " " }
    return group.isEmpty ? label : "\(group) (\(lowerCased(String(label[..<colon]))))"
  }

  /// A label as it stands within a sentence; an abbreviation keeps its capitals.
  func lowerCased(_ label: String) -> String { phrases.lowered(label) }

  // MARK: Where it is more common

  /// The classes of the register that hold more or fewer of the type than a draw from all units would give.
  private func spread(of type: TypeFacts) -> Chapter? {
    let told = type.spread.filter { $0.ownTotal > 0 && $0.rows.count > 1 }
    guard type.isTold, !told.isEmpty else { return nil }
    let bullets = told.map { division -> Prose in
      let more = marked(in: division) { $0 >= 2 }
      let fewer = marked(in: division) { $0 <= -2 }
      return "\(strong: division.label[language]): \(phrases.spread(more: more, fewer: fewer))"
    }
    let tables = told.map { Block.table(grid($0, type)) }
    return Chapter(
      "spread", phrases.spreadHeading, label: phrases.spreadShort,
      [
        .bullets(bullets), .small(Prose(phrases.spreadNote)), .folded(phrases.spreadTables, tables),
      ])
  }

  private func marked(in division: SpreadFacts, _ isMarked: (Double) -> Bool) -> [String] {
    division.rows.filter { $0.isTold && isMarked(division.departure(of: $0)) }.map { row in
      phrases.spreadClass(
        row.label[language], own: Double(row.own) / Double(division.ownTotal),
        all: Double(row.all) / Double(division.allTotal))
    }
  }

  private func grid(_ division: SpreadFacts, _ type: TypeFacts) -> Grid {
    let rows = division.rows.map { row -> Grid.Row in
      guard row.isTold else { return Grid.Row([Prose(row.label[language]), "–", "–", "–"]) }
      return Grid.Row([
        Prose(row.label[language]), Prose(number.integer(row.own)),
        Prose(number.percentage(Double(row.own) / Double(division.ownTotal))),
        Prose(number.percentage(Double(row.all) / Double(division.allTotal))),
      ])
    }
    return Grid(
      caption: phrases.spreadCaption(division.label[language], type.letter),
      columns: [
        .text(phrases.classLabel), .number(phrases.unitsLabel), .number(phrases.shareOfType(type.letter)),
        .number(phrases.shareOfAll),
      ], rows: rows)
  }

  // MARK: Members

  private func members(of index: Int) -> Chapter {
    Chapter("members", phrases.membersHeading, label: phrases.capitalised(phrases.units), memberBlocks(of: index))
  }

  private func memberBlocks(of index: Int) -> [Block] {
    var shown: [(name: String, grade: Sureness)] = []
    for unit in report.units {
      if case .placed(index, _, let grade) = unit.placing { shown.append((unit.name, grade)) }
    }
    guard !shown.isEmpty else { return [.paragraph(Prose(phrases.noMembersShown))] }
    let lines = Sureness.allCases.compactMap { grade -> Prose? in
      let names = shown.filter { $0.grade == grade }.map(\.name)
      guard !names.isEmpty else { return nil }
      let heading = phrases.capitalised(phrases.grade(grade))
      return "\(strong: heading) (\(number.integer(names.count))): \(names.joined(separator: ", "))"
    }
    var blocks: [Block] = [.bullets(lines)]
    let typical = report.types[index].typical
    if !typical.isEmpty { blocks.insert(.paragraph(Prose(phrases.typicalMembers(typical))), at: 0) }
    let hidden = report.types[index].size - shown.count
    if hidden > 0 {
      blocks.append(.small(Prose(phrases.hiddenMembers(hidden, minimum: report.response.minimum))))
    }
    return blocks + [.small("\(phrases.gradeLegend(report.evidence.sureFrom)) \(phrases.noJudgement)")]
  }
}
