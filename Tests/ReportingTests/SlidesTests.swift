import Reporting
import Testing
import Texts

/// The slides: which there are, how much stands on each, and what is said with them.
@Suite struct SlidesTests {
  private static let counts = Array(2...8)

  private func page(_ report: Report = sampleReport(), _ language: Language = .nl, pages: Bool = true) throws -> String
  {
    let forms: PublicationForms = pages ? [.pages, .slides] : .slides
    return try #require(report.publication(in: language, forms: forms).first { $0.path == "slides.html" }).text
  }

  /// A slide as a reader has it: the anchor, what is seen, and what is said.
  private struct Seen {
    var id: String
    var title: String
    var face: String
    var notes: String

    /// The words beside figures, tables, the number of the slide and the notice.
    var words: [String] {
      var text = face
      for cut in [
        #/(?s)<table.*?</table>/#, #/(?s)<figure.*?</figure>/#, #/<p class="simulated">.*?</p>/#,
        #/<p class="folio">.*?</p>/#, #/<span class="unseen">.*?</span>/#,
      ] { text = text.replacing(cut, with: " ") }
      return text.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
        .filter { word in word.contains { $0.isLetter || $0.isNumber } }
    }
  }

  private func slides(_ page: String) throws -> [Seen] {
    try page.split(separator: "<section ").dropFirst().map { part in
      let text = String(part)
      let id = try #require(text.firstMatch(of: #/^id="([^"]*)"/#)).1
      let title = try #require(text.firstMatch(of: #/(?s)<h[12][^>]*>(.*?)</h[12]>/#)).1
      let parts = text.split(separator: "<details class=\"notes\">", maxSplits: 1)
      return Seen(
        id: String(id), title: String(title.replacing(#/<[^>]*>/#, with: "")), face: "<section " + parts[0],
        notes: String(try #require(parts.last).split(separator: "</details>")[0]))
    }
  }

  // MARK: Which there are

  @Test func `the slides go from the question to what to do now`() throws {
    var report = sampleReport()
    #expect(
      try slides(page(report)).map(\.id) == [
        "start", "question", "nothing", "response", "types", "map", "slide-type-A", "slide-type-B", "strategies",
        "criteria", "sureness", "limits", "now", "more",
      ])
    report.changes = sampleChanges()
    #expect(try slides(page(report)).map(\.id).suffix(5) == ["sureness", "changes", "limits", "now", "more"])
    report.map = nil
    report.criteria = []
    for type in report.types.indices { report.types[type].consequences = [] }
    #expect(
      try slides(page(report, pages: false)).map(\.id) == [
        "start", "question", "response", "types", "slide-type-A", "slide-type-B", "strategies", "sureness", "changes",
        "limits", "now", "more",
      ])
  }

  @Test(arguments: counts)
  func `every type has a slide, and a long table goes on on the next`(count: Int) throws {
    for language in Language.allCases {
      let all = try slides(page(SlidesSample.report(types: count), language))
      #expect(all.count { $0.id.hasPrefix("slide-type-") } == count)
      #expect(Set(all.map(\.id)).count == all.count)
      let sizes = all.filter { $0.id.hasPrefix("types") }
      #expect(sizes.map { $0.face.matches(of: #/<th scope="row">/#).count }.reduce(0, +) == count)
      let titles = sizes.map(\.title)
      #expect(
        titles.count == 1
          || titles.enumerated().allSatisfy {
            $1.hasSuffix(language == .nl ? "(\($0 + 1) van \(titles.count))" : "(\($0 + 1) of \(titles.count))")
          })
    }
  }

  @Test func `a report without types and units still has slides`() throws {
    var report = sampleReport()
    report.types = []
    report.units = []
    report.fields = []
    report.map = nil
    #expect(
      try slides(page(report, pages: false)).map(\.id) == [
        "start", "question", "response", "criteria", "limits", "now", "more",
      ])
  }

  // MARK: How much stands on each

  @Test(arguments: counts, [false, true])
  func `no slide has more than twenty-five words beside its figures`(count: Int, isLong: Bool) throws {
    for isOpen in [false, true] {
      for language in Language.allCases {
        let report = SlidesSample.report(types: count, isLong: isLong, isOpen: isOpen)
        for slide in try slides(page(report, language)) {
          #expect(slide.words.count <= 25, "\(slide.id): \(slide.words.joined(separator: " "))")
          #expect(!slide.title.isEmpty)
        }
      }
    }
  }

  @Test func `long names are cut at a space, and said in full`() throws {
    let all = try slides(page(SlidesSample.report(types: 2, isLong: true)))
    let slide = try #require(all.first { $0.id == "slide-type-B" })
    #expect(slide.title == "Type B Doelgericht en vaardig, samen…")
    #expect(
      slide.notes.contains(
        "Doelgericht en vaardig, samen met de buren en met alle verantwoordelijkheidsverdelingen van dien"))
  }

  @Test(arguments: Language.allCases)
  func `every slide has something to say, in whole sentences`(language: Language) throws {
    for report in [sampleReport(), silentReport(), SlidesSample.report(types: 5, isOpen: true)] {
      for slide in try slides(page(report, language)) {
        let said = slide.notes.matches(of: #/(?s)<p>(.*?)</p>/#).map { $0.1.replacing(#/<[^>]*>/#, with: "") }
        #expect(!said.isEmpty, "\(slide.id)")
        for text in said {
          #expect(text.last.map { ".?!’".contains($0) } == true, "\(slide.id): \(text)")
          #expect(text.first { $0 != "‘" }.map { $0.isUppercase || $0.isNumber } == true, "\(slide.id): \(text)")
        }
      }
    }
  }

  // MARK: What they say

  @Test func `the slide of a type tells its size, its strategy, how surely and why`() throws {
    let slide = try #require(slides(page()).first { $0.id == "slide-type-A" })
    #expect(slide.face.contains("<p>3\u{A0}scholen, 50\u{A0}%</p>"))
    #expect(slide.face.contains("<th scope=\"row\"><strong>Zelf doen</strong></th>"))
    #expect(
      slide.face.contains(
        "<span class=\"fill t0\" style=\"left:0%;width:83%\"></span></span><span class=\"value\">"
          + "<data value=\"0.83\" data-from=\"match/ranking.csv acceptability where type = A and strategy = alone\">83</data>"
      ))
    #expect(slide.face.contains("<p>Vooral door ‘Grootte’.</p>"))
    // 1.2 standard deviations above the average, of the two that the half of the bar stands for.
    #expect(slide.face.contains("style=\"left:50%;width:30%\"></span></span><span class=\"unseen\">hoger</span>"))
    #expect(
      slide.notes.contains("‘Zelf doen’ past het best. Deze strategie kwam in 83 van de 100 doorrekeningen bovenaan."))
    #expect(slide.notes.contains("Dit moet nog op orde komen: een leescoördinator; er zijn boeken."))
    #expect(slide.notes.contains("De eerste stap is: Kies een boek."))
  }

  @Test func `where none wins the slide says so, and shows what lies close`() throws {
    let slide = try #require(slides(page(sampleReport(), .en)).first { $0.id == "slide-type-B" })
    #expect(slide.face.contains("<p class=\"strong\">No clear winner</p>"))
    #expect(slide.face.contains("<th scope=\"row\">Join forces</th>"))
    #expect(slide.face.contains("<th scope=\"row\">Do it yourself</th>"))
    #expect(!slide.face.contains("Mostly because of"))
  }

  @Test func `a type of which nothing may be told shows its size alone`() throws {
    let all = try slides(page(silentReport()))
    let told = try #require(all.first { $0.id == "slide-type-A" })
    #expect(told.face.contains("Te weinig scholen of mensen om meer te tonen."))
    #expect(!told.face.contains("<table"))
    #expect(try #require(all.first { $0.id == "slide-type-B" }).face.contains("hoort geen enkele school bij dit type"))
  }

  @Test func `a risk goes from the least to the greatest type`() throws {
    let slide = try #require(slides(page(SlidesSample.report(types: 2), .en)).first { $0.id == "nothing" })
    // Type A has 40 and type B 53 of 100.
    #expect(slide.face.contains("style=\"left:40%;width:13%\""))
    #expect(slide.notes.contains("That risk is greatest for type B: 53 of 100. It is least for type A: 40."))
    let same = try #require(slides(page()).first { $0.id == "nothing" })
    #expect(same.notes.contains("Leeseilanden: ieder voor zich. Dat risico is 62 van de 100."))
  }

  @Test func `what changed is counted beside what was compared`() throws {
    var report = sampleReport()
    report.changes = sampleChanges()
    let slide = try #require(slides(page(report)).first { $0.id == "changes" })
    #expect(slide.face.contains("<li><strong>1</strong> van de 3\u{A0}uitkomsten veranderde</li>"))
    #expect(slide.notes.contains("Het meest veranderde"))
  }
}
