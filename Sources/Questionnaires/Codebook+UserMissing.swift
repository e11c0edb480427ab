public import Diagnostics
public import Exports
public import Survey

extension Codebook {
  /// Returns the codebook with the values that a data file declares to be no answer read as refused, where the codebook
  /// says nothing of them.
  ///
  /// A range of numbers counts as its labelled values and, when it holds at most a thousand whole numbers, as all of these.
  ///
  /// - Parameters:
  ///   - labels: What the file tells of its columns, in their order; nothing for a delimited file.
  ///   - layout: The columns of the file.
  /// - Returns: The codebook, and a note for each field that was completed.
  public func refusing(userMissing labels: [ColumnLabels], in layout: ExportLayout) -> (Codebook, [Finding]) {
    var codebook = self
    var notes: [Finding] = []
    for (column, label) in zip(layout.columns, labels) where !label.userMissing.isEmpty {
      guard let index = questions.firstIndex(where: { column.names.contains($0.column ?? $0.name) }) else { continue }
      let question = questions[index]
      let known = question.missingValues + question.refused + question.notShown + question.categories.map(\.value)
      let fresh = label.userMissingTexts.filter { !known.contains($0) }
      if fresh.isEmpty { continue }
      codebook.questions[index].refused += fresh
      let shown = fresh.count == 1 ? "\"\(fresh[0])\"" : "\(fresh.count) values, such as \"\(fresh[0])\""
      notes.append(
        Finding(
          .note, rule: "user-missing", at: Place(field: question.name), value: fresh[0],
          message: "the file declares \(shown) of '\(question.name)' to be no answer; read as refused or don't know",
          mend: "list them under 'koers:refused' or 'missingValues' of \(question.name) in the codebook"))
    }
    return (codebook, notes)
  }
}

extension ColumnLabels {
  /// The values that the file declares to be no answer, as texts.
  fileprivate var userMissingTexts: [String] {
    var texts: [String] = []
    for missing in userMissing {
      switch missing {
      case .value(let value): texts.append(value)
      case .range(let low, let high):
        texts += values.map(\.value).filter { isUserMissing($0) }
        if low.isFinite, high.isFinite, high - low <= 1000, low.magnitude < 1e9 {
          texts += (Int(low.rounded(.up))...max(Int(low.rounded(.up)), Int(high))).map(String.init).filter {
            isUserMissing($0)
          }
        }
      }
    }
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
