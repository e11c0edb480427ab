import Files
import Matrices
import Testing

@testable import CSVFiles

/// What stands in some bytes, counted one by one.
private func plainCounts(_ bytes: [UInt8]) -> (odd: Bool, lineEnds: Int, nul: Int?, invalid: Int) {
  var lineEnds = 0
  for (index, byte) in bytes.enumerated() {
    let isPair = byte == 10 && index > 0 && bytes[index - 1] == 13
    if byte == 13 || byte == 10 && !isPair { lineEnds += 1 }
  }
  let odd = bytes.count { $0 == UInt8(ascii: "\"") } % 2 == 1
  // A repaired text has U+FFFD where a sequence is ill formed; whether there is any is what can be compared.
  let isValid = String(validating: bytes, as: UTF8.self) != nil
  return (odd, lineEnds, bytes.firstIndex(of: 0), isValid ? 0 : 1)
}

@Suite struct ByteScanTests {
  private static func bytes(_ seed: UInt64) -> [UInt8] {
    var draws = SeededGenerator(seed: seed)
    let parts: [[UInt8]] = [
      [0x22], [10], [13], [13, 10], [0], Array("text and more ".utf8), Array("é".utf8), Array("€".utf8),
      Array("🚲".utf8),
      [0xE9], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5], [0xEF, 0xBB, 0xBF], Array("cafÃ©".utf8), Array("â‚¬".utf8),
    ]
    let few = Int.random(in: 0...parts.count, using: &draws)
    return (0..<Int.random(in: 0..<80, using: &draws)).flatMap { _ in
      parts[Int.random(in: 0..<max(1, few), using: &draws)]
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `many bytes at a time are counted as one by one`(seed: UInt64) throws {
    let bytes = Self.bytes(seed)
    let scan = try FileScan(ByteStore(bytes, file: ""), pieceSize: 1 << 20, block: 1 << 20).total
    let plain = plainCounts(bytes)
    #expect(scan.hasOddQuotes == plain.odd)
    #expect(scan.lineEnds == plain.lineEnds)
    #expect(scan.nul == plain.nul)
    #expect((scan.invalid > 0) == (plain.invalid > 0))
    #expect((scan.invalid > 0) == (scan.firstInvalid != nil))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `counts of parts add up to those of the whole`(seed: UInt64) throws {
    let bytes = Self.bytes(seed)
    let store = ByteStore(bytes, file: "")
    let whole = try FileScan(store, pieceSize: 1 << 20, block: 1 << 20).total
    for (piece, block) in [(1, 1), (2, 2), (3, 2), (7, 3), (40, 33)] {
      let scan = try FileScan(store, pieceSize: piece, block: block)
      let parts = scan.total
      #expect(parts.hasOddQuotes == whole.hasOddQuotes)
      #expect(
        [parts.lineFeeds, parts.carriageReturns, parts.pairs, parts.sequences, parts.twice, parts.twiceSequences]
          == [whole.lineFeeds, whole.carriageReturns, whole.pairs, whole.sequences, whole.twice, whole.twiceSequences])
      #expect(
        [parts.nul, parts.firstMark, parts.firstTwice, parts.firstInvalid]
          == [whole.nul, whole.firstMark, whole.firstTwice, whole.firstInvalid])
      #expect([parts.marks, parts.invalid] == [whole.marks, whole.invalid])
      #expect(parts.highBytes == whole.highBytes)
      for offset in bytes.indices {
        #expect(try scan.hasOddQuotes(before: offset, in: store) == plainCounts(Array(bytes[..<offset])).odd)
      }
    }
  }
}
