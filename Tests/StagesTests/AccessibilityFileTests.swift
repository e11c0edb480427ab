import Diagnostics
import Foundation
import Reporting
import Testing
import Texts

@testable import Stages

@Suite final class AccessibilityFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-statement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let least = """
    organisation: {nl: Vereniging, en: Association}
    contact: hulp@example.org
    reply_within: 10
    date: 2020-07-01
    signed_by: {nl: de directeur, en: the director}

    """

  private func write(_ text: String, _ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func read(_ text: String) throws -> AccessibilityFile {
    try AccessibilityFile(path: write(text, "statement.yaml"))
  }

  private func plain(_ findings: [Finding]) -> [String] {
    findings.map { $0.rendered.replacingOccurrences(of: folder.path + "/", with: "") }
  }

  @Test func `the least that a statement says, and a warning that nothing was checked`() throws {
    let file = try read(Self.least)
    #expect(file.facts.organisation == Wording(nl: "Vereniging", en: "Association"))
    #expect(file.facts.contact == "hulp@example.org")
    #expect(file.facts.answerWithin == 10)
    #expect(file.facts.checks == nil)
    #expect(file.facts.evaluation == nil)
    #expect(
      plain(file.notes) == [
        """
        statement.yaml:1:1: warning: the statement names no checks, so it says that no program checked the pages
          1 | organisation: {nl: Vereniging, en: Association}
            | ^
          mend: let the checks of the pages write their summary, and name it under 'checks'
        """
      ])
  }

  @Test func `a summary that is not there is a warning, not an error`() throws {
    let file = try read(Self.least + "checks: absent.json\n")
    #expect(file.facts.checks == nil)
    #expect(
      plain(file.notes) == [
        """
        statement.yaml:6:9: warning: there is no file 'absent.json', so the statement says that no program checked the pages
          6 | checks: absent.json
            |         ^
          mend: let the checks of the pages write their summary, and name it under 'checks'
        """
      ])
    #expect(AccessibilityFile.inputs(of: folder.path + "/statement.yaml") == [folder.path + "/statement.yaml"])
  }

  @Test func `the summary of the checks is read, with its tools, undecided rules and findings`() throws {
    _ = try write(
      """
      {"program": "Koers 0.6.0", "pages": {"nl": ["index.html"], "fy": ["index.html"]}, "checks": [
        {"id": "axe", "tool": "axe-core", "version": "4.12.1", "checked": 1, "widths": [390],
         "undecided": [{"rule": "color-contrast", "pages": 1}],
         "findings": [{"page": "nl/index.html", "what": "image-alt: img"}]}]}
      """, "checks.json")
    let file = try read(Self.least + "checks: checks.json\n")
    #expect(file.notes.isEmpty)
    #expect(
      file.facts.checks
        == AccessibilityFacts.Checks(
          program: "Koers 0.6.0", pages: [.nl: ["index.html"]],
          runs: [
            .init(
              id: "axe", tool: "axe-core 4.12.1", checked: 1, widths: [390],
              undecided: [.init(rule: "color-contrast", pages: 1)],
              findings: [.init(page: "nl/index.html", what: "image-alt: img")])
          ]))
    #expect(
      AccessibilityFile.inputs(of: folder.path + "/statement.yaml") == [
        folder.path + "/statement.yaml", folder.path + "/checks.json",
      ])
  }

  @Test func `a broken summary says how to mend it`() throws {
    _ = try write("{\"checks\": []}", "checks.json")
    let failure = #expect(throws: Failure.self) { try self.read(Self.least + "checks: checks.json\n") }
    #expect(failure?.status == .badData)
    #expect(failure?.findings.map(\.rule) == ["wrong-json"])
    #expect(failure?.findings.map(\.mend) == ["let the checks of the pages write their summary again"])
  }

  @Test func `an examination and deviations are read`() throws {
    let file = try read(
      Self.least + """
        planned: 2020-11-01
        evaluation: {by: Bureau X, date: 2020-06-01, met: 49, report: "https://example.org/report"}
        measures: [{nl: Wij kijken, en: We look}]
        deviations:
          - criterion: 1.4.10
            what: Breed
            cause: Kolommen
            effect: Schuiven
            alternative: Bestand
            measure: Minder
            until: 2020-12-01
            checks: [reflow]
        """)
    #expect(
      file.facts.evaluation
        == .init(by: Wording(same: "Bureau X"), date: "2020-06-01", met: 49, report: "https://example.org/report"))
    #expect(file.facts.planned == "2020-11-01")
    #expect(file.facts.measures == [Wording(nl: "Wij kijken", en: "We look")])
    #expect(file.facts.deviations.map(\.criterion) == ["1.4.10"])
    #expect(file.facts.deviations.map(\.checks) == [["reflow"]])
  }

  @Test func `every mistake is told at once, each with its mend`() throws {
    let failure = #expect(throws: Failure.self) {
      try self.read(
        """
        organisation: Vereniging
        contact: "hulp@example.org?subject=x"
        reply_within: 0
        date: 2020-02-30
        evaluation: {by: X, date: 2020-06-01, met: 50, report: "javascript:alert(1)"}
        deviations:
          - {criterion: breed, what: a, cause: b, effect: c, alternative: d, measure: e, checks: [wide]}
        status: A
        """)
    }
    #expect(failure?.status == .badPipeline)
    let found = (failure?.findings ?? []).map { "\($0.rule): \($0.message); \($0.mend)" }
    #expect(
      found == [
        "wrong-date: '2020-02-30' is no day; write a day such as 2020-07-01",
        "wrong-address: 'hulp@example.org?subject=x' is no address for electronic mail; "
          + "write an address such as toegankelijkheid@example.org",
        "wrong-value: 'reply_within' must be a whole number, 1 to 260, and is \"0\"; write a whole number, 1 to 260",
        "missing-key: the accessibility statement lacks 'signed_by', which must be a text in both languages, "
          + "{nl: ..., en: ...}; add 'signed_by:' to the accessibility statement",
        "wrong-address: 'javascript:alert(1)' is no address of a report; "
          + "write an address that begins with https://, or leave 'report' out",
        "wrong-criterion: 'breed' is no number of a success criterion of WCAG; write a number such as 1.4.10",
        "unknown-check: 'wide' is no check of the pages; use one of: markup, axe, axe-plain, reflow, text-size, spacing, "
          + "keyboard, motion, print, offline, links, size",
        "missing-key: deviations[1] lacks 'until', which must be a day, such as 2020-07-01; "
          + "add 'until:' to deviations[1]",
        "contradiction: all 50 requirements are met, and there are deviations; "
          + "count in 'evaluation.met' only what is met, or remove the deviations that are over",
        "unknown-key: the accessibility statement has no key 'status'; remove it, or use one of: about, checks, contact, "
          + "date, deviations, evaluation, measures, organisation, planned, reply_within, signed_by",
      ])
  }

  @Test func `an examination after the statement is a mistake`() throws {
    let failure = #expect(throws: Failure.self) {
      try self.read(Self.least + "evaluation: {by: X, date: 2020-07-02, met: 50}\n")
    }
    #expect(
      plain(failure?.findings ?? []) == [
        """
        statement.yaml:6:13: error: the evaluation is of 2020-07-02, after the statement of 2020-07-01
          6 | evaluation: {by: X, date: 2020-07-02, met: 50}
            |             ^
          mend: give the statement the day on which it was drawn up last
        """
      ])
  }

  @Test func `a statement that is not there is a missing input`() {
    let failure = #expect(throws: Failure.self) { try AccessibilityFile(path: "/nowhere/statement.yaml") }
    #expect(failure?.status == .missingInput)
  }
}
