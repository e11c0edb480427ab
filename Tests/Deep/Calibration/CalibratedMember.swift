import Artefacts
import Diagnostics
import Tables

/// A unit of a simulated wave: the type that it got, how sure that is said to be, and the type that it would have got.
struct CalibratedMember {
  var wave: Int
  var unit: String
  var respondents: Int
  /// The type from the few who answered, and its certainty.
  var type: String
  var grade: String
  var certainty: Double
  var valueCertainty: Double
  var margin: Double
  var isNearTie: Bool
  /// The type from all officials of the unit, the types being as they are.
  var truth: String
  /// The type from all officials of all units, the types being found anew and matched with these.
  var anew: String

  var isRight: Bool { type == truth }

  /// The header of ``line``.
  static let header = "wave,unit,respondents,type,grade,certainty,value_certainty,margin,near_tie,truth,anew"

  /// The member as a line of CSV.
  var line: String {
    [
      String(wave), unit, String(respondents), type, grade, certainty.description, valueCertainty.description,
      margin.description, String(isNearTie), truth, anew,
    ].joined(separator: ",")
  }
}

extension CalibratedMember {
  /// Reads a line of CSV; `nil` when it is not one of ours.
  init?(_ line: Substring) {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 11, let wave = Int(cells[0]), let respondents = Int(cells[2]),
      let certainty = Double(cells[5]), let values = Double(cells[6]), let margin = Double(cells[7])
    else { return nil }
    self.init(
      wave: wave, unit: cells[1], respondents: respondents, type: cells[3], grade: cells[4], certainty: certainty,
      valueCertainty: values, margin: margin, isNearTie: cells[8] == "true", truth: cells[9], anew: cells[10])
  }

  /// Puts together what is known of the units of a wave.
  ///
  /// - Parameters:
  ///   - wave: The number of the wave.
  ///   - types: The table of types.
  ///   - respondents: The number of respondents of each unit.
  ///   - truths: The types of each unit from all officials.
  /// - Returns: The units that are in all of these, in the order of the table.
  static func all(
    wave: Int, types: Table, respondents: [String: Int], truths: [String: (fixed: String, anew: String)]
  ) -> [CalibratedMember] {
    let certainties = types["certainty"]?.numbers ?? []
    let fixed = types["value_certainty"]?.numbers ?? []
    let margins = types["margin"]?.numbers ?? []
    let ties = types["near_tie"]?.texts ?? []
    let (units, own, grades) = (types["unit"]?.texts ?? [], types["type"]?.texts ?? [], types["grade"]?.texts ?? [])
    return units.indices.compactMap { row in
      guard let unit = units[row], let truth = truths[unit], let type = own[row] else { return nil }
      return CalibratedMember(
        wave: wave, unit: unit, respondents: respondents[unit] ?? 0, type: type, grade: grades[row] ?? "",
        certainty: certainties[row] ?? 0, valueCertainty: fixed[row] ?? 0, margin: margins[row] ?? 1,
        isNearTie: ties[row] == "true", truth: truth.fixed, anew: truth.anew)
    }
  }
}
