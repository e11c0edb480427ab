import Diagnostics
import Matrices
import Registers
import Tables

/// What a unit was in the wave before.
struct UnitPast: Sendable {
  /// The type that it had, or its largest part had when it came from several; `nil` for a unit that nobody knew.
  var type: String?
  /// The type that it has now, after moves and splits.
  var typeNow: String?
  /// Whether it moved: not when its type fell apart.
  var isMoved = false
  /// Whether it, or a unit that lives on in it, answered.
  var hasAnswered = false
  /// What names the streams of its deviations: those of its largest part, when that ever answered.
  var origin: Origin?
  /// The people who answered for it, or for a unit that lives on in it.
  var people: [Person] = []
}

extension UnitPast {
  /// What an outsider was.
  init(ofOutsider name: String, in earlier: DrawnWave) {
    guard let place = earlier.units.answering.firstIndex(where: { $0.isOutsider && $0.unit.name == name }) else {
      return
    }
    let unit = earlier.units.answering[place]
    type = earlier.wave.plan.types[unit.type].name
    typeNow = type
    hasAnswered = true
    origin = unit.origin
    people = earlier.people.filter { $0.unit == place }
  }
}

/// What becomes of the units of a wave by the next: who lives on in whom, who moves to another type, which types fall apart.
struct UnitSuccession {
  private let wave: PlannedWave
  private let random: WaveRandomness
  private let earlier: DrawnWave
  private let units: [Unit]

  /// Returns what each unit was in the wave before, and what it has become; `nil` for a first wave.
  ///
  /// - Throws: `badPipeline` when the plan names units that are none.
  static func pasts(of units: [Unit], in wave: PlannedWave, _ random: WaveRandomness, after earlier: DrawnWave?)
    throws(Failure) -> [UnitPast]?
  {
    guard let earlier else { return nil }
    let succession = UnitSuccession(wave: wave, random: random, earlier: earlier, units: units)
    var pasts = succession.inherited
    if let since = wave.plan.since {
      try succession.move(since.moves, &pasts)
      for (number, split) in since.splits.enumerated() { succession.split(split, number, &pasts) }
    }
    return pasts
  }

  // MARK: - Who lives on in whom

  /// What each unit was.
  ///
  /// Of several units that live on in it, the largest gives the type and the deviations, and all give their people. A unit
  /// that was divided lives on in the receiver of its largest part.
  private var inherited: [UnitPast] {
    let places = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var pasts = units.map { _ in UnitPast() }
    var sizes = units.map { _ in -Double.infinity }
    let size = earlier.wave.plan.size
    let before = earlier.wave.register?.units(on: earlier.wave.plan.date) ?? []
    let known = Dictionary(before.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for code in earlier.units.types.keys.sorted() {
      guard let place = places[heir(of: code)] else { continue }
      let own = size.flatMap { known[code]?.number($0) } ?? 0
      if own < sizes[place] || (own == sizes[place] && code != units[place].code) { continue }
      sizes[place] = own
      pasts[place].type = earlier.units.types[code]
      pasts[place].origin = earlier.units.origins[code]
    }
    for (number, unit) in earlier.units.answering.enumerated() where !unit.isOutsider {
      guard let place = places[heir(of: unit.key)] else { continue }
      pasts[place].hasAnswered = true
      pasts[place].people += earlier.people.filter { $0.unit == number }
    }
    for place in pasts.indices { pasts[place].typeNow = pasts[place].type }
    return pasts
  }

  /// The code in which a unit lives on, wholly or with its largest part.
  private func heir(of code: String) -> String {
    wave.register?.fate(of: code, from: earlier.wave.plan.date, to: wave.plan.date).successors?.first?.code ?? code
  }

  // MARK: - Moves and splits

  private func move(_ moves: [WaveStep.Move], _ pasts: inout [UnitPast]) throws(Failure) {
    var findings: [Finding] = []
    for (number, move) in moves.enumerated() {
      let going: [Int]
      if let from = move.from {
        let able = pasts.indices.filter { pasts[$0].type == from && !pasts[$0].isMoved }
        let count = Int((move.share * Double(pasts.count { $0.type == from })).rounded())
        going = Array(shuffled(able, Stream.move, number).prefix(count))
      } else {
        let (codes, unknown) = wave.register?.codes(of: move.units, on: wave.plan.date) ?? (Set(move.units), [])
        going = units.indices.filter { codes.contains(units[$0].code) && pasts[$0].type != move.to }
        findings += unknown.map { name in
          Finding(
            .error, rule: "unknown-unit", at: Place(field: "since.moves"), value: name,
            message: "'since.moves' names '\(name)', which is no unit of the register on \(wave.plan.date.iso)",
            mend: "correct the name")
        }
      }
      for place in going {
        pasts[place].typeNow = move.to
        pasts[place].isMoved = true
      }
    }
    if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  }

  /// Divides the units that stayed in a type over its parts, as evenly as whole units allow.
  private func split(_ split: WaveStep.Split, _ number: Int, _ pasts: inout [UnitPast]) {
    let members = shuffled(
      pasts.indices.filter { pasts[$0].type == split.type && !pasts[$0].isMoved }, Stream.split, number)
    let total = split.parts.map(\.share).sum
    guard total > 0 else { return }
    var (reached, next) = (0.0, 0)
    for part in split.parts {
      reached += part.share
      let end = Int((reached / total * Double(members.count)).rounded())
      for place in members[next..<max(next, end)] { pasts[place].typeNow = part.type }
      next = max(next, end)
    }
  }

  /// Places in random order; each place draws its own number.
  private func shuffled(_ places: [Int], _ stream: Int, _ number: Int) -> [Int] {
    let keys = units.indices.map { place in
      var generator = random.stream(stream, number, place)
      return generator.uniform()
    }
    return places.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
