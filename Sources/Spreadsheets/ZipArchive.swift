import CMiniZip
import Diagnostics
import Files

/// A zip file whose parts are unpacked one at a time, and never beyond bounds.
///
/// What a part says of its own size is not believed: a part that unpacks to more than the bound is refused while it is
/// unpacked, so that a small file cannot fill the memory.
@safe final class ZipArchive {
  /// The most bytes of the file.
  static let mostBytes = 20_000_000
  /// The most parts.
  static let mostParts = 10_000
  /// The most bytes of a part when it is unpacked.
  static let mostPartBytes = 20_000_000
  /// The most bytes of all parts that are unpacked together.
  static let mostUnpackedBytes = 60_000_000

  private let archive: unzFile
  private let file: String
  private var unpackedBytes = 0

  /// Opens a file.
  ///
  /// - Parameter path: The file, which messages call the same.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it is no zip file or too large.
  init(_ path: String) throws(Failure) {
    let start = try readStart(path, count: 8)
    file = path
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Self.notWorkbook(
        path, "this is an old Excel file (.xls), or a workbook with a password",
        mend: "open it in a spreadsheet program, take the password away, and save it as an Excel workbook (.xlsx)")
    }
    if !start.starts(with: [0x50, 0x4B]) {
      throw Self.notWorkbook(
        path, "this is no Excel workbook (.xlsx)", mend: "save it as an Excel workbook (.xlsx), or name another file")
    }
    if let size = fileSize(path), size > Self.mostBytes { throw Self.tooLarge(path) }
    guard let opened = unsafe path.withCString({ unsafe unzOpen64($0) }) else {
      throw Self.broken(path, "its list of parts cannot be read")
    }
    unsafe archive = opened
    var info = unz_global_info64()
    if unsafe unzGetGlobalInfo64(opened, &info) == UNZ_OK, info.number_entry > UInt64(Self.mostParts) {
      throw Self.tooLarge(path)
    }
  }

  deinit { _ = unsafe unzClose(archive) }

  /// Returns the bytes of a part; `nil` when there is none of that name.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the part is broken, locked by a password, or too large.
  func part(_ name: String) throws(Failure) -> [UInt8]? {
    guard unsafe unzLocateFile(archive, name, 1) == UNZ_OK else { return nil }
    guard unsafe unzOpenCurrentFile(archive) == UNZ_OK else {
      throw Self.broken(file, "the part '\(name)' is packed in a way that is not known")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count: Int32 = 0
    repeat {
      count = unsafe buffer.withUnsafeMutableBytes { unsafe unzReadCurrentFile(archive, $0.baseAddress, 65_536) }
      if count > 0 { bytes.append(contentsOf: buffer[..<Int(count)]) }
    } while count > 0 && bytes.count <= Self.mostPartBytes
    unpackedBytes += bytes.count
    // The check sum is looked at when the part was read to its end.
    let closed = unsafe unzCloseCurrentFile(archive)
    if bytes.count > Self.mostPartBytes || unpackedBytes > Self.mostUnpackedBytes { throw Self.tooLarge(file) }
    if count < 0 || closed != UNZ_OK { throw Self.broken(file, "the part '\(name)' is damaged") }
    return bytes
  }

  /// The failure that a file is which is no workbook.
  static func notWorkbook(_ file: String, _ message: String, mend: String) -> Failure {
    Failure(.badData, rule: "not-a-workbook", at: Place(file: file), message: message, mend: mend)
  }

  /// The failure that a damaged workbook is.
  static func broken(_ file: String, _ what: String) -> Failure {
    Failure(
      .badData, rule: "broken-workbook", at: Place(file: file), message: "the workbook cannot be read: \(what)",
      mend: "open it in a spreadsheet program and save it anew, or ask for it once more")
  }

  /// The failure that a workbook beyond the bounds is.
  static func tooLarge(_ file: String) -> Failure {
    Failure(
      .badData, rule: "too-large-workbook", at: Place(file: file),
      message: "the workbook is larger than a workbook that was filled in can be",
      mend: "take away what was added to it: pictures, sheets and pasted tables")
  }
}
