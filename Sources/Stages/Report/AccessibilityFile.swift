import Diagnostics
import Files
import PipelineFiles
import Reporting
import Settings
import Tables
import Texts

/// What an organisation says of the accessibility of its publications.
///
/// ```yaml
/// organisation: {nl: Vereniging van scholen, en: Association of schools}
/// contact: toegankelijkheid@example.org
/// reply_within: 10            # working days
/// date: 2020-07-01            # the day on which the statement was drawn up
/// signed_by: {nl: de directeur, en: the director}
/// checks: accessibility-checks.json   # what the checks of the pages found
/// # about: {nl: …, en: …}     # when the statement is about more than this publication
/// # planned: 2020-11-01       # when people will examine every requirement
/// # evaluation: {by: {nl: …, en: …}, date: 2020-06-01, met: 47, report: "https://…"}
/// # measures: [{nl: …, en: …}]
/// # deviations:
/// #   - {criterion: 1.4.10, what: …, cause: …, effect: …, alternative: …, measure: …, until: 2020-12-01, checks: [reflow]}
/// ```
struct AccessibilityFile {
  /// What the statement rests on, with the checks that were found.
  private(set) var facts: AccessibilityFacts
  /// The path of the summary of the checks, if one is named.
  let checksFile: String?
  /// What is noted about a file without mistakes: that no checks were found.
  private(set) var notes: [Finding] = []

  /// Reads a statement and the summary of the checks that it names.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that is wrong: status 66 when the file is missing, 78 when it has mistakes,
  ///   65 when the summary is broken.
  init(path: String) throws(Failure) {
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the accessibility statement", findings: findings)
    facts = AccessibilityFacts(reading: reader)
    let named = reader.text("checks", default: nil)
    let place = reader.place(of: "checks")
    reader.finish()
    try findings.throwErrors()
    checksFile = named.map { joinPath(folder(of: path), $0) }
    if let checksFile, pathExists(checksFile) {
      facts.checks = try PageChecks(path: checksFile).facts
    } else {
      notes = [Self.unchecked(named, at: place)]
    }
  }

  /// The files that a statement rests on: itself, and the summary when that is there.
  static func inputs(of path: String) -> [String] {
    guard let file = try? AccessibilityFile(path: path) else { return pathExists(path) ? [path] : [] }
    return [path] + [file.checksFile].compactMap { $0 }.filter(pathExists)
  }

  private static func unchecked(_ named: String?, at place: Place) -> Finding {
    Finding(
      .warning, rule: "no-page-checks", at: place, value: named,
      message: named.map { "there is no file '\($0)', so the statement says that no program checked the pages" }
        ?? "the statement names no checks, so it says that no program checked the pages",
      mend: "let the checks of the pages write their summary, and name it under 'checks'")
  }
}

extension AccessibilityFacts {
  /// The checks whose findings a deviation can be about.
  static let checkNames = [
    "markup", "axe", "axe-plain", "reflow", "text-size", "spacing", "keyboard", "motion", "print", "offline", "links",
    "size",
  ]

  init(reading reader: SettingsReader) {
    let date = reader.day("date")
    self.init(
      organisation: Wording(reader.localText("organisation")),
      scope: reader.node("about") == nil ? nil : Wording(reader.localText("about")),
      contact: reader.address("contact"), answerWithin: reader.integer("reply_within", in: 1...260), date: date,
      signedBy: Wording(reader.localText("signed_by")),
      evaluation: reader.optionalSection("evaluation") { Evaluation(reading: $0) },
      planned: reader.node("planned") == nil ? nil : reader.day("planned"),
      measures: reader.localTexts("measures").map { Wording($0) },
      deviations: reader.sections("deviations") { Deviation(reading: $0) })
    guard let evaluation else { return }
    if CalendarDate(iso: date) != nil, evaluation.date > date {
      reader.reject(
        "evaluation", rule: "wrong-order", value: evaluation.date,
        message: "the evaluation is of \(evaluation.date), after the statement of \(date)",
        mend: "give the statement the day on which it was drawn up last")
    }
    if evaluation.met == Evaluation.requirements, !deviations.isEmpty {
      reader.reject(
        "deviations", rule: "contradiction",
        message: "all \(Evaluation.requirements) requirements are met, and there are deviations",
        mend: "count in 'evaluation.met' only what is met, or remove the deviations that are over")
    }
  }
}

extension AccessibilityFacts.Evaluation {
  fileprivate init(reading reader: SettingsReader) {
    self.init(
      by: Wording(reader.localText("by")), date: reader.day("date"),
      met: reader.integer("met", in: 0...Self.requirements),
      report: reader.text("report", default: nil))
    guard let report, !report.hasPrefix("https://") || report.contains(where: \.isWhitespace) else { return }
    reader.reject(
      "report", rule: "wrong-address", value: report, message: "'\(report)' is no address of a report",
      mend: "write an address that begins with https://, or leave 'report' out")
  }
}

extension AccessibilityFacts.Deviation {
  fileprivate init(reading reader: SettingsReader) {
    let criterion = reader.text("criterion")
    let parts = criterion.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    if !criterion.isEmpty, parts.count != 3 || parts.contains(nil) {
      reader.reject(
        "criterion", rule: "wrong-criterion", value: criterion,
        message: "'\(criterion)' is no number of a success criterion of WCAG", mend: "write a number such as 1.4.10")
    }
    let checks = reader.texts("checks")
    for check in checks where !AccessibilityFacts.checkNames.contains(check) {
      reader.reject(
        "checks", rule: "unknown-check", value: check, message: "'\(check)' is no check of the pages",
        mend: "use one of: " + AccessibilityFacts.checkNames.joined(separator: ", "))
    }
    self.init(
      criterion: criterion, what: Wording(reader.localText("what")), cause: Wording(reader.localText("cause")),
      effect: Wording(reader.localText("effect")), alternative: Wording(reader.localText("alternative")),
      measure: Wording(reader.localText("measure")), until: reader.day("until"), checks: checks)
  }
}

extension SettingsReader {
  /// Returns a day in the form `2020-07-01`, which must be there.
  fileprivate func day(_ key: String) -> String {
    guard node(key) != nil else {
      lack(key, "a day, such as 2020-07-01")
      return ""
    }
    guard let text = text(key, default: nil) else { return "" }
    if text.utf8.count != 10 || CalendarDate(iso: text) == nil {
      reject(
        key, rule: "wrong-date", value: text, message: "'\(text)' is no day", mend: "write a day such as 2020-07-01")
    }
    return text
  }

  /// Returns an address for electronic mail, which must be there.
  fileprivate func address(_ key: String) -> String {
    let address = text(key)
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = address.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (64...90).contains(byte) || (97...122).contains(byte) || "-._+".utf8.contains(byte)
    }
    if !address.isEmpty, !isPlain || parts.count != 2 || parts.contains("") {
      reject(
        key, rule: "wrong-address", value: address, message: "'\(address)' is no address for electronic mail",
        mend: "write an address such as toegankelijkheid@example.org")
    }
    return address
  }
}
