public import Registers
public import Tables

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Returns a table of units as a GeoJSON feature collection (RFC 7946), one feature a line, each with its cells as properties.
///
/// Outer rings run counterclockwise and holes clockwise, as the standard asks. A unit without a boundary has the geometry
/// `null`. Missing cells are `null`, dates are texts. Texts are escaped, so that no name can end the one it stands in.
///
/// - Parameters:
///   - table: The units, one a row; its columns become properties under their names.
///   - key: The column with the codes of the units.
///   - boundaries: The boundaries.
///   - members: What else is said of the whole collection, by name, in this order.
/// - Returns: The text, with a last line break; without rows a collection of nothing.
/// - Precondition: The table has the column `key`.
public func geoJSONText(
  of table: Table, key: String, boundaries: [Boundary], members: [(name: String, value: String)] = []
) -> String {
  guard let codes = table[key]?.texts else { preconditionFailure("the table has no column '\(key)'") }
  let outlines = Dictionary(boundaries.map { ($0.code, $0.polygons) }) { first, _ in first }
  let cells = table.columns.map(jsonCells)
  let features = codes.indices.map { row in
    let properties = zip(table.columns, cells).map { "\(quoted($0.name)):\($1[row])" }.joined(separator: ",")
    let geometry = codes[row].flatMap { outlines[$0] }.map(geometryText) ?? "null"
    return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }
  let head = members.map { ",\(quoted($0.name)):\(quoted($0.value))" }.joined()
  return "{\"type\":\"FeatureCollection\"\(head),\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
}

/// The cells of a column as JSON.
private func jsonCells(_ column: Column) -> [String] {
  let isQuoted =
    switch column.values {
    case .text, .date: true
    case .number, .integer, .boolean: false
    }
  return column.texts.map { text in text.map { isQuoted ? quoted($0) : $0 } ?? "null" }
}

private func geometryText(_ polygons: [Boundary.Polygon]) -> String {
  let parts = polygons.map { rings in
    "[" + rings.enumerated().map { ringText(wound($1, outward: $0 == 0)) }.joined(separator: ",") + "]"
  }
  return parts.count == 1
    ? "{\"type\":\"Polygon\",\"coordinates\":\(parts[0])}"
    : "{\"type\":\"MultiPolygon\",\"coordinates\":[\(parts.joined(separator: ","))]}"
}

private func ringText(_ ring: Boundary.Ring) -> String {
  "[" + ring.map { "[\(plainText($0.longitude)),\(plainText($0.latitude))]" }.joined(separator: ",") + "]"
}

/// The ring counterclockwise when it is an outer one, else clockwise.
private func wound(_ ring: Boundary.Ring, outward: Bool) -> Boundary.Ring {
  let twiceArea = zip(ring, ring.dropFirst()).reduce(0) {
    $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
  }
  return (twiceArea < 0) == outward ? ring.reversed() : ring
}

/// A text as JSON, between quotation marks.
private func quoted(_ text: String) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.withoutEscapingSlashes]
  do {
    return String(decoding: try encoder.encode(text), as: UTF8.self)
  } catch {
    preconditionFailure("a text can always be written as JSON: \(error)")
  }
}
