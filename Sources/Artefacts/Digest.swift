import CMessageDigest
public import Diagnostics
import Files

/// A SHA-256 digest on its way: bytes are added piece by piece.
@safe public struct MessageDigest: ~Copyable {
  private let context: OpaquePointer

  /// Creates the digest of no bytes.
  ///
  /// - Precondition: There is memory for a few hundred bytes.
  public init() {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
    unsafe self.context = context
    let isReady = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(isReady == 1, "SHA-256 is there in every build of the library")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ bytes: [UInt8]) {
    let isAdded = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(isAdded == 1, "a digest takes bytes until it is read")
  }

  /// Ends the digest of all bytes that were added.
  ///
  /// - Returns: 64 lowercase hexadecimal digits.
  public consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe digest.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    precondition(isDone == 1, "a digest is read once")
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
  return digest.hexadecimal()
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
  return digest.hexadecimal()
}
