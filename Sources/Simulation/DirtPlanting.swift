import Matrices
public import Registers
import Tables

/// Plants dirt in a drawn wave, each kind in a few records that have no other.
///
/// Which records are dirtied follows from the seed of the plan alone; the order of the records stays, and a record that is
/// there twice comes right after the first. The wave gets a column for the time that answering took when the questions
/// have one, since speed cannot be seen without it.
///
/// - Parameters:
///   - wave: The wave, as ``simulate(_:questions:register:)`` drew it.
///   - plan: The plan from which it was drawn.
///   - questions: All questions, those that the wave lacks included, in the order of the codebook.
///   - register: The units, if the survey has a register.
///   - kinds: The kinds of dirt.
/// - Returns: The dirty wave, with a list of all that was planted. A kind for which there is no fitting record is left out.
/// - Complexity: O(*n* · *q*) for *n* records and *q* questions.
public func dirtied(
  _ wave: SimulatedWave, _ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?,
  kinds: [DirtKind] = DirtKind.allCases
) -> DirtyWave {
  var planting = DirtPlanting(wave.records, plan, questions, register)
  for kind in DirtKind.allCases where kinds.contains(kind) { planting.plant(kind) }
  return planting.wave
}

/// A wave while dirt is planted in it.
struct DirtPlanting {
  let plan: SimulationPlan
  let questions: [SimulatedQuestion]
  let register: Register?
  var rows: [DirtyRow]
  /// For each row the rows that are put behind it.
  private var copies: [Int: [DirtyRow]] = [:]
  private var spots: [(row: Int?, copy: Bool, spot: DirtyWave.Spot)] = []
  private var free: [Int]
  private var footer: [String] = []
  private var blankRows = 0

  /// The number of records that get a kind of dirt.
  private static let times = 3

  init(_ records: Table, _ plan: SimulationPlan, _ questions: [SimulatedQuestion], _ register: Register?) {
    self.plan = plan
    self.questions = questions
    self.register = register
    let columns = questions.map { records[$0.name]?.texts.map { $0 ?? "" } }
    let count = records.rowCount
    rows = (0..<count).map { row in
      DirtyRow(
        fields: zip(questions, columns).map { question, column in
          if let column { return column[row] }
          // Office work: between seven and sixteen minutes.
          var generator = SeededGenerator(seed: plan.seed, streams: Stream.duration, row)
          return question.kind == .duration ? String(420 + generator.index(below: 540)) : ""
        })
    }
    var generator = SeededGenerator(seed: plan.seed, streams: Stream.dirt)
    free = generator.permutation(of: count)
  }

  /// The wave with the dirt that was planted, record by record.
  var wave: DirtyWave {
    var all: [DirtyRow] = []
    var numbers: [(own: Int, copy: Int)] = []
    for (index, row) in rows.enumerated() {
      all.append(row)
      numbers.append((all.count, all.count + 1))
      all += copies[index] ?? []
    }
    let respondent = position { $0 == .respondent }
    let found = spots.map { row, isCopy, spot in
      var spot = spot
      if let row {
        spot.record = isCopy ? numbers[row].copy : numbers[row].own
        spot.respondent = respondent.map { rows[row].fields[$0] }
      }
      return spot
    }
    let order = found.indices.sorted { (found[$0].record ?? .max, $0) < (found[$1].record ?? .max, $1) }
    return DirtyWave(
      header: questions.map(\.name), spots: order.map { found[$0] }, rows: all, footer: footer, blankRows: blankRows)
  }

  // MARK: - Records and columns

  func position(_ isWanted: (SimulatedQuestion.Kind) -> Bool) -> Int? {
    questions.firstIndex { isWanted($0.kind) }
  }

  /// Takes the next records that meet a condition and have no dirt yet.
  mutating func take(_ count: Int = DirtPlanting.times, where isFit: (DirtyRow) -> Bool = { _ in true }) -> [Int] {
    var taken: [Int] = []
    free.removeAll { row in
      guard taken.count < count, isFit(rows[row]) else { return false }
      taken.append(row)
      return true
    }
    return taken
  }

  /// Writes something else in a cell.
  mutating func write(_ text: String, _ row: Int, _ column: Int, _ kind: DirtKind) {
    note(kind, row, column: column, original: rows[row].fields[column], written: text)
    rows[row].fields[column] = text
  }

  mutating func note(
    _ kind: DirtKind, _ row: Int?, column: Int? = nil, copy: Bool = false, original: String = "", written: String = ""
  ) {
    let spot = DirtyWave.Spot(
      record: nil, respondent: nil, kind: kind, column: column.map { questions[$0].name }, original: original,
      written: written)
    spots.append((row, copy, spot))
  }

  /// Puts a second record of the same respondent behind the first.
  mutating func repeatRecord(_ row: Int, _ kind: DirtKind, _ change: (inout DirtyRow) -> Void) {
    var copy = rows[row]
    change(&copy)
    copies[row, default: []].append(copy)
    note(kind, row)
    note(kind, row, copy: true)
  }

  // MARK: - The file

  mutating func addFooter(_ line: String) {
    footer.append(line)
    note(.footer, nil, written: line)
  }

  mutating func addBlankRows(_ count: Int) {
    blankRows = count
    note(.blankRows, nil, written: "\(count) rows")
  }
}
