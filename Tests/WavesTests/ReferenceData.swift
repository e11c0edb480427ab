import Foundation
import Testing

/// A file in the folder `Reference`, as rows of cells without the header.
func referenceRows(_ name: String) throws -> [[String]] {
  let folder = Bundle.module.resourceURL?.appendingPathComponent("Reference")
  let url = try #require(folder?.appendingPathComponent(name))
  let text = try String(contentsOf: url, encoding: .utf8)
  return text.split(separator: "\n").dropFirst().map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// The numbers in cells of a reference file.
func referenceNumbers(_ cells: some Sequence<String>) throws -> [Double] {
  try cells.map { try #require(Double($0)) }
}
