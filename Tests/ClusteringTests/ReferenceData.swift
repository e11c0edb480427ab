import Foundation
import Matrices
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

/// A file of numbers in the folder `Reference`.
func referenceMatrix(_ name: String) throws -> Matrix {
  Matrix(try referenceRows(name + ".csv").map { try $0.map { try #require(Double($0)) } })
}

/// The numbers in cells of a reference file.
func referenceNumbers(_ cells: some Sequence<String>) throws -> [Double] {
  try cells.map { try #require(Double($0)) }
}

/// Rows around centres that overlap, as answers on a scale do; always the same.
func overlappingRows(_ count: Int, columns: Int, centres: Int, seed: UInt64 = 7) -> Matrix {
  var generator = SeededGenerator(seed: seed, streams: 0)
  let middle = (0..<centres).map { _ in (0..<columns).map { _ in generator.normal() * 1.2 } }
  var values: [Double] = []
  for row in 0..<count {
    for column in 0..<columns { values.append((middle[row % centres][column] + generator.normal()).roundedToGrid) }
  }
  return Matrix(rows: count, columns: columns, values: values)
}
