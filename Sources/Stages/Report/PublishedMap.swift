import Charts
import Diagnostics
import GeoFiles
import Registers
import Reporting
import Tables
import Texts

extension Report {
  /// What does not fit between the units and the boundaries of the map.
  var mapFindings: [Finding] {
    func named(_ names: [String]) -> String {
      let shown = names.prefix(5).joined(separator: ", ")
      return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
    }
    var findings: [Finding] = []
    let absent = unmapped.map { "\($0.name) (\($0.code))" }
    if !absent.isEmpty {
      findings.append(
        Finding(
          .warning, rule: "no-boundary", value: named(absent),
          message:
            "\(absent.count) of the \(units.count) units have no boundary and are not on the map: \(named(absent))",
          mend: "add their boundaries to the register for the date of the wave; the list of units holds them anyway"))
    }
    let stray = strayAreas.map { "\($0.name) (\($0.code))" }
    if !stray.isEmpty {
      findings.append(
        Finding(
          .warning, rule: "stray-boundary", value: named(stray),
          message: "\(stray.count) boundaries belong to no unit of this wave and are not drawn: \(named(stray))",
          mend: "give the register the boundaries of the date of the wave"))
    }
    return findings
  }

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
