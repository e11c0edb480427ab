import Texts

// The portraits of the types and their members.

extension ReportWriter {
  func portraits() -> Chapter {
    let parts = report.types.indices.map { Block.part(portrait(of: $0)) }
    return Chapter("types", phrases.portraits, parts)
  }

  private func portrait(of index: Int) -> Chapter {
    let type = report.types[index]
    var blocks: [Block] = [.lead("\(phrases.typeSize(type.size, type.share)) \(phrases.typeCertainty(type.certainty))")]
    if !type.nameIsGiven { blocks.append(.small(Prose(phrases.nameSuggested))) }
    blocks += [.heading(phrases.portrait)] + portraitBlocks(of: type)
    if let figure = profileFigure(of: type) { blocks.append(.figure(figure)) }
    blocks += [.heading(phrases.membersHeading)] + members(of: index)
    blocks += strategyBlocks(for: type) + consequenceBlocks(for: type)
    return Chapter("type-\(type.letter)", title(of: type), type: index, blocks)
  }

  /// The features that stand out, in words; one that differs by less than 0.3 standard deviations does not.
  private func portraitBlocks(of type: TypeFacts) -> [Block] {
    let marked = zip(report.features, type.profile).filter { abs($0.1) >= 0.3 }.enumerated()
      .sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map(\.element).prefix(10)
    guard !marked.isEmpty else { return [.paragraph(Prose(phrases.nothingStandsOut))] }
    var groups: [(words: String, labels: [String])] = []
    for (distance, isGroup) in [(1.0, false), (0.5, false), (-1.0, false), (-0.5, false), (0.5, true), (-0.5, true)] {
      let words = phrases.standsOut(distance, isGroup: isGroup)
      let own = marked.filter { phrases.standsOut($0.1, isGroup: $0.0.isGroup) == words }
      if !own.isEmpty { groups.append((words, own.map { standingOut($0.0) })) }
    }
    return [
      .paragraph(Prose(phrases.comparedWithAverage)),
      .bullets(groups.map { "\(strong: phrases.capitalised($0.words)): \($0.labels.joined(separator: "; "))" }),
    ]
  }

  /// The label of a feature within a sentence; of a group its name first: `Zuid (landsdeel)`.
  private func standingOut(_ feature: FeatureFacts) -> String {
    let label = feature.label[language]
    guard feature.isGroup, let colon = label.firstIndex(of: ":") else { return lowerCased(label) }
    let group = label[label.index(after: colon)...].drop { $0 == " " }
    return group.isEmpty ? lowerCased(label) : "\(group) (\(lowerCased(String(label[..<colon]))))"
  }

  /// A label as it stands within a sentence; an abbreviation keeps its capitals.
  func lowerCased(_ label: String) -> String { phrases.lowered(label) }

  // MARK: Members

  private func members(of index: Int) -> [Block] {
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
    let hidden = report.types[index].size - shown.count
    if hidden > 0 {
      blocks.append(.small(Prose(phrases.hiddenMembers(hidden, minimum: report.response.minimum))))
    }
    return blocks + [.small("\(phrases.gradeLegend(report.evidence.sureFrom)) \(phrases.noJudgement)")]
  }

  func workingGroup() -> Chapter? {
    guard !report.members.isEmpty else { return nil }
    let hasRemarks = report.members.contains { $0.remark != nil }
    let rows = report.members.map { member in
      var cells: [Prose]
      switch member.landing {
      case .unit(let unit):
        let said = placing(unit)
        cells = [Prose(member.name), said.type, said.certainty, said.strategy]
      case .notAUnit: cells = [Prose(member.name), Prose(phrases.notAUnit), "–", "–"]
      }
      if hasRemarks { cells.append(Prose(member.remark?[language] ?? "")) }
      return Grid.Row(cells)
    }
    var columns: [Grid.Column] = [
      .text(phrases.member), .text(phrases.typeLabel), .text(phrases.howSure), .text(phrases.strategyLabel),
    ]
    if hasRemarks { columns.append(.text(phrases.remark)) }
    return Chapter(
      "working-group", phrases.workingGroup, label: phrases.workingGroupShort,
      [
        .paragraph("\(phrases.workingGroupIntro) \(phrases.noJudgement)"),
        .table(Grid(caption: phrases.workingGroupCaption, columns: columns, rows: rows)),
        .small(Prose(phrases.gradeLegend(report.evidence.sureFrom))),
      ])
  }

  func allUnits() -> Chapter {
    let rows = report.units.map { unit in
      let said = placing(unit.placing)
      return Grid.Row([Prose(unit.name), said.type, said.certainty, said.strategy])
    }
    return Chapter(
      "units", phrases.unitsLabel,
      [
        .paragraph("\(phrases.unitsIntro(minimum: report.response.minimum)) \(phrases.noJudgement)"),
        .table(
          Grid(
            caption: phrases.unitsCaption,
            columns: [
              .text(phrases.unitLabel), .text(phrases.typeLabel), .text(phrases.howSure), .text(phrases.strategyLabel),
            ], rows: rows)), .small(Prose(phrases.gradeLegend(report.evidence.sureFrom))),
      ])
  }
}
