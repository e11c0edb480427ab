import Diagnostics
import Foundation
import Matrices
import Normalisation
import Testing

@Suite struct ParityTests {
  @Test func `transforms and scalings give the numbers of R`() throws {
    let columns = ["size": try column(0), "share": try column(1)]
    for row in try lines("scaled.csv") {
      let fields = row.split(separator: ",").map(String.init)
      let values = try #require(columns[fields[0]])
      let settings = try settings(
        "blocks: {b: {features: {x: {source: index.x, transform: \(fields[1]), scaling: \(fields[2]), reason: r}}}}")
      let fit = try FeatureFit(settings, to: [UnitValues("x", .numbers(values))])
      let feature = fit.transform.features[0]
      let wanted = try fields[3].split(separator: " ").map { try #require(Double($0)) }
      for (unit, number) in wanted.enumerated() {
        // The block is stretched to variance 1 afterwards; taking that back leaves the rounding to 2⁻³², half a step.
        let found = fit.features[unit, 0] / feature.weight
        #expect(
          (found - number).magnitude <= 0x1p-33 / feature.weight + 1e-13 * max(1, number.magnitude), "\(fields[1...2])")
      }
    }
  }

  @Test func `ridits are those of Bross`() throws {
    let coding = FittedCoding(.ridit, answers: [5, 1, 2, 2, .nan, 3, 4, 1, 4, 5, 5, 5, 5, 2])
    for (index, row) in try lines("ridit.csv").enumerated() {
      let fields = try row.split(separator: ",").map { try #require(Double($0)) }
      #expect(coding.answers[index] == fields[0])
      #expect((coding.scores[index] - fields[1]).magnitude < 1e-15)
    }
  }

  @Test(arguments: [1, 3, 5]) func `nearest neighbours give the values of KNNImputer`(_ neighbours: Int) throws {
    let names = ["a", "b", "c", "d"]
    let gaps = try table("gaps.csv")
    let filled = try table("filled-\(neighbours).csv")
    let features = names.map { "{\($0): {source: index.\($0), reason: r}}" }
    let settings = try settings(
      "imputation: {method: nearest, neighbours: \(neighbours)}\nblocks:\n"
        + names.map { "  b\($0): {features: \(features[names.firstIndex(of: $0) ?? 0])}" }.joined(separator: "\n"))
    let values = names.enumerated().map { index, name in UnitValues(name, .numbers(gaps.map { $0[index] })) }
    let fit = try FeatureFit(settings, to: values)
    #expect(fit.imputed.count == 8)
    for cell in fit.imputed {
      let wanted = try #require(filled[cell.unit][cell.column])
      // Means of the same few donors, added in another order.
      #expect((cell.value - wanted).magnitude < 1e-12 * wanted.magnitude, "unit \(cell.unit), column \(cell.column)")
      #expect(cell.neighbours == neighbours)
      #expect(cell.method == .nearest)
    }
  }

  private func column(_ index: Int) throws -> [Double?] { try table("values.csv").map { $0[index] } }

  private func table(_ name: String) throws -> [[Double?]] {
    try lines(name).map { $0.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) } }
  }

  private func lines(_ name: String) throws -> [Substring] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Reference"))
    return Array(try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst())
  }
}
