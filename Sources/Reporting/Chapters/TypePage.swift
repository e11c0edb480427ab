import Texts

// The page of a type: what it is like, who belongs to it, and which strategy fits it.

extension ReportWriter {
  func typePage(_ index: Int) -> Document {
    let type = report.types[index]
    let chapters: [Chapter?] = [
      portrait(of: type), members(of: index), strategyChapter(of: type), preconditions(of: type), firstSteps(of: type),
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

  /// The features that stand out, in words; one that differs by less than 0.3 standard deviations does not.
  private func portraitBlocks(of type: TypeFacts) -> [Block] {
    guard type.isTold else { return [.paragraph(Prose(phrases.typeNotTold))] }
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
    let hidden = report.types[index].size - shown.count
    if hidden > 0 {
      blocks.append(.small(Prose(phrases.hiddenMembers(hidden, minimum: report.response.minimum))))
    }
    return blocks + [.small("\(phrases.gradeLegend(report.evidence.sureFrom)) \(phrases.noJudgement)")]
  }
}
