public import Diagnostics

/// What the cells of a workbook hold, as somebody saved it (Office Open XML, `.xlsx`).
///
/// Reads what Excel, LibreOffice and other programs write: texts in a part of their own or in the cell, numbers, truth
/// values, mistakes such as `#REF!`, and formulas with the value that a program worked out. Nothing is worked out here, and
/// formats, pictures and all else are left alone.
///
/// ```swift
/// let contents = try WorkbookContents(path: "gewichten.xlsx")
/// let cell = contents.sheets[0][CellAddress(row: 6, column: 1)]
/// ```
///
/// > ECMA-376, part 1, 18 (SpreadsheetML).
public struct WorkbookContents: Hashable, Sendable {
  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case truth(Bool)
    /// A mistake, such as `#REF!`.
    case mistake(String)
    /// A formula that no program worked out.
    case unknown
  }

  /// A sheet.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// Whether it is hidden.
    public var isHidden: Bool
    /// The cells that hold something.
    public var cells: [CellAddress: Value]

    /// What a cell holds; `nil` for an empty one.
    public subscript(address: CellAddress) -> Value? { cells[address] }

    /// The text of a cell; `nil` when it holds none.
    public func text(_ row: Int, _ column: Int) -> String? {
      if case .text(let text)? = cells[CellAddress(row: row, column: column)] { return text }
      return nil
    }
  }

  /// The sheets, in the order of their tabs.
  public var sheets: [Sheet]

  /// Creates contents from sheets.
  init(sheets: [Sheet]) { self.sheets = sheets }

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it is no workbook, is damaged, or is
  ///   larger than the bounds: 20 MB, 10,000 parts, and 20 MB a part when unpacked.
  /// - Complexity: O(bytes when unpacked).
  public init(path: String) throws(Failure) {
    let archive = try ZipArchive(path)
    func read(_ name: String, _ reader: any PartReader) throws(Failure) -> Bool {
      guard let bytes = try archive.part(name) else { return false }
      do throws(BrokenPart) {
        try readPart(bytes, reader)
      } catch {
        throw ZipArchive.broken(path, "the part '\(name)' is broken, \(error.what)")
      }
      return true
    }
    let roots = Relations()
    guard try read("_rels/.rels", roots), let book = roots.target(ofKind: "officeDocument", from: "") else {
      let isOpenDocument = try archive.part("mimetype") != nil
      throw ZipArchive.notWorkbook(
        path,
        isOpenDocument
          ? "this is an OpenDocument file, and no Excel workbook (.xlsx)"
          : "this is a zip file without a workbook in it",
        mend: "save it as an Excel workbook (.xlsx), or name another file")
    }
    let names = SheetList()
    guard try read(book, names) else { throw ZipArchive.broken(path, "the part '\(book)' is missing") }
    let relations = Relations()
    _ = try read(relationsPart(of: book), relations)
    let texts = SharedTexts()
    if let part = relations.target(ofKind: "sharedStrings", from: book) { _ = try read(part, texts) }
    sheets = []
    for entry in names.sheets {
      guard let part = relations.target(entry.relation, from: book) else { continue }
      let cells = SheetCells(texts: texts.texts)
      guard try read(part, cells) else { throw ZipArchive.broken(path, "the part '\(part)' is missing") }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, cells: cells.cells))
    }
  }
}

/// The part that holds the relations of another one.
private func relationsPart(of part: String) -> String {
  guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
  return "\(part[...slash])_rels/\(part[part.index(after: slash)...]).rels"
}
