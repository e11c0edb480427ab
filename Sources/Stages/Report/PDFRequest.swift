import Artefacts
public import Diagnostics
import Files
import Matrices
import Reporting
import Texts

/// Makes PDF files of a publication with WeasyPrint, a program of its own.
///
/// They are made from the pages that readers have, and stand apart from the publication: that is the same byte for byte
/// wherever it is made, and a PDF is the same in its text alone. So there is no format `pdf` among those of a report.
public struct PDFRequest: Sendable {
  /// The folder of the publication of one wave.
  public var publication: String
  /// The languages that are wanted, by their codes; all that there are when left out.
  public var languages: [String]?
  /// The folder that gets a folder for each language; `PDF/<pipeline>/<wave>` when left out.
  public var output: String?
  /// The name or the path of WeasyPrint.
  public var program: String

  /// The least version that writes tags with the text of figures.
  static let leastVersion = 70

  /// Creates a request.
  public init(_ publication: String, languages: [String]? = nil, output: String? = nil, program: String = "weasyprint")
  {
    self.publication = publication
    self.languages = languages
    self.output = output
    self.program = program
  }

  /// A document to be made.
  private struct Job: Sendable {
    var name: String
    var document: PrintDocument
  }

  /// Makes `report.pdf` and `bulletin.pdf` of each language, those of which the publication has the pages.
  ///
  /// Files are made beside each other, as many as there are cores. Each is written when it is whole, also when another cannot
  /// be made; an earlier one stays until then.
  ///
  /// - Returns: The paths of the files.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when there is no publication, or none in a language or with pages; 69
  ///   when WeasyPrint is missing or too old; 70 when it cannot make a document; 73 when a file cannot be written.
  public func make() async throws(Failure) -> [String] {
    let record = RunRecord(of: ReportRequest.stage, in: publication)
    guard let record else {
      throw Failure(
        .missingInput, rule: "no-publication", at: Place(file: publication), message: "there is no publication here",
        mend: "run the pipeline first, or name another wave")
    }
    let jobs = try jobs()
    let weasyprint = try weasyprint()
    let folder = output ?? "PDF/\(lastName(of: Files.folder(of: publication)))/\(record.parameter("wave") ?? "wave")"
    for job in jobs { try requireWritable(file: joinPath(folder, job.name)) }
    let made = await inParallel(count: jobs.count) { index in
      Result { () throws(Failure) in
        let path = joinPath(folder, jobs[index].name)
        let bytes = try withTemporaryFolder { scratch throws(Failure) in try run(weasyprint, jobs[index], in: scratch) }
        try writeFile(path, bytes: bytes)
        return path
      }
    }
    let failures = made.compactMap { result -> Failure? in
      if case .failure(let failure) = result { failure } else { nil }
    }
    if let first = failures.first { throw Failure(first.status, failures.flatMap(\.findings)) }
    return try made.map { result throws(Failure) in try result.get() }
  }

  // MARK: What is made

  private func jobs() throws(Failure) -> [Job] {
    let found = Language.allCases.filter { isFolder(joinPath(publication, $0.rawValue)) }
    var jobs: [Job] = []
    for code in languages ?? found.map(\.rawValue) {
      guard let language = found.first(where: { $0.rawValue == code }) else {
        throw Failure(
          .missingInput, rule: "no-language", at: Place(file: publication), value: code,
          message: "the publication is not in the language '\(code)'",
          mend: "use one of: " + found.map(\.rawValue).joined(separator: ", "))
      }
      let folder = joinPath(publication, code)
      let names = namesInFolder(folder).filter { $0.hasSuffix(".html") }.sorted()
      let pages = try names.map { name throws(Failure) in
        PublicationFile(path: name, text: try readText(joinPath(folder, name)))
      }
      if let report = PrintDocument(report: pages, in: language) {
        jobs.append(Job(name: code + "/report.pdf", document: report))
      }
      if let bulletin = pages.first(where: { $0.path == "bulletin.html" }) {
        jobs.append(Job(name: code + "/bulletin.pdf", document: PrintDocument(bulletin: bulletin, in: language)))
      }
    }
    guard jobs.isEmpty else { return jobs }
    throw Failure(
      .missingInput, rule: "no-pages", at: Place(file: publication),
      message: "the publication has neither pages nor a bulletin",
      mend: "add html or bulletin to report.formats of the pipeline, and run it")
  }

  // MARK: WeasyPrint

  /// Finds WeasyPrint, and asks it for its version.
  private func weasyprint() throws(Failure) -> ExternalProgram {
    let install = "install it with: pipx install 'weasyprint>=\(Self.leastVersion)'"
    guard let found = ExternalProgram(program) else {
      throw Failure(
        .missingTool, rule: "no-weasyprint", value: program,
        message: "PDF is made by WeasyPrint, and there is no program '\(program)'",
        mend: install + "; or name it with --weasyprint")
    }
    let said = try withTemporaryFolder { scratch throws(Failure) in
      let output = joinPath(scratch, "output")
      let status = found.run(["--version"], output: output, errors: joinPath(scratch, "errors"))
      return status == 0 ? try readText(output) : ""
    }
    let version = said.split { !$0.isNumber && $0 != "." }.first.map(String.init) ?? ""
    guard let major = version.split(separator: ".").first.flatMap({ Int($0) }) else {
      throw Failure(
        .missingTool, rule: "no-weasyprint", value: program,
        message: "'\(program)' does not say which version of WeasyPrint it is", mend: install)
    }
    guard major >= Self.leastVersion else {
      throw Failure(
        .missingTool, rule: "old-weasyprint", value: version,
        message: "'\(program)' is WeasyPrint \(version), and version \(Self.leastVersion) or later is needed",
        mend: install)
    }
    return found
  }

  /// Makes one document in a folder of its own.
  private func run(_ weasyprint: ExternalProgram, _ job: Job, in scratch: String) throws(Failure) -> [UInt8] {
    let (input, made) = (joinPath(scratch, "document.html"), joinPath(scratch, "document.pdf"))
    let errors = joinPath(scratch, "errors")
    try writeFile(input, bytes: Array(job.document.text.utf8))
    // The pages need nothing from elsewhere, and no font says when it was packed.
    let status = weasyprint.run(
      ["--quiet", "--pdf-tags", "--allowed-protocols", "data", "--encoding", "utf-8", input, made],
      adding: ["SOURCE_DATE_EPOCH": "315532800"], output: joinPath(scratch, "output"), errors: errors)
    guard status == 0, pathExists(made) else {
      let said = (try? readText(errors))?.split(separator: "\n").last.map(String.init) ?? ""
      throw Failure(
        .ownFault, rule: "no-pdf", at: Place(file: job.name),
        message: "WeasyPrint could not make this file (status \(status))" + (said.isEmpty ? "" : ": \(said)"),
        mend: "nothing was written for it; this is a fault of the program: please report it with this message")
    }
    return try readFile(made)
  }
}
