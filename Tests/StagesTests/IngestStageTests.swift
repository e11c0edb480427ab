import Artefacts
import Diagnostics
import Files
import Stages
import Survey
import Tables
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

private let codebook = """
  name: schools
  fields:
    - {name: id, koers:role: respondent}
    - {name: school, koers:role: unit}
    - {name: vision, type: integer, categories: [{value: 1}, {value: 2}]}
    - {name: tool, type: boolean}
  """

/// Runs a test in a folder of its own that holds some files, and removes it.
private func withFolder(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "koers-ingest-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  try await body(folder.path)
}

private func request(_ folder: String) throws -> IngestRequest {
  IngestRequest(
    wave: try WaveDescription(ofSurvey: folder + "/wave.csv", date: CalendarDate(iso: "2021-04-01")),
    codebook: folder + "/codebook.yaml")
}

/// The status and the first lines of the findings of a run that fails.
private func failure(_ request: IngestRequest, in folder: String) async -> (Diagnostics.ExitStatus?, [String]) {
  do {
    _ = try await request.run()
    return (nil, [])
  } catch {
    return (error.status, error.findings.map { String($0.rendered.replacing(folder + "/", with: "")) })
  }
}

@Suite struct IngestStageTests {
  private let survey = "id;school;vision;tool\nb;Oak;2;true\na;Elm;3;false\nc;Oak\nd;Elm;1;true\n"

  @Test func `a wave that is written reads back the same`() async throws {
    try await withFolder(["wave.csv": survey, "codebook.yaml": codebook]) { folder in
      var request = try request(folder)
      request.settings.quarantineLimit = 0.5
      let output = try await request.run()
      #expect(output.tables.map(\.name) == ["respondents", "quarantine", "findings", "ledger"])
      #expect(output.counts.map(\.count) == [4, 3, 0, 0, 0, 0, 1, 2])
      try output.write(to: folder + "/ingest")
      let read = try readWave(folder + "/ingest", codebook: try readCodebook(folder + "/codebook.yaml"))
      #expect(read.wave.respondents == ["a", "b", "d"])
      #expect(read.wave.units == ["Elm", "Oak", "Elm"])
      #expect(read.wave["vision"]?.numbers == [nil, 2, 1])
      #expect(read.wave["tool"]?.numbers == [0, 1, 1])
      #expect(!read.folder.run.simulated)
    }
  }

  @Test func `the artefact does not depend on where the files lie`() async throws {
    var written: [[FileContent]] = []
    for _ in 0..<2 {
      try await withFolder(["wave.csv": survey, "codebook.yaml": codebook]) { folder in
        var request = try request(folder)
        request.settings.quarantineLimit = 0.5
        written.append(try await request.run().files)
      }
    }
    #expect(written[0].map(\.bytes) == written[1].map(\.bytes))
  }

  @Test func `a description beside the survey says that it is simulated`() async throws {
    let description = "{name: '2020', date: 2020-04-15, file: wave.csv, simulated: true}"
    try await withFolder([
      "wave.csv": "id,school,vision,tool\na,Oak,1,true\n", "codebook.yaml": codebook, "wave.wave.yaml": description,
    ]) { folder in
      let output = try await request(folder).run()
      #expect(output.simulated)
      let ledger = try #require(output.files.first { $0.path == "ledger.csv" })
      #expect(
        String(decoding: ledger.bytes, as: UTF8.self)
          == "record,line,respondent,unit,outcome,flags,reason,simulated\n1,2,a,Oak,used,,,true\n")
    }
  }

  @Test(
    arguments: [
      ("utf-8", [0xC3, 0xA9], "é", "UTF-8"), ("windows-1252", [0xC3, 0xA9], "Ã©", "Windows-1252"),
      ("windows-1252", [0xA4], "¤", "Windows-1252"), ("iso-8859-15", [0xA4], "€", "ISO 8859-15"),
      ("cp850", [0x82], "é", "code page 850"), ("utf-8-twice", [0xC3, 0x83, 0xC2, 0xA9], "é", "UTF-8 encoded twice"),
    ] as [(String, [UInt8], String, String)])
  func `an encoding that the codebook declares overrules the one found out`(
    declared: String, bytes: [UInt8], text: String, name: String
  ) async throws {
    let codebook = codebook + "\n  - {name: remark}\nkoers:dialect: {encoding: \(declared)}\n"
    try await withFolder(["codebook.yaml": codebook]) { folder in
      try writeFile(
        folder + "/wave.csv",
        bytes: Array("id,school,vision,tool,remark\na,Oak,1,true,".utf8) + bytes + Array("\n".utf8))
      let output = try await request(folder).run()
      #expect(output.tables[0]["remark"]?.texts == [text])
      #expect(output.record.parameter("encoding") == name)
      #expect(output.record.parameter("encoding_reason") != "")
    }
  }

  @Test func `a survey that is not there is missing input`() async throws {
    try await withFolder(["codebook.yaml": codebook]) { folder in
      let (status, found) = await failure(try request(folder), in: folder)
      #expect(status == .missingInput)
      #expect(
        found == [
          """
          wave.csv: error: there is no such file
            mend: check the spelling, or the folder from which the command is run
          """
        ])
    }
  }

  @Test func `a wrong codebook is told before any answer is read`() async throws {
    try await withFolder(["wave.csv": survey, "codebook.yaml": codebook + "\nkoers:othres: ignore\n"]) { folder in
      let (status, found) = await failure(try request(folder), in: folder)
      #expect(status == .badPipeline)
      #expect(
        found == [
          """
          codebook.yaml:7:1: error: the codebook has no key 'koers:othres'
            7 | koers:othres: ignore
              | ^~~~~~~~~~~~
            mend: did you mean 'koers:others'?
          """
        ])
    }
  }

  private static let register = [
    "datapackage.json": """
    {"koers:known-until": "2021-12-31", "resources": [{"path": "units.csv", "koers:role": "units", "koers:valid-from": "2020-01-01"}]}
    """,
    "units.csv": "code,name\nS1,Oak\nS2,Elm\n",
  ]

  private func registered(_ folder: String, names: String? = nil) throws -> IngestRequest {
    var request = try request(folder)
    request.register = folder
    request.names = names.map { folder + "/" + $0 }
    return request
  }

  @Test func `names that are confirmed in a file beside the pipeline lead to their units in the next run`() async throws
  {
    let survey = "id,school,vision,tool\na,Oka,1,true\nb,Elm,2,false\nc,Board,2,false\n"
    let files = Self.register.merging(["wave.csv": survey, "codebook.yaml": codebook]) { $1 }
    try await withFolder(files) { folder in
      let first = try await registered(folder).run()
      #expect(first.tables.last?.name == "names-proposed")
      let proposed = try #require(first.files.first { $0.path == "names-proposed.csv" })
      #expect(
        String(decoding: proposed.bytes, as: UTF8.self) == """
          typed,unit,note,count,line,name,distance,others
          Board,,no name of the register is near,1,4,,,
          Oka,S1,1 letter from 'Oak',1,2,Oak,1,

          """)
      let rows = String(decoding: proposed.bytes, as: UTF8.self).replacing("Board,,", with: "Board,-,")
      try Data(rows.utf8).write(to: URL(filePath: folder + "/names.csv"))
      let second = try await registered(folder, names: "names.csv").run()
      let ledger = try #require(second.files.first { $0.path == "ledger.csv" })
      #expect(
        String(decoding: ledger.bytes, as: UTF8.self) == #"""
          record,line,respondent,unit,outcome,flags,reason
          1,2,a,S1,used,unit_confirmed,
          2,3,b,S2,used,,
          3,4,c,,no_unit,,"""Board"" is confirmed as no unit"

          """#)
      #expect(second.findings.map(\.rule) == ["listed-no-unit"])
      #expect(try registered(folder).key != registered(folder, names: "names.csv").key)
    }
  }

  @Test func `wrong confirmed names, a missing file and a register that begins too late stop ingest`() async throws {
    let files = Self.register.merging([
      "wave.csv": "id,school,vision,tool\na,Oak,1,true\n", "codebook.yaml": codebook,
      "names.csv": "typed,unit\nOka,S9\nBoard,Ash\n",
    ]) { $1 }
    try await withFolder(files) { folder in
      var (status, found) = await failure(try registered(folder, names: "names.csv"), in: folder)
      #expect(status == .badData)
      #expect(
        found == [
          """
          names.csv:2: error: 'S9' is neither a code nor an official name of the register
            mend: write a code or an official name, or - for no unit
          """,
          """
          names.csv:3: error: 'Ash' is neither a code nor an official name of the register
            mend: write a code or an official name, or - for no unit
          """,
        ])
      (status, found) = await failure(try registered(folder, names: "nams.csv"), in: folder)
      #expect(status == .missingInput)
      var early = try registered(folder)
      early.wave.date = try #require(CalendarDate(iso: "2019-12-31"))
      (status, found) = await failure(early, in: folder)
      #expect(status == .badPipeline)
      #expect(
        found == [
          """
          datapackage.json: error: the register knows nothing before 2020-01-01, and units are wanted of 2019-12-31
            mend: add the list of units or the changes of that time; if the first list held by then already, give it an \
          earlier 'koers:valid-from'
          """
        ])
      early.wave.date = try #require(CalendarDate(iso: "2022-01-01"))
      #expect(try await early.run().findings.map(\.rule) == ["date-after-register"])
    }
  }
}
