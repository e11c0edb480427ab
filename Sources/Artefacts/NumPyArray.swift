public import Diagnostics

/// An array of numbers in one or more dimensions, as NumPy keeps it in a `.npy` file (version 1.0, `<f8`, C order).
///
/// > https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
public struct NumPyArray: Hashable, Sendable {
  /// The length of each dimension.
  public var shape: [Int]
  /// The values, the last dimension running fastest.
  public var values: [Double]

  /// Creates an array.
  ///
  /// - Precondition: The product of the shape is the number of values.
  public init(shape: [Int], values: [Double]) {
    precondition(shape.reduce(1, *) == values.count, "the shape \(shape) does not hold \(values.count) values")
    self.shape = shape
    self.values = values
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    let dimensions = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(dimensions)), }"
    let unpadded = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var bytes: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0]
    bytes.append(UInt8(header.utf8.count & 0xFF))
    bytes.append(UInt8(header.utf8.count >> 8))
    bytes.append(contentsOf: header.utf8)
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    unsafe values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - file: What messages call it.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when it is no such file, or cut short.
  public init(reading bytes: [UInt8], file: String) throws(Failure) {
    func broken(_ message: String) -> Failure {
      Failure(
        .badData, rule: "wrong-npy", at: Place(file: file), message: message,
        mend: "make the file anew with the stage that wrote it")
    }
    guard bytes.count > 10, bytes.starts(with: [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0]) else {
      throw broken("this is not a NumPy array of version 1.0")
    }
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    guard start <= bytes.count else { throw broken("the header of the array is cut short") }
    let header = String(decoding: bytes[10..<start], as: UTF8.self)
    guard header.contains("'<f8'"), header.contains("'fortran_order': False"),
      let open = header.firstIndex(of: "("), let close = header.lastIndex(of: ")"), open < close
    else { throw broken("the array must hold 64-bit floating-point numbers in C order") }
    let parts = header[header.index(after: open)..<close].split(separator: ",")
    let shape = parts.compactMap { part in Int(part.filter { $0 != " " }) }
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: max(0, $1)).partialValue }
    guard shape.count == parts.filter({ !$0.allSatisfy { $0 == " " } }).count, bytes.count - start == 8 * count else {
      throw broken("the array is cut short: its shape is \(shape), and \((bytes.count - start) / 8) numbers follow")
    }
    let values = unsafe bytes.withUnsafeBytes { bytes in
      (0..<count).map { index in
        let bits = unsafe bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
    self.init(shape: shape, values: values)
  }
}
