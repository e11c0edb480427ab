public import Diagnostics
import Files
public import Registers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the boundaries of units from a GeoJSON file.
///
/// The file is a feature collection (RFC 7946) of polygons and multipolygons, each with the properties `code` and `name`.
/// Heights are left out; the order of the rings is kept.
///
/// - Parameters:
///   - path: The path of the file.
///   - name: The name of the file in messages; the path when it is `nil`.
/// - Returns: The boundaries, sorted by code.
/// - Throws: `missingInput` when the file cannot be read, `badData` when it is not such a collection.
public func readBoundaries(path: String, shownAs name: String? = nil) throws(Failure) -> [Boundary] {
  try parseBoundaries(try readFile(path, shownAs: name), file: name ?? path)
}

/// Reads the boundaries of units from the bytes of a GeoJSON file.
///
/// - Parameters:
///   - bytes: The bytes, UTF-8.
///   - file: The name of the file in messages.
/// - Returns: The boundaries, sorted by code.
/// - Throws: `badData` with the place of the first mistake of form, or with every ring that is not closed.
public func parseBoundaries(_ bytes: [UInt8], file: String) throws(Failure) -> [Boundary] {
  let collection: FeatureCollection
  do {
    collection = try JSONDecoder().decode(FeatureCollection.self, from: Data(bytes))
  } catch {
    throw Failure(
      .badData, rule: "not-geojson", at: Place(file: file, field: place(of: error)),
      message: "the file is not a GeoJSON feature collection of polygons: \(reason(of: error))",
      mend: "save it as GeoJSON with 'code' and 'name' as properties of every feature")
  }
  let boundaries = collection.features.map(\.boundary).sorted { $0.code < $1.code }
  let findings = boundaries.flatMap { openRings(of: $0, file: file) }
  if !findings.isEmpty { throw Failure(.badData, findings) }
  return boundaries
}

private func openRings(of boundary: Boundary, file: String) -> [Finding] {
  let open = boundary.polygons.joined().filter { $0.count < 4 || $0.first != $0.last }
  if open.isEmpty { return [] }
  return [
    Finding(
      .error, rule: "open-ring", at: Place(file: file, field: boundary.code), value: boundary.code,
      message: "\(open.count) of the rings of \(boundary.code) (\(boundary.name)) do not end where they begin",
      mend: "end every ring with its first point")
  ]
}

private struct FeatureCollection: Decodable {
  var features: [Feature]
}

private struct Feature: Decodable {
  struct Properties: Decodable {
    var code: String
    var name: String
  }

  var properties: Properties
  var geometry: Geometry

  var boundary: Boundary {
    Boundary(code: properties.code, name: properties.name, polygons: geometry.polygons)
  }
}

private struct Geometry: Decodable {
  private enum Key: String, CodingKey {
    case type, coordinates
  }

  var polygons: [Boundary.Polygon]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let type = try container.decode(String.self, forKey: .type)
    let rings: [[[Position]]]
    switch type {
    case "Polygon": rings = [try container.decode([[Position]].self, forKey: .coordinates)]
    case "MultiPolygon": rings = try container.decode([[[Position]]].self, forKey: .coordinates)
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .type, in: container, debugDescription: "'\(type)' is neither Polygon nor MultiPolygon")
    }
    polygons = rings.map { $0.map { $0.map(\.point) } }
  }
}

private struct Position: Decodable {
  var point: Boundary.Point

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    point = Boundary.Point(
      longitude: try container.decode(Double.self), latitude: try container.decode(Double.self))
  }
}

private func place(of error: any Error) -> String? {
  guard let path = context(of: error)?.codingPath, !path.isEmpty else { return nil }
  return path.map { key in key.intValue.map { "[\($0 + 1)]" } ?? key.stringValue }.joined(separator: ".")
}

private func reason(of error: any Error) -> String {
  let text = context(of: error)?.debugDescription ?? "it cannot be read"
  let place = place(of: error).map { " (at \($0))" } ?? ""
  return (text.hasSuffix(".") ? String(text.dropLast()) : text) + place
}

private func context(of error: any Error) -> DecodingError.Context? {
  switch error as? DecodingError {
  case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
    .dataCorrupted(let context):
    context
  default: nil
  }
}
