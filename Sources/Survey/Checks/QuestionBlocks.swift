import Tables

extension Codebook {
  /// The questions by number that meet a condition; the options of a multi-select are one block.
  func blocks(where isIn: (Question) -> Bool) -> [[Int]] {
    var blocks: [[Int]] = []
    var ofGroup: [String: Int] = [:]
    for (number, question) in questions.enumerated() where isIn(question) {
      if let group = question.group {
        if let block = ofGroup[group] {
          blocks[block].append(number)
          continue
        }
        ofGroup[group] = blocks.count
      }
      blocks.append([number])
    }
    return blocks
  }

  /// The closed questions, of which a respondent must have answered enough.
  var closedBlocks: [[Int]] { blocks { $0.role == .answer && $0.kind != .text } }
}

extension [[Int]] {
  /// Returns how many of the blocks a record answers, and how many it was shown.
  func coverage(of record: Int, _ answers: some RecordAnswers) -> (answered: Int, shown: Int) {
    var shown = 0
    var answered = 0
    for block in self where block.contains(where: { answers.state($0, of: record) != .notShown }) {
      shown += 1
      if block.contains(where: { answers.isGiven($0, of: record) }) { answered += 1 }
    }
    return (answered, shown)
  }
}
