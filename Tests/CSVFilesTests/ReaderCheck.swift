import Diagnostics
import Files
import Tables

@testable import CSVFiles

/// What is wrong with how some bytes are read, or `nil` when nothing is; for tests and for the fuzzer.
///
/// The bytes are read as one piece and in tiny pieces, which must give the same; what was read must be well formed, in the
/// order of the file, and each record must stand where it says.
enum ReaderCheck {
  static func mistake(_ bytes: [UInt8]) -> String? {
    let sizes = sizes(for: bytes)
    let plain = outcome(bytes, CSVContent.Sizes(piece: 1 << 20, block: 1 << 12))
    let cut = outcome(bytes, sizes)
    if plain != cut { return "one piece gives \(plain), and \(sizes) \(cut)" }
    guard case .success(let read) = plain else { return nil }
    return mistake(in: read.records, of: bytes)
  }

  private static let longestField = 200

  /// Small sizes that depend on the bytes alone.
  private static func sizes(for bytes: [UInt8]) -> CSVContent.Sizes {
    let sum = bytes.reduce(bytes.count) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    let few = [3, 5, 7, 16, 33, 64, 1, 100]
    return CSVContent.Sizes(piece: few[sum % 8], block: few[sum / 8 % 8])
  }

  private struct Read: Equatable {
    var records: RawRecords
    var notes: [Finding]
    var dialect: CSVDialect
  }

  private static func outcome(_ bytes: [UInt8], _ sizes: CSVContent.Sizes) -> Result<Read, Failure> {
    do throws(Failure) {
      let source = try CSVSource(ByteStore(bytes, file: "x.csv"), longestField: longestField, sizes: sizes)
      let (pieces, findings) = try source.piecesInTurn(below: 1) { $0 }
      return .success(Read(records: joined(pieces), notes: source.notes + findings, dialect: source.dialect))
    } catch {
      return .failure(error)
    }
  }

  private static func mistake(in records: RawRecords, of bytes: [UInt8]) -> String? {
    var last = -1
    for index in records.indices {
      if records.byteOffsets[index] <= last { return "record \(index) is not behind the one before it" }
      last = records.byteOffsets[index]
      guard last < bytes.count else { return "record \(index) begins behind the end" }
      if records.lines[index] != line(of: last, bytes) { return "record \(index) is on another line" }
    }
    for broken in records.broken where broken.line != line(of: broken.byte, bytes) {
      return "the broken record at byte \(broken.byte) is on another line"
    }
    if String(validating: records.bytes, as: UTF8.self) == nil { return "the texts are not UTF-8" }
    return nil
  }

  /// The line on which a byte stands, counted one by one.
  private static func line(of offset: Int, _ bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset {
      let isPair = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
      if bytes[index] == 10 || bytes[index] == 13 && !isPair { line += 1 }
    }
    return line
  }

  /// Pieces as one.
  static func joined(_ pieces: [RawRecords]) -> RawRecords {
    var all = RawRecords()
    for piece in pieces {
      for var broken in piece.broken {
        broken.before += all.count
        all.broken.append(broken)
      }
      for record in piece { all.append(line: record.line, byte: record.byte, fields: record.fields) }
    }
    return all
  }
}
