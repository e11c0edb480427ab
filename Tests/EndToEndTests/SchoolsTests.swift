import Foundation
import Testing

/// A survey among forty schools with its own codebook and catalogue and no register, through the real executables.
@Suite(.serialized) struct SchoolsTests {
  private let pipeline = "Tests/EndToEndTests/Fixtures/schools"

  private func run(_ scratch: Scratch, _ name: String, _ more: [String] = []) throws -> CommandResult {
    try CommandRunner.run(
      "koers",
      ["run", pipeline, "--reports", scratch.path(name + "/Reports"), "--workspace", scratch.path(name + "/workspace")]
        + more)
  }

  @Test func `the whole pipeline runs, and a second run finds nothing to do`() throws {
    let scratch = try Scratch()
    let first = try run(scratch, "a", ["--quiet"])
    #expect(first.status == 0)
    #expect(first.errors.contains("error:") == false)
    let report = scratch.path("a/Reports/schools/2021/nl/index.html")
    #expect(first.output == report + "\n")
    let before = try Scratch.contents(of: scratch.url)
    #expect(before["a/workspace/schools/2021/ingest/run.json"] != nil)
    let record = scratch.url.appending(path: "a/workspace/schools/2021/cluster/run.json")
    let written = try FileManager.default.attributesOfItem(atPath: record.path)[.systemFileNumber] as? UInt64
    let second = try run(scratch, "a", ["--quiet"])
    #expect(second.status == 0)
    #expect(try Scratch.contents(of: scratch.url) == before)
    let after = try FileManager.default.attributesOfItem(atPath: record.path)[.systemFileNumber] as? UInt64
    #expect(written != nil && written == after)
  }

  @Test func `a report about schools does not speak of municipalities`() throws {
    let scratch = try Scratch()
    #expect(try run(scratch, "a").status == 0)
    let publication = try Scratch.contents(of: scratch.url.appending(path: "a/Reports"))
    #expect(publication.count > 20)
    for (name, bytes) in publication {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      for word in ["gemeente", "municipal", "kadaster"] {
        #expect(!text.contains(word), "\(name) speaks of '\(word)'")
      }
    }
  }

  @Test func `every page, figure and table of simulated answers says so`() throws {
    let scratch = try Scratch()
    #expect(try run(scratch, "a").status == 0)
    for (name, bytes) in try Scratch.contents(of: scratch.url) {
      let text = String(decoding: bytes, as: UTF8.self)
      if name.hasSuffix(".csv") {
        #expect(text.prefix { $0 != "\n" }.hasSuffix("simulated"), "\(name) lacks the column")
      } else if name.hasSuffix(".json") {
        #expect(text.contains(#/"simulated" ?: ?true/#), "\(name) lacks the field")
      } else if name.contains(".xlsx/") {
        // Every sheet says so in its own head, beside its first row, whose text lies in a part of all texts.
        let says = text.contains("esimuleerde gegevens") || text.contains("imulated data")
        #expect(says || !name.contains("worksheets/sheet"), "\(name) does not say that the answers are simulated")
      } else if !name.hasSuffix(".npy") && !name.hasSuffix(".xlsx") {
        let says = text.contains("esimuleerde gegevens") || text.contains("imulated data")
        #expect(says, "\(name) does not say that the answers are simulated")
      }
    }
  }

  @Test func `the stages alone leave the same bytes as the driver`() throws {
    let scratch = try Scratch()
    #expect(try run(scratch, "a").status == 0)
    func stage(_ name: String, _ arguments: [String]) throws {
      let result = try CommandRunner.run(
        "koers-" + name, arguments + ["--pipeline", pipeline, "--output", scratch.path(name)])
      #expect(result.status == 0, "\(result.errors)")
    }
    try stage("ingest", [])
    try stage("normalise", [scratch.path("ingest")])
    try stage("cluster", [scratch.path("normalise")])
    try stage("match", ["--units", scratch.path("normalise"), "--types", scratch.path("cluster")])
    try stage(
      "report",
      ["ingest", "normalise", "cluster", "match"].flatMap { ["--" + $0, scratch.path($0)] })
    for name in ["ingest", "normalise", "cluster", "match"] {
      var alone = try Scratch.contents(of: scratch.url.appending(path: name))
      var driven = try Scratch.contents(of: scratch.url.appending(path: "a/workspace/schools/2021/" + name))
      // A stage that is run by hand leaves no key of the driver, and its record is an input of the next.
      alone["run.json"] = nil
      driven["run.json"] = nil
      #expect(alone == driven, "\(name) differs")
    }
  }

  @Test func `one core and two write the same bytes`() throws {
    let taskset = URL(filePath: "/usr/bin/taskset")
    guard FileManager.default.isExecutableFile(atPath: taskset.path) else {
      withKnownIssue("taskset is not installed, so the number of cores cannot be chosen") { Issue.record() }
      return
    }
    let scratch = try Scratch()
    #expect(try run(scratch, "two").status == 0)
    let process = Process()
    process.executableURL = taskset
    process.currentDirectoryURL = CommandRunner.root
    process.arguments = [
      "--cpu-list", "0", CommandRunner.binaries.appending(path: "koers").path, "run", pipeline, "--quiet", "--reports",
      scratch.path("one/Reports"), "--workspace", scratch.path("one/workspace"),
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let one = try Scratch.contents(of: scratch.url.appending(path: "one"))
    let two = try Scratch.contents(of: scratch.url.appending(path: "two"))
    #expect(one.count > 30)
    #expect(one == two)
  }
}
