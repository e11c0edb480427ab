import Artefacts
import Clustering
import Diagnostics
import Matrices
import Registers
import Tables
import Waves

/// All waves up to this one, with the types that were published of them and those that today's model gives.
struct PastWaves {
  /// One wave.
  struct Past {
    var record: WaveRecord
    /// The letters of its types, in order.
    var letters: [String]
    /// The letter of each unit.
    var published: [String: String]
  }

  private let waves: [Past]
  private let register: Register?

  /// Takes waves.
  ///
  /// - Parameters:
  ///   - waves: The waves, oldest first; the last one is the wave of now.
  ///   - register: The register, if there is one.
  init(_ waves: [Past], _ register: Register?) {
    self.waves = waves
    self.register = register
  }

  private func followed(_ wave: Int) -> FollowedUnits {
    let (first, second) = (waves[wave].record, waves[wave + 1].record)
    return FollowedUnits(
      Array(Set(first.ledger.keys).union(first.units)), to: Set(second.ledger.keys).union(second.units), register,
      (first.date, second.date))
  }

  /// The table `transitions`: from each wave to the next.
  var transitions: Table {
    var rows: [(from: String, to: String, flow: Transitions.Flow)] = []
    for wave in waves.indices.dropLast() {
      let (first, second) = (waves[wave], waves[wave + 1])
      let followed = followed(wave)
      let found = Transitions(
        first.record.places(first.published), second.record.places(second.published),
        types: (first.letters, second.letters)
      ) { followed[$0] }
      rows += found.flows.map { (first.record.name, second.record.name, $0) }
    }
    return Table(
      "transitions",
      [
        Column("wave_from", .text(rows.map(\.from)), description: "A wave."),
        Column("wave_to", .text(rows.map(\.to)), description: "The wave after it."),
        Column(
          "type_from", .text(rows.map(\.flow.from.text)),
          description: "Type in the wave; no_answer, or entered for a unit that was not there."),
        Column(
          "type_to", .text(rows.map(\.flow.to.text)),
          description:
            "Type in the wave after it; no_answer, or left for a unit that was divided or is not there any more."),
        Column(
          "units", .integer(rows.map(\.flow.units)),
          description: "Number of units, each earlier one counted once and followed through the register."),
        Column("share", .number(rows.map(\.flow.share)), description: "Their share of type_from, from 0 to 1."),
      ])
  }

  /// The table `backcast`: the units of earlier waves by the model of now.
  ///
  /// - Parameter model: The types of now.
  /// - Returns: A row for each wave and unit with a type.
  func backcast(_ model: TypesInScale) -> Table {
    struct Row {
      var wave: String
      var unit: String
      var published: String
      var today: String
      var respondents: Int
      var next: String?
    }
    var rows: [Row] = []
    for (index, wave) in waves.dropLast().enumerated() {
      let followed = followed(index)
      let nearest = nearestCentroids(of: wave.record.values(of: model.names, in: model.scale), to: model.centroids)
      for (unit, type) in zip(wave.record.units, nearest) {
        guard let published = wave.published[unit] else { continue }
        rows.append(
          Row(
            wave: wave.record.name, unit: unit, published: published, today: model.letters[type],
            respondents: wave.record.respondents[unit] ?? 0, next: followed[unit]))
      }
    }
    return Table(
      "backcast",
      [
        Column("wave", .text(rows.map(\.wave)), description: "A wave before this one."),
        Column("unit", .text(rows.map(\.unit)), description: "Code of the unit on its date."),
        Column("type_published", .text(rows.map(\.published)), description: "The type that was published then."),
        Column(
          "type_today", .text(rows.map(\.today)),
          description: "The type whose centroid of now is nearest to what it answered then."),
        Column(
          "same", .boolean(rows.map { $0.published == $0.today }), description: "Whether both have the same letter."),
        Column("respondents", .integer(rows.map(\.respondents)), description: "Number of its respondents then."),
        Column(
          "next_unit", .text(rows.map(\.next)),
          description:
            "The unit that it is in the wave after it; empty for one that was divided or is not there any more."),
      ])
  }
}
