import Exports

/// Guesses what a column is from what was seen of it, and from what the file tells.
struct ColumnGuess {
  let summary: ColumnSummary
  let labels: ColumnLabels?
  /// The values of the columns that are rows of the same question, this one's included.
  let shared: [String]
  /// How many columns that are.
  let rows: Int
  /// Whether other columns have a decimal comma.
  let isDutch: Bool
  /// The question.
  let question: String

  /// The most different values of a question with a list of answers.
  static let mostCategories = 40

  /// The guess.
  var field: FieldGuess {
    var field = FieldGuess()
    noteSpecials(&field)
    let answers = summary.answers.filter { !field.missing.contains($0) && !field.refused.contains($0) }
    if let scale = ScaleGuess(of: shared.filter { !field.missing.contains($0) && !field.refused.contains($0) }) {
      take(scale, &field, answers)
    } else if takeLabels(&field, answers) || takeTruth(&field, answers) || takeMoment(&field)
      || takePoints(&field, answers) || takeNumber(&field)
    {
    } else if takeList(&field, answers) {
    } else {
      takeText(&field)
    }
    return field
  }

  // MARK: - No answer

  /// Finds the texts and codes that stand for no answer.
  private func noteSpecials(_ field: inout FieldGuess) {
    for value in summary.values {
      if let labels, labels.isUserMissing(value) {
        field.refused.append(value)
      } else if let label = label(value), SpecialAnswers.isRefused(label) || SpecialAnswers.isMissing(label) {
        if SpecialAnswers.isRefused(label) { field.refused.append(value) } else { field.missing.append(value) }
      } else if SpecialAnswers.isRefused(value) {
        field.refused.append(value)
      } else if SpecialAnswers.isMissing(value) {
        field.missing.append(value)
      }
    }
    field.missing += missingCodes(excluding: field)
    if let labels, !labels.userMissing.isEmpty {
      let told = labels.userMissing.map { missing in
        switch missing {
        case .value(let value): labelled(value)
        case .range(let low, let high): "\(shown(low)) to \(shown(high))"
        }
      }
      field.reasons.append("the file declares as no answer: \(told.joined(separator: ", "))")
      for case .value(let value) in labels.userMissing where !field.refused.contains(value) {
        field.refused.append(value)
      }
      for value in labels.values.map(\.value) where labels.isUserMissing(value) && !field.refused.contains(value) {
        field.refused.append(value)
      }
    } else if !field.refused.isEmpty {
      field.reasons.append("read as refused or don't know: \(quoted(field.refused.map(labelled)))")
    }
    if !field.missing.isEmpty { field.reasons.append("read as no answer: \(quoted(field.missing.map(labelled)))") }
    field.refused.sort()
    field.missing.sort()
  }

  /// Numbers far from all others that questionnaires use where there is no answer.
  private func missingCodes(excluding field: FieldGuess) -> [String] {
    guard !summary.isOverfull, label("1") == nil || labels?.values.count ?? 0 < 2 else { return [] }
    var numbers: [(text: String, value: Double)] = []
    for value in summary.values where !field.refused.contains(value) && !field.missing.contains(value) {
      guard let number = Double(value) else { return [] }
      numbers.append((value, number))
    }
    guard numbers.count >= 3 else { return [] }
    let usual = numbers.filter { !SpecialAnswers.codes.contains($0.value) }.map(\.value)
    guard let highest = usual.max(), let lowest = usual.min(), usual.count >= 2 else { return [] }
    return numbers.filter { number in
      guard SpecialAnswers.codes.contains(number.value) else { return false }
      return number.value < 0 ? lowest >= 0 : highest * 3 < number.value
    }.map(\.text)
  }

  // MARK: - Kinds

  private func take(_ scale: ScaleGuess, _ field: inout FieldGuess, _ answers: [String]) {
    field.type = "integer"
    field.categories = scale.categories
    field.isOrdered = true
    field.isReversed = scale.isReversed
    field.reasons.insert(
      scale.reason + (rows > 1 ? "; the \(rows) rows of the question share it" : ""), at: 0)
  }

  /// Takes the labels that the file gives to values.
  private func takeLabels(_ field: inout FieldGuess, _ answers: [String]) -> Bool {
    guard let labels else { return false }
    let skipped = Set(field.refused + field.missing)
    let known = labels.values.filter { !skipped.contains($0.value) && !labels.isUserMissing($0.value) }
    guard known.count >= 2, !summary.isOverfull else { return false }
    if takeEnds(&field, known) { return true }
    var codes = known.map(\.value)
    for answer in answers where !codes.contains(answer) { codes.append(answer) }
    guard codes.count <= Self.mostCategories, codes.count <= known.count * 2 else { return false }
    let numbers = codes.compactMap { Int($0) }
    if numbers.count == codes.count { codes = numbers.sorted().map(String.init) } else { codes.sort() }
    field.categories = codes.map { FieldGuess.Category(value: $0, label: label($0) ?? $0) }
    let words = field.categories.map(\.label)
    if numbers.count == codes.count, words.count == 2, let truth = TruthWords(words) {
      field.type = "boolean"
      field.categories = []
      field.trueValues = [codes[truth.trueIndex]]
      field.falseValues = [codes[1 - truth.trueIndex]]
      field.reasons.insert("the file labels its two codes \(quoted(words))", at: 0)
      return true
    }
    let ladder = AnswerLadders.ladder(of: words)
    let isRising = ladder.map { $0.steps == $0.steps.sorted() } ?? false
    let isFalling = ladder.map { $0.steps == $0.steps.sorted(by: >) } ?? false
    if numbers.count == codes.count, isRising || isFalling || (labels.measure == .ordinal && codes.count > 2) {
      field.type = "integer"
      field.isOrdered = true
      field.isReversed = isFalling
      let why = ladder.map { "words of \($0.ladder.name)" } ?? "the file calls the variable ordinal"
      field.reasons.insert("a scale of \(codes.count) points by the labels of the file: \(why)", at: 0)
    } else {
      field.reasons.insert("the file labels \(known.count) values", at: 0)
    }
    if let bare = codes.first(where: { label($0) == nil }) {
      field.reasons.append("the file has no label for \(quoted([bare])); add one")
    }
    return true
  }

  /// Takes labels of some points of a scale, the first and the last among them.
  private func takeEnds(_ field: inout FieldGuess, _ known: [ColumnLabels.ValueLabel]) -> Bool {
    let labelled = known.compactMap { Int($0.value) }
    let answers = summary.answers.filter { !field.missing.contains($0) && !field.refused.contains($0) }
    let seen = answers.compactMap { Int($0) }
    guard labelled.count == known.count, seen.count == answers.count, let low = labelled.min(),
      let high = labelled.max(),
      (3...10).contains(high - low), labelled.count <= high - low, seen.allSatisfy({ (low...high).contains($0) })
    else { return false }
    field.type = "integer"
    field.isOrdered = true
    field.categories = (low...high).map {
      FieldGuess.Category(value: String($0), label: label(String($0)) ?? String($0))
    }
    field.reasons.insert("a scale from \(low) to \(high), of which the file labels \(labelled.count) points", at: 0)
    return true
  }

  private func takeTruth(_ field: inout FieldGuess, _ answers: [String]) -> Bool {
    guard (1...2).contains(answers.count), !summary.isOverfull else { return false }
    guard let truth = TruthWords(answers) else { return false }
    field.type = "boolean"
    field.trueValues = [truth.trueIndex < answers.count ? answers[truth.trueIndex] : truth.missingWord]
    field.falseValues = answers.enumerated().filter { $0.offset != truth.trueIndex }.map(\.element)
    if field.falseValues.isEmpty { field.falseValues = [truth.missingWord] }
    field.reasons.insert("two answers, yes and no: \(quoted(answers))", at: 0)
    return true
  }

  private func takeMoment(_ field: inout FieldGuess) -> Bool {
    let answered = summary.given - specialCells(field)
    guard answered > 0, summary.seen.moments.all == answered else { return false }
    if summary.seen.moments[.isoDay] == answered {
      field.type = "date"
      field.reasons.insert("every answer is a day", at: 0)
    } else if summary.seen.moments[.other] == 0 {
      field.type = "datetime"
      field.reasons.insert("every answer is a day with a time", at: 0)
    } else if let pattern = summary.seen.moments.common.first {
      field.type = pattern.contains("%H") ? "datetime" : "date"
      field.format = pattern
      field.reasons.insert("days written as \"\(pattern)\", such as \(quoted(Array(summary.answers.prefix(1))))", at: 0)
      if summary.seen.moments.common.count > 1 {
        field.reasons.append("month and day cannot be told apart: check which one comes first")
      }
    } else {
      field.reasons.insert(
        "days that are not written as 2021-03-01, such as \(quoted(Array(summary.answers.prefix(1)))); kept as text",
        at: 0)
    }
    return true
  }

  /// Takes small whole numbers for the points of a scale.
  private func takePoints(_ field: inout FieldGuess, _ answers: [String]) -> Bool {
    let numbers = shared.filter { !field.missing.contains($0) && !field.refused.contains($0) }.map { Int($0) }
    let points = numbers.compactMap { $0 }
    guard !points.isEmpty, points.count == numbers.count, let low = points.min(), let high = points.max(),
      low >= 0, (3...11).contains(high - min(low, 1) + 1), !summary.isOverfull, Set(points).count >= 3
    else { return false }
    let isWhole = Set(points).count == high - low + 1 && [4, 5, 7, 10].contains(high) && low <= 1
    let asksForOne = speaksOfRating && high <= 10
    guard rows >= 2 && low <= 1 || rows >= 3 || isWhole && summary.given >= 15 && low == 1 || asksForOne else {
      return false
    }
    let first = low == 0 ? 0 : 1
    let last = asksForOne ? [5, 7, 10].first { $0 >= high } ?? high : high
    field.type = "integer"
    field.isOrdered = true
    field.categories = (first...last).map { FieldGuess.Category(value: String($0), label: String($0)) }
    field.reasons.insert(
      "a scale from \(first) to \(last): "
        + (rows >= 2
          ? "\(rows) rows of one question hold such numbers"
          : asksForOne
            ? "the question asks for a mark, and \(low) to \(high) were seen" : "every point of it was chosen")
        + "; if these are counts, or codes of a list of answers, say so", at: 0)
    return true
  }

  /// Whether the question asks for a mark or a degree.
  private var speaksOfRating: Bool {
    let words = [
      "tevreden", "satisf", "cijfer", "schaal", "scale", "rating", "in hoeverre", "to what extent", "hoe belangrijk",
      "how important", "how likely", "hoe waarschijnlijk", "mate waarin",
    ]
    let heading = question.lowercased()
    return words.contains { heading.contains($0) }
  }

  private func takeNumber(_ field: inout FieldGuess) -> Bool {
    let answered = summary.given - specialCells(field)
    let form = numberForm
    let range = summary.seen.numbers[form]
    guard answered > 0, range.cells * 10 >= answered * 9 else { return false }
    // A few points of which the last is open (`5+`) are a list.
    if range.cells < answered, !summary.isOverfull, summary.answers.count <= 12 { return false }
    let codes = field.missing.compactMap(Double.init)
    let isWhole = form == .whole || range.fractions == 0 && form == .point
    field.type = isWhole ? "integer" : "number"
    switch form {
    case .whole: field.reasons.insert("whole numbers", at: 0)
    case .point:
      field.reasons.insert(
        isWhole ? "whole numbers, some written with a point as 8.0" : "numbers with a decimal point", at: 0)
    case .comma: field.reasons.insert("numbers with a decimal comma", at: 0)
    case .commaWithPoints: field.reasons.insert("numbers with points between thousands and a decimal comma", at: 0)
    case .pointWithCommas: field.reasons.insert("numbers with commas between thousands and a decimal point", at: 0)
    }
    if form == .comma || form == .commaWithPoints { field.decimalMark = "," }
    if form == .commaWithPoints { field.groupMark = "." }
    if form == .pointWithCommas { field.groupMark = "," }
    if field.groupMark != nil || !summary.seen.units.isEmpty { field.type = "number" }
    noteUnits(&field)
    if codes.isEmpty {
      field.reasons.append("seen from \(shown(range.lowest)) to \(shown(range.highest))")
    }
    let lowest =
      codes.isEmpty ? range.lowest : summary.answers.compactMap(Double.init).filter { !codes.contains($0) }.min() ?? 0
    if lowest >= 0 { field.minimum = "0" }
    if field.unit == "%", range.highest <= 100 { field.maximum = "100" }
    if answered > range.cells { field.reasons.append("\(answered - range.cells) answers are no such number") }
    return true
  }

  private func noteUnits(_ field: inout FieldGuess) {
    guard !summary.seen.units.isEmpty else { return }
    let units = summary.seen.units.keys.sorted {
      (-(summary.seen.units[$0] ?? 0), $0) < (-(summary.seen.units[$1] ?? 0), $1)
    }
    field.unit = units[0]
    field.reasons.append("units around the number: \(quoted(units))")
  }

  /// The form of numbers in most cells; points before three digits are marks of thousands in a file of decimal commas.
  private var numberForm: WrittenNumber.Form {
    let best = summary.seen.numbers.best
    guard best == .point, isDutch, summary.seen.numbers[.commaWithPoints].cells == summary.seen.numbers[.point].cells
    else {
      return best
    }
    return .commaWithPoints
  }

  private func takeList(_ field: inout FieldGuess, _ answers: [String]) -> Bool {
    let answered = summary.given - specialCells(field)
    guard !summary.isOverfull, !answers.isEmpty, summary.longest <= 120 else { return false }
    var byKey: [String: Int] = [:]
    var categories: [FieldGuess.Category] = []
    for answer in answers {
      let key = AnswerLadders.key(answer)
      if let index = byKey[key] {
        categories[index].also.append(answer)
      } else {
        byKey[key] = categories.count
        categories.append(FieldGuess.Category(value: answer, label: answer == "-oth-" ? "other" : answer))
      }
    }
    let single = categories.count { $0.also.isEmpty && summary.count(of: $0.value) == 1 }
    guard categories.count <= Self.mostCategories, answered >= categories.count * 2,
      categories.count <= 6 || single * 2 <= categories.count
    else { return false }
    let numbers = categories.map { Int($0.value.prefix { $0.isNumber }) }
    if !numbers.contains(nil) {
      categories.sort {
        (Int($0.value.prefix { $0.isNumber }) ?? 0, $0.value) < (Int($1.value.prefix { $0.isNumber }) ?? 0, $1.value)
      }
    }
    let rest: Set<String> = ["other", "anders", "overig", "overige", "-oth-"]
    categories =
      categories.filter { !rest.contains($0.value.lowercased()) }
      + categories.filter { rest.contains($0.value.lowercased()) }
    field.categories = categories
    field.reasons.insert(
      categories.count == 1
        ? "always the same answer: it tells nothing apart" : "\(categories.count) different answers, each given often",
      at: 0)
    if answers.contains("-oth-") { field.reasons.append("\"-oth-\" is how LimeSurvey writes the choice 'other'") }
    return true
  }

  private func takeText(_ field: inout FieldGuess) {
    field.isIdentifying = true
    let amount = summary.isOverfull ? "more than \(ColumnSummary.mostValues)" : "\(summary.answers.count)"
    field.reasons.insert("free text: \(amount) different answers; it may tell who somebody is", at: 0)
    field.refused = []
    field.missing = []
    field.reasons.removeAll { $0.hasPrefix("read as ") }
  }

  // MARK: - Words

  private func specialCells(_ field: FieldGuess) -> Int {
    (field.missing + field.refused).reduce(0) { $0 + summary.count(of: $1) }
  }

  private func label(_ value: String) -> String? {
    labels?.values.first { $0.value == value }.map(\.label).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func labelled(_ value: String) -> String { label(value).map { "\(value) (\($0))" } ?? value }

  private func quoted(_ texts: [String]) -> String {
    let shown = texts.prefix(6).map { "\"\($0.count > 40 ? $0.prefix(40) + "…" : $0)\"" }.joined(separator: ", ")
    return texts.count > 6 ? shown + ", …" : shown
  }

  private func shown(_ number: Double) -> String {
    guard number.isFinite else { return number < 0 ? "the lowest" : "the highest" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
