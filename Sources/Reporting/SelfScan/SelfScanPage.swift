import Charts
import Texts

/// Writes the self-scan as one page of HTML that needs nothing but itself and sends nothing.
struct SelfScanPage {
  let facts: SelfScanFacts
  let writer: ReportWriter
  /// The path of the model beside the page, for those without scripts.
  let modelFile: String
  /// Whether the pages of the report stand beside it.
  let hasPages: Bool

  /// The name of the file.
  static let file = "self-scan.html"

  private var phrases: Phrases { writer.phrases }
  private var language: Language { writer.language }
  private var report: Report { writer.report }
  private var page: PageWriter {
    let document = Document(
      file: "self-scan", label: phrases.selfScan, title: phrases.selfScan,
      subtitle: phrases.subtitle(wave: report.wave.name, date: report.wave.date), chapters: [])
    return PageWriter(document: document, pages: [], report: report, phrases: phrases)
  }

  /// The whole page.
  func text() -> String {
    HTML(
      markup: """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        \(HTML.policy(scriptDigest: SelfScanScript.digest))
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(phrases.selfScan) · \(report.title[language])</title>
        <style>\(HTML(unescaped: Style.sheet + SelfScanStyle.sheet + page.typeColours))</style>
        </head>
        <body>
        <a class="skip" href="#text">\(phrases.skip)</a>
        \(page.header(hasHome: hasPages))
        <main id="text" class="scan" tabindex="-1">
        <p class="lead">\(phrases.selfScanIntro(questions: facts.questions.count))</p>
        <p>\(phrases.selfScanStaysHere)</p>
        <noscript><p class="note">\(phrases.selfScanNeedsScript(file: modelFile))</p></noscript>
        \(form)
        \(result)
        \(check)
        </main>
        \(page.footer())
        <script type="application/json" id="model">\(HTML(unescaped: embedded(facts.model)))</script>
        <script>\(HTML(unescaped: SelfScanScript.text))</script>
        </body>
        </html>

        """
    ).text
  }

  /// JSON as it may stand between tags: nothing in it can end them.
  private func embedded(_ json: String) -> String {
    var text = ""
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": text += "\\u003c"
      case ">": text += "\\u003e"
      case "&": text += "\\u0026"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  // MARK: Questions

  private var form: HTML {
    let questions = facts.questions.map(question).joined(separator: "\n")
    return HTML(
      markup: """
        <form id="scan" aria-labelledby="questions-title" autocomplete="off" hidden>
        <h2 id="questions-title">\(phrases.selfScanQuestions)</h2>
        \(unitField)
        \(questions)
        <p class="buttons"><a href="#result-title">\(phrases.selfScanToResult)</a>
        <button type="reset">\(phrases.selfScanAgain)</button></p>
        </form>
        """)
  }

  private var unitField: HTML {
    if facts.units.isEmpty { return .empty }
    let options = facts.units.map { HTML(markup: "<option value=\"\($0.position)\">\($0.name)</option>\n") }.joined()
    let features = report.features.filter { $0.clustered && $0.source.hasPrefix("register.") }
    let labels = features.reduce(into: [String]()) { labels, feature in
      let label = phrases.lowered(feature.label[language].prefix { $0 != ":" && $0 != "(" }.description.trimmed)
      if !labels.contains(label) { labels.append(label) }
    }
    return HTML(
      markup: """
        <fieldset>
        <label for="unit">\(phrases.selfScanUnit)</label>
        <p class="hint" id="unit-hint">\(phrases.selfScanUnitHint(labels))</p>
        <select id="unit" name="unit" aria-describedby="unit-hint">
        <option value="">\(phrases.selfScanNoUnit)</option>
        \(options)</select>
        </fieldset>
        """)
  }

  private func question(_ question: SelfScanFacts.Question) -> HTML {
    let name = "q-" + question.name
    if question.answers.isEmpty { return number(question, name) }
    let answers = question.answers.map { ($0.value, $0.label[language]) } + [("", phrases.selfScanUnknown)]
    let choices = answers.map { value, label in
      HTML(
        markup: """
          <li><label><input type="radio" name="\(name)" value="\(value)"> \(label)</label></li>
          """)
    }.joined(separator: "\n")
    return HTML(
      markup: """
        <fieldset id="\(name)" tabindex="-1">
        <legend>\(question.text[language])</legend>
        <ul class="choices scale">
        \(choices)
        </ul>
        </fieldset>
        """)
  }

  private func number(_ question: SelfScanFacts.Question, _ name: String) -> HTML {
    HTML(
      markup: """
        <fieldset>
        <label for="\(name)">\(question.text[language])</label>
        <p class="hint" id="\(name)-hint">\(phrases.selfScanNumber(least: question.least, greatest: question.greatest))</p>
        <input type="text" inputmode="decimal" id="\(name)" name="\(name)" aria-describedby="\(name)-hint \(name)-wrong">
        <p class="wrong" id="\(name)-wrong" hidden>\(phrases.selfScanNoNumber)</p>
        </fieldset>
        """)
  }

  // MARK: Result

  private var result: HTML {
    let reasons = phrases.selfScanReasons.map { HTML(markup: " data-why-\(HTML(unescaped: $0.id))=\"\($0.text)\"") }
      .joined()
    let rows = report.types.indices.map(shareRow).joined(separator: "\n")
    let also = report.types.indices.map { index in
      HTML(markup: "<li id=\"also-\(index)\">\(name(of: index)). \(strategy(of: index))</li>")
    }.joined(separator: "\n")
    let percent = phrases.number.percentage(0.5).split(separator: "50").map(String.init)
    return HTML(
      markup: """
        <section id="result" aria-labelledby="result-title" data-percent="#\(percent.last ?? "%")"\(reasons) hidden>
        <h2 id="result-title" tabindex="-1">\(phrases.selfScanResult)</h2>
        <p id="told" class="unseen" role="status" data-text="\(phrases.selfScanTold)"></p>
        <p id="empty">\(phrases.selfScanEmpty)</p>
        <div id="found" hidden>
        <p id="answered" data-text="\(phrases.selfScanAnswered(of: facts.questions.count))"></p>
        <details id="open"><summary>\(phrases.selfScanOpen)</summary>
        <ul>
        \(openItems)
        </ul>
        </details>
        <p id="unclear" class="note" hidden>\(phrases.selfScanUnclear)</p>
        <table class="shares">
        <caption>\(phrases.selfScanShares)</caption>
        <thead><tr><th scope="col">\(phrases.typeLabel)</th><th scope="col"><span class="unseen">\(phrases.selfScanShare)</span></th>\
        <th scope="col" class="n">\(phrases.selfScanShare)</th></tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table>
        <div id="also" hidden>
        <p>\(phrases.selfScanAlso)</p>
        <ul>
        \(also)
        </ul>
        </div>
        \(report.types.indices.map(box).joined(separator: "\n"))
        </div>
        </section>
        """)
  }

  private var openItems: HTML {
    let unit =
      facts.units.isEmpty
      ? [] : [HTML(markup: "<li data-open=\"unit\"><a href=\"#unit\">\(phrases.selfScanUnitOpen)</a></li>")]
    let questions = facts.questions.enumerated().map { index, question in
      HTML(markup: "<li data-open=\"\(index)\"><a href=\"#q-\(question.name)\">\(question.text[language])</a></li>")
    }
    return (unit + questions).joined(separator: "\n")
  }

  private func shareRow(_ index: Int) -> HTML {
    HTML(
      markup: """
        <tr id="share-\(index)"><th scope="row">\(name(of: index))</th>\
        <td><span class="track"><span class="fill t\(index)"></span></span></td><td class="n"></td></tr>
        """)
  }

  /// The badge and the name of a type, which leads to its page.
  private func name(of index: Int) -> HTML {
    let type = report.types[index]
    let name = type.name[language]
    let text: Prose = hasPages ? "\(name, to: writer.address(ofType: index))" : Prose(name)
    return HTML(markup: "\(page.badge(index, type.letter)) \(page.inline(text))")
  }

  private func strategy(of index: Int) -> HTML {
    func link(_ strategy: Int) -> HTML {
      let name = report.strategies[strategy].name[language]
      return page.inline(hasPages ? "\(name, to: writer.address(ofStrategy: strategy))" : Prose(name))
    }
    switch report.types[index].verdict {
    case .clear(let strategy): return HTML(markup: "\(phrases.selfScanStrategy) <strong>\(link(strategy))</strong>.")
    case .contenders(let strategies):
      return HTML(markup: "\(phrases.selfScanStrategies) \(strategies.map(link).joined(separator: "; ")).")
    case .none: return HTML(phrases.capitalised(phrases.noStrategy) + ".")
    }
  }

  /// What is told of a type that fits best: its strategy, and what must be in place for it.
  private func box(_ index: Int) -> HTML {
    let type = report.types[index]
    let items = type.preconditions.enumerated().map { position, precondition in
      HTML(
        markup: """
          <li data-at="\(position)" data-id="\(precondition.id)">\(precondition.text[language]) <span class="why"></span></li>
          """)
    }.joined(separator: "\n")
    let lists =
      type.preconditions.isEmpty
      ? HTML.empty
      : HTML(
        markup: """
          <h4>\(phrases.selfScanFirst)</h4>
          <p class="none" hidden>\(phrases.selfScanNothingOpen)</p>
          <ol class="first">
          \(items)
          </ol>
          <h4 class="already">\(phrases.selfScanThere)</h4>
          <ul class="there already"></ul>
          """)
    return HTML(
      markup: """
        <div id="type-\(index)" class="box t\(index)" data-name="\(phrases.type(type.letter)), \(type.name[language])" hidden>
        <h3>\(phrases.selfScanBest): \(name(of: index))</h3>
        <p>\(strategy(of: index))</p>
        \(lists)
        </div>
        """)
  }

  // MARK: How often it is right

  private var check: HTML {
    let heads = phrases.selfScanBandHeads
    let table = Grid(
      caption: phrases.selfScanBands, columns: [.text(heads.band), .number(heads.people), .number(heads.held)],
      rows: bands.map { Grid.Row($0) })
    return HTML(
      markup: """
        <section aria-labelledby="check-title">
        <h2 id="check-title">\(phrases.selfScanCheck)</h2>
        \(sentences.map { HTML(markup: "<p>\(page.inline(Prose($0)))</p>") }.joined(separator: "\n"))
        \(page.table(table))
        </section>
        """)
  }

  /// What the page says of numbers.
  var statements: [Statement] {
    sentences
      + bands.flatMap { cells in
        cells.flatMap(\.runs).compactMap { run in if case .statement(let statement) = run { statement } else { nil } }
      }
  }

  private func source(_ path: String...) -> NumberSource {
    .document(stage: "cluster", file: "self-scan.json", ["check"] + path)
  }

  private var sentences: [Statement] {
    let number = phrases.number
    func share(_ value: Double, _ name: String) -> Statement.Number {
      Statement.Number(number.percentage(value), value, from: source(name))
    }
    let people = writer.whole(facts.respondents, from: source("respondents"))
    let (unit, own) = (share(facts.unitLeftOut, "unitLeftOut"), share(facts.leftOut, "leftOut"))
    let alone = facts.registerAlone.map { share($0, "registerAlone") }
    let largest = share(facts.largest, "largest")
    let times = Statement.Number(number.decimal(facts.spread, digits: 1), facts.spread, from: source("spread"))
    return [
      Statement(
        phrases.selfScanHits(respondents: people.shown, unitLeftOut: unit.shown, leftOut: own.shown),
        [people, unit, own]),
      Statement(
        phrases.selfScanBaseline(registerAlone: alone?.shown, largest: largest.shown),
        [alone, largest].compactMap { $0 }),
      Statement(phrases.selfScanCircular, []),
      Statement(phrases.selfScanSpread(times.shown), [times]),
    ]
  }

  private var bands: [[Prose]] {
    facts.bands.enumerated().map { index, band in
      let next = index + 1 < facts.bands.count ? facts.bands[index + 1].from : nil
      return [
        Prose(phrases.selfScanBand(from: band.from, to: next)),
        writer.cell(band.respondents, source("bands", String(index), "respondents")),
        writer.cell(band.held, source("bands", String(index), "held")) { phrases.number.percentage($0) },
      ]
    }
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
