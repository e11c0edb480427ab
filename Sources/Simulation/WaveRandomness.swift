import Matrices

/// The streams of random numbers, so that no draw depends on the number of others.
enum Stream {
  static let unitKey = 1
  static let unitType = 2
  static let crowd = 3
  static let person = 4
  static let unitIndex = 5
  static let unitQuestion = 6
  static let personIndex = 7
  static let personQuestion = 8
  static let spelling = 9
  static let dirt = 10
  static let duration = 11
  static let following = 12
  static let move = 13
  static let split = 14
  static let stay = 15
}

/// The random numbers of one wave in a row of waves.
///
/// Each wave has streams of its own, whether it has another seed than those before or not.
struct WaveRandomness: Hashable, Sendable {
  var seed: UInt64
  /// The place of the wave in the row, from 0.
  var wave: Int

  /// Returns the generator of a path of streams.
  func stream(_ path: Int...) -> SeededGenerator { stream(path) }

  /// Returns the generator of a path of streams.
  func stream(_ path: [Int]) -> SeededGenerator {
    SeededGenerator(seed: seed, path: wave == 0 ? path : [Stream.following, wave] + path)
  }
}

/// What names the streams of a unit or a person for good: the wave in which it first answered, and its number there.
struct Origin: Hashable, Sendable {
  var random: WaveRandomness
  var number: Int

  init(_ random: WaveRandomness, _ number: Int) {
    self.random = random
    self.number = number
  }
}
