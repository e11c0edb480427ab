/// One field of a drafted codebook.
struct DraftField: Hashable {
  var name: String
  /// The column, when its name is another; nothing for a choice in a joined cell.
  var column: String?
  var role: String?
  var text: String
  var group: String?
  /// The words of the choice in a joined cell.
  var option: String?
  var guess: FieldGuess

  /// Writes the field with its reasons above it.
  ///
  /// - Parameters:
  ///   - draft: The text.
  ///   - anchors: Lists of values that stand more than once, and their names; a list is written out the first time.
  func write(to draft: inout DraftText, anchors: inout DraftAnchors) {
    for reason in guess.reasons { draft.comment(reason, indent: "  ") }
    draft.line("  - name: \(name)")
    if let column { draft.line("    koers:column: \(DraftText.scalar(column))") }
    draft.line("    type: \(guess.type)")
    if let format = guess.format { draft.line("    format: \(DraftText.scalar(format))") }
    if let role { draft.line("    koers:role: \(role)") }
    draft.line("    koers:text: \(DraftText.scalar(text))")
    if let group { draft.line("    koers:group: \(group)") }
    if let option { draft.line("    koers:option: \(DraftText.scalar(option))") }
    if guess.isReversed { draft.line("    koers:direction: negative") }
    writeValues(to: &draft)
    writeCategories(to: &draft, anchors: &anchors)
    if guess.isIdentifying { draft.line("    koers:publish: false") }
  }

  private func writeValues(to draft: inout DraftText) {
    if !guess.trueValues.isEmpty { draft.line("    trueValues: \(DraftText.list(guess.trueValues))") }
    if !guess.falseValues.isEmpty { draft.line("    falseValues: \(DraftText.list(guess.falseValues))") }
    if !guess.missing.isEmpty { draft.line("    missingValues: \(DraftText.list([""] + guess.missing))") }
    if !guess.refused.isEmpty { draft.line("    koers:refused: \(DraftText.list(guess.refused))") }
    if let mark = guess.decimalMark { draft.line("    decimalChar: \(DraftText.scalar(mark))") }
    if let mark = guess.groupMark { draft.line("    groupChar: \(DraftText.scalar(mark))") }
    if let unit = guess.unit {
      draft.line("    bareNumber: false")
      draft.line("    koers:unit: \(DraftText.scalar(unit))")
    }
    let bounds = [guess.minimum.map { "minimum: \($0)" }, guess.maximum.map { "maximum: \($0)" }].compactMap { $0 }
    if !bounds.isEmpty { draft.line("    constraints: {\(bounds.joined(separator: ", "))}") }
  }

  private func writeCategories(to draft: inout DraftText, anchors: inout DraftAnchors) {
    guard !guess.categories.isEmpty else { return }
    if guess.isOrdered { draft.line("    categoriesOrdered: true") }
    switch anchors.use(guess) {
    case .known(let anchor): draft.line("    categories: *\(anchor)")
    case .new(let anchor):
      draft.line("    categories:" + (anchor.map { " &\($0)" } ?? ""))
      for line in guess.categoryLines { draft.line("      - " + line) }
    }
  }
}

extension FieldGuess {
  /// The categories as YAML, one a line.
  var categoryLines: [String] {
    categories.map { category in
      let value = type == "integer" ? category.value : DraftText.scalar(category.value)
      let also = category.also.filter { $0 != category.value }
      let line = "{value: \(value), koers:label: \(DraftText.scalar(category.label))"
      return line + (also.isEmpty ? "}" : ", koers:also: \(DraftText.list(also))}")
    }
  }
}

/// Names for lists of values that stand more than once in a codebook.
struct DraftAnchors {
  /// How a list is written.
  enum Use: Hashable {
    /// Written before, under this name.
    case known(String)
    /// Written here; with a name when it stands elsewhere too.
    case new(String?)
  }

  private var counts: [[String]: Int] = [:]
  private var names: [[String]: String] = [:]

  /// Counts the lists of all fields.
  init(_ fields: [DraftField]) {
    for field in fields where !field.guess.categories.isEmpty { counts[field.guess.categoryLines, default: 0] += 1 }
  }

  /// Returns how the list of a field is written.
  mutating func use(_ guess: FieldGuess) -> Use {
    let lines = guess.categoryLines
    if let name = names[lines] { return .known(name) }
    guard counts[lines, default: 0] > 1 else { return .new(nil) }
    let name = "answers\(names.count + 1)"
    names[lines] = name
    return .new(name)
  }
}

/// One multi-select of a drafted codebook.
struct DraftGroup: Hashable {
  var name: String
  var text: String
  /// The column that holds all choices joined, if there is one.
  var column: String?
  var joiner: String?
  /// Whether an empty cell of an option means that it was not chosen.
  var blankIsNotSelected: Bool
  var reasons: [String]

  /// Writes the group with its reasons above it.
  func write(to draft: inout DraftText) {
    for reason in reasons { draft.comment(reason, indent: "  ") }
    draft.line("  - name: \(name)")
    draft.line("    text: \(DraftText.scalar(text))")
    if let column { draft.line("    column: \(DraftText.scalar(column))") }
    if let joiner { draft.line("    joiner: \(DraftText.scalar(joiner))") }
    draft.line("    blank: \(blankIsNotSelected ? "not-selected" : "missing")")
  }
}
