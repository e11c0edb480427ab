import Clustering
import Matrices
import Testing
import Waves

@Suite struct RefitGatesTests {
  private let good = RefitGates.Measured(agreement: 0.8, stability: 0.9, gain: 0.1, smallest: 20, drift: 0.1)

  @Test func `a refit that meets everything passes`() {
    let gates = RefitGates(good, RefitGates.Limits())
    #expect(gates.pass)
    #expect(gates.gates.map(\.name) == RefitGates.Name.allCases)
    #expect(gates.gates.map(\.passed) == [true, true, true, true, true])
    #expect(
      gates.gates.map(\.sentence) == [
        "the agreement of the refitted types with the assigned ones (adjusted Rand index) is 0.8, and at least 0.5 is wanted",
        "the stability of the least stable refitted type (Jaccard coefficient) is 0.9, and at least 0.75 is wanted",
        "the gain in fit, the part of the sum of squares within the assigned types that the refit takes away, is 10 %, "
          + "and at least 2 % is wanted",
        "the number of units of the smallest refitted type is 20, and at least 15 is wanted",
        "the share of features that drifted since the earlier wave is 10 %, and at most 50 % is wanted",
      ])
  }

  @Test func `each gate alone holds a refit`() {
    for name in RefitGates.Name.allCases {
      var measured = good
      switch name {
      case .agreement: measured.agreement = 0.49
      case .stability: measured.stability = 0.7499
      case .gain: measured.gain = -0.01
      case .smallest: measured.smallest = 14
      case .drift: measured.drift = 0.51
      }
      let gates = RefitGates(measured, RefitGates.Limits())
      #expect(!gates.pass)
      #expect(gates.gates.filter { $0.passed == false }.map(\.name) == [name])
      let held = gates.gates.first { $0.passed == false }?.sentence ?? ""
      #expect(held.hasSuffix(": the refit is held"), "\(held)")
    }
  }

  @Test func `exactly what is wanted passes, and no sentence rounds across it`() {
    let exact = RefitGates.Measured(agreement: 0.5, stability: 0.75, gain: 0.02, smallest: 15, drift: 0.5)
    #expect(RefitGates(exact, RefitGates.Limits()).pass)
    var close = exact
    close.agreement = 0.49999
    let gates = RefitGates(close, RefitGates.Limits())
    #expect(!gates.pass)
    #expect(gates.gates[0].sentence.contains("is 0.499, and at least 0.5 is wanted: the refit is held"))
  }

  @Test func `what was not measured or not asked for stops nothing and says so`() {
    var limits = RefitGates.Limits()
    limits.gain = nil
    let gates = RefitGates(RefitGates.Measured(gain: -0.5, smallest: 30), limits)
    #expect(gates.pass)
    #expect(gates.gates.map(\.passed) == [nil, nil, nil, true, nil])
    #expect(
      gates.gates[4].sentence
        == "the share of features that drifted since the earlier wave was not measured, so that this gate stops nothing"
    )
    #expect(gates.gates[2].sentence.hasSuffix("is -50 %, and no gate asks for it"))
  }

  @Test func `a refit is measured by hand`() {
    // Two groups on a line; the assigned types put the row at 4 with the others at 10.
    let values = Matrix([[0], [2], [4], [10], [12]])
    let refit = Partition(labels: [0, 0, 0, 1, 1])
    let assigned = Partition(labels: [0, 0, 1, 1, 1])
    // Around 2 the first group has 4 + 0 + 4, around 11 the second 1 + 1.
    // The mean of 4, 10 and 12 is 26 / 3.
    let squares = 2 + 16 + 100 + 144 - 3 * (26.0 / 3) * (26.0 / 3)
    let measured = RefitGates.Measured(of: refit, beside: assigned, values: values, stability: 0.8)
    #expect(abs((measured.gain ?? 0) - (1 - 10 / squares)) < 1e-12)
    #expect(measured.smallest == 2)
    #expect(measured.agreement == ContingencyTable(refit, assigned).adjustedRandIndex)
    #expect(measured.stability == 0.8 && measured.drift == nil)
  }

  @Test func `the same division gains nothing and agrees wholly`() {
    let values = Matrix([[0, 1], [0, 1], [5, 5]])
    let same = Partition(labels: [0, 0, 1])
    let measured = RefitGates.Measured(of: same, beside: same, values: values)
    #expect(measured.gain == 0)
    #expect(measured.agreement == 1)
  }
}
