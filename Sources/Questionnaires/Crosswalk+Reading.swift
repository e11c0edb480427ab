import Diagnostics
public import Settings
public import Survey

extension Crosswalk {
  /// Reads what a crosswalk says of one wave, and leaves a finding for everything that is wrong with it.
  ///
  /// ```yaml
  /// waves:
  ///   "2017":                     # the name of the wave
  ///     vision:                   # the question as the reference calls it
  ///       rename: goal_vision     # its name in the wave
  ///       recode: {1: 1, 2: 3, 3: 5}
  ///       reason: {nl: Drie punten werden er vijf., en: Three points became five.}
  ///     use: {reverse: true, reason: {nl: ..., en: ...}}
  ///     ethics: {same: true, reason: {nl: ..., en: ...}}
  ///     tools: {break: true, reason: {nl: ..., en: ...}}
  /// ```
  ///
  /// What it says of other waves is not looked at. The caller ends with `finish()` on the reader, and throws when there are
  /// errors.
  ///
  /// - Parameters:
  ///   - reader: The file.
  ///   - wave: The name of the wave.
  ///   - old: The codebook of the wave.
  ///   - new: The reference.
  public init(reading reader: SettingsReader, wave: String, from old: Codebook, to new: Codebook) {
    var treatments: [String: Treatment] = [:]
    let difference = QuestionnaireDifference(from: old, to: new)
    _ = reader.named("waves") { name, section in
      let entries = section.allEntries()
      if name != wave { return }
      for entry in entries {
        let inner = SettingsReader(entry.node, of: "waves.\(name).\(entry.key)", findings: section.findings)
        guard let question = new[entry.key] else {
          _ = inner.allEntries()
          unknown(entry, in: new, section.findings)
          continue
        }
        let treatment = Treatment(reading: inner, place: entry.place)
        inner.finish()
        treatments[entry.key] = treatment
        check(treatment, of: question, in: old, difference, inner)
      }
    }
    self.init(treatments: treatments)
  }
}

extension Crosswalk.Treatment {
  fileprivate init(reading reader: SettingsReader, place: Place) {
    let isSame = reader.flag("same", default: false)
    var recode: [String: String] = [:]
    _ = reader.optionalSection("recode") { section in
      for entry in section.allEntries() { recode[entry.key] = section.text(entry.key) }
    }
    self.init(
      oldName: reader.text("rename", default: nil), recode: recode,
      isReversed: reader.flag("reverse", default: false), isBroken: reader.flag("break", default: false),
      reason: reader.localText("reason"), place: place)
    let changes = !recode.isEmpty || isReversed
    let said = [isSame, isBroken, changes || (oldName != nil && !isSame && !isBroken)].count { $0 }
    if said == 1 { return }
    reader.reject(
      said == 0 ? "reason" : isSame ? "same" : "break", rule: said == 0 ? "no-treatment" : "crossed-treatments",
      message: said == 0
        ? "\(reader.subject) does not say how to treat the question"
        : "\(reader.subject) says that the question \(isSame ? "is the same" : "cannot be compared"), and how to change it",
      mend: said == 0
        ? "add one of: same: true, rename, recode, reverse: true, break: true" : "keep one of the two")
  }
}

/// Reports a question that the reference does not know.
private func unknown(_ entry: Node.Entry, in new: Codebook, _ findings: Findings) {
  let meant = suggestion(for: entry.key, among: new.questions.map(\.name))
  findings.error(
    "unknown-question", at: entry.place, value: entry.key,
    message: "the crosswalk treats '\(entry.key)', which is no question of the codebook '\(new.name)'",
    mend: meant.map { "did you mean '\($0)'?" } ?? "use the name that the question has in that codebook, or remove it")
}

/// Reports a treatment that cannot be, or that nothing needs.
private func check(
  _ treatment: Crosswalk.Treatment, of question: Question, in old: Codebook, _ difference: QuestionnaireDifference,
  _ reader: SettingsReader
) {
  let name = treatment.oldName ?? question.name
  guard let earlier = old[name] else {
    if treatment.oldName == nil {
      // A question that the wave did not ask: that it does not matter, or cannot be compared, is all that can be said.
      if treatment.recode.isEmpty && !treatment.isReversed { return }
    }
    let meant = suggestion(for: name, among: old.questions.map(\.name))
    return reader.reject(
      treatment.oldName == nil ? "recode" : "rename", rule: "unknown-question", value: name,
      message: "'\(name)' is no question of the wave's codebook '\(old.name)'",
      mend: meant.map { "did you mean '\($0)'?" } ?? "use the name that the question has in that codebook")
  }
  if treatment.isBroken { return }
  if difference[question.name] == nil, treatment.oldName == nil {
    return reader.findings.add(
      Finding(
        .note, rule: "unneeded-treatment", at: treatment.place, value: question.name,
        message: "'\(question.name)' did not change, and the crosswalk treats it", mend: "remove it"))
  }
  checkCodes(treatment, earlier, question, reader)
}

private func checkCodes(
  _ treatment: Crosswalk.Treatment, _ old: Question, _ new: Question, _ reader: SettingsReader
) {
  let codes = old.kind == .boolean ? ["true", "false"] : old.categories.map(\.value)
  let allowed = new.kind == .boolean ? ["true", "false"] : new.categories.map(\.value)
  if !treatment.recode.isEmpty, codes.isEmpty {
    return reader.reject(
      "recode", rule: "impossible-recode", value: old.name,
      message: "'\(old.name)' has no codes in the wave, and the crosswalk recodes it",
      mend: "remove 'recode', or write 'break: true'")
  }
  for code in treatment.recode.keys.sorted() where !codes.contains(code) {
    reader.reject(
      "recode", rule: "impossible-recode", value: code, message: "'\(code)' is no code of '\(old.name)' in the wave",
      mend: "use one of: " + codes.joined(separator: ", "))
  }
  for (code, target) in treatment.recode.sorted(by: { $0.key < $1.key })
  where !allowed.isEmpty && !allowed.contains(target) {
    reader.reject(
      "recode", rule: "impossible-recode", value: target,
      message: "'\(code)' is recoded to '\(target)', which is no code of '\(new.name)'",
      mend: "use one of: " + allowed.joined(separator: ", "))
  }
  if treatment.isReversed, new.kind != .scale {
    reader.reject(
      "reverse", rule: "impossible-reverse", value: new.name,
      message: "'\(new.name)' is no scale, and cannot be turned around", mend: "use 'recode'")
  }
  let lost = codes.filter { treatment.recode[$0] == nil && !allowed.contains($0) }
  if !allowed.isEmpty, !lost.isEmpty {
    reader.reject(
      "recode", rule: "lost-codes", value: lost[0],
      message: "'\(new.name)' has no code \(lost.joined(separator: ", ")), which the wave has",
      mend: "say under 'recode' what \(lost.count == 1 ? "it becomes" : "they become"), or write 'break: true'")
  } else if old.kind != new.kind, treatment.recode.isEmpty {
    reader.reject(
      "same", rule: "other-type", value: new.name,
      message: "'\(new.name)' holds \(new.kind.rawValue), and '\(old.name)' of the wave holds \(old.kind.rawValue)",
      mend: "say under 'recode' what its codes become, or write 'break: true'")
  }
}
