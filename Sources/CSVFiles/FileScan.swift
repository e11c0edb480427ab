import Diagnostics
import Files
import Synchronization

/// What a whole file holds, and what stands before each of its pieces.
struct FileScan: Sendable {
  /// The number of bytes of a piece; pieces do not depend on the number of cores.
  let pieceSize: Int
  /// The counts over the whole file.
  let total: ByteCounts
  /// For each piece the number of line ends before it.
  private let lineEndsBefore: [Int]
  /// For each piece whether an odd number of quotes stands before it.
  private let oddQuotesBefore: [Bool]

  /// The number of pieces.
  var pieceCount: Int { lineEndsBefore.count }

  /// The line that holds the first byte of a piece, or begins there.
  func line(at piece: Int) -> Int { lineEndsBefore[piece] + 1 }

  /// Whether a line ends in a piece; within a line of gigabytes none does.
  func holdsLineEnds(_ piece: Int) -> Bool {
    lineEndsBefore[piece] < (piece + 1 < pieceCount ? lineEndsBefore[piece + 1] : total.lineEnds)
  }

  /// Whether an odd number of quotes stands before a piece.
  func hasOddQuotes(before piece: Int) -> Bool { oddQuotesBefore[piece] }

  /// Reads a file through once, on all cores.
  ///
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read.
  /// - Complexity: O(bytes); memory of a block for each core.
  init(_ store: ByteStore, pieceSize: Int, block: Int) throws(Failure) {
    self.pieceSize = pieceSize
    let count = (store.count + pieceSize - 1) / pieceSize
    let gathered = Gathered(count)
    onAllCores(count: count) { piece in
      if gathered.failed { return }
      do throws(Failure) {
        gathered.put(try Self.counts(store, piece * pieceSize, pieceSize, block), at: piece)
      } catch {
        gathered.fail(error)
      }
    }
    (total, lineEndsBefore, oddQuotesBefore) = try gathered.added()
  }

  /// The line on which the byte at an offset stands.
  func line(of offset: Int, in store: ByteStore) throws(Failure) -> Int {
    let piece = offset / pieceSize
    let start = piece * pieceSize
    let counts = try Self.counts(store, start, offset - start, 1 << 18)
    return line(at: piece) + counts.lineEnds
  }

  /// Whether an odd number of quotes stands before an offset.
  func hasOddQuotes(before offset: Int, in store: ByteStore) throws(Failure) -> Bool {
    let piece = offset / pieceSize
    if piece == pieceCount { return total.hasOddQuotes }
    let counts = try Self.counts(store, piece * pieceSize, offset - piece * pieceSize, 1 << 18)
    return counts.hasOddQuotes != oddQuotesBefore[piece]
  }

  /// Counts what a part of a file holds.
  private static func counts(
    _ store: ByteStore, _ start: Int, _ most: Int, _ block: Int
  ) throws(Failure) -> ByteCounts {
    let end = min(store.count, start + most)
    var counts = ByteCounts()
    var offset = start
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: block + ByteScan.before + ByteScan.behind)
    defer { unsafe buffer.deallocate() }
    while offset < end {
      let part = offset..<min(end, offset + block)
      let from = max(0, part.lowerBound - ByteScan.before)
      let to = min(store.count, part.upperBound + ByteScan.behind)
      let filled = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<(to - from)])
      unsafe try store.read(at: from, into: filled)
      counts.add(
        unsafe ByteScan.counts(
          UnsafeBufferPointer(filled), part: part.lowerBound - from..<part.upperBound - from, offset: offset))
      offset = part.upperBound
    }
    return counts
  }
}

/// The counts of all pieces as they come in.
private final class Gathered: Sendable {
  private struct State {
    var pieces: [ByteCounts?]
    var high: HighBytes?
    var failure: Failure?
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(pieces: Array(repeating: nil, count: count))) }

  var failed: Bool { state.withLock { $0.failure != nil } }

  func fail(_ failure: Failure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func put(_ counts: ByteCounts, at piece: Int) {
    state.withLock { state in
      // The counts by neighbours are large and simply add up, so they are not kept for each piece.
      if let high = counts.highBytes {
        if state.high == nil { state.high = high } else { state.high?.add(high) }
      }
      state.pieces[piece] = counts
      state.pieces[piece]?.highBytes = nil
    }
  }

  func added() throws(Failure) -> (ByteCounts, [Int], [Bool]) {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    var total = ByteCounts()
    var lineEnds: [Int] = []
    var odd: [Bool] = []
    for piece in state.pieces {
      lineEnds.append(total.lineEnds)
      odd.append(total.hasOddQuotes)
      if let piece { total.add(piece) }
    }
    total.highBytes = state.high
    return (total, lineEnds, odd)
  }
}
