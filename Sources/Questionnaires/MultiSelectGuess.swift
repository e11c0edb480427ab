/// Tells whether the columns of one question are the options of a multi-select, and what stands for a chosen option.
struct MultiSelectGuess {
  /// What each column holds when its option was chosen.
  var chosen: [String]
  /// What all columns hold when their option was not chosen; empty when nothing is written then.
  var notChosen: [String]
  /// Why this is a multi-select.
  var reason: String

  /// Finds a multi-select, or nothing.
  ///
  /// Either all columns hold yes and no, or one word that says yes; or each column holds one text of its own.
  ///
  /// - Parameters:
  ///   - columns: What was seen of the columns.
  ///   - options: The words of the options.
  init?(_ columns: [ColumnSummary], options: [String]) {
    guard columns.count >= 2, columns.allSatisfy({ !$0.isOverfull }) else { return nil }
    let answers = columns.map(\.answers)
    var all: [String] = []
    for answer in answers.flatMap(\.self) where !all.contains(answer) { all.append(answer) }
    all.sort()
    guard !all.isEmpty else { return nil }
    if all.count <= 2, let truth = TruthWords(all) {
      guard truth.trueIndex < all.count else { return nil }
      let yes = all[truth.trueIndex]
      let no = all.filter { $0 != yes }
      chosen = columns.map { _ in yes }
      notChosen = no
      reason =
        no.isEmpty
        ? "\(columns.count) columns of one question hold \"\(yes)\" or nothing"
        : "\(columns.count) columns of one question hold \"\(yes)\" or \"\(no[0])\""
      return
    }
    guard answers.allSatisfy({ $0.count <= 1 }), answers.count(where: { !$0.isEmpty }) >= 2,
      columns.contains(where: { $0.blank > 0 })
    else { return nil }
    let isOwn = zip(answers, options).allSatisfy { answer, option in
      answer.first.map { AnswerLadders.key($0) == AnswerLadders.key(option) } ?? true
    }
    chosen = zip(answers, options).map { $0.first ?? (isOwn ? $1 : all[0]) }
    notChosen = []
    reason =
      isOwn
      ? "\(columns.count) columns of one question hold the words of their own choice, or nothing"
      : "\(columns.count) columns of one question hold one text each, or nothing"
  }
}
