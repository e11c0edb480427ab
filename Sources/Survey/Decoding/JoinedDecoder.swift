import Settings
import Tables

/// How a cell is read that holds several choices of a multi-select, such as `1,3,5` or `Bus, Train, by night`.
///
/// A choice may itself contain what stands between choices, so at each place the longest choice that is known is taken:
/// first as it is written, then without regard to case. What is no choice goes to the question that was declared for it,
/// or becomes a finding.
struct JoinedDecoder: Sendable {
  /// The multi-select.
  let group: MultiSelect
  /// The position of its column in the file.
  let position: Int
  /// The positions of its options in the codebook.
  let options: [Int]
  /// The position of the question that takes what is no choice.
  let other: Int?
  private let choices: [(text: [Character], option: Int)]
  private let joiner: [Character]
  private let states: [String: UInt32]

  init(_ group: MultiSelect, of codebook: Codebook, position: Int) {
    self.group = group
    self.position = position
    options = codebook.questions.indices.filter { codebook.questions[$0].group == group.name }
    other = group.other.flatMap { name in codebook.questions.firstIndex { $0.name == name } }
    var choices: [(text: [Character], option: Int)] = []
    var states: [String: UInt32] = [:]
    for (option, number) in options.enumerated() {
      let question = codebook.questions[number]
      let words = question.optionText.map { [$0] } ?? [question.name, question.label.nl, question.label.en]
      for text in words where !choices.contains(where: { $0.text == Array(text) }) {
        choices.append((Array(trimmed(text)), option))
      }
      for text in question.missingValues { states[text] = CellCode.missing }
      for text in question.refused { states[text] = CellCode.refused }
      for text in question.notShown { states[text] = CellCode.notShown }
    }
    self.choices = choices.sorted { ($0.text.count, $1.option) > ($1.text.count, $0.option) }
    self.states = states
    let bare = trimmed(group.joiner)
    joiner = Array(bare.isEmpty ? group.joiner : bare)
  }

  /// What a cell says: a code for each option, and what is no choice.
  struct Reading: Sendable {
    var codes: [UInt32]
    var rest: String?
  }

  /// Reads a cell; spaces around choices do not count.
  func read(_ raw: String) -> Reading {
    let text = trimmed(raw)
    if let state = states[text] { return Reading(codes: Array(repeating: state, count: options.count)) }
    var codes = Array(repeating: CellCode.notSelected, count: options.count)
    let characters = Array(text)
    let folded = characters.map { Character($0.lowercased()) }
    var rest: [String] = []
    var restEnds: Int?
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
      } else if let (option, end) = choice(at: index, characters) ?? choice(at: index, folded, isFolded: true) {
        codes[option] = 1
        index = skipJoiner(end, characters)
      } else {
        let end = nextJoiner(from: index, characters)
        let piece = String(characters[index..<end])
        // What was typed may hold the joiner itself; two pieces beside each other are one.
        if restEnds == index, let last = rest.popLast() {
          rest.append(last + group.joiner + piece)
        } else {
          rest.append(piece)
        }
        index = skipJoiner(end, characters)
        restEnds = index
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        if restEnds != nil { restEnds = index }
      }
    }
    return Reading(codes: codes, rest: rest.isEmpty ? nil : trimmed(rest.joined(separator: group.joiner)))
  }

  private func choice(at start: Int, _ text: [Character], isFolded: Bool = false) -> (option: Int, end: Int)? {
    for (wanted, option) in choices {
      let end = start + wanted.count
      guard end <= text.count, !wanted.isEmpty else { continue }
      let isSame =
        isFolded
        ? zip(text[start..<end], wanted).allSatisfy { $0 == Character($1.lowercased()) }
        : text[start..<end].elementsEqual(wanted)
      guard isSame else { continue }
      var next = end
      while next < text.count, text[next].isWhitespace { next += 1 }
      if next == text.count || isJoiner(at: next, text) { return (option, next) }
    }
    return nil
  }

  private func isJoiner(at index: Int, _ text: [Character]) -> Bool {
    index + joiner.count <= text.count && text[index..<index + joiner.count].elementsEqual(joiner)
  }

  private func nextJoiner(from start: Int, _ text: [Character]) -> Int {
    var index = start
    while index < text.count, !isJoiner(at: index, text) { index += 1 }
    return index
  }

  private func skipJoiner(_ index: Int, _ text: [Character]) -> Int {
    isJoiner(at: index, text) ? index + joiner.count : index
  }
}
