public import Diagnostics
import Files
import Synchronization
public import Tables

extension CSVSource {
  /// Reads all records, and hands them over in pieces.
  ///
  /// Where a piece begins is foretold from the quotes before it. A quote that stands where none may makes that wrong, so
  /// a piece counts only when it begins where the one before it really ends; otherwise it is read again from there.
  ///
  /// - Parameters:
  ///   - heading: The number of records at the top that are no answers, and are left out.
  ///   - body: What is done with a piece; it may be called for a piece that is then read again.
  /// - Returns: The results of the pieces that hold records, whole or broken, in the order of the file, and notes on what
  ///   was left out at its end. What is wrong with a broken record stands with that record.
  /// - Throws: ``Diagnostics/Failure`` with status `missingInput` when the file cannot be read or has changed, and
  ///   `badData` when a record of the heading is broken.
  /// - Complexity: O(bytes); for each core the memory of one piece. The pieces do not depend on the number of cores.
  public func pieces<Result: Sendable>(
    below heading: Int, _ body: @escaping @Sendable (RawRecords) -> Result
  ) async throws(Failure) -> (results: [Result], findings: [Finding]) {
    let queue = PieceQueue<Result>(self, begin: try belowHeading(heading))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(coreCount, content.scan.pieceCount) {
        group.addTask { queue.work(body) }
      }
    }
    return try finished(queue)
  }

  /// Does what ``pieces(below:_:)`` does, piece by piece on this thread.
  func piecesInTurn<Result: Sendable>(
    below heading: Int, _ body: (RawRecords) -> Result
  ) throws(Failure) -> (results: [Result], findings: [Finding]) {
    let queue = PieceQueue<Result>(self, begin: try belowHeading(heading))
    queue.work(body)
    return try finished(queue)
  }

  private func finished<Result>(_ queue: PieceQueue<Result>) throws(Failure) -> (results: [Result], findings: [Finding])
  {
    let (results, end) = try queue.finished()
    try content.store.checkUnchanged()
    return (results, tail.map { $0.start == end.offset ? $0.notes : [] } ?? [])
  }

  /// The line below the heading.
  private func belowHeading(_ count: Int) throws(Failure) -> Cursor {
    let reader = RecordReader(content.store, content.rules)
    let below = try reader.read(
      from: content.top, until: RecordReader.Stop(tail: tail?.start, records: count))
    let broken = reader.takeRecords().broken
    if !broken.isEmpty { throw Failure(.badData, notes + broken.map(\.finding)) }
    return below
  }
}

/// Hands out pieces to workers, and puts their results in order as soon as it is certain where each piece begins.
private final class PieceQueue<Result: Sendable>: Sendable {
  /// A piece to be read.
  struct Job {
    var piece: Int
    /// Where it begins, when that is certain.
    var begin: Cursor?
    /// Whether the quotes before it are counted one too few, because of quotes that stand where none may.
    var isFlipped: Bool
    var round: Int
  }

  /// What came of a piece.
  struct Outcome: Sendable {
    /// Where it began; `nil` when no record begins in it.
    var begin: Cursor?
    var end: Cursor
    var result: Result?
  }

  private struct State {
    var next: Int
    var round = 0
    var isFlipped = false
    /// The piece that is to be put in order next, and where its first record really begins.
    var certain: Int
    var begin: Cursor
    var waiting: [Int: Outcome] = [:]
    var results: [Result] = []
    var failure: Failure?
  }

  private let source: CSVSource
  private let state: Mutex<State>

  private var content: CSVContent { source.content }
  private var size: Int { content.scan.pieceSize }

  init(_ source: CSVSource, begin: Cursor) {
    self.source = source
    let first = begin.offset / source.content.scan.pieceSize
    state = Mutex(State(next: first, certain: first, begin: begin))
  }

  /// The results and where the last record ends.
  func finished() throws(Failure) -> ([Result], Cursor) {
    let (results, begin, failure) = state.withLock { ($0.results, $0.begin, $0.failure) }
    if let failure { throw failure }
    return (results, begin)
  }

  /// Works until nothing is left to do.
  func work(_ body: (RawRecords) -> Result) {
    let reader = RecordReader(content.store, content.rules)
    var records = RawRecords()
    while !Task.isCancelled, let job = take() {
      do throws(Failure) {
        let outcome = try run(job, reader, &records, body)
        try settle(job, outcome)
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    if Task.isCancelled { state.withLock { $0.failure = $0.failure ?? stopped } }
  }

  private var stopped: Failure {
    Failure(
      .stopped, rule: "stopped", at: Place(file: source.file), message: "reading was stopped", mend: "run again")
  }

  private func take() -> Job? {
    state.withLock { state in
      guard state.failure == nil, state.next < content.scan.pieceCount else { return nil }
      let piece = state.next
      state.next += 1
      let begin = piece == state.certain ? state.begin : nil
      return Job(piece: piece, begin: begin, isFlipped: state.isFlipped, round: state.round)
    }
  }

  private func run(
    _ job: Job, _ reader: RecordReader, _ records: inout RawRecords, _ body: (RawRecords) -> Result
  ) throws(Failure) -> Outcome {
    let limit = (job.piece + 1) * size
    let start = Cursor(offset: job.piece * size, line: content.scan.line(at: job.piece))
    let odd = content.scan.hasOddQuotes(before: job.piece) != job.isFlipped
    let search = content.scan.holdsLineEnds(job.piece) ? limit : start.offset
    let begin = if let begin = job.begin { begin } else { try reader.lineBelow(start, limit: search, inQuotes: odd) }
    guard let begin, begin.offset < limit else {
      return Outcome(begin: nil, end: start, result: nil)
    }
    let end = try reader.read(from: begin, until: RecordReader.Stop(limit: limit, tail: source.tail?.start))
    reader.takeRecords(into: &records)
    let isEmpty = records.isEmpty && records.broken.isEmpty
    return Outcome(begin: begin, end: end, result: isEmpty ? nil : body(records))
  }

  /// Puts in order what is certain, and has the rest read again when a piece did not begin where it should.
  private func settle(_ job: Job, _ outcome: Outcome) throws(Failure) {
    try state.withLock { (state: inout sending State) throws(Failure) -> Void in
      guard job.round == state.round else { return }
      state.waiting[job.piece] = outcome
      while let outcome = state.waiting.removeValue(forKey: state.certain) {
        if isAtEnd(state.begin) {
          state.next = content.scan.pieceCount
          return
        }
        let isInside = state.begin.offset < (state.certain + 1) * size
        guard outcome.begin == (isInside ? state.begin : nil) else {
          return try startAgain(&state, at: isInside ? state.certain : state.certain + 1)
        }
        if isInside {
          if let result = outcome.result { state.results.append(result) }
          state.begin = outcome.end
        }
        state.certain += 1
      }
    }
  }

  /// Forgets what was foretold from a piece on; the quotes are counted anew, for none is open where a record begins.
  private func startAgain(_ state: inout State, at piece: Int) throws(Failure) {
    state.isFlipped = try content.scan.hasOddQuotes(before: state.begin.offset, in: content.store)
    state.round += 1
    state.waiting = [:]
    state.certain = piece
    state.next = piece
  }

  /// Whether no record begins at a line or below: it is the end of the file or a footer.
  private func isAtEnd(_ cursor: Cursor) -> Bool {
    cursor.offset >= content.store.count || cursor.offset == source.tail?.start
  }
}

extension RecordReader {
  /// Finds the first line that begins at or below an offset with no quoted field open, judging by quotes alone.
  ///
  /// - Parameters:
  ///   - start: Where to look from, not the first byte of the file, and the line that this byte belongs to.
  ///   - limit: Where looking ends.
  ///   - inQuotes: Whether a quoted field is open there.
  /// - Returns: The line, or `nil` when there is none before the limit.
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read.
  func lineBelow(_ start: Cursor, limit: Int, inQuotes: Bool) throws(Failure) -> Cursor? {
    var isOpen = inQuotes
    var line = start.line
    var index = start.offset
    window.seek(index - 1)
    if index - 1 == window.end { _ = try window.fill(keeping: index - 1) }
    var before = window[index - 1]
    while index <= limit {
      if index == window.end, try !window.fill(keeping: index) { return nil }
      let byte = window[index]
      let isPair = before == UInt8(ascii: "\r") && byte == UInt8(ascii: "\n")
      if isPair, index == start.offset {
        // The carriage return before the border was counted as a line end, and its line feed ends the same line.
        line -= 1
      } else if !isPair {
        let isBelow = before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
        if isBelow, index > start.offset { line += 1 }
        if isBelow, !isOpen { return Cursor(offset: index, line: line) }
      }
      if byte == UInt8(ascii: "\"") { isOpen.toggle() }
      before = byte
      index += 1
    }
    return nil
  }
}
