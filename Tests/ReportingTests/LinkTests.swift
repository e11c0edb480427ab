import Reporting
import Testing
import Texts

/// Every address in a publication leads to something that is there, and every anchor is there once.
@Suite struct LinkTests {
  /// Reports with every part, with few parts, and with names that would break an address.
  static let reports: [(name: String, report: Report)] = {
    var bare = sampleReport()
    bare.groundwork = GroundworkFacts()
    bare.robustness = RobustnessFacts()
    bare.results = []
    bare.fields = []
    bare.members = []
    bare.map = nil
    var empty = sampleReport()
    empty.types = []
    empty.units = []
    empty.fields = []
    empty.members = []
    return [
      ("sample", sampleReport()), ("bare", bare), ("without types", empty), ("hostile", hostileReport()),
      ("of types that are not told", silentReport()),
    ]
  }()

  @Test(arguments: Language.allCases, reports.indices)
  func `every link leads to a file that is there, and to an anchor in it`(language: Language, index: Int) throws {
    let (name, report) = Self.reports[index]
    let files = report.publication(in: language, data: ["types.csv", "map.geojson"])
    let paths = Set(files.map(\.path) + ["data/types.csv", "data/map.geojson"])
    let texts = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
    var count = 0
    for file in files where file.path.hasSuffix(".html") {
      for match in file.text.matches(of: /(?:href|src)="([^"]*)"/) {
        let parts = match.1.split(separator: "#", omittingEmptySubsequences: false)
        var path = parts[0].isEmpty ? file.path : String(parts[0])
        if let folder = ["../nl/", "../en/"].first(where: path.hasPrefix) {
          path = String(path.dropFirst(folder.count))
        }
        #expect(paths.contains(path), "\(name), \(file.path): \(match.1)")
        count += 1
        guard parts.count > 1 else { continue }
        let target = try #require(texts[path], "\(name), \(file.path): \(match.1)")
        #expect(target.contains(" id=\"\(parts[1])\""), "\(name), \(file.path): \(match.1)")
      }
    }
    #expect(count > 20)
  }

  @Test(arguments: Language.allCases, reports.indices)
  func `every anchor is on its page once, and what points to one finds it`(language: Language, index: Int) {
    let (name, report) = Self.reports[index]
    for file in report.publication(in: language) where file.path.hasSuffix(".html") {
      let ids = file.text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(name), \(file.path)")
      for match in file.text.matches(of: #/\s(?:aria-labelledby|aria-describedby|for)="([^"]*)"/#) {
        for id in match.1.split(separator: " ") {
          #expect(ids.contains(String(id)), "\(name), \(file.path): \(id)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases, reports.indices)
  func `every page is in the navigation of every page`(language: Language, index: Int) {
    let (name, report) = Self.reports[index]
    let pages = report.publication(in: language).filter { $0.path.hasSuffix(".html") }
    for page in pages {
      for other in pages {
        #expect(page.text.contains("<a href=\"\(other.path)\""), "\(name): \(page.path) to \(other.path)")
      }
      let current = page.text.matches(of: /aria-current="page"/).count
      #expect(current == 2, "\(name): \(page.path), once in each of both navigations")
    }
  }

  @Test func `names of files are plain, whatever the catalogue calls its strategies`() {
    let paths = hostileReport().publication(in: .nl).map(\.path)
    #expect(
      paths.filter { $0.hasPrefix("strategy") } == [
        "strategy-script-alert-1-script-2.html", "strategy-script-alert-1-script.html",
      ])
    #expect(paths.filter { $0.hasPrefix("type-") } == ["type-a.html", "type-x.html"])
    for path in paths {
      #expect(
        path.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./".utf8.contains($0) })
    }
  }
}

/// A report in which every name from outside tries to break out.
func hostileReport() -> Report {
  var report = sampleReport()
  let evil = "\"><script>alert(1)</script>\u{202E}"
  let wording = Wording(nl: evil + "nl", en: evil + "en")
  report.title = wording
  for index in report.units.indices {
    report.units[index].code = "\" onclick=\"\(index / 2)"
    report.units[index].name = evil + String(repeating: "A", count: 200)
    report.units[index].also = [evil]
  }
  report.units[0].name = "\u{05D0}\u{05D1} (\u{200B}1)"
  for index in report.strategies.indices {
    report.strategies[index].id = index == 0 ? "<script>alert(1)</script>" : "../SCRIPT/alert:1/script"
    report.strategies[index].name = wording
    report.strategies[index].aim = wording
  }
  for index in report.types.indices {
    report.types[index].letter = ["a/../", "\u{202E}"][index]
    report.types[index].name = wording
    report.types[index].typical = [evil]
    report.types[index].spread[0].label = wording
    report.types[index].spread[0].rows[0].label = wording
  }
  for index in report.fields.indices { report.fields[index].field = wording }
  for index in report.criteria.indices { report.criteria[index].name = wording }
  return report
}

/// A report of one type of which nothing may be told but its size, and one to which no unit belongs.
func silentReport() -> Report {
  var report = sampleReport()
  for index in report.types.indices {
    report.types[index].profile = []
    report.types[index].ranking = []
    report.types[index].verdict = .none
    report.types[index].contributions = []
    report.types[index].preconditions = []
    report.types[index].consequences = []
    report.types[index].decision = nil
    report.types[index].relief = []
    report.types[index].typical = []
    report.types[index].spread = []
  }
  report.types[1].size = 0
  report.types[1].share = 0
  report.fields = []
  return report
}
