import Texts

// The opening, the overview and the map.

extension ReportWriter {
  func inShort() -> Chapter {
    let open = report.types.filter { if case .clear = $0.verdict { false } else { true } }.map(\.letter)
    let clear = phrases.clearOrNot(clear: report.types.count - open.count, open: open)
    var blocks: [Block] = [.lead("\(whoAnswered()) \(clear) \(phrases.noJudgement)")]
    if report.simulated { blocks.append(.note(Prose(phrases.simulatedExplained))) }
    blocks.append(.paragraph(recalculated()))
    if let notice = correctionNotice() { blocks.append(notice) }
    if let changed = changesInShort() { blocks.append(.paragraph(changed)) }
    if !report.units.isEmpty {
      blocks.append(.paragraph("\(phrases.whichIsYours) \(phrases.findUnit, to: "units.html")."))
    }
    blocks += selfScanInvitation
    if let about = report.wave.about { blocks.append(.small(Prose(about[language]))) }
    return Chapter("in-short", phrases.inShort, blocks)
  }

  /// The number of completed questionnaires that belong to no unit, when there are any.
  var othersAnswered: Int? {
    report.response.records.first { $0.outcome == "no_unit" && $0.count > 0 }?.count
  }

  func overview() -> Chapter {
    let cards = report.types.enumerated().map { index, type in
      var lines: [Prose] = [Prose(phrases.sizeAndShare(type.size, type.share)), "\(strong: verdictText(type))"]
      if let front = front(of: type), let ranked = ranked(front, in: type), case .clear = type.verdict {
        lines.append(Prose(phrases.bestOften(ranked.acceptability)))
      }
      return Card(
        type: index, letter: type.letter, title: type.name[language], link: address(ofType: index), lines: lines)
    }
    var blocks: [Block] = [.paragraph(Prose(phrases.overviewIntro)), .cards(cards), .table(overviewTable())]
    if let rule = report.making.winnerRule {
      blocks.append(.small(Prose(phrases.winnerRule(share: rule.leastShare, ahead: rule.leastAhead))))
    }
    let compared = phrases.strategiesIntro(report.strategies.count { !$0.isBaseline })
    blocks += [.heading(phrases.acceptabilityTable), .paragraph("\(compared) \(phrases.acceptabilityCaption)")]
    blocks.append(.table(acceptabilityTable()))
    if let figure = riskFigure() { blocks += [.heading(phrases.doingNothingTitle), .figure(figure)] }
    return Chapter("overview", phrases.overview, label: phrases.overviewShort, blocks)
  }

  func verdictText(_ type: TypeFacts) -> String {
    guard type.isTold else { return phrases.tooFew }
    return switch type.verdict {
    case .clear(let strategy): report.strategies[strategy].name[language]
    case .contenders(let strategies): phrases.between(strategies.map { report.strategies[$0].name[language] })
    case .none: phrases.noStrategy
    }
  }

  private func overviewTable() -> Grid {
    let rows = report.types.enumerated().map { index, type in
      let ranking = type.ranking.filter { $0.veto == nil }
      func often(_ ranked: RankedStrategy) -> Prose {
        cell(ranked.acceptability, acceptability(of: ranked.strategy, for: type), phrases.oftenShort)
      }
      let first = ranking.first.map(often) ?? "–"
      let second: Prose =
        ranking.count > 1 ? "\(link(toStrategy: ranking[1].strategy)) (\(often(ranking[1])))" : "–"
      return Grid.Row([
        link(to: index), Prose(number.integer(type.size)), Prose(number.percentage(type.share)), verdict(of: type),
        first, second,
      ])
    }
    return Grid(
      caption: phrases.overviewCaption,
      columns: [
        .text(phrases.typeLabel), .number(phrases.unitsLabel), .number(phrases.shareLabel),
        .text(phrases.bestStrategy), .text(phrases.firstOften), .text(phrases.runnerUp),
      ], rows: rows)
  }

  /// Strategies against types, with how often each comes first, darker as that is more often.
  private func acceptabilityTable() -> Grid {
    let rows = report.strategies.indices.map { strategy in
      Grid.Row(
        [link(toStrategy: strategy)]
          + report.types.map { type in
            guard let ranked = ranked(strategy, in: type), ranked.veto == nil else { return "–" }
            var cell = cell(
              ranked.acceptability, acceptability(of: strategy, for: type), phrases.hundredths)
            cell.shade = min(9, max(0, Int(ranked.acceptability * 10)))
            return cell
          })
    }
    return Grid(
      caption: phrases.acceptabilityTable,
      columns: [.text(phrases.strategyLabel)] + report.types.map { .number(phrases.type($0.letter)) }, rows: rows)
  }

  func map() -> Chapter? {
    guard let facts = report.map, let figure = mapFigure(facts) else { return nil }
    let absent = report.unmapped.map(\.name)
    return Chapter(
      "map", phrases.map,
      [.figure(figure)] + (absent.isEmpty ? [] : [.small(Prose(phrases.notOnMap(absent)))]))
  }
}
