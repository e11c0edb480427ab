import Foundation
import Testing

/// Waves that cannot be run as they are: each gets a clear answer, and what is published stays.
@Suite struct WaveInputTests {
  /// Says when a file was changed, in seconds from now.
  private func date(_ file: String, _ seconds: Double, in copy: SchoolsCopy) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: seconds)], ofItemAtPath: copy.path(file))
  }

  @Test func `a wave that is still being written waits, and the one before it runs`() throws {
    let copy = try SchoolsCopy()
    try copy.addWave("2022")
    try copy.replace("[schools-2021.wave.yaml, schools-2022.wave.yaml]", by: "\"*.wave.yaml\"", in: "pipeline.yaml")
    for file in ["schools-2021.csv", "schools-2021.wave.yaml", "schools-2022.wave.yaml"] {
      try date(file, -60, in: copy)
    }
    // The clock of the machine that writes is most of a minute ahead; the file is dated anew before every command.
    func isWritten() throws { try date("schools-2022.csv", 50, in: copy) }
    let waits = """
      schools-2022.wave.yaml: warning: the wave '2022' waits: its files were changed less than 5 seconds ago, and may still be \
      written
        mend: run again when its files are complete; writing them under another name and renaming them is safest

      """
    try isWritten()
    let first = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(first.status == 0 && first.output == "Reports/schools/2021/nl/index.html\n")
    #expect(first.errors.hasPrefix(waits), "\(first.errors)")
    #expect(try copy.current == "2021")
    try isWritten()
    try copy.expectRefusal(
      "koers run . --wave 2022", status: 75,
      String(waits.dropLast()).replacing("warning: the wave", with: "error: the wave"))
    try isWritten()
    #expect(
      try copy.run("koers", ["status", "."]).output.contains(
        "the wave '2022' waits: its files were changed less than 5 seconds ago, and may still be written\n"))

    // A file from far ahead was dated by a clock that was wrong, and does not wait for that day.
    try date("schools-2022.csv", 86_400, in: copy)
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).output == "Reports/schools/2022/nl/index.html\n")
    #expect(try copy.current == "2022")
  }

  @Test func `waves with one date or with the same answers are told apart by nobody, and refused`() throws {
    let copy = try SchoolsCopy()
    try copy.addWave("2022")
    try copy.replace("date: 2022-04-01", by: "date: 2021-04-01", in: "schools-2022.wave.yaml")
    try copy.expectRefusal(
      "koers run .", status: 65,
      """
      schools-2022.wave.yaml: error: the waves '2021' and '2022' have the same date 2021-04-01
        mend: correct the date of one of them: it decides which wave follows which
      """)
    try copy.replace("date: 2021-04-01", by: "date: 2022-04-01", in: "schools-2022.wave.yaml")
    try copy.write(try copy.text(of: "schools-2021.csv"), to: "schools-2022.csv")
    try copy.expectRefusal(
      "koers run .", status: 65,
      """
      schools-2022.wave.yaml: error: the waves '2021' and '2022' have the same answers, byte by byte
        mend: put the survey of '2022' in its place, or take the wave away
      """)
  }

  // MARK: - A register that does not reach the wave

  /// The schools with a register of 2020 to 2024, which knows the pupils of the first years alone.
  private func registered() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    let names = (1...40).map { "School " + ($0 < 10 ? "0" : "") + "\($0)" }
    try copy.write(
      """
      {
        "koers:known-until": "2024-12-31",
        "resources": [
          {
            "path": "units-2020.csv", "koers:role": "units", "koers:valid-from": "2020-01-01",
            "schema": {"fields": [{"name": "pupils", "type": "integer"}]}
          },
          {"path": "units-2023.csv", "koers:role": "units", "koers:valid-from": "2023-01-01"}
        ]
      }
      """, to: "register/datapackage.json")
    try copy.write(
      "code,name,pupils\n" + names.enumerated().map { "S\(10 + $0),\($1),\(100 + 7 * $0)\n" }.joined(),
      to: "register/units-2020.csv")
    try copy.write(
      "code,name\n" + names.enumerated().map { "S\(10 + $0),\($1)\n" }.joined(), to: "register/units-2023.csv")
    try copy.replace("seed: 40", by: "seed: 40\nregister: register", in: "pipeline.yaml")
    try copy.replace(
      "        skills: {source: index.skills,",
      by:
        "        pupils: {source: register.pupils, label: {nl: Leerlingen, en: Pupils}, reason: {nl: Omvang., en: Size.}}\n"
        + "        skills: {source: index.skills,", in: "pipeline.yaml")
    return copy
  }

  @Test func `a wave beyond the register is told with what it lacks, and the publication stays`() throws {
    let copy = try registered()
    let first = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(first.status == 0, "\(first.errors)")
    let published = try copy.contents(of: "Reports")
    try copy.addWave("2031")
    let late = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(late.status == 65 && late.output.isEmpty)
    #expect(
      late.errors == """
        pipeline.yaml:30:26: error: feature 'pupils' has no value for any unit
          30 |         pupils: {source: register.pupils, label: {nl: Leerlingen, en: Pupils}, reason: {nl: Omvang.,…
             |                          ^~~~~~~~~~~~~~~
          mend: check that the register has it for the date of the wave, or remove the feature
        register/datapackage.json: warning: the register knows what happened until 2024-12-31, and units are wanted of 2031-04-01
          mend: add what happened since to the changes, and move 'koers:known-until'
        schools-2031.csv:8: warning: the respondent "R007" has 2 records, and the one on line 164 counts
          mend: remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook
        schools-2031.csv:165: warning: 'school' is empty, and every record needs it; the record is quarantined
          mend: fill in the cell, or remove 'required' from school in the codebook

        """, "\(late.errors)")
    #expect(try copy.contents(of: "Reports") == published)
    #expect(try copy.current == "2021")
  }

  @Test func `a wave from before the register is told before anything runs`() throws {
    let copy = try registered()
    try copy.replace("date: 2021-04-01", by: "date: 2019-04-01", in: "schools-2021.wave.yaml")
    try copy.replace(
      "{from: 2021-03-01, to: 2021-03-31}", by: "{from: 2019-03-01, to: 2019-03-31}", in: "schools-2021.wave.yaml")
    try copy.expectRefusal(
      "koers run .", status: 78,
      """
      register/datapackage.json: error: the register knows nothing before 2020-01-01, and units are wanted of 2019-04-01
        mend: add the list of units or the changes of that time; if the first list held by then already, give it an earlier \
      'koers:valid-from'
      """)
  }
}
