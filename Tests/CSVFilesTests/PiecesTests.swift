import Diagnostics
import Files
import Foundation
import Matrices
import Tables
import Testing

@testable import CSVFiles

/// All records of some bytes, read with pieces and blocks of given sizes.
private func read(
  _ bytes: [UInt8], piece: Int, block: Int, heading: Int = 1, dialect: CSVDialect.Choice = .init(),
  longestField: Int = CSVReader.longestField
) async throws -> RawRecords {
  let source = try CSVSource(
    ByteStore(bytes, file: "wave.csv"), dialect, longestField: longestField,
    sizes: CSVContent.Sizes(piece: piece, block: block))
  let (pieces, _) = try await source.pieces(below: heading) { $0 }
  return ReaderCheck.joined(pieces)
}

@Suite struct PiecesTests {
  private static let words = [
    "a", "b c", ",", ",", ",", ";", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "\t", "é", "\u{FEFF}", "€",
    "x\"y",
    "\"ja, nee\"", "\"een\ntwee\"", "\"een\r\ntwee\",", "\n\n", ",,,\n", "Bron: CBS\n",
  ]

  private static func text(_ seed: UInt64) -> String {
    var draws = SeededGenerator(seed: seed)
    return "id,answer\n"
      + (0..<Int.random(in: 0..<60, using: &draws)).map { _ in words.randomElement(using: &draws) ?? "" }.joined()
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `tiny pieces give what one piece gives`(seed: UInt64) async throws {
    let bytes = Array(Self.text(seed).utf8)
    let plain = try await read(bytes, piece: 1 << 20, block: 1 << 16)
    for (piece, block) in [(1, 1), (2, 3), (7, 5), (13, 64), (64, 7)] {
      let cut = try await read(bytes, piece: piece, block: block)
      #expect(cut == plain, "pieces of \(piece) bytes, blocks of \(block), of \(Self.text(seed).debugDescription)")
      if cut != plain { return }
    }
  }

  /// The inputs that the fuzzer found worth keeping, and those that once were read wrongly.
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/Corpus/csv")

  @Test func `the corpus of the fuzzer is read alike in one piece and in many`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path).sorted()
    #expect(names.count > 20)
    for name in names {
      let mistake = ReaderCheck.mistake(Array(try Data(contentsOf: Self.corpus.appending(path: name))))
      #expect(mistake == nil, "\(name)")
    }
  }

  @Test(arguments: 1000..<1200 as Range<UInt64>)
  func `bytes drawn at random are read alike in one piece and in many`(seed: UInt64) {
    var draws = SeededGenerator(seed: seed)
    let likely = Array("\"\",;\t\n\r ab12".utf8) + [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0xE9, 0x83, 0xC2]
    let bytes = (0..<Int.random(in: 0..<200, using: &draws)).map { _ in
      Bool.random(using: &draws) ? likely.randomElement(using: &draws) ?? 0 : UInt8.random(in: 1...255, using: &draws)
    }
    #expect(ReaderCheck.mistake(Array("a,b\n".utf8) + bytes) == nil)
  }
}
