import Diagnostics
import Tables

/// The pieces of a file, put together in its order.
struct MergedPieces {
  private(set) var columns: [AnswerCells] = []
  private(set) var lines: [UInt32] = []
  private(set) var shown: [UInt16] = []
  private(set) var answered: [UInt16] = []
  private(set) var findings = FindingEntries()
  private(set) var made: [(row: Int, finding: Finding)] = []
  private(set) var quarantine = QuarantineEntries()
  /// Whether every record names its respondent, each after the one before, byte by byte.
  private(set) var keysAscend = true
  private(set) var excluded: [(row: Int, question: Int, text: String)] = []
  private(set) var flawed: [Int] = []
  private(set) var surprising: [Int] = []

  /// Takes the pieces apart column by column, so that no more than one column is there twice.
  init(_ pieces: consuming [DecodedPiece], questions: Int, respondent: Int?) {
    if pieces.count == 1 {
      columns = pieces[0].columns
      pieces[0].columns = []
    } else {
      for question in 0..<questions { columns.append(Self.takeColumn(question, from: &pieces)) }
    }
    var count = 0
    let total = pieces.reduce(0) { $0 + $1.count }
    lines.reserveCapacity(total)
    shown.reserveCapacity(total)
    answered.reserveCapacity(total)
    var starts: [Int] = []
    keysAscend = pieces.allSatisfy(\.keysAscend)
    for index in pieces.indices {
      starts.append(count)
      lines.append(contentsOf: pieces[index].lines)
      shown.append(contentsOf: pieces[index].shown)
      answered.append(contentsOf: pieces[index].answered)
      findings.append(pieces[index].findings, after: count)
      made.append(contentsOf: pieces[index].made.lazy.map { ($0.row + count, $0.finding) })
      quarantine.append(pieces[index].quarantine, after: count)
      excluded.append(contentsOf: pieces[index].excluded.lazy.map { ($0.row + count, $0.question, $0.text) })
      flawed.append(contentsOf: pieces[index].flawed.lazy.map { $0 + count })
      surprising.append(contentsOf: pieces[index].surprising.lazy.map { $0 + count })
      count += pieces[index].count
    }
    keysAscend = keysAscend && respondent.map { columns[$0].ascends(at: starts) } ?? true
  }

  private static func takeColumn(_ question: Int, from pieces: inout [DecodedPiece]) -> AnswerCells {
    var parts: [AnswerCells] = []
    for index in pieces.indices { parts.append(take(question, from: &pieces[index])) }
    var memo = TextMemo()
    var maps: [[UInt32]] = []
    for part in parts {
      guard case .names(_, let theirs) = part.store else { continue }
      maps.append(memo.positionsAdding(theirs))
    }
    return AnswerCells.joined(&parts, names: maps, memo.texts)
  }

  private static func take(_ question: Int, from piece: inout DecodedPiece) -> AnswerCells {
    let cells = piece.columns[question]
    piece.columns[question].store = .codes([])
    piece.columns[question].states = []
    return cells
  }
}
