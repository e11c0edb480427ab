/// What a part of a workbook leads to.
final class Relations: PartReader {
  private var found: [(id: String, kind: String, target: String)] = []

  func begin(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let target = attributes["Target"], attributes["TargetMode"] != "External" else {
      return
    }
    found.append((attributes["Id"] ?? "", attributes["Type"] ?? "", target))
  }

  func text(_ text: String) {}

  func end(_ name: String) {}

  /// The part of a kind, by the last word of its type; `nil` when there is none.
  func target(ofKind kind: String, from part: String) -> String? {
    found.first { $0.kind.hasSuffix("/" + kind) }.map { Self.path($0.target, from: part) }
  }

  /// The part of an identifier.
  func target(_ id: String, from part: String) -> String? {
    found.first { $0.id == id }.map { Self.path($0.target, from: part) }
  }

  /// The path of a target within the file; a path that begins with a slash begins at the root.
  private static func path(_ target: String, from part: String) -> String {
    var folders = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }
}

/// The sheets that a workbook lists.
final class SheetList: PartReader {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []

  func begin(_ name: String, _ attributes: [String: String]) {
    guard name == "sheet", let relation = attributes["id"] else { return }
    sheets.append((attributes["name"] ?? "", relation, attributes["state"].map { $0 != "visible" } ?? false))
  }

  func text(_ text: String) {}

  func end(_ name: String) {}
}

/// The texts that cells share.
final class SharedTexts: PartReader {
  private(set) var texts: [String] = []
  private var current = ""
  private var isInText = false
  private var isInReading = false

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": current = ""
    case "rPh": isInReading = true
    case "t": isInText = !isInReading
    default: break
    }
  }

  func text(_ text: String) { if isInText { current += text } }

  func end(_ name: String) {
    switch name {
    case "si": texts.append(unescaped(current))
    case "rPh": isInReading = false
    case "t": isInText = false
    default: break
    }
  }
}

/// The cells of a sheet.
final class SheetCells: PartReader {
  private(set) var cells: [CellAddress: WorkbookContents.Value] = [:]

  private let texts: [String]
  private var next = CellAddress(row: 0, column: 0)
  private var kind = ""
  private var hasFormula = false
  private var value: String?
  private var isInValue = false
  private var isInReading = false

  init(texts: [String]) { self.texts = texts }

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      let row = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? next.row
      next = CellAddress(row: min(max(0, row), Workbook.mostRows - 1), column: 0)
    case "c":
      if let address = attributes["r"].flatMap({ CellAddress($0) }) { next = address }
      kind = attributes["t"] ?? "n"
      hasFormula = false
      value = nil
    case "f": hasFormula = true
    case "rPh": isInReading = true
    case "v", "t":
      isInValue = !isInReading
      if isInValue, value == nil { value = "" }
    default: break
    }
  }

  func text(_ text: String) { if isInValue { value?.append(text) } }

  func end(_ name: String) {
    switch name {
    case "row": next = CellAddress(row: next.row + 1, column: 0)
    case "c":
      if let value = decoded { cells[next] = value }
      next.column += 1
    case "rPh": isInReading = false
    case "v", "t": isInValue = false
    default: break
    }
  }

  /// What the cell that was read holds; `nil` for an empty one.
  private var decoded: WorkbookContents.Value? {
    guard let value, !value.isEmpty || kind == "inlineStr" || kind == "str" else { return hasFormula ? .unknown : nil }
    switch kind {
    case "s": return Int(value).flatMap { texts.indices.contains($0) ? .text(texts[$0]) : nil } ?? .mistake(value)
    case "str", "inlineStr": return .text(unescaped(value))
    case "d": return .text(value)
    case "b": return .truth(value == "1" || value == "true")
    case "e": return .mistake(value)
    default:
      let number = Double(value)
      return number.map { $0.isFinite ? .number($0) : .mistake(value) } ?? .mistake(value)
    }
  }
}

/// A text in which escaped characters (`_x000D_`) are what they stand for.
///
/// > ECMA-376, part 1, 22.4.2.4 (`bstr`).
func unescaped(_ text: String) -> String {
  guard text.utf8.count >= 7, text.contains("_x") else { return text }
  let bytes = Array(text.utf8)
  var units: [UInt16] = []
  var plain: [UInt8] = []
  func flush() {
    units += Array(String(decoding: plain, as: UTF8.self).utf16)
    plain = []
  }
  var index = 0
  while index < bytes.count {
    if index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_"),
      let unit = UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
      bytes[index + 2] != UInt8(ascii: "+")
    {
      flush()
      units.append(unit)
      index += 7
    } else {
      plain.append(bytes[index])
      index += 1
    }
  }
  flush()
  return String(decoding: units, as: UTF16.self)
}
