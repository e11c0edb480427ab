/// Texts one behind another: their bytes, and where each ends.
///
/// A text takes its own bytes and four more, and no memory of its own. Ten million short answers fit where a list of
/// strings would take ten million allocations.
public struct PackedTexts: Sendable {
  /// The bytes of all texts, as well-formed UTF-8.
  public private(set) var bytes: [UInt8] = []
  @usableFromInline var ends: [UInt32] = []
  /// The first text that lies beyond a further four gigabytes, once for each.
  @usableFromInline var turns: [Int] = []

  /// Creates no texts.
  public init() {}

  /// Creates texts from strings.
  public init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// The number of texts.
  @inlinable public var count: Int { ends.count }

  /// Makes room for texts to come.
  public mutating func reserve(texts: Int, bytes: Int) {
    ends.reserveCapacity(texts)
    self.bytes.reserveCapacity(bytes)
  }

  /// Adds a text.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    end()
  }

  /// Adds a part of some bytes.
  ///
  /// - Precondition: The part is well-formed UTF-8.
  public mutating func append(_ source: borrowing Span<UInt8>, _ range: Range<Int>) {
    extend(source, range)
    end()
  }

  /// Adds an empty text.
  public mutating func appendEmpty() { end() }

  /// Adds a part of some bytes to the text that is being made; it counts once ``end()`` is called.
  public mutating func extend(_ source: borrowing Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    let part = source.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a byte to the text that is being made.
  public mutating func extend(with byte: UInt8) { bytes.append(byte) }

  /// Ends the text that is being made.
  public mutating func end() {
    if bytes.count >> 32 > turns.count { turns.append(ends.count) }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Adds other texts.
  public mutating func append(_ other: borrowing PackedTexts) {
    if bytes.count + other.bytes.count <= Int(UInt32.max) {
      let shift = UInt32(bytes.count)
      bytes.append(contentsOf: other.bytes)
      ends.append(contentsOf: other.ends.lazy.map { $0 + shift })
      return
    }
    let source = other.bytes.span
    for index in 0..<other.count { append(source, other.range(index)) }
  }

  /// Where a text lies in ``bytes``.
  @inlinable
  public func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : position(index - 1))..<position(index)
  }

  /// A text as a string.
  public subscript(index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// The texts of some positions, in their order.
  public func gathered(_ order: [Int]) -> PackedTexts {
    var result = PackedTexts()
    result.reserve(texts: order.count, bytes: 0)
    let source = bytes.span
    for index in order { result.append(source, range(index)) }
    return result
  }

  @inlinable
  func position(_ index: Int) -> Int {
    let low = Int(ends[index])
    if turns.isEmpty { return low }
    return low + turns.count { $0 <= index } << 32
  }
}

extension PackedTexts: Hashable {
  /// Whether two lists hold the same texts.
  public static func == (left: PackedTexts, right: PackedTexts) -> Bool {
    left.ends == right.ends && left.turns == right.turns && left.bytes == right.bytes
  }
}

extension PackedTexts: ColumnContent {
  /// The name of the type in a table schema.
  public var schemaType: String { "string" }
  /// The texts; none is missing.
  public var values: Column.Values { .text(strings) }
  /// The texts as strings.
  public var strings: [String] { (0..<count).map { self[$0] } }

  /// Appends a text, and returns that there is one.
  public func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    bytes.append(contentsOf: self.bytes[range(row)])
    return true
  }
}
