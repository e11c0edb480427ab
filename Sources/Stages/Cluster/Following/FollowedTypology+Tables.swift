import Artefacts
import Clustering
import Diagnostics
import Tables
import Waves

// What cluster leaves of a wave that follows another.

extension FollowedTypology {
  /// The tables `correspondence`, and when the units could be assigned `refit` and `gates`; none without an earlier wave.
  var tables: [Table] { [correspondenceTable, refitTable, gateTable].compactMap { $0 } }

  /// Which types of now the published ones are, pair by pair.
  private var correspondenceTable: Table? {
    guard let earlier, let correspondence else { return nil }
    let now = typology.letters
    struct Row {
      var before: Int?
      var now: Int?
      var fate: String?
    }
    var rows = earlier.letters.indices.flatMap { before in
      now.indices.map { Row(before: before, now: $0, fate: correspondence.relation(before, $0)?.rawValue) }
    }
    for (before, fate) in correspondence.fates.enumerated() where fate == .retired {
      rows.append(Row(before: before, fate: "retired"))
    }
    for (type, origin) in correspondence.origins.enumerated() where origin == .new {
      rows.append(Row(now: type, fate: "new"))
    }
    func count(_ row: Row, _ table: [[Int]]?) -> Int? {
      guard let before = row.before, let now = row.now else { return nil }
      return table?[before][now]
    }
    return Table(
      "correspondence",
      [
        Column(
          "type_before", .text(rows.map { $0.before.map { earlier.letters[$0] } }),
          description: "A published type of the wave '\(earlier.name)'; empty for a type that was not there."),
        Column(
          "type_now", .text(rows.map { $0.now.map { now[$0] } }),
          description: "A type of this wave; empty for a published type that is not there any more."),
        Column(
          "shared", .integer(rows.map { count($0, correspondence.shared) }),
          description: "Number of units that were of the one and are of the other, by their codes."),
        Column(
          "nearest", .integer(rows.map { count($0, correspondence.nearest) }),
          description:
            "Number of units of the type of now that are nearest to the centroid of the other, and no farther than its units were."
        ),
        Column(
          "fate", .text(rows.map(\.fate)),
          description:
            "kept: the same type; split: a part of it; merged: it went into that one; new; retired; empty for two types that "
            + "have nothing to do with each other."),
      ])
  }

  /// The units in the published types, and in those that were found.
  private var refitTable: Table? {
    guard let earlier, let assigned else { return nil }
    let (before, after) = (assigned.certainties.map(\.membership), refit.certainties.map(\.membership))
    return Table(
      "refit",
      [
        Column("unit", .text(refit.features.units), description: "Code of the unit."),
        Column(
          "assigned", .text(before.map { assigned.letter($0.cluster) }),
          description: "The type of the wave '\(earlier.name)' whose centroid is nearest."),
        Column(
          "assigned_distance", .number(before.map(\.distance)),
          description: "Euclidean distance to that centroid, in the scale of the published types."),
        Column(
          "assigned_certainty", .number(assigned.certainties.map(\.joint)),
          description: "Share of the published replicates that give the unit that type."),
        Column(
          "refitted", .text(after.map { refit.letter($0.cluster) }),
          description: "The type that it has among those found anew, by the letters of the published ones."),
        Column(
          "refitted_distance", .number(after.map(\.distance)),
          description: "Euclidean distance to the centroid of that type, in the scale of features.csv."),
        Column(
          "refitted_certainty", .number(refit.certainties.map(\.joint)),
          description: "Share of joint replicates that give the unit that type."),
      ])
  }

  /// What each gate found.
  private var gateTable: Table? {
    guard let gates = gates?.gates else { return nil }
    return Table(
      "gates",
      [
        Column(
          "gate", .text(gates.map(\.name.rawValue)),
          description: "What is looked at before types that were found anew take the place of the published ones."),
        Column("value", .number(gates.map(\.value)), description: "What was measured; empty when it was not."),
        Column(
          "wanted", .number(gates.map(\.wanted)), description: "The least that is wanted; of drift the most."),
        Column(
          "passed", .boolean(gates.map(\.passed)), description: "Whether that is met; empty when it was not measured."),
        Column("sentence", .text(gates.map(\.sentence)), description: "What was found, in one sentence."),
      ])
  }

  /// What run.json tells; nothing without an earlier wave.
  var parameters: [RunRecord.Parameter] {
    earlier.map { [RunRecord.Parameter("typology", origin.rawValue), RunRecord.Parameter("earlier_wave", $0.name)] }
      ?? []
  }

  /// What a reader of the log should know.
  var findings: [Finding] {
    var findings: [Finding] = []
    if origin == .held {
      for gate in gates?.gates ?? [] where gate.passed == false {
        findings.append(
          Finding(
            .warning, rule: "refit-held", value: gate.name.rawValue, message: gate.sentence,
            mend: "look at gates.csv and refit.csv; write 'waves: {refit: never}' to keep the published types, or "
              + "'refit: always' to publish these"))
      }
    }
    if origin == .assigned, let assigned {
      findings += assigned.abandonedLetters.map { letter in
        Finding(
          .warning, rule: "type-without-units", value: letter,
          message: "no unit of this wave is assigned to the published type \(letter)",
          mend: "look at refit.csv; with 'waves: {refit: gate}' the types may change")
      }
    }
    return findings
  }
}
