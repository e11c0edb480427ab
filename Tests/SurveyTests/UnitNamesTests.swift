import CSVFiles
import Diagnostics
import PipelineFiles
import Registers
import Settings
import Survey
import Tables
import Testing

/// Oak and Elm, of which Elm stands in two counties; Ash went into Oak in 2019, and Fir was divided over Oak and Elm.
private func villages() throws -> Register {
  func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
  let units = [("V1", "Oak", "Upland"), ("V2", "Elm (U.)", "Upland"), ("V3", "Elm (L.)", "Lowland")]
  let oak = NamedCode(code: "V1", name: "Oak")
  let fir = NamedCode(code: "V8", name: "Fir")
  return Register(
    editions: [
      Register.Edition(
        validFrom: try day("2020-01-01"),
        units: units.map { Unit(code: $0.0, name: $0.1, values: ["county": .text($0.2)]) })
    ],
    changes: [
      Change(date: try day("2019-01-01"), old: NamedCode(code: "V9", name: "Ash"), new: oak, kind: .absorbed),
      Change(date: try day("2019-07-01"), old: fir, new: oak, kind: .split),
      Change(
        date: try day("2019-07-01"), old: fir, new: NamedCode(code: "V2", name: "Elm (U.)"), kind: .split,
        isPrimary: false),
    ], words: NameWords(unitWords: ["village"], regionAttribute: "county"))
}

private let wave = CalendarDate(year: 2020, month: 4, day: 15)

private func confirmed(_ text: String, rule: ReorganisationRule = ReorganisationRule()) throws -> (
  ConfirmedNames, [String]
) {
  let findings = Findings()
  let table = try CSVReader.parse(Array(text.utf8), file: "names.csv")
  let names = ConfirmedNames(
    reading: table, register: try villages(), date: try #require(wave), rule: rule, findings: findings)
  return (names, findings.all.map(\.rendered))
}

private func names(
  _ texts: [(String, Int)], settings: IngestSettings = IngestSettings(), confirmed: ConfirmedNames = ConfirmedNames()
) throws -> UnitNames {
  let resolver = UnitResolver(
    register: try villages(), date: try #require(wave), rule: settings.reorganisations, confirmed: confirmed)
  let occurrences = texts.enumerated().map { index, text in
    UnitNames.Occurrence(UnitNames.Typed(text.0), count: text.1, line: index + 2)
  }
  return UnitNames(occurrences, settings: settings, file: "wave.csv", column: "village", resolve: resolver.resolve)
}

@Suite struct UnitNamesTests {
  @Test func `every text has one outcome, and what was guessed is flagged`() throws {
    let found = try names([("Oak", 1), ("oak village", 1), ("V2", 1), ("Elm, Lowland", 1), ("Ash", 1), ("Okk", 1)])
    #expect(
      found.outcomes == [
        .unit(code: "V1", name: "Oak", flag: nil), .unit(code: "V1", name: "Oak", flag: "unit_prefix"),
        .unit(code: "V2", name: "Elm (U.)", flag: nil), .unit(code: "V3", name: "Elm (L.)", flag: "unit_region"),
        .unit(code: "V1", name: "Oak", flag: "unit_successor"), .noUnit(reason: "\"Okk\" is no unit of the register"),
      ])
  }

  @Test func `what waits is told in one warning, and each name with its candidates`() throws {
    let found = try names([("Elm", 2), ("Okk", 1), ("Fir", 1), ("Ash", 3), ("Somewhere", 1)])
    #expect(
      found.findings.map(\.rendered) == [
        """
        wave.csv: warning: 4 names of 5 records wait for somebody to say which unit is meant
          mend: look in names-proposed.csv of the stage 'ingest', and copy the rows that are right into the file that \
        'names' under 'ingest' names
        """,
        """
        wave.csv: note: 3 records name 1 former unit that went into another, and count for that: Ash -> Oak (3)
          mend: change 'merged' under 'reorganisations' in 'ingest' to refuse them
        """,
        """
        wave.csv:2: warning: "Elm" is the name of 2 units; 2 records kept out of the analysis
          mend: confirm which one is meant: Elm (U.) [V2, Upland], Elm (L.) [V3, Lowland]
        """,
        """
        wave.csv:3: warning: "Okk" is no unit of the register; 1 record kept out of the analysis
          mend: did you mean Oak [V1, Upland]? confirm it, correct the name, or add it to the register's spellings
        """,
        """
        wave.csv:4: warning: "Fir" is a former unit that was divided over 2 on 2019-07-01; 1 record kept out of the \
        analysis
          mend: confirm which one is meant: Oak [V1, Upland], Elm (U.) [V2, Upland]
        """,
        """
        wave.csv:6: warning: "Somewhere" is no unit of the register; 1 record kept out of the analysis
          mend: correct the name, add it to the register's spellings, or list it in 'not_units' under 'ingest'
        """,
      ])
    #expect(
      CSVWriter.text(found.proposals.table) == """
        typed,unit,note,count,line,name,distance,others
        Elm,,the name of 2 units,2,2,,,"Elm (U.) [V2, Upland]; Elm (L.) [V3, Lowland]"
        Fir,,a former unit that was divided over 2 on 2019-07-01,1,4,,,"Oak [V1, Upland]; Elm (U.) [V2, Upland]"
        Okk,V1,1 letter from 'Oak',1,3,Oak,1,
        Somewhere,,no name of the register is near,1,6,,,

        """)
  }

  @Test func `the proposals can be the next file of confirmed names as they are`() throws {
    let proposed = CSVWriter.text(try names([("Elm", 2), ("Okk", 1)]).proposals.table)
    let (read, mistakes) = try confirmed(proposed)
    #expect(mistakes == [])
    #expect(read["okk "] == .unit(code: "V1", name: "Oak"))
    #expect(read["Elm"] == nil)
    let found = try names([("Elm", 2), ("Okk", 1)], confirmed: read)
    #expect(found.outcomes[1] == .unit(code: "V1", name: "Oak", flag: "unit_confirmed"))
    #expect(found.proposals.map(\.typed) == ["Elm"])
  }

  @Test func `names that are no unit match whatever their case, accents and spaces`() throws {
    let found = try names(
      [("  Régional  platform", 1), ("Oak", 1)], settings: IngestSettings(notUnits: ["Regional Platform", "The Board"]))
    #expect(found.outcomes[0] == .noUnit(reason: "\"  Régional  platform\" is listed as no unit"))
    #expect(
      found.findings.map(\.rendered) == [
        """
        wave.csv: note: "The Board" is listed in 'not_units', and no record holds it
          mend: correct the spelling, or leave it for another wave
        """,
        """
        wave.csv:2: note: "  Régional  platform" is listed as no unit; 1 record kept out of the analysis
          mend: remove it from 'not_units' under 'ingest' in the pipeline file when it is one
        """,
      ])
  }

  @Test func `a division is followed to the largest part when the rule says so`() throws {
    let settings = IngestSettings(reorganisations: ReorganisationRule(merged: .refuse, split: .largest))
    let found = try names([("Fir", 2), ("Ash", 1)], settings: settings)
    #expect(found.outcomes[0] == .unit(code: "V1", name: "Oak", flag: "unit_split"))
    #expect(
      found.outcomes[1]
        == .noUnit(
          reason: "\"Ash\" is a former unit that went into another on 2019-01-01, which the rule does not follow"))
    #expect(
      found.findings[1].rendered == """
        wave.csv: note: 2 records name 1 former unit that was divided, and count for the largest part: Fir -> Oak (2)
          mend: change 'split' under 'reorganisations' in 'ingest' to refuse them
        """)
  }

  @Test func `one text on two days can have two outcomes`() throws {
    let first = try #require(CalendarDate(iso: "2020-01-01"))
    let second = try #require(CalendarDate(iso: "2020-02-01"))
    let found = UnitNames(
      [first, second, first].enumerated().map {
        UnitNames.Occurrence(UnitNames.Typed("Elm", answered: $1), count: 1, line: $0 + 2)
      }, settings: IngestSettings(), file: "wave.csv", column: "village"
    ) { typed, day in day == first ? .verbatim(typed) : .unknown(suggestions: []) }
    #expect(
      found.outcomes == [
        .unit(code: "Elm", name: "Elm", flag: nil), .noUnit(reason: "\"Elm\" is no unit of the register"),
        .unit(code: "Elm", name: "Elm", flag: nil),
      ])
    #expect(found.proposals.map(\.line) == [3])
  }
}

@Suite struct ConfirmedNamesTests {
  @Test func `a confirmed name leads to its unit, whatever the register says`() throws {
    let (read, mistakes) = try confirmed(
      "typed,unit,note\nElm,V3,the lowland one\nOak,Elm (U.),\nBoard,-,no village\nOld Ash,Ash,\nLater,,\n")
    #expect(mistakes == [])
    let found = try names([("ELM", 1), ("Oak", 1), ("board", 1), ("old ash", 1), ("Later", 1)], confirmed: read)
    #expect(
      found.outcomes == [
        .unit(code: "V3", name: "Elm (L.)", flag: "unit_confirmed"),
        .unit(code: "V2", name: "Elm (U.)", flag: "unit_confirmed"),
        .noUnit(reason: "\"board\" is confirmed as no unit"),
        .unit(code: "V1", name: "Oak", flag: "unit_confirmed"),
        .noUnit(reason: "\"Later\" is no unit of the register"),
      ])
  }

  @Test func `all wrong rows are told at once`() throws {
    let (_, mistakes) = try confirmed(
      "typed,unit,note\nElms,Elm,\nOkk,Oka,\nokk,V1,\nOKK,V2,\n,V1,\nFirr,Fir,\nBoard,nowhere,\nx,V1\n")
    #expect(
      mistakes == [
        """
        names.csv:2: error: 'Elm' is the name of 2 units
          mend: write one of the codes: V2 (Elm (U.)), V3 (Elm (L.))
        """,
        """
        names.csv:3: error: 'Oka' is neither a code nor an official name of the register
          mend: did you mean V1 (Oak)?
        """,
        """
        names.csv:5: error: "OKK" stands on line 4 too, with another unit
          mend: keep one of the two rows
        """,
        """
        names.csv:6: error: 'typed' is empty, and the row names the unit 'V1'
          mend: write the name as it was typed, or remove the row
        """,
        """
        names.csv:7: error: 'Fir' is a former unit that was divided over 2 on 2019-07-01
          mend: write one of the codes: V1 (Oak), V2 (Elm (U.))
        """,
        """
        names.csv:8: error: 'nowhere' is neither a code nor an official name of the register
          mend: write a code or an official name, or - for no unit
        """,
        """
        names.csv:9: error: the row has 2 fields, and the header has 3
          mend: put a name that holds a comma between quotes
        """,
      ])
  }

  @Test func `a wrong header is told, and nothing else`() throws {
    let (read, mistakes) = try confirmed("typed,units,remark\nElm,V3,x\n")
    #expect(read["Elm"] == nil)
    #expect(
      mistakes == [
        """
        names.csv:1: error: the file has no column 'unit'
          mend: write the header as typed,unit,note
        """,
        """
        names.csv:1: error: the file of confirmed names has no column 'units'
          mend: did you mean 'unit'?
        """,
        """
        names.csv:1: error: the file of confirmed names has no column 'remark'
          mend: write the header as typed,unit,note
        """,
      ])
  }

  @Test func `a row that matches nothing any more is a note`() throws {
    let (read, _) = try confirmed("typed,unit\nElms,V2\nOkk,V1\n")
    let found = try names([("OKK", 1)], confirmed: read)
    #expect(
      read.unused(among: found.keys).map(\.rendered) == [
        """
        names.csv:2: note: "Elms" is confirmed, and no record of this wave holds it
          mend: remove the row when no wave needs it any more
        """
      ])
  }
}

@Suite struct ReorganisationSettingsTests {
  private func settings(_ yaml: String) throws -> (IngestSettings, [String]) {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(yaml, file: "p.yaml"), of: "ingest", findings: findings)
    let settings = IngestSettings(reading: reader)
    reader.finish()
    return (settings, findings.all.map(\.rendered))
  }

  @Test func `unless said otherwise mergers are followed, divisions are not, and the wave decides`() throws {
    let (read, mistakes) = try settings("delimiter: auto")
    #expect(mistakes == [])
    #expect(read.reorganisations == ReorganisationRule(merged: .follow, split: .refuse, by: .wave))
    #expect(read.names == nil)
    #expect(!read.needsAnswerDay)
  }

  @Test func `the rule and the file of names are read, and mistakes told with their place`() throws {
    let (read, mistakes) = try settings("names: n.csv\nreorganisations: {merged: refuse, split: largest, by: answer}")
    #expect(mistakes == [])
    #expect(read.names == "n.csv")
    #expect(read.reorganisations == ReorganisationRule(merged: .refuse, split: .largest, by: .answer))
    #expect(read.needsAnswerDay)
    #expect(
      try settings("reorganisations: {split: larges, when: answer}").1 == [
        """
        p.yaml:1:26: error: 'ingest.reorganisations.split' must be one of largest, refuse, and is "larges"
          1 | reorganisations: {split: larges, when: answer}
            |                          ^~~~~~
          mend: did you mean 'largest'?
        """,
        """
        p.yaml:1:34: error: ingest.reorganisations has no key 'when'
          1 | reorganisations: {split: larges, when: answer}
            |                                  ^~~~
          mend: remove it, or use one of: by, merged, split
        """,
      ])
  }
}
