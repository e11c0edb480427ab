import Matrices
import RealModule
import Registers

/// A register of 355 units, and how likely each is to answer.
struct SimulatedRegister {
  let units: [Unit]
  /// The number of inhabitants of each unit.
  let inhabitants: [Double]
  /// The size class of each unit: 0 (small) to 3.
  let sizes: [Int]
  /// The probability that somebody answers for each unit.
  let response: [Double]
  /// The mean number of officials that answer, when somebody does.
  let officials: [Double]

  /// Draws a register, always the same.
  ///
  /// - Parameter answering: How many units answer on average.
  init(answering: Double) {
    var generator = SeededGenerator(seed: 355, streams: 0)
    let counts = [207, 99, 30, 19]
    let bounds: [(low: Double, high: Double)] = [
      (1_000, 20_000), (20_000, 50_000), (50_000, 100_000), (100_000, 870_000),
    ]
    var units: [Unit] = []
    var inhabitants: [Double] = []
    var sizes: [Int] = []
    var parts: [Int] = []
    for (size, count) in counts.enumerated() {
      for _ in 0..<count {
        let (low, high) = bounds[size]
        // The largest class is skewed: few are far above the rest.
        let place = size == 3 ? generator.uniform() * generator.uniform() : generator.uniform()
        let people = (low * Double.pow(high / low, place)).rounded()
        let part = generator.index(below: 4)
        let code = "U" + String(1000 + units.count)
        units.append(
          Unit(code: code, name: code, values: ["population": .number(people), "part": .text("P\(part)")]))
        inhabitants.append(people)
        sizes.append(size)
        parts.append(part)
      }
    }
    // Larger units answer more often and with more people; so do those of some parts of the country.
    let bySize = [0.62, 0.72, 0.85, 0.95]
    let byPart = [0.9, 1, 1.05, 1.1]
    let raw = zip(sizes, parts).map { bySize[$0] * byPart[$1] }
    let scale = answering / raw.reduce(0, +)
    self.units = units
    self.inhabitants = inhabitants
    self.sizes = sizes
    response = raw.map { min(1, $0 * scale) }
    officials = sizes.map { [2.7, 3.6, 5.2, 6.5][$0] }
  }
}

extension SeededGenerator {
  /// Returns a number drawn from the Poisson distribution.
  mutating func poisson(_ mean: Double) -> Int {
    let end = Double.exp(-mean)
    var product = uniform()
    var count = 0
    while product > end {
      product *= uniform()
      count += 1
    }
    return count
  }

  /// Returns a number drawn from the beta distribution.
  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let first = gamma(a)
    let second = gamma(b)
    return first + second > 0 ? first / (first + second) : (uniform() < a / (a + b) ? 1 : 0)
  }

  /// Returns a number drawn from the gamma distribution with scale 1.
  ///
  /// > Marsaglia, G. and Tsang, W. (2000). A simple method for generating gamma variables. doi:10.1145/358407.358414
  private mutating func gamma(_ shape: Double) -> Double {
    if shape < 1 { return gamma(shape + 1) * Double.pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / Double.sqrt(9 * d)
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      if Double.log(1 - uniform()) < x * x / 2 + d - d * v + d * Double.log(v) { return d * v }
    }
  }
}
