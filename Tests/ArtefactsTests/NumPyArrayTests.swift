import Artefacts
import Diagnostics
import Testing

@Suite struct NumPyArrayTests {
  @Test func `the header is the one NumPy writes`() {
    let bytes = NumPyArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]).bytes
    #expect(bytes.count == 128 + 48 && bytes.count % 8 == 0)
    let header = String(decoding: bytes[10..<128], as: UTF8.self)
    #expect(header.hasPrefix("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }"))
    #expect(header.hasSuffix("\n"))
  }

  @Test(arguments: [[0], [3], [2, 3], [2, 0, 4], [2, 2, 2]])
  func `what is written reads back the same`(shape: [Int]) throws {
    let array = NumPyArray(shape: shape, values: (0..<shape.reduce(1, *)).map { Double($0) * -0.1 })
    #expect(try NumPyArray(reading: array.bytes, file: "a.npy") == array)
  }

  @Test func `a file cut short is told with its numbers`() {
    let bytes = NumPyArray(shape: [4], values: [1, 2, 3, 4]).bytes.dropLast(8)
    let failure = #expect(throws: Failure.self) { try NumPyArray(reading: Array(bytes), file: "a.npy") }
    #expect(failure?.findings.map(\.message) == ["the array is cut short: its shape is [4], and 3 numbers follow"])
  }

  @Test func `any other file is refused`() {
    let failure = #expect(throws: Failure.self) { try NumPyArray(reading: Array("hello".utf8), file: "a.npy") }
    #expect(failure?.status == .badData)
  }

  @Test func `the digest is that of the standard`() {
    // FIPS 180-4, the message "abc".
    #expect(sha256("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
