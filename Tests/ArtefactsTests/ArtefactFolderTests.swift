import Artefacts
import Diagnostics
import Files
import Foundation
import Tables
import Testing

private struct Model: Codable, Equatable { var k: Int }

@Suite struct ArtefactFolderTests {
  private let base = FileManager.default.temporaryDirectory.appending(path: "koers-artefacts-\(UUID().uuidString)").path

  private func output(simulated: Bool) -> StageOutput {
    var output = StageOutput(
      stage: "cluster",
      tables: [
        Table(
          "types",
          [
            Column("unit", .text(["A", nil])), Column("size", .integer([3, nil])), Column("share", .number([0.25, 1])),
            Column("kept", .boolean([true, false])),
            Column("day", .date([CalendarDate(year: 2020, month: 6, day: 26), nil])),
          ])
      ], simulated: simulated, seed: 7, parameters: [RunRecord.Parameter("starts", "200")],
      counts: [RunRecord.Count("units", 2)],
      findings: [Finding(.warning, rule: "few", message: "few units", mend: "wait")])
    output.addJSON("model.json", Model(k: 3))
    output.documents.append(
      FileContent("replicates.npy", bytes: NumPyArray(shape: [2, 1], values: [1.5, -2]).bytes))
    return output
  }

  @Test(arguments: [false, true])
  func `what a stage leaves reads back the same`(simulated: Bool) throws {
    let output = output(simulated: simulated)
    try output.write(to: base)
    let folder = try ArtefactFolder(base, stage: "cluster")
    #expect(try folder.table("types") == output.tables[0])
    #expect(try folder.json("model.json", as: Model.self) == Model(k: 3))
    #expect(try folder.array("replicates.npy") == NumPyArray(shape: [2, 1], values: [1.5, -2]))
    #expect(folder.run == output.record)
    #expect(folder.run.findings.warnings == 1)
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `simulated answers mark every table and document`() throws {
    let files = output(simulated: true).files
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    #expect(
      texts["types.csv"]?.hasPrefix("unit,size,share,kept,day,simulated\nA,3,0.25,true,2020-06-26,true\n") == true)
    #expect(texts["model.json"] == "{\n  \"k\" : 3,\n  \"simulated\" : true\n}\n")
    #expect(texts["datapackage.json"]?.contains("\"simulated\" : true") == true)
    #expect(texts["run.json"]?.contains("\"simulated\" : true") == true)
  }

  @Test(arguments: [false, true])
  func `what is written piece by piece is what the files hold`(simulated: Bool) throws {
    var output = output(simulated: simulated)
    let many = 70_000
    let texts = ["a,b"] + [String?](repeating: nil, count: many - 1)
    output.tables.append(Table("many", [Column("n", .integer(Array(0..<many))), Column("x", .text(texts))]))
    try output.write(to: base)
    for file in output.files { #expect(try readFile(base + "/" + file.path) == file.bytes, "\(file.path)") }
    #expect(namesInFolder(base) == output.files.map(\.path).sorted())
    for written in try ArtefactFolder(base, stage: "cluster").run.outputs {
      let bytes = try readFile(base + "/" + written.name)
      #expect(written.sha256 == sha256(bytes))
      #expect(written.sha256 == (try sha256(ofFile: base + "/" + written.name)))
      #expect(written.bytes == bytes.count)
    }
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `a digest does not depend on the pieces`() {
    // The examples of FIPS 180-4.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(sha256("abc".utf8) == abc)
    #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    var digest = MessageDigest()
    digest.add([97])
    digest.add([])
    digest.add(Array("bc".utf8))
    let pieces = digest.hexadecimal()
    #expect(pieces == abc)
  }

  @Test func `the same output gives the same bytes`() {
    #expect(output(simulated: true).files == output(simulated: true).files)
  }

  @Test func `a folder that no stage left is told with the command that makes it`() {
    let failure = #expect(throws: Failure.self) { try ArtefactFolder("nowhere", stage: "ingest") }
    #expect(failure?.status == .missingInput)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        nowhere: error: this is not a folder that the stage 'ingest' left: there is no run.json
          mend: run 'koers-ingest' with '--output nowhere' first
        """
      ])
  }

  @Test func `the folder of another stage is refused`() throws {
    try output(simulated: false).write(to: base)
    let failure = #expect(throws: Failure.self) { try ArtefactFolder(base, stage: "ingest") }
    #expect(failure?.status == .badData)
    #expect(failure?.findings.map(\.message) == ["the stage 'cluster' left this folder, and 'ingest' is wanted"])
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `cells that do not fit their type are all told`() {
    let raw = RawTable(
      file: "t.csv", header: ["n", "d"],
      records: [RawRecord(line: 2, byte: 4, fields: ["x", "2020-13-01"]), RawRecord(line: 3, byte: 9, fields: ["1"])])
    let failure = #expect(throws: Failure.self) {
      try typedTable(raw, name: "t", types: [("n", "number", ""), ("d", "date", ""), ("m", "string", "")])
    }
    #expect(
      failure?.findings.map(\.message) == [
        "'n' holds \"x\", which is not a number", "'d' holds \"2020-13-01\", which is not a date",
        "the column 'm' is missing",
      ])
  }
}
