import Foundation
import Testing

/// The forms of a publication, as the pipeline chooses them, through the real executables.
@Suite struct FormatsTests {
  private let publication = "Reports/schools/2021/"

  /// Runs the pipeline with a line of formats, and returns what the command says is to be opened.
  private func run(_ copy: SchoolsCopy, _ formats: String) throws -> String {
    let text = try copy.text(of: "pipeline.yaml").components(separatedBy: "\nreport:")[0]
    try copy.write(text + "\nreport:\n  languages: [nl]\n  formats: \(formats)\n", to: "pipeline.yaml")
    let result = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// The files of the publication, without those of figures and the parts of workbooks.
  private func names(_ copy: SchoolsCopy) throws -> [String] {
    try copy.contents(of: publication).keys.filter { !$0.contains("/figures/") && !$0.contains(".xlsx/") }.sorted()
  }

  private func hasFigures(_ copy: SchoolsCopy) throws -> Bool {
    try copy.contents(of: publication).keys.contains { $0.hasPrefix("nl/figures/") }
  }

  @Test func `a publication holds the formats that are asked for, and links to no others`() throws {
    let copy = try SchoolsCopy()
    #expect(try run(copy, "[xlsx, markdown]") == publication + "nl/report.md\n")
    #expect(try names(copy) == ["nl/report.md", "nl/schools-2021.xlsx", "nl/summary.txt", "run.json"])
    #expect(try hasFigures(copy))
    let markdown = try copy.text(of: publication + "nl/report.md")
    #expect(markdown.contains("](schools-2021.xlsx)"))
    #expect(!markdown.contains("](data/"))
    let record = try copy.text(of: publication + "run.json")
    #expect(record.contains("\"value\" : \"markdown xlsx\""))

    #expect(try run(copy, "[html]") == publication + "nl/index.html\n")
    #expect(try names(copy).allSatisfy { $0.hasSuffix(".html") || ["nl/summary.txt", "run.json"].contains($0) })
    #expect(try names(copy).contains("nl/account.html"))
    #expect(try hasFigures(copy))
    for name in try names(copy) where name.hasSuffix(".html") {
      let page = try copy.text(of: publication + name)
      for part in ["href=\"data/", ".xlsx", "report.md", "slides.html", "bulletin.html"] {
        #expect(!page.contains(part), "\(name) links to \(part)")
      }
    }

    #expect(try run(copy, "[json, csv]") == publication + "nl\n")
    #expect(try names(copy).contains("nl/data/datapackage.json"))
    #expect(try names(copy).contains("nl/data/model.json"))
    #expect(try names(copy).contains("nl/data/types.csv"))
    #expect(try names(copy).contains("nl/summary.txt"))
    #expect(try names(copy).allSatisfy { !$0.hasSuffix(".html") && !$0.hasSuffix(".md") && !$0.hasSuffix(".xlsx") })
    #expect(try !hasFigures(copy))

    #expect(try run(copy, "[slides]") == publication + "nl\n")
    #expect(try names(copy) == ["nl/slides.html", "nl/summary.txt", "run.json"])
    #expect(try !hasFigures(copy))
    #expect(!(try copy.text(of: publication + "nl/slides.html")).contains(".html"))

    #expect(try run(copy, "[bulletin]") == publication + "nl\n")
    #expect(try names(copy) == ["nl/bulletin.html", "nl/summary.txt", "run.json"])
    #expect(try !hasFigures(copy))
    #expect(!(try copy.text(of: publication + "nl/bulletin.html")).contains(".html"))

    // Without a map there is no GeoJSON to write, and no tables means no description of them.
    #expect(try run(copy, "[geojson]") == publication + "nl\n")
    #expect(try names(copy) == ["nl/summary.txt", "run.json"])
  }

  @Test func `a wrong list of formats is told whole, before anything runs`() throws {
    let copy = try SchoolsCopy()
    let text = try copy.text(of: "pipeline.yaml")
    try copy.write(text + "report:\n  formats: [html, xslx, csv, html, pdf]\n", to: "pipeline.yaml")
    let expected = """
      pipeline.yaml:56:19: error: 'xslx' is not a format of the report
        56 |   formats: [html, xslx, csv, html, pdf]
           |                   ^~~~
        mend: did you mean 'xlsx'?
      pipeline.yaml:56:30: error: 'html' appears twice in report.formats
        56 |   formats: [html, xslx, csv, html, pdf]
           |                              ^~~~
        mend: keep one of the two
      pipeline.yaml:56:36: error: 'pdf' is not a format of the report
        56 |   formats: [html, xslx, csv, html, pdf]
           |                                    ^~~
        mend: use one of: html, markdown, xlsx, csv, geojson, json, slides, bulletin, self-scan
      """
    let check = try copy.run("koers", ["check", "."])
    #expect(check.status == 78)
    #expect(check.errors.hasPrefix(expected + "\n"), "\(check.errors)")
    let run = try copy.run("koers", ["run", "."])
    #expect(run.status == 78)
    #expect(!copy.names.contains { $0.hasPrefix("Reports") || $0.hasPrefix(".koers") })
  }

  @Test func `the published typology alone gives every unit its type`() throws {
    let copy = try SchoolsCopy()
    _ = try run(copy, "[json]")
    let model = try JSONDecoder().decode(
      PublishedTypology.self, from: Data(copy.text(of: publication + "nl/data/model.json").utf8))
    #expect(model.complete)
    #expect(model.simulated)
    let units = rows(try copy.text(of: ".koers/schools/2021/normalise/units.csv"))
    let types = rows(try copy.text(of: ".koers/schools/2021/cluster/types.csv"))
    #expect(units.count == 40)
    let found = try Dictionary(uniqueKeysWithValues: units.map { ($0["unit"] ?? "", try model.type(of: $0)) })
    #expect(found == Dictionary(uniqueKeysWithValues: types.map { ($0["unit"] ?? "", $0["type"] ?? "") }))
  }

  @Test func `what a single unit answered is left out of the typology, with the reason`() throws {
    let copy = try SchoolsCopy()
    try copy.replace(
      "hours: {source: question.lesson_hours, transform: asinh,",
      by: "hours: {source: question.lesson_hours, transform: rank,", in: "pipeline.yaml")
    try copy.replace(
      "vision: {source: index.vision,", by: "vision: {source: index.vision, scaling: range,", in: "pipeline.yaml")
    _ = try run(copy, "[json]")
    let model = try JSONDecoder().decode(
      PublishedTypology.self, from: Data(copy.text(of: publication + "nl/data/model.json").utf8))
    #expect(!model.complete)
    let withheld = model.features.filter { $0.fit == nil }
    #expect(withheld.map(\.name) == ["vision", "hours"])
    for feature in withheld {
      #expect(
        feature.withheld == "De waarden waarmee dit kenmerk is geschaald, zijn antwoorden van afzonderlijke scholen.")
    }
    #expect(!(try copy.text(of: publication + "nl/data/model.json")).contains("\"places\""))
  }

  /// A table of CSV without quotes, a row a dictionary.
  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}

/// The published typology, read and used as its own instructions say, without a line of the program.
private struct PublishedTypology: Decodable {
  struct Feature: Decodable {
    struct Fit: Decodable {
      var missing: Double
      var low: Double?
      var high: Double?
      var centre: Double
      var spread: Double
    }

    var name: String
    var transform: String
    var weight: Double
    var fit: Fit?
    var withheld: String?
  }

  struct TypeEntry: Decodable {
    var letter: String
    var centroid: [Double]?
  }

  var complete: Bool
  var simulated: Bool
  var features: [Feature]
  var types: [TypeEntry]

  func type(of unit: [String: String]) throws -> String {
    let scaled = try features.map { feature in
      let fit = try #require(feature.fit)
      let raw = Double(unit[feature.name] ?? "") ?? fit.missing
      let transformed =
        switch feature.transform {
        case "log": log(raw)
        case "asinh": asinh(raw)
        default: raw
        }
      let bounded = min(max(transformed, fit.low ?? -.infinity), fit.high ?? .infinity)
      return (bounded - fit.centre) / fit.spread * feature.weight
    }
    let distances = try types.map { type in
      zip(scaled, try #require(type.centroid)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let nearest = try #require(distances.indices.min { distances[$0] < distances[$1] })
    return types[nearest].letter
  }
}
