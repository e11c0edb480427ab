import Diagnostics
import Exports

/// A codebook while it is drafted.
struct Drafting {
  let layout: ExportLayout
  let summary: SurveySummary
  let labels: [ColumnLabels]
  let wishes: CodebookDraft.Wishes
  private(set) var fields: [DraftField] = []
  private(set) var groups: [DraftGroup] = []
  /// The columns without a field, and why.
  private(set) var leftOut: [(name: String, reason: String)] = []
  private var respondent: Int?
  private var submitted: Int?
  private var unit: Int?
  private var unitReason = ""
  private var names = DraftNames()
  private var groupNames = DraftNames()

  init(layout: ExportLayout, summary: SurveySummary, labels: [ColumnLabels], wishes: CodebookDraft.Wishes) {
    self.layout = layout
    var settled = summary
    settled.settle()
    self.summary = settled
    self.labels = labels
    self.wishes = wishes
  }

  // MARK: - Roles

  /// Finds the columns of the respondent, the moment of submission and the unit.
  mutating func findRoles(file: String) throws(Failure) {
    respondent =
      column(for: .response) ?? column(named: [
        "respondent", "respondentid", "respondentnr", "respondentnummer", "id", "record", "nr", "nummer", "volgnummer",
        "caseid",
      ])
      ?? column(for: .index)
    if let found = respondent, !isUnique(found) { respondent = nil }
    submitted =
      column(for: .submitted) ?? column(named: ["submitted", "submitdate", "ingezonden", "ingevuld", "ingevuldop"])
    if wishes.respondentsAreUnits { return }
    if let name = wishes.unit {
      unit = layout.columns.firstIndex { $0.names.contains(name) }
      unitReason = "the unit of analysis, as asked for"
      if unit == nil { throw Self.noUnit(name, layout: layout, file: file) }
    } else {
      unit = guessedUnit
      unitReason = "taken for the unit of analysis by its heading"
    }
  }

  private func column(for purpose: ExportColumn.Purpose) -> Int? {
    layout.columns.firstIndex { $0.purpose == purpose }
  }

  private func column(named keys: [String]) -> Int? {
    layout.columns.firstIndex { column in
      column.purpose == .answer && keys.contains(String(column.name.lowercased().filter { $0.isLetter || $0.isNumber }))
    }
  }

  private func isUnique(_ position: Int) -> Bool {
    let column = summary.columns[position]
    return column.given > 0 && column.blank == 0
      && (column.isOverfull || column.values.allSatisfy { column.count(of: $0) == 1 }
        || column.values.count * 10 >= column.given * 9)
  }

  private var guessedUnit: Int? {
    let words = [
      "gemeente", "municipality", "organisatie", "organisation", "organization", "instelling", "school", "bibliotheek",
      "library", "bedrijf", "company", "vestiging", "unit",
    ]
    let others = ["type", "soort", "kind", "hoeveel", "how many", "grootte", "size"]
    return layout.columns.indices.first { position in
      let column = layout.columns[position]
      let heading = (column.text.isEmpty ? column.name : column.text).lowercased()
      let seen = summary.columns[position]
      guard column.purpose == .answer, column.group == nil, heading.count <= 80, seen.blank * 10 <= seen.cells,
        seen.values.count >= 2, seen.seen.numbers.best != .whole || seen.seen.numbers[.whole].cells == 0,
        TruthWords(Array(seen.answers.prefix(2))) == nil || seen.answers.count > 2
      else { return false }
      return words.contains { heading.contains($0) } && !others.contains { heading.contains($0) }
    }
  }

  private static func noUnit(_ name: String, layout: ExportLayout, file: String) -> Failure {
    let known = layout.columns.flatMap(\.names)
    let mend =
      suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
      ?? "name one of the columns, such as '\(layout.columns.last?.name ?? "")', or give '--no-units'"
    return Failure(
      .usage, rule: "unknown-unit", at: Place(file: file), value: name,
      message: "the column '\(name)' of the unit is not in the file", mend: mend)
  }

  // MARK: - Columns

  /// Drafts a field for each column, or says why there is none.
  mutating func draftColumns() {
    var done: Set<Int> = []
    for position in layout.columns.indices where !done.contains(position) {
      let members = members(with: position)
      done.formUnion(members)
      if members.count > 1, draftMultiSelect(members) { continue }
      for member in members { draftColumn(member, among: members) }
    }
  }

  /// The columns of the question that a column is a row or choice of; the column alone when it is none.
  private func members(with position: Int) -> [Int] {
    let column = layout.columns[position]
    guard column.purpose == .answer, position != respondent, position != unit, position != submitted else {
      return [position]
    }
    if let group = column.group {
      return layout.columns.indices.filter {
        layout.columns[$0].group == group && layout.columns[$0].purpose == .answer
      }
    }
    guard let stem = Self.stem(column.name), [.plain, .spss].contains(layout.tool) else { return [position] }
    let alike = layout.columns.indices.filter { other in
      let column = layout.columns[other]
      return column.purpose == .answer && column.group == nil && Self.stem(column.name) == stem && other != unit
    }
    let isTruth = alike.allSatisfy { other in
      let answers = summary.columns[other].answers
      return answers.isEmpty || (answers.count <= 2 && Set(answers).isSubset(of: ["0", "1"]))
    }
    return alike.count >= 3 && isTruth ? alike : [position]
  }

  /// What the columns of one question have in common: `invest` of `invest_people`, `ms` of `ms01`.
  private static func stem(_ name: String) -> String? {
    if let mark = name.lastIndex(of: "_"), mark != name.startIndex { return String(name[..<mark]) }
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    return letters.count >= 2 && !digits.isEmpty && digits.allSatisfy(\.isNumber) ? String(letters) : nil
  }

  private mutating func draftMultiSelect(_ members: [Int]) -> Bool {
    let columns = members.map { layout.columns[$0] }
    let options = columns.map { $0.option ?? ($0.text.isEmpty ? $0.name : $0.text) }
    guard let guess = MultiSelectGuess(members.map { summary.columns[$0] }, options: options) else { return false }
    let stem = columns[0].group ?? Self.stem(columns[0].name) ?? columns[0].name
    let name = groupNames.name(as: stem)
    let text = columns[0].group != nil && !columns[0].text.isEmpty ? columns[0].text : stem
    groups.append(
      DraftGroup(
        name: name, text: text, blankIsNotSelected: guess.notChosen.isEmpty,
        reasons: ["a multi-select: \(guess.reason)"]
          + (guess.notChosen.isEmpty
            ? ["an empty cell is an option not chosen, unless no option of the question was"] : [])))
    for (index, column) in columns.enumerated() {
      var field = FieldGuess()
      field.type = "boolean"
      field.trueValues = [guess.chosen[index]]
      field.falseValues = guess.notChosen.isEmpty ? [] : guess.notChosen
      let isChosen = !summary.columns[members[index]].answers.filter { $0 == guess.chosen[index] }.isEmpty
      if !isChosen { field.reasons.append("nobody chose this option") }
      let short = DraftNames.isPlain(column.name) ? names.name(for: column) : names.name(of: stem, options[index])
      add(column, name: short, text: options[index], group: name, guess: field)
    }
    return true
  }

  private mutating func draftColumn(_ position: Int, among members: [Int]) {
    let column = layout.columns[position]
    let seen = summary.columns[position]
    if position == respondent { return draftRespondent(position) }
    if position == submitted { return draftSubmitted(position) }
    if position == unit { return draftUnit(position) }
    switch column.purpose {
    case .administration, .started, .duration: return leaveOut(column, "kept by the survey tool for itself")
    case .index: return leaveOut(column, "row numbers")
    case .response: return leaveOut(column, "an identification that is not unlike in every record")
    case .answer, .submitted, .person, .ownWords: break
    }
    if seen.given == 0 { return leaveOut(column, "empty in every record") }
    if draftJoined(position) { return }
    var guess = guess(position, among: members)
    noteIdentity(column, seen, &guess)
    add(column, name: names.name(for: column), text: question(column), group: nil, guess: guess)
  }

  private func guess(_ position: Int, among members: [Int]) -> FieldGuess {
    var shared: [String] = []
    for member in members {
      if summary.columns[member].isOverfull { continue }
      for answer in summary.columns[member].answers where !shared.contains(answer) { shared.append(answer) }
    }
    let own = labels.indices.contains(position) ? labels[position] : nil
    if summary.columns[position].isOverfull { shared = [] }
    return ColumnGuess(
      summary: summary.columns[position], labels: own, shared: shared, rows: members.count, isDutch: isDutch,
      question: question(layout.columns[position])
    ).field
  }

  /// Whether a column of numbers has a decimal comma that cannot be anything else.
  private var isDutch: Bool {
    summary.columns.contains { [.comma, .commaWithPoints].contains($0.seen.numbers.best) }
  }

  private func question(_ column: ExportColumn) -> String {
    let question = column.text
    guard let option = column.option, !option.isEmpty else { return question.isEmpty ? column.name : question }
    return question.isEmpty ? option : "\(question) [\(option)]"
  }

  private mutating func add(
    _ column: ExportColumn, name: String, text: String, group: String?, role: String? = nil, guess: FieldGuess
  ) {
    fields.append(
      DraftField(
        name: name, column: name == column.name ? nil : column.name, role: role, text: text, group: group, guess: guess)
    )
  }

  private mutating func leaveOut(_ column: ExportColumn, _ reason: String) {
    leftOut.append((column.name, reason))
  }

  // MARK: - Special columns

  private mutating func draftRespondent(_ position: Int) {
    var guess = FieldGuess()
    guess.reasons = ["the respondent: every record has its own value"]
    let column = layout.columns[position]
    add(column, name: names.name(for: column), text: question(column), group: nil, role: "respondent", guess: guess)
  }

  private mutating func draftSubmitted(_ position: Int) {
    let column = layout.columns[position]
    var guess = guess(position, among: [position])
    if !["date", "datetime"].contains(guess.type) {
      guess = FieldGuess(reasons: ["the moment of submission; kept as text, because it is not written as 2021-03-01"])
    } else {
      guess.reasons = ["the moment of submission"] + (guess.format == nil ? [] : guess.reasons)
    }
    guess.isIdentifying = false
    add(column, name: names.name(for: column), text: question(column), group: nil, role: "submitted", guess: guess)
  }

  private mutating func draftUnit(_ position: Int) {
    let column = layout.columns[position]
    var guess = FieldGuess()
    let seen = summary.columns[position]
    guess.reasons = ["\(unitReason): \(seen.isOverfull ? "more than " : "")\(seen.values.count) different names"]
    add(column, name: names.name(for: column), text: question(column), group: nil, role: "unit", guess: guess)
  }

  /// Drafts a column in whose cells several choices are joined.
  private mutating func draftJoined(_ position: Int) -> Bool {
    let column = layout.columns[position]
    let seen = summary.columns[position]
    guard column.purpose == .answer, column.group == nil, !seen.isOverfull || layout.tool.joiner != nil else {
      return false
    }
    let wanted: [Character] = layout.tool.joiner.flatMap(\.first).map { [$0] } ?? [";", "|"]
    let alone = seen.counts.filter { !SpecialAnswers.isSpecial($0.key) }
    let numbers = [WrittenNumber.Form.comma, .pointWithCommas].map { seen.seen.numbers[$0].cells }.max() ?? 0
    if layout.tool != .qualtrics, numbers * 10 >= seen.given * 8 { return false }
    for joiner in wanted {
      guard let choices = seen.seen.joined[joiner]?.choices(alone: alone) else { continue }
      if layout.tool != .qualtrics, choices.allSatisfy({ Int($0) != nil }) { continue }
      addJoined(column, choices: choices, joiner: joiner, cells: seen.seen.joined[joiner]?.cells ?? 0)
      return true
    }
    return false
  }

  private mutating func addJoined(_ column: ExportColumn, choices: [String], joiner: Character, cells: Int) {
    let name = groupNames.name(
      as: column.names.first { DraftNames.isPlain($0) && !$0.hasPrefix("QID") } ?? question(column))
    var reasons = [
      "a multi-select: \(cells) cells hold choices behind \"\(joiner)\", \(choices.count) different ones in all"
    ]
    for choice in choices where choice.contains(joiner) {
      reasons.append("\"\(choice)\" is taken for one choice: its parts only ever stand together")
    }
    groups.append(
      DraftGroup(
        name: name, text: question(column), column: column.name, joiner: String(joiner), blankIsNotSelected: true,
        reasons: reasons))
    for choice in choices {
      let guess = FieldGuess(type: "boolean")
      fields.append(
        DraftField(
          name: names.name(of: DraftNames.short(name, most: 24), choice), column: nil, text: choice, group: name,
          option: choice, guess: guess))
    }
  }

  private static let remarks = [
    "opmerking", "toelichting", "kwijt", "remark", "comment", "waarom", "why", "namelijk", "overige", "suggesti",
    "licht toe",
  ]

  /// Marks what may tell who somebody is.
  private func noteIdentity(_ column: ExportColumn, _ seen: ColumnSummary, _ guess: inout FieldGuess) {
    func suspect(_ reason: String) {
      guess.type = "string"
      guess.categories = []
      guess.isOrdered = false
      guess.trueValues = []
      guess.falseValues = []
      guess.minimum = nil
      guess.maximum = nil
      guess.isIdentifying = true
      guess.reasons = [reason]
    }
    if seen.seen.mailAddresses * 2 > seen.given {
      return suspect("addresses of e-mail: never publish, better leave out")
    }
    if seen.seen.networkAddresses * 2 > seen.given {
      return suspect("addresses of computers: never publish, better leave out")
    }
    if column.purpose == .person { return suspect("tells who somebody is: never publish, better leave out") }
    if column.purpose == .ownWords { return suspect("what people typed themselves: it may tell who somebody is") }
    guard guess.type == "string", seen.given > 0 else { return }
    let heading = question(column).lowercased()
    if Self.remarks.contains(where: { heading.contains($0) }), seen.longest > 12 {
      suspect("free text by its heading: it may tell who somebody is")
      return
    }
    guard guess.isFreeText else { return }
    let words = [
      "naam", "name", "e-mail", "email", "telefoon", "phone", "adres", "address", "postcode", "geboorte", "birth",
      "contact",
    ]
    if heading.count <= 60, let word = words.first(where: { heading.contains($0) }) {
      suspect("the heading speaks of \"\(word)\": it may tell who somebody is; never publish, better leave out")
    }
  }

  // MARK: - Text

  /// The codebook as YAML.
  func text(file: String) -> String {
    var draft = DraftText()
    let name = file.split(separator: "/").last.map(String.init) ?? file
    draft.comment("A codebook drafted from \(name): \(summary.records) records, \(layout.columns.count) columns.")
    draft.comment(
      "Above each field stands why it is as it is. Check them all: give texts and labels in both languages as "
        + "{nl: ..., en: ...}, and set 'koers:publish: true' where figures may be published; nothing is yet.")
    draft.line("name: \(DraftText.scalar(wishes.name))")
    draft.line("title: \(DraftText.scalar(wishes.name))")
    draft.line()
    draft.comment("Written by \(layout.tool.rawValue): \(layout.reason).")
    draft.line("koers:dialect: {tool: \(layout.tool.rawValue), headingRows: \(layout.headingRecords)}")
    writeUnits(to: &draft)
    draft.comment("Columns without a field below are left out.")
    draft.line("koers:others: ignore")
    for column in leftOut.prefix(200) { draft.comment("\"\(column.name)\": \(column.reason)", indent: "  ") }
    if !groups.isEmpty {
      draft.line()
      draft.line("koers:groups:")
      for group in groups { group.write(to: &draft) }
    }
    draft.line()
    draft.line("fields:")
    var anchors = DraftAnchors(fields)
    for field in fields { field.write(to: &draft, anchors: &anchors) }
    return draft.text
  }

  private func writeUnits(to draft: inout DraftText) {
    if respondent == nil {
      draft.comment("No column tells the respondents apart: each is called by the number of the record.")
      draft.line("koers:respondents: numbered")
    }
    if unit == nil {
      draft.comment(
        wishes.respondentsAreUnits
          ? "The respondents are the units of analysis, as asked for."
          : "No column names a unit: each respondent is one.")
      draft.line("koers:units: respondents")
    }
  }
}
