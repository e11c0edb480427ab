import Testing

@testable import Clustering

@Suite struct CertaintyGradeTests {
  private let thresholds = CertaintyThresholds()

  private func grade(_ share: Double, margin: Double? = 1, isNearTie: Bool = false) -> CertaintyGrade {
    thresholds.grade(share: share, margin: margin, isNearTie: isNearTie)
  }

  @Test func `grades begin at their thresholds`() {
    for (grade, next) in zip(CertaintyGrade.allCases, CertaintyGrade.allCases.dropFirst()) {
      let least = thresholds.least(for: grade)
      #expect(self.grade(least) == grade)
      #expect(self.grade(least.nextDown) == next)
    }
    #expect(grade(1) == .a)
    #expect(grade(0) == .d)
    #expect(thresholds.least(for: .d) == 0)
  }

  @Test func `a small margin allows no A`() {
    #expect(grade(1, margin: thresholds.margin) == .a)
    #expect(grade(1, margin: thresholds.margin.nextDown) == .b)
    #expect(grade(1, margin: nil) == .a)
    #expect(grade(thresholds.c, margin: 0) == .c)
  }

  @Test func `a near-tie allows no A`() {
    #expect(grade(1, isNearTie: true) == .b)
    #expect(grade(thresholds.b, isNearTie: true) == .b)
    #expect(grade(0, isNearTie: true) == .d)
  }

  @Test func `an optimum nearly as good marks the rows that it moves`() {
    let best = Partition(labels: [0, 0, 0, 1, 1])
    let near = Partition(labels: [0, 0, 1, 1, 1])
    let far = Partition(labels: [0, 1, 1, 1, 1])
    let census = Census([(best, 100), (near, 101), (far, 103)])
    #expect(census.rowsMovedByNearTies(within: 0.01) == [false, false, true, false, false])
    #expect(census.rowsMovedByNearTies(within: 0.009) == [false, false, false, false, false])
    #expect(census.rowsMovedByNearTies(within: 0.03) == [false, true, true, false, false])
    #expect(Census([]).rowsMovedByNearTies(within: 1) == [])
  }
}
