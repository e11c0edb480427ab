import CExpat

/// What goes through a part of a workbook once, from its start to its end.
///
/// Names come without the prefix of their namespace, because programs choose their prefixes freely.
protocol PartReader: AnyObject {
  /// An element begins.
  func begin(_ name: String, _ attributes: [String: String])
  /// Some text; a text may come in pieces.
  func text(_ text: String)
  /// An element ends.
  func end(_ name: String)
}

/// A part that is no well-formed XML, or that declares a document type.
struct BrokenPart: Error, Hashable {
  /// What is wrong, with the line.
  var what: String
}

/// Reads a part.
///
/// A declaration of a document type, which no workbook has, ends the reading: without it there are no entities that could
/// grow or lead to other files.
///
/// - Throws: ``BrokenPart`` when the part is not well formed.
/// - Complexity: O(bytes).
func readPart(_ bytes: [UInt8], _ reader: any PartReader) throws(BrokenPart) {
  guard let parser = unsafe XML_ParserCreate(nil) else { throw BrokenPart(what: "there is no memory to read it") }
  defer { unsafe XML_ParserFree(parser) }
  let reading = Reading(reader)
  unsafe XML_SetUserData(parser, Unmanaged.passUnretained(reading).toOpaque())
  unsafe XML_SetElementHandler(parser, beginElement, endElement)
  unsafe XML_SetCharacterDataHandler(parser, characters)
  unsafe XML_SetStartDoctypeDeclHandler(parser, documentType)
  reading.stop = { _ = unsafe XML_StopParser(parser, 0) }
  let status = unsafe bytes.withUnsafeBytes { buffer in
    unsafe XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
  }
  withExtendedLifetime(reading) {}
  if reading.hasDocumentType { throw BrokenPart(what: "it declares a document type, which no workbook does") }
  if status != XML_STATUS_OK {
    let line = unsafe XML_GetCurrentLineNumber(parser)
    let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "not well formed"
    throw BrokenPart(what: "line \(line): \(words)")
  }
}

/// What the functions that the library calls know.
private final class Reading {
  let reader: any PartReader
  var hasDocumentType = false
  var stop: () -> Void = {}

  init(_ reader: any PartReader) { self.reader = reader }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> Reading? {
    unsafe pointer.map { unsafe Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
  }
}

private func beginElement(
  _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<
    UnsafePointer<CChar>?
  >?
) {
  guard let reading = unsafe Reading.of(user), let name = unsafe name else { return }
  var values: [String: String] = [:]
  var index = 0
  while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
    values[bareName(unsafe String(cString: key))] = unsafe String(cString: value)
    index += 2
  }
  reading.reader.begin(bareName(unsafe String(cString: name)), values)
}

private func endElement(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let reading = unsafe Reading.of(user), let name = unsafe name else { return }
  reading.reader.end(bareName(unsafe String(cString: name)))
}

private func characters(_ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let reading = unsafe Reading.of(user), let text = unsafe text else { return }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  reading.reader.text(unsafe String(decoding: bytes.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self))
}

private func documentType(
  _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ public: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
  guard let reading = unsafe Reading.of(user) else { return }
  reading.hasDocumentType = true
  reading.stop()
}

/// A name without the prefix of its namespace.
private func bareName(_ name: String) -> String {
  guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
  return String(name[name.utf8.index(after: colon)...])
}
