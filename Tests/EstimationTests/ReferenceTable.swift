import Foundation
import Testing

/// A file of numbers made by a script in `Reference`, by the names of its columns.
struct ReferenceTable {
  let columns: [String]
  let rows: [[String]]

  /// Reads a committed file.
  init(_ name: String) throws {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Reference")
    try self.init(folder.appendingPathComponent(name))
  }

  /// Reads any file with commas between fields and none within.
  init(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    columns = try #require(lines.first)
    rows = Array(lines.dropFirst())
  }

  func texts(_ column: String) throws -> [String] {
    let index = try #require(columns.firstIndex(of: column), "no column '\(column)'")
    return rows.map { $0[index] }
  }

  /// The numbers of a column; NaN where there is none.
  func numbers(_ column: String) throws -> [Double] { try texts(column).map { Double($0) ?? .nan } }
}
