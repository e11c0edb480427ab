import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Files
import Stages
import Tables

@main
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-ingest",
    abstract: "Read a survey file by its codebook, and account for every record.",
    discussion: """
      A description NAME.wave.yaml beside NAME.csv is read too: it gives the date, and says whether answers are simulated. \
      Without one, --date is needed.

      Example: koers-ingest SampleData/member-survey-2020.csv --codebook Pipelines/member-survey/codebook.yaml \
      --register Pipelines/registers/dutch-municipalities --output .koers/try/ingest
      """,
    version: ProgramVersion.current)

  @Argument(help: "Survey file; with --pipeline the last wave when left out.", completion: .file(extensions: ["csv"]))
  var survey: String?

  @OptionGroup var output: OutputOption

  @OptionGroup var shown: FindingsOption

  @Option(help: "Codebook of the survey.", completion: .file(extensions: ["yaml"]))
  var codebook: String?

  @Option(help: "Folder of the register of units; without one every distinct name is a unit.", completion: .directory)
  var register: String?

  @Option(
    help: "File of confirmed names (CSV): what people said about names that the register does not understand.",
    completion: .file(extensions: ["csv"]))
  var names: String?

  @Option(help: "Date for which the wave speaks, such as 2020-04-15.")
  var date: String?

  @Option(help: "Pipeline file, or its folder, that gives codebook, register, waves and the section 'ingest'.")
  var pipeline: String?

  @Option(help: "Byte between fields: auto, comma, semicolon or tab.")
  var delimiter: String?

  func validate() throws {
    if pipeline == nil {
      if survey == nil { throw ValidationError("name a survey file, or a pipeline with --pipeline") }
      if codebook == nil { throw ValidationError("--codebook is needed, or --pipeline, which names one") }
    }
    if let date, day == nil { throw ValidationError("--date must be a date such as 2020-04-15, and is '\(date)'") }
    if let delimiter, !IngestRequest.delimiterNames.contains(delimiter) {
      throw ValidationError("--delimiter is auto, comma, semicolon or tab, and not '\(delimiter)'")
    }
  }

  func run() async throws {
    try await runStage(into: output.output, printing: shown.limit) { () throws(Failure) in try request() }
  }

  private var day: CalendarDate? { date.flatMap { CalendarDate(iso: $0) } }

  private func request() throws(Failure) -> IngestRequest {
    let plan = try pipeline.map { path throws(Failure) in try Pipeline(path) }
    let path = survey ?? ""
    let wave: WaveDescription
    if survey == nil, let last = plan?.waves.last {
      wave = try WaveDescription(last)
    } else {
      wave = try WaveDescription(ofSurvey: path, date: day)
    }
    var request: IngestRequest
    if let plan {
      request = try IngestRequest(pipeline: plan, wave: wave, work: WorkFolders(base: ""))
    } else {
      request = IngestRequest(wave: wave, codebook: codebook ?? "")
    }
    if let codebook { request.codebook = codebook }
    if let register { request.register = register }
    if let names { request.names = names }
    if let delimiter { request.setDelimiter(named: delimiter) }
    if let day { request.wave.date = day }
    return request
  }
}
