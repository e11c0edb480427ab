import Texts

/// A bulletin before it is HTML: two pages of paper that say what is new.
struct Bulletin: Hashable, Sendable {
  /// What changed most, in one sentence.
  var headline: String
  /// What stands under it.
  var lead: [Prose]
  /// Large numbers, each with what it counts.
  var numbers: [Slide.Number]
  /// The parts in columns, in the order in which they are read.
  var chapters: [Chapter]
}

extension Bulletin {
  /// Every run of text in the bulletin.
  var prose: [Prose] { lead + numbers.map(\.number) + chapters.flatMap(\.prose) }
}

extension ReportWriter {
  /// The name of the file with the bulletin.
  static let bulletinFile = "bulletin.html"

  /// The most types that the tables of a bulletin hold, so that two pages hold them.
  static let mostTypesInBulletin = 12
  /// The most types of which it tells what they are like, and with what to begin.
  static let mostTypesTold = 8

  /// The bulletin: what is new since an earlier wave, or an introduction where there is none to compare with.
  ///
  /// Where two sheets of paper do not hold it, parts that the report tells as well are left out, one after the other.
  ///
  /// - Parameter hasPages: Whether the pages of the report stand beside it, which it leads to.
  /// - Returns: The bulletin.
  func bulletin(hasPages: Bool) -> Bulletin {
    var extras: BulletinExtras = .all
    var bulletin = bulletin(hasPages: hasPages, with: extras)
    for extra in BulletinExtras.inOrder where bulletin.lines > Bulletin.mostLines {
      extras.remove(extra)
      bulletin = self.bulletin(hasPages: hasPages, with: extras)
    }
    return bulletin
  }

  private func bulletin(hasPages: Bool, with extras: BulletinExtras) -> Bulletin {
    let map = extras.contains(.map) ? bulletinMap() : nil
    let portraits = extras.contains(.portraits) ? portraits() : nil
    let now = bulletinNow(hasPages: hasPages, hasSteps: extras.contains(.steps))
    let closing = [bulletinMore(hasPages: hasPages), bulletinColophon()]
    let chapters: [Chapter?]
    if let facts = report.changes {
      let movers = moversInBulletin(facts, hasFigure: extras.contains(.flows))
      chapters =
        [typesThenAndNow(facts, hasPages), strategiesThenAndNow(facts, hasPages), answersThenAndNow(facts), movers]
        + [bulletinSureness(), map, now] + closing
    } else {
      chapters =
        [typesOfNow(hasPages), strategiesOfNow(hasPages), bulletinSureness(), map, portraits, now, bulletinNext()]
        + closing
    }
    return Bulletin(
      headline: headline(), lead: bulletinLead(), numbers: bulletinNumbers(), chapters: chapters.compactMap { $0 })
  }

  /// The file with the bulletin, and what it says of numbers.
  func bulletinPage(hasPages: Bool) -> (file: PublicationFile, statements: [Statement]) {
    let bulletin = bulletin(hasPages: hasPages)
    let subtitle = phrases.subtitle(wave: report.wave.name, date: report.wave.date)
    let document = Document(
      file: "bulletin", label: phrases.bulletin, title: bulletin.headline, subtitle: subtitle, chapters: [])
    let page = PageWriter(document: document, pages: [], report: report, phrases: phrases)
    let text = BulletinPage(bulletin: bulletin, report: report, page: page, hasPages: hasPages).text()
    let statements = bulletin.prose.flatMap { prose in
      prose.runs.compactMap { run in if case .statement(let statement) = run { statement } else { nil } }
    }
    return (PublicationFile(path: Self.bulletinFile, text: text), statements)
  }

  // MARK: Under the headline

  private func bulletinLead() -> [Prose] {
    let about = report.changes.map { phrases.bulletinSince($0.earlier.name, date: $0.earlier.date) }
    var lead: [Prose] = ["\(whoAnswered()) \(about ?? phrases.bulletinFirst)"]
    if report.simulated { lead.append(Prose(phrases.simulatedExplained)) }
    return lead
  }

  /// Who answered, and how many types that shows.
  private func bulletinNumbers() -> [Slide.Number] {
    let response = report.response
    let used = NumberSource.rows(stage: "ingest", table: "ledger", [NumberSource.Match("outcome", "used")])
    var numbers = [
      Slide.Number(
        number: cell(response.unitsAnswered, .count(stage: "normalise", name: "units")),
        of: phrases.slideUnits(response.unitsAnswered, of: response.unitsInRegister)),
      Slide.Number(
        number: cell(report.types.count, .count(stage: "cluster", name: "types")),
        of: phrases.bulletinTypes(report.types.count)),
    ]
    if response.respondents != response.unitsAnswered || response.unitsInRegister != nil {
      numbers.insert(
        Slide.Number(number: cell(response.respondents, used), of: phrases.slidePeople(response.respondents)), at: 0)
    }
    return numbers
  }
}
