import DecisionAnalysis
import Foundation
import Matrices
import Testing

/// A drawn table with what other programs make of it; see `Reference/methods.py`.
private struct ReferenceCase: CustomTestStringConvertible {
  let name: String
  let numbers: [String: [Double]]

  var testDescription: String { "table \(name)" }

  var weights: [Double] { numbers["weights"] ?? [] }
  var isBenefit: [Bool] { (numbers["directions"] ?? []).map { $0 > 0 } }

  var values: Matrix {
    let shape = (numbers["shape"] ?? [0, 0]).map { Int($0) }
    return Matrix(rows: shape[0], columns: shape[1], values: numbers["values"] ?? [])
  }

  /// What a function makes of the thresholds of each criterion.
  func preferences(_ make: (_ indifference: Double, _ preference: Double) -> PreferenceFunction) -> [PreferenceFunction]
  {
    zip(numbers["indifference"] ?? [], numbers["preference"] ?? []).map(make)
  }

  /// Expects numbers to be those of every program that reckoned something.
  func expect(_ what: String, _ found: [Double], programs: Int) {
    let expected = numbers.filter { $0.key.hasPrefix(what + " ") }
    #expect(expected.count == programs, "\(what) of \(testDescription)")
    for (program, numbers) in expected {
      // Sums of at most ten numbers below 1 that are added in another order.
      #expect(
        found.count == numbers.count && zip(found, numbers).allSatisfy { ($0 - $1).magnitude <= 1e-13 },
        "\(program) of \(testDescription): \(found), not \(numbers)")
    }
  }

  static let all: [ReferenceCase] = {
    let url = Bundle.module.url(forResource: "methods", withExtension: "csv", subdirectory: "Reference")
    guard let url, let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var cases: [(String, [String: [Double]])] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      if cases.last?.0 != cells[0] { cases.append((cells[0], [:])) }
      cases[cases.count - 1].1[cells[1]] = cells[2].split(separator: " ").compactMap { Double($0) }
    }
    return cases.map { ReferenceCase(name: $0.0, numbers: $0.1) }
  }()
}

@Suite struct ParityTests {
  @Test func `there are twelve tables`() {
    #expect(ReferenceCase.all.count == 12)
  }

  @Test(arguments: ReferenceCase.all)
  private func `closeness is that of pymcdm and scikit-criteria`(reference: ReferenceCase) {
    let method = TOPSIS(weights: reference.weights, isBenefit: reference.isBenefit)
    reference.expect("topsis", method.closeness(reference.values), programs: 2)
  }

  @Test(arguments: ReferenceCase.all)
  private func `net flows are those of pymcdm with each preference function`(reference: ReferenceCase) {
    let functions: [(String, [PreferenceFunction])] = [
      ("usual", reference.preferences { _, _ in .usual }),
      ("u-shape", reference.preferences { indifference, _ in .uShape(indifference: indifference) }),
      ("v-shape", reference.preferences { _, preference in .vShape(preference: preference) }),
      ("level", reference.preferences { .level(indifference: $0, preference: $1) }),
      ("linear", reference.preferences { .linear(indifference: $0, preference: $1) }),
      ("gaussian", reference.preferences { _, preference in .gaussian(spread: preference) }),
    ]
    for (name, preferences) in functions {
      let method = PROMETHEE(weights: reference.weights, isBenefit: reference.isBenefit, preferences: preferences)
      reference.expect(name, method.flows(reference.values).net, programs: 1)
    }
  }

  @Test(arguments: ReferenceCase.all)
  private func `weights from values are those of pymcdm and scikit-criteria`(reference: ReferenceCase) {
    reference.expect("entropy", entropyWeights(reference.values), programs: 2)
    reference.expect("critic", criticWeights(reference.values), programs: 2)
  }
}
