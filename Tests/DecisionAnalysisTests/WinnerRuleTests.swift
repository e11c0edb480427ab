import DecisionAnalysis
import Testing

@Suite struct WinnerRuleTests {
  private let rule = WinnerRule(acceptability: 0.6, ahead: 0.2)

  @Test func `first on both with enough distance is a clear winner`() {
    #expect(rule.verdict(scores: [0.5, 0.7, 0.6], acceptability: [0.1, 0.6, 0.3]) == .clear(1))
  }

  @Test func `a distance of exactly the bound is enough`() {
    #expect(rule.verdict(scores: [0.7, 0.6], acceptability: [0.6, 0.4]) == .clear(0))
  }

  @Test func `too small a share is contested by those near`() {
    #expect(rule.verdict(scores: [0.7, 0.6, 0.5], acceptability: [0.55, 0.36, 0.09]) == .contested([0, 1]))
  }

  @Test func `score and acceptability that disagree name both`() {
    #expect(rule.verdict(scores: [0.71, 0.7], acceptability: [0.2, 0.8]) == .contested([1, 0]))
  }

  @Test func `equal scores have no clear winner`() {
    #expect(rule.verdict(scores: [0.7, 0.7], acceptability: [0.5, 0.5]) == .contested([0, 1]))
  }

  @Test func `who takes no part cannot win`() {
    #expect(rule.verdict(scores: [nil, 0.3], acceptability: [0, 1]) == .clear(1))
    #expect(rule.verdict(scores: [nil, nil], acceptability: [0, 0]) == .contested([]))
  }
}
