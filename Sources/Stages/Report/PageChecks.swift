import Artefacts
import Diagnostics
import Files
import Reporting
import Texts

/// The summary that the checks of the pages write (`Tests/Pages/check --output`).
struct PageChecks: Decodable {
  struct Check: Decodable {
    var id: String
    var tool: String
    var version: String
    var checked: Int
    var widths: [Int]
    var undecided: [Undecided]
    var findings: [Found]
  }

  struct Undecided: Decodable {
    var rule: String
    var pages: Int
  }

  struct Found: Decodable {
    var page: String
    var what: String
  }

  var program: String?
  var pages: [String: [String]]
  var checks: [Check]

  /// Reads a summary.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when it is no such summary.
  init(path: String) throws(Failure) {
    do {
      self = try JSONText.decode(PageChecks.self, from: readFile(path), file: path)
    } catch {
      let findings = error.findings.map { finding in
        var finding = finding
        if finding.rule == "wrong-json" { finding.mend = "let the checks of the pages write their summary again" }
        return finding
      }
      throw Failure(error.status, findings)
    }
  }

  /// The same for the report.
  var facts: AccessibilityFacts.Checks {
    var named: [Language: [String]] = [:]
    for language in Language.allCases { named[language] = pages[language.rawValue] }
    return AccessibilityFacts.Checks(
      program: program, pages: named,
      runs: checks.map { check in
        AccessibilityFacts.Run(
          id: check.id, tool: "\(check.tool) \(check.version)", checked: check.checked, widths: check.widths,
          undecided: check.undecided.map { AccessibilityFacts.Undecided(rule: $0.rule, pages: $0.pages) },
          findings: check.findings.map { AccessibilityFacts.Found(page: $0.page, what: $0.what) })
      })
  }
}
