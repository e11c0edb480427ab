import Texts

// The accessibility statement: what the organisation says, what was examined, and the status that follows from it.

extension ReportWriter {
  /// The page with the statement, if the pipeline has one; the other pages are those that it is about.
  func accessibilityPage(beside others: [Document]) -> Document? {
    guard let facts = report.accessibility else { return nil }
    let apart =
      (hasSlides ? [Self.slideFile] : []) + (hasBulletin ? [Self.bulletinFile] : [])
      + (hasSelfScan ? [SelfScanPage.file] : [])
    let names = (others.map { $0.file + ".html" } + ["accessibility.html"] + apart).sorted()
    let program = "Koers \(report.making.version)"
    let (status, reasons) = facts.status(program: program, pages: names)
    let chapters =
      [statement(facts), complianceStatus(status, reasons, facts, program), examined(facts), notAccessible(facts)]
      + [measures(facts)].compactMap { $0 } + [feedback(facts), enforcement(), aboutStatement(facts)]
    var document = page("accessibility", phrases.accessibility, chapters)
    document.isAside = true
    return document
  }

  private func statement(_ facts: AccessibilityFacts) -> Chapter {
    let scope =
      facts.scope?[language] ?? phrases.thisPublication(report.title[language], wave: report.wave.name)
    let text = phrases.statementOf(facts.organisation[language], scope: scope)
    let example: [Block] = report.simulated ? [.note(Prose(phrases.exampleStatement))] : []
    return Chapter("statement", phrases.statementTitle, example + [.lead(Prose(text))])
  }

  // MARK: Status

  private func complianceStatus(
    _ status: AccessibilityStatus, _ reasons: [AccessibilityStatus.Reason], _ facts: AccessibilityFacts,
    _ program: String
  ) -> Chapter {
    let said: [Prose] = reasons.map { Prose(text(of: $0, facts, program)) }
    let rows = AccessibilityStatus.allCases.map { one in
      Grid.Row(
        [
          Prose("\(one.rawValue) · \(phrases.compliance(one.rawValue))"), Prose(phrases.complianceMeans(one.rawValue)),
        ], isMarked: one == status)
    }
    let legend = Grid(
      caption: phrases.complianceLegend, columns: [.text(phrases.statusLabel), .sentences(phrases.meaning)], rows: rows)
    return Chapter(
      "status", phrases.complianceStatus,
      [
        .lead("\(strong: phrases.complianceIs(status.rawValue))"), .bullets(said),
        .folded(phrases.complianceLegend, [.table(legend)]),
      ])
  }

  private func text(of reason: AccessibilityStatus.Reason, _ facts: AccessibilityFacts, _ program: String) -> String {
    switch reason {
    case .evaluated(let met): phrases.evaluated(met: met, of: AccessibilityFacts.Evaluation.requirements)
    case .outdated(let date): phrases.evaluationOutdated(date)
    case .notEvaluated: phrases.notEvaluated
    case .planned(let date): phrases.evaluationPlanned(date)
    case .notPlanned: phrases.evaluationNotPlanned
    case .notChecked: phrases.pagesNotChecked
    case .checkedOther: phrases.checkedOther(facts.checks?.program, now: program)
    case .unanswered(let count): phrases.unansweredFindings(count)
    }
  }

  // MARK: What was examined

  private func examined(_ facts: AccessibilityFacts) -> Chapter {
    var blocks: [Block] = []
    if let evaluation = facts.evaluation {
      blocks.append(
        .paragraph(Prose(phrases.examinedBy(evaluation.by[language], date: evaluation.date))))
      if let report = evaluation.report { blocks.append(.paragraph("\(phrases.examinationReport, to: report)")) }
    } else {
      blocks.append(.paragraph(Prose(phrases.notEvaluated)))
    }
    guard let checks = facts.checks else {
      blocks.append(.paragraph(Prose(phrases.pagesNotChecked)))
      return Chapter("examined", phrases.examined, blocks)
    }
    let pages = checks.pages[language]?.count ?? 0
    blocks += [
      .paragraph(Prose(phrases.checkedByPrograms(pages: pages, program: checks.program))),
      .table(table(of: checks.runs)),
    ]
    let undecided = checks.runs.flatMap(\.undecided)
    if !undecided.isEmpty {
      let items: [Prose] = undecided.map { "\(code: $0.rule) \(phrases.undecided(pages: $0.pages))" }
      blocks += [.heading(phrases.undecidedTitle), .bullets(items)]
    }
    if facts.evaluation == nil {
      let criteria = AccessibilityCriteria.untouched(by: checks.runs.map(\.id))
      blocks.append(.paragraph(Prose(phrases.notExamined(criteria, of: AccessibilityCriteria.all.count))))
    }
    return Chapter("examined", phrases.examined, blocks)
  }

  private func table(of runs: [AccessibilityFacts.Run]) -> Grid {
    Grid(
      caption: phrases.checksCaption,
      columns: [
        .text(phrases.checkLabel), .text(phrases.tool), .number(phrases.checkedFiles), .number(phrases.found),
      ],
      rows: runs.map { run in
        Grid.Row([
          Prose(phrases.check(run.id, widths: run.widths)), Prose(run.tool), Prose(number.integer(run.checked)),
          Prose(phrases.foundCount(run.findings.count)),
        ])
      })
  }

  // MARK: What is not accessible

  private func notAccessible(_ facts: AccessibilityFacts) -> Chapter {
    var blocks: [Block] = facts.deviations.enumerated().map { index, deviation in
      let title = phrases.deviation(deviation.criterion, deviation.what[language])
      return .part(Chapter("deviation-\(index + 1)", title, [.facts(parts(of: deviation))]))
    }
    let runs = (facts.checks?.runs ?? []).filter { !$0.findings.isEmpty }
    if !runs.isEmpty {
      let found: [Block] = runs.flatMap { run -> [Block] in
        let items: [Prose] = run.findings.map { "\($0.page): \(code: $0.what)" }
        return [.paragraph("\(strong: phrases.check(run.id, widths: run.widths))"), .bullets(items)]
      }
      blocks.append(.part(Chapter("found", phrases.foundByChecks, found)))
    }
    if blocks.isEmpty { blocks = [.paragraph(Prose(phrases.noDeviations))] }
    return Chapter("not-accessible", phrases.notAccessible, blocks)
  }

  private func parts(of deviation: AccessibilityFacts.Deviation) -> [Fact] {
    [
      Fact(term: phrases.cause, text: Prose(deviation.cause[language])),
      Fact(term: phrases.effect, text: Prose(deviation.effect[language])),
      Fact(term: phrases.alternative, text: Prose(deviation.alternative[language])),
      Fact(term: phrases.measure, text: Prose(deviation.measure[language])),
      Fact(term: phrases.until, text: Prose(phrases.date(deviation.until))),
    ]
  }

  // MARK: Around it

  private func measures(_ facts: AccessibilityFacts) -> Chapter? {
    guard !facts.measures.isEmpty else { return nil }
    let items = facts.measures.map { Prose($0[language]) }
    return Chapter("measures", phrases.accessibilityMeasures, [.bullets(items)])
  }

  private func feedback(_ facts: AccessibilityFacts) -> Chapter {
    let text: Prose = """
      \(phrases.feedbackBefore)\(facts.contact, to: "mailto:" + facts.contact)\(phrases.answerWithin(facts.answerWithin))
      """
    return Chapter("feedback", phrases.feedback, [.paragraph(text)])
  }

  private func enforcement() -> Chapter {
    let text: Prose = """
      \(phrases.enforcementBefore)\(phrases.ombudsman, to: "https://www.nationaleombudsman.nl/").
      """
    return Chapter("enforcement", phrases.enforcement, [.paragraph(text)])
  }

  private func aboutStatement(_ facts: AccessibilityFacts) -> Chapter {
    Chapter(
      "about", phrases.aboutStatement,
      [
        .facts([
          Fact(term: phrases.drawnUp, text: Prose(phrases.date(facts.date))),
          Fact(term: phrases.answersFor, text: "\(facts.signedBy[language]), \(facts.organisation[language])"),
          Fact(term: phrases.standard, text: Prose(phrases.standardText)),
        ])
      ])
  }
}
