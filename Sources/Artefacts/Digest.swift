import CMessageDigest

/// Returns the SHA-256 digest of bytes as 64 lowercase hexadecimal digits.
///
/// - Complexity: O(*n*).
public func sha256(_ bytes: some Sequence<UInt8>) -> String {
  let bytes = Array(bytes)
  var digits = [CChar](repeating: 0, count: 65)
  unsafe bytes.withUnsafeBufferPointer { input in
    unsafe digits.withUnsafeMutableBufferPointer { output in
      _ = unsafe SHA256Data(input.baseAddress, input.count, output.baseAddress)
    }
  }
  return String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
