import Testing

@testable import Clustering

@Suite struct CertaintyGradeTests {
  private let thresholds = CertaintyThresholds()

  private func grade(_ share: Double, margin: Double? = 1, isNearTie: Bool = false) -> CertaintyGrade {
    thresholds.grade(share: share, margin: margin, isNearTie: isNearTie)
  }

  @Test func `each grade asks for a share and a margin, and begins at both`() {
    let grades = CertaintyGrade.allCases
    for (grade, next) in zip(grades, grades.dropFirst()) {
      guard let least = thresholds.least(for: grade) else { continue }
      #expect(self.grade(least.share, margin: least.margin) == grade)
      #expect(self.grade(least.share.nextDown) == next)
      #expect(self.grade(1, margin: least.margin.nextDown) == next)
    }
    #expect(grade(1) == .a)
    #expect(grade(0) == .d)
    #expect(grade(1, margin: -0.2) == .d)
    #expect(thresholds.least(for: .d) == nil)
  }

  @Test func `a single cluster leaves no doubt`() {
    #expect(grade(1, margin: nil) == .a)
  }

  @Test func `a near-tie allows no A`() {
    #expect(grade(1, isNearTie: true) == .b)
    #expect(grade(thresholds.b.share, isNearTie: true) == .b)
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
