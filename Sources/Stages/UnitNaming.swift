import CSVFiles
import Diagnostics
import Files
import Registers
import Settings
import Survey
import Tables

/// How the names of units are understood in a wave: the register on its date, the rule, and what people confirmed.
struct UnitNaming {
  /// Finds the unit behind a text.
  let resolver: UnitResolver
  /// What was found on the way; none is an error.
  let findings: [Finding]

  /// Reads the register and the file of confirmed names.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 when the register is wrong or does not
  ///   reach back to the date of the wave, 65 with all that is wrong in the file of confirmed names.
  init(_ request: IngestRequest) throws(Failure) {
    let date = request.wave.date
    let rule = request.settings.reorganisations
    var findings: [Finding] = []
    var register: Register?
    if let folder = request.register {
      let units = try readRegister(folder: folder)
      if let finding = units.coverage(of: date, file: joinPath(folder, "datapackage.json")) {
        if finding.level == .error { throw Failure(.badPipeline, [finding]) }
        findings.append(finding)
      }
      register = units
    }
    var confirmed = ConfirmedNames()
    if let path = request.names {
      let mistakes = Findings()
      let table = try CSVReader.read(path: path)
      confirmed = ConfirmedNames(reading: table, register: register, date: date, rule: rule, findings: mistakes)
      try mistakes.throwErrors(.badData)
    }
    resolver = UnitResolver(register: register, date: date, rule: rule, confirmed: confirmed)
    self.findings = findings
  }

  /// What is found about the confirmed names, and about the day of the answers, once the survey was read.
  func findings(on names: UnitNames?, codebook: Codebook) -> [Finding] {
    var findings = resolver.confirmed.unused(among: names?.keys ?? [])
    if resolver.register != nil, resolver.rule.by == .answer, codebook.question(for: .submitted) == nil {
      findings.append(
        Finding(
          .warning, rule: "no-answer-day",
          message: "the day of the answer is to decide what a name meant, and no field of the codebook holds it; "
            + "the date of the wave decides",
          mend: "add 'koers:role: submitted' to the field with the day, or remove 'by: answer' under 'reorganisations'")
      )
    }
    return findings
  }
}

extension IngestSettings {
  /// The rule for reorganisations, as text.
  var reorganisationsText: String {
    let rule = reorganisations
    return "merged \(rule.merged.rawValue), split \(rule.split.rawValue), by \(rule.by.rawValue)"
  }
}
