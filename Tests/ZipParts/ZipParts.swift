/// The parts of a zip file by name, unpacked, as far as the tests of workbooks need it.
public struct ZipParts {
  /// A file that is no zip file, or one of a kind that this does not read.
  public struct BrokenFile: Error {}

  /// The parts, in the order of the file.
  public private(set) var names: [String] = []
  /// The dates of the parts in the form of DOS: time and day.
  public private(set) var dates: [[UInt8]] = []
  private var contents: [String: [UInt8]] = [:]

  /// Opens a file.
  ///
  /// - Throws: ``BrokenFile`` when it is no zip file without a comment.
  public init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }
    // The directory is at the end: 22 bytes without a comment.
    let end = bytes.count - 22
    if end < 0 || number(end, 4) != 0x0605_4B50 { throw BrokenFile() }
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      if number(entry, 4) != 0x0201_4B50 { throw BrokenFile() }
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[entry + 46..<entry + 46 + nameLength], as: UTF8.self)
      let local = number(entry + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let packed = Array(bytes[start..<start + number(entry + 20, 4)])
      names.append(name)
      dates.append(Array(bytes[entry + 12..<entry + 16]))
      contents[name] = number(entry + 10, 2) == 0 ? packed : try inflated(packed)
      entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
    }
  }

  /// The bytes of a part.
  ///
  /// - Throws: ``BrokenFile`` when there is no such part.
  public func bytes(_ name: String) throws -> [UInt8] {
    guard let bytes = contents[name] else { throw BrokenFile() }
    return bytes
  }

  /// The text of a part.
  ///
  /// - Throws: ``BrokenFile`` when there is no such part.
  public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}

/// Returns bytes that were packed by DEFLATE (RFC 1951).
private func inflated(_ packed: [UInt8]) throws -> [UInt8] {
  var reader = BitReader(bytes: packed)
  var output: [UInt8] = []
  var isLast = false
  while !isLast {
    isLast = reader.bits(1) == 1
    switch reader.bits(2) {
    case 0:
      reader.skipToByte()
      let length = reader.bits(16)
      _ = reader.bits(16)
      for _ in 0..<length { output.append(UInt8(reader.bits(8))) }
    case 1:
      let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
      try inflateBlock(&reader, HuffmanCode(lengths), HuffmanCode(Array(repeating: 5, count: 30)), &output)
    case 2:
      let (literals, distances) = (reader.bits(5) + 257, reader.bits(5) + 1)
      let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
      var codeLengths = Array(repeating: 0, count: 19)
      for index in order.prefix(reader.bits(4) + 4) { codeLengths[index] = reader.bits(3) }
      let code = HuffmanCode(codeLengths)
      var lengths: [Int] = []
      while lengths.count < literals + distances {
        let symbol = try code.next(&reader)
        switch symbol {
        case 16:
          guard let last = lengths.last else { throw ZipParts.BrokenFile() }
          lengths += Array(repeating: last, count: 3 + reader.bits(2))
        case 17: lengths += Array(repeating: 0, count: 3 + reader.bits(3))
        case 18: lengths += Array(repeating: 0, count: 11 + reader.bits(7))
        default: lengths.append(symbol)
        }
      }
      try inflateBlock(
        &reader, HuffmanCode(Array(lengths.prefix(literals))), HuffmanCode(Array(lengths.dropFirst(literals))), &output)
    default: throw ZipParts.BrokenFile()
    }
  }
  return output
}

private func inflateBlock(
  _ reader: inout BitReader, _ literals: HuffmanCode, _ distances: HuffmanCode, _ output: inout [UInt8]
) throws {
  let bases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  while true {
    let symbol = try literals.next(&reader)
    if symbol == 256 { return }
    if symbol < 256 {
      output.append(UInt8(symbol))
      continue
    }
    let index = symbol - 257
    let length = bases[index] + (index < 8 || index == 28 ? 0 : reader.bits(index / 4 - 1))
    let far = try distances.next(&reader)
    let distance = far < 4 ? far + 1 : (2 + far % 2) << (far / 2 - 1) + 1 + reader.bits(far / 2 - 1)
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }
}

private struct BitReader {
  let bytes: [UInt8]
  var position = 0

  mutating func bits(_ count: Int) -> Int {
    var value = 0
    for bit in 0..<count where position / 8 < bytes.count {
      value |= (Int(bytes[position / 8]) >> (position % 8) & 1) << bit
      position += 1
    }
    return value
  }

  mutating func skipToByte() { position = (position + 7) / 8 * 8 }
}

/// A code by the lengths of its words.
private struct HuffmanCode {
  private var counts = Array(repeating: 0, count: 16)
  private var symbols: [Int]

  init(_ lengths: [Int]) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  func next(_ reader: inout BitReader) throws -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= reader.bits(1)
      if code - first < counts[length] { return symbols[index + code - first] }
      index += counts[length]
      first = (first + counts[length]) << 1
      code <<= 1
    }
    throw ZipParts.BrokenFile()
  }
}
