import Matrices
import Registers
import Tables

extension DirtPlanting {
  /// Plants one kind of dirt.
  mutating func plant(_ kind: DirtKind) {
    switch kind {
    case .padding: plantPadding()
    case .thousands: plantThousands()
    case .codesWithLabels: plantLabels(.codesWithLabels) { "\($0) (\($1))" }
    case .labels: plantLabels(.labels) { $1 }
    case .refused: plantRefused()
    case .outOfRange: plantInIntegers(.outOfRange, "9999")
    case .notAllowed: plantInScales(.notAllowed, "77")
    case .routing: plantContradictions()
    case .outOfTime: plantOutOfTime()
    case .hostile: plantHostile()
    case .lineBreaks: plantLineBreaks()
    case .typos, .ambiguous, .suffixes, .historic, .prefixes, .accents, .outsiders: plantName(kind)
    case .duplicates: plantDuplicates()
    case .conflicts: plantConflicts()
    case .straightLines: plantStraightLines()
    case .speeders: plantSpeeders()
    case .sparse: plantSparse()
    case .nameless: plantNameless()
    case .ragged: plantRagged()
    case .strayQuotes: plantStrayQuotes()
    case .byteOrderMarks: plantByteOrderMarks()
    case .blankRows: addBlankRows(3)
    case .footer: addFooter("Bron: CBS")
    }
  }

  private var integer: Int? { position { $0 == .integer } }
  private var text: Int? { position { $0 == .text } }
  private var unit: Int? { position { $0 == .unit } }
  private var duration: Int? { position { $0 == .duration } }
  private var scales: [Int] {
    questions.indices.filter { if case .scale = questions[$0].kind { true } else { false } }
  }
  private var routed: Set<String> { Set(plan.routing.flatMap { [$0.question, $0.unless] }) }

  // MARK: - Cells

  private mutating func plantPadding() {
    guard let number = position({ if case .number = $0 { true } else { false } }) else { return }
    for (row, space) in zip(take { !$0.fields[number].isEmpty }, [" ", "   ", "\u{A0}"]) {
      write(space + rows[row].fields[number] + space, row, number, .padding)
    }
  }

  private mutating func plantThousands() {
    guard let duration else { return }
    for (row, written) in zip(take(), ["1.245", "1.010", "2.400"]) { write(written, row, duration, .thousands) }
  }

  private mutating func plantLabels(_ kind: DirtKind, _ write: (String, String) -> String) {
    let open = scales.filter { !questions[$0].labels.isEmpty && !routed.contains(questions[$0].name) }
    for (number, column) in open.prefix(3).enumerated() {
      let labels = questions[column].labels
      for row in take(1, where: { labels[$0.fields[column]] != nil }) {
        let code = rows[row].fields[column]
        self.write(write(code, labels[code] ?? ""), row, open[number], kind)
      }
    }
  }

  private mutating func plantRefused() {
    for column in questions.indices {
      guard case .choice(_, let unknown?) = questions[column].kind else { continue }
      for row in take(1, where: { !$0.fields[column].isEmpty && $0.fields[column] != unknown }) {
        write(unknown, row, column, .refused)
      }
    }
  }

  private mutating func plantInIntegers(_ kind: DirtKind, _ written: String) {
    guard let integer else { return }
    let decisive = plan.routing.filter { $0.unless == questions[integer].name }.map(\.holds)
    for row in take(where: { !decisive.contains($0.fields[integer]) && !$0.fields[integer].isEmpty }) {
      write(written, row, integer, kind)
    }
  }

  private mutating func plantInScales(_ kind: DirtKind, _ written: String) {
    for column in scales.filter({ !routed.contains(questions[$0].name) }).suffix(3) {
      for row in take(1, where: { !$0.fields[column].isEmpty }) { write(written, row, column, kind) }
    }
  }

  private mutating func plantContradictions() {
    for route in plan.routing {
      guard let question = questions.firstIndex(where: { $0.name == route.question }),
        let decider = questions.firstIndex(where: { $0.name == route.unless }),
        case .scale(let range) = questions[question].kind
      else { continue }
      for row in take(1, where: { $0.fields[decider] == route.holds }) {
        write(String(range.upperBound), row, question, .routing)
      }
    }
  }

  private mutating func plantOutOfTime() {
    guard let moment = position({ $0 == .submitted }) else { return }
    for row in take(2) { write("2001-02-03T04:05", row, moment, .outOfTime) }
  }

  private mutating func plantHostile() {
    guard let text else { return }
    let cells = [
      "=CMD(\"calc\")", "<script>alert(1)</script>", "@SUM(1+1)*cmd|' /C calc'!A0", "'); DROP TABLE wave; --",
    ]
    for (row, cell) in zip(take(cells.count), cells) { write(cell, row, text, .hostile) }
  }

  private mutating func plantLineBreaks() {
    guard let text else { return }
    let cells = ["Eerst dit,\nen dan dat.", "Zij zei: \"nee\";\r\nen dat bleef zo.", "één\n\ntwee; drie, vier\tvijf"]
    for (row, cell) in zip(take(), cells) { write(cell, row, text, .lineBreaks) }
  }

  // MARK: - Names

  private mutating func plantName(_ kind: DirtKind) {
    guard let unit else { return }
    let names = DirtyNames(register, on: plan.date)
    switch kind {
    case .ambiguous: plant(names.ambiguous, of: 2, kind, unit)
    case .suffixes: plant(names.suffixed, of: 3, kind, unit)
    case .historic: plant(names.former, of: 3, kind, unit)
    case .accents: plant(names.withoutAccents, of: 2, kind, unit)
    case .outsiders: plant(["Platform Data Noord", "n.v.t.", "<b>Onbekend</b>"], of: 3, kind, unit)
    case .typos:
      for row in take(where: { names.misspelt($0.fields[unit]) != nil }) {
        write(names.misspelt(rows[row].fields[unit]) ?? "", row, unit, kind)
      }
    default:
      for row in take(where: { names.prefixed($0.fields[unit]) != nil }) {
        write(names.prefixed(rows[row].fields[unit]) ?? "", row, unit, kind)
      }
    }
  }

  /// Writes names spread over a list in records whose own name is not that of an outsider.
  private mutating func plant(_ names: [String], of count: Int, _ kind: DirtKind, _ unit: Int) {
    let chosen = (0..<min(count, names.count)).map { names[$0 * names.count / count] }
    let outsiders = plan.outsiders
    let taken = take(chosen.count) { !outsiders.contains($0.fields[unit]) }
    for (row, name) in zip(taken, chosen) { write(name, row, unit, kind) }
  }

  // MARK: - Records

  private mutating func plantDuplicates() {
    guard let column = scales.first else { return }
    for row in take(2, where: { !$0.fields[column].isEmpty }) {
      repeatRecord(row, .duplicates) { $0.fields[column] = "" }
    }
  }

  private mutating func plantConflicts() {
    let columns = scales.filter { !routed.contains(questions[$0].name) }.prefix(2)
    guard let moment = position({ $0 == .submitted }), columns.count == 2 else { return }
    for row in take(2, where: { row in columns.allSatisfy { !row.fields[$0].isEmpty } }) {
      repeatRecord(row, .conflicts) { [last = plan.to.iso] copy in
        for column in columns { copy.fields[column] = copy.fields[column] == "2" ? "4" : "2" }
        copy.fields[moment] = "\(last)T23:30"
      }
    }
  }

  private mutating func plantStraightLines() {
    for row in take(2) {
      for column in scales where !rows[row].fields[column].isEmpty { rows[row].fields[column] = "3" }
      note(.straightLines, row)
    }
  }

  private mutating func plantSpeeders() {
    guard let duration else { return }
    for (row, written) in zip(take(), ["41", "95", "120"]) { write(written, row, duration, .speeders) }
  }

  /// Leaves just over half of the closed questions answered: too few to trust, enough to be used.
  private mutating func plantSparse() {
    var blocks: [[Int]] = []
    for (column, question) in questions.enumerated() where question.isClosed {
      if let group = question.group, let block = blocks.firstIndex(where: { questions[$0[0]].group == group }) {
        blocks[block].append(column)
      } else {
        blocks.append([column])
      }
    }
    let decisive = routed
    for row in take(2, where: { row in blocks.allSatisfy { $0.contains { !row.fields[$0].isEmpty } } }) {
      let kept = blocks.count * 11 / 20
      let emptied = blocks.reversed().filter { !$0.contains { decisive.contains(questions[$0].name) } }
      for column in emptied.prefix(blocks.count - kept).joined() { rows[row].fields[column] = "" }
      note(.sparse, row)
    }
  }

  private mutating func plantNameless() {
    guard let respondent = position({ $0 == .respondent }) else { return }
    for row in take(1) { write("", row, respondent, .nameless) }
  }

  private mutating func plantRagged() {
    for (row, isLong) in zip(take(2), [false, true]) {
      let width = rows[row].fields.count
      if isLong { rows[row].fields += ["", ""] } else { rows[row].fields.removeLast(3) }
      note(.ragged, row, original: "\(width) fields", written: "\(rows[row].fields.count) fields")
    }
  }

  private mutating func plantStrayQuotes() {
    guard let text else { return }
    for row in take(1) {
      write("Het woord \"data zegt niets", row, text, .strayQuotes)
      rows[row].bare = text
    }
  }

  private mutating func plantByteOrderMarks() {
    for row in take(2) {
      rows[row].hasByteOrderMark = true
      note(.byteOrderMarks, row)
    }
  }
}
