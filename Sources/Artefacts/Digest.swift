import CMessageDigest
public import Diagnostics
import Files

/// A SHA-256 digest on its way: bytes are added piece by piece.
public struct MessageDigest {
  private var context = SHA2_CTX()

  /// Creates the digest of no bytes.
  public init() { unsafe SHA256Init(&context) }

  /// Adds bytes.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe SHA256Update(&context, $0.baseAddress, $0.count) }
  }

  /// The digest of all bytes that were added, as 64 lowercase hexadecimal digits.
  public var hexadecimal: String {
    var context = context
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { unsafe SHA256Final($0.baseAddress, &context) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Returns the SHA-256 digest of bytes as 64 lowercase hexadecimal digits.
///
/// - Complexity: O(*n*).
public func sha256(_ bytes: some Sequence<UInt8>) -> String {
  var digest = MessageDigest()
  digest.add(Array(bytes))
  return digest.hexadecimal
}

/// Returns the SHA-256 digest of a file as 64 lowercase hexadecimal digits; the file is read a megabyte at a time.
///
/// - Parameter path: The file.
/// - Returns: The digest.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, is a folder or cannot be read.
public func sha256(ofFile path: String) throws(Failure) -> String {
  let store = try ByteStore(path: path)
  var digest = MessageDigest()
  var offset = 0
  while offset < store.count {
    var piece = [UInt8](repeating: 0, count: min(1 << 20, store.count - offset))
    var failure: Failure?
    unsafe piece.withUnsafeMutableBufferPointer { buffer in
      do throws(Failure) { try unsafe store.read(at: offset, into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    digest.add(piece)
    offset += piece.count
  }
  return digest.hexadecimal
}
