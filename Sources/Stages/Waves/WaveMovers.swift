import Diagnostics
import Matrices
import Tables
import Waves

/// Which units moved to another type since the earlier wave, and why.
///
/// This is about single units: it stays in the working folder, where `koers explain` reads it.
struct WaveMovers {
  private let units: [UnitInBoth]
  private let movements: Movements
  private let chances: [Double]
  private let causes: MoverCauses
  private let details: [String?]
  private let officials: [OfficialsInBoth.Change?]
  private let letters: (earlier: [String], now: [String])
  /// The number of units that were compared.
  let compared: Int

  /// Finds the movers.
  ///
  /// - Parameters:
  ///   - all: The units that are in both waves with a type.
  ///   - earlier: The earlier wave.
  ///   - now: This wave.
  ///   - models: The published types, and those of now.
  ///   - correspondence: Which types correspond.
  ///   - officials: Who answered in both; `nil` when that is not known.
  init(
    _ all: [UnitInBoth], from earlier: WaveRecord, to now: WaveRecord,
    _ models: (earlier: TypesInScale, now: TypesInScale), _ correspondence: TypeCorrespondence,
    _ officials: OfficialsInBoth?
  ) {
    let everybody = Movements(all.map(\.before), all.map(\.now), correspondence)
    let units = all.indices.filter { everybody.movements[$0] != .stayed }.map { all[$0] }
    let movements = Movements(units.map(\.before), units.map(\.now), correspondence)
    let counterfactuals = MoverSteps(units, from: earlier, to: now, models, officials).counterfactuals(correspondence)
    let causes = MoverCauses(movements, counterfactuals)
    compared = all.count
    self.units = units
    self.movements = movements
    self.causes = causes
    letters = (models.earlier.letters, models.now.letters)
    chances = movements.chancesOfSame
    self.officials = units.map { unit in officials?.change(unit) }
    details = units.indices.map { unit in
      switch causes.causes[unit] {
      case .merger: units[unit].parts.filter { $0 != units[unit].earlier }.joined(separator: " ")
      case .officials, .answers, .register:
        causes.steps[unit].flatMap { counterfactuals.strongestFeature(of: unit, in: $0) }.map {
          models.earlier.names[$0]
        }
      case .noise, .scaling, .centroids, .several, nil: nil
      }
    }
  }

  /// The number of units that moved beyond noise.
  var beyondNoise: Int { movements.count(of: .beyondNoise) }

  /// The table `movers`.
  var table: Table {
    Table(
      "movers",
      [
        Column("unit", .text(units.map(\.unit)), description: "Code of a unit of which the type is another one."),
        Column(
          "earlier_unit", .text(units.map(\.earlier)),
          description:
            "The unit of the earlier wave that it is compared with: itself, or the largest that went into it."),
        Column(
          "type_before", .text(units.map { letters.earlier[$0.before.type] }),
          description: "Its type in the earlier wave."),
        Column("type_now", .text(units.map { letters.now[$0.now.type] }), description: "Its type in this wave."),
        Column(
          "chance_same", .number(chances),
          description: "Probability that it is still of its type, by the joint replicates of both waves; below 0.05 it "
            + "moved beyond noise."),
        Column(
          "cause", .text(causes.causes.map { $0?.rawValue }),
          description:
            "The first of these that explains it: noise, officials (others answered), answers (its own), register, "
            + "scaling, centroids (the types lie elsewhere), merger; or several together."),
        Column(
          "detail", .text(details),
          description: "The feature that did most; of a merger the units that it was merged with."),
        Column(
          "officials_before", .integer(officials.map { $0?.before }),
          description: "Respondents in the earlier wave; empty when pseudonyms do not persist."),
        Column("officials_now", .integer(officials.map { $0?.now }), description: "Respondents in this wave."),
        Column(
          "officials_same", .integer(officials.map { $0?.same }), description: "Those of them who answered in both."),
      ])
  }
}
