import Artefacts
import CSVFiles
import Diagnostics
import Files
import Reporting
import Spreadsheets
import Tables
import Texts

/// The files of a publication in one language, in the forms that are wanted.
struct PublicationFolder {
  let report: Report
  let pipeline: Pipeline
  let language: Language
  let formats: [ReportFormat]
  /// The day of the wave, which the workbook bears.
  let day: CalendarDate
  /// The tables, marked when the answers are simulated.
  let tables: [Table]
  /// The typology for other programs, when it is wanted.
  let model: PublishedModel?

  /// Gathers what is published.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the wave has no date, or as
  ///   ``ReportAssembly/publishedModel(of:in:)``.
  init(_ report: Report, _ assembly: ReportAssembly, in language: Language) throws(Failure) {
    guard let day = CalendarDate(iso: report.wave.date) else {
      throw Failure(
        .badData, rule: "no-date", at: Place(file: joinPath(assembly.ingest.path, "run.json")),
        value: report.wave.date, message: "the wave has \"\(report.wave.date)\" for its date, which is no date",
        mend: "run 'koers-ingest' anew")
    }
    self.day = day
    self.report = report
    self.language = language
    pipeline = assembly.pipeline
    formats = assembly.settings.formats
    tables = (report.tables(in: language) + assembly.publishable.forReaders).map {
      report.simulated ? $0.markedSimulated : $0
    }
    model = formats.contains(.json) ? try assembly.publishedModel(of: report, in: language) : nil
  }

  /// Returns all files, under the folder of the language, with what was noticed about them and what they say of numbers.
  ///
  /// A line for the terminal is among them whatever the formats.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when a table does not fit a sheet of the workbook, 73 when temporary
  ///   files cannot be written.
  func files() throws(Failure) -> (files: [FileContent], findings: [Finding], statements: [Statement]) {
    var data: [FileContent] = []
    var findings: [Finding] = []
    if formats.contains(.csv) {
      data += tables.map { FileContent("\($0.name).csv", text: CSVWriter.text($0, spreadsheetSafe: true)) }
    }
    if formats.contains(.geojson), let units = tables.first(where: { $0.name == "units" }),
      let text = report.mapText(of: units, in: language)
    {
      data.append(FileContent("map.geojson", text: text))
    }
    if let model { data.append(FileContent("model.json", bytes: JSONText.encode(model, simulated: report.simulated))) }
    if formats.contains(.selfScan), let scan = report.selfScan {
      data.append(FileContent(scanDocument, text: scan.model + "\n"))
    }
    let links = data.map(\.path)
    if formats.contains(.csv) {
      let package = DataPackage(describing: tables, of: pipeline.name, simulated: report.simulated)
      data.append(
        FileContent("datapackage.json", bytes: JSONText.encode(package, simulated: report.simulated)))
    }
    var files = [FileContent("summary.txt", text: report.summary(in: language))]
    if formats.contains(.xlsx) {
      let file = try workbook.file(named: workbookName)
      files.append(FileContent(workbookName, bytes: file.bytes))
      findings += file.findings
    }
    let forms = [
      (ReportFormat.html, PublicationForms.pages), (.markdown, .markdown), (.slides, .slides), (.bulletin, .bulletin),
      (.selfScan, .selfScan),
    ].reduce(into: PublicationForms()) { if formats.contains($1.0) { $0.formUnion($1.1) } }
    let edition = report.edition(
      in: language, data: links, workbook: formats.contains(.xlsx) ? workbookName : nil, forms: forms)
    files += edition.files.map { FileContent($0.path, text: $0.text) }
    for file in data.indices { data[file].path = "data/" + data[file].path }
    let all = (files + data).map { file in
      var file = file
      file.path = language.rawValue + "/" + file.path
      return file
    }
    return (all, findings, edition.statements)
  }

  // MARK: - The workbook

  /// The name of the workbook, from those of pipeline and wave: `member-survey-2020.xlsx`.
  private var workbookName: String { workbookFile(pipeline.name + " " + report.wave.name) }

  private var workbook: Workbook {
    let phrases = Phrases(language, units: report.unitWords)
    let words = Workbook.Words(
      about: phrases.aboutSheet,
      lines: phrases.aboutLines(wave: report.wave.name, date: report.wave.date, version: report.making.version),
      sheet: phrases.sheetLabel, table: phrases.tableName, column: phrases.columnLabel, meaning: phrases.meaningLabel)
    let sheets = tables.map { table in
      let columns = table.columns.map { column in
        var column = column
        column.description = phrases.meaning(ofColumn: column.name, in: table.name, column.description)
        return column
      }
      return Workbook.Sheet(phrases.sheet(table.name), Table(table.name, columns))
    }
    return Workbook(
      title: report.title[language], date: day,
      notice: report.simulated ? phrases.capitalised(phrases.simulated) : nil,
      words: words, sheets: sheets)
  }
}

/// Returns the name of a workbook: letters, digits and hyphens of a text, in small letters.
func workbookFile(_ text: String) -> String {
  let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  return (words.isEmpty ? "koers" : words.joined(separator: "-")) + ".xlsx"
}
