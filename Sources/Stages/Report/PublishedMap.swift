import Charts
import GeoFiles
import Registers
import Reporting
import Tables
import Texts

extension Report {
  /// The published table of units on the map, as GeoJSON; `nil` without boundaries.
  ///
  /// It is made from the table of units that is published, so that it cannot hold more than that may say.
  ///
  /// - Parameters:
  ///   - units: The published table of units, with its mark of simulated answers.
  ///   - language: The language of the texts.
  /// - Returns: The text of the file.
  func mapText(of units: Table, in language: Language) -> String? {
    guard let map else { return nil }
    let boundaries = map.areas.map { area in
      Boundary(
        code: area.code, name: area.name,
        polygons: area.polygons.map { rings in
          rings.map { ring in ring.map { Boundary.Point(longitude: $0.longitude, latitude: $0.latitude) } }
        })
    }
    let phrases = Phrases(language, units: unitWords)
    return geoJSONText(
      of: units, key: "unit", boundaries: boundaries,
      members: [("title", title[language]), ("date", wave.date), ("credit", map.credit[language])]
        + (simulated ? [("simulated", phrases.capitalised(phrases.simulated))] : []))
  }
}
