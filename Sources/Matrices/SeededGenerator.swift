import RealModule

/// A generator of random numbers that gives the same sequence for the same seed on every machine.
///
/// The generator is xoshiro256**, its state filled by SplitMix64 from the seed and a path of stream numbers, so that
/// start 7 of replicate 3 has a sequence of its own whatever ran before it.
///
/// > Blackman, D. and Vigna, S. (2021). Scrambled linear pseudorandom number generators. doi:10.1145/3460772
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates a generator for a seed and a path of streams.
  ///
  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - streams: Numbers that name what is drawn: a stage, a start, a replicate. Other numbers give other sequences.
  public init(seed: UInt64, streams: Int...) {
    self.init(seed: seed, path: streams)
  }

  /// Creates a generator for a seed and a path of streams in an array.
  public init(seed: UInt64, path: [Int]) {
    self = path.reduce(SeededPath(seed: seed)) { $0.appending($1) }.generator
  }

  fileprivate init(key: UInt64) {
    var mixer = SplitMix64(state: key)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotateLeft(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotateLeft(state.3, by: 45)
    return result
  }

  /// Returns a number drawn uniformly from [0, 1), a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a whole number drawn uniformly from `0 ..< bound` (Lemire's method, without bias).
  ///
  /// - Precondition: `bound` is at least 1.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "an index is drawn below a bound of at least 1")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Returns a number drawn from the exponential distribution with mean 1.
  public mutating func exponential() -> Double { -Double.log(1 - uniform()) }

  /// Returns a number drawn from the standard normal distribution (polar method of Marsaglia; the second number of each
  /// pair is not kept, so that each call depends on the state alone).
  public mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      if square > 0, square < 1 { return u * Double.sqrt(-2 * Double.log(square) / square) }
    }
  }

  /// Returns the indices `0 ..< count` in random order (Fisher-Yates).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, index(below: last + 1)) }
    return order
  }
}

/// The beginning of a path of streams, from which many generators that share it are made.
public struct SeededPath: Sendable {
  private let key: UInt64

  /// Creates the empty path of a seed.
  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    key = mixer.next()
  }

  private init(key: UInt64) { self.key = key }

  /// Returns the path with one more stream.
  public func appending(_ stream: Int) -> SeededPath {
    var mixer = SplitMix64(state: key ^ UInt64(bitPattern: Int64(stream)) &* 0x9E37_79B9_7F4A_7C15)
    return SeededPath(key: mixer.next() &+ mixer.next())
  }

  /// The generator of the path, the same as ``SeededGenerator/init(seed:path:)`` gives for all of its streams.
  public var generator: SeededGenerator { SeededGenerator(key: key) }
}

private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private func rotateLeft(_ value: UInt64, by bits: UInt64) -> UInt64 {
  value << bits | value >> (64 - bits)
}
