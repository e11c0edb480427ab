import DecisionAnalysis
import Matrices
import Settings
import Strategies
import Testing

@Suite struct MatcherTests {
  private let sources = ["a", "b", "pain"]
  private let settings = MatchSettings(draws: 1000)

  private func matcher() throws -> Matcher {
    Matcher(catalogue: try catalogue(smallCatalogue).catalogue, settings: settings, sources: sources, seed: 1)
  }

  private func profile(_ amounts: [Double], _ replicates: [[Double]]? = nil) -> Profile {
    Profile(amounts: amounts, replicates: Matrix(replicates ?? [amounts]))
  }

  @Test func `scores, ranks and preconditions are those worked by hand`() throws {
    // rise: (3 · .8 + 1 · 2 · .5) / 5 = .68; fall: .2; stay: .5
    let match = try matcher().match(profile([8, 5, 3]))
    #expect(match.ranking.map(\.strategy) == [0, 2, 1])
    #expect(match.ranking.map(\.rank) == [1, 2, 3])
    for (place, expected) in zip(match.ranking, [0.68, 0.5, 0.2]) {
      #expect(((place.score ?? .nan) - expected).magnitude <= 0x1p-32)
    }
    #expect(match.preconditions == [[true, false, nil], [], []])
    let risk = match.risks[0]
    #expect([risk.risk, risk.low, risk.high] == [0.5, 0.5, 0.5])
  }

  @Test func `a strategy that no weight can dethrone wins clearly`() throws {
    // rise lies between .5 and .8 whatever the weights; the others stay at .5 and .2.
    let match = try matcher().match(profile([8, 6, 3]))
    #expect(match.verdict == .clear(0))
    #expect(match.ranking[0].acceptability == 1)
    #expect(match.ranking[0].acceptabilityAny == 1)
    #expect(match.ranking[0].aboveBaseline == 1)
    #expect(match.ranking[1].aboveBaseline == nil)
  }

  @Test func `two other ways of ranking are those worked by hand`() throws {
    // Values on (first, second), weights 3/4 and 1/4: rise (.8, .5), fall (.2, one half), stay (one half, .5).
    // TOPSIS: distances to 1 are (.15, .125), (.6, .125), (.375, .125), those to 0 (.6, .125), (.15, .125), (.375, .125).
    let check = try matcher().match(profile([8, 5, 3])).crossCheck
    let far = (0.6 * 0.6 + 0.125 * 0.125).squareRoot()
    let near = (0.15 * 0.15 + 0.125 * 0.125).squareRoot()
    for (found, expected) in zip(check.closeness, [far / (near + far), near / (near + far), 0.5]) {
      #expect(((found ?? .nan) - expected).magnitude <= 0x1p-32)
    }
    // PROMETHEE: .6 more is a full preference, .3 more (.3 - .05) / .45 = 5/9; each times 3/4, over two others.
    let step = 0.75 * 5 / 9
    for (found, expected) in zip(check.netFlow, [(0.75 + step) / 2, -(0.75 + step) / 2, 0]) {
      #expect(((found ?? .nan) - expected).magnitude <= 0x1p-32)
    }
    #expect(check.agrees(with: 0))
    #expect(!check.agrees(with: 2))
  }

  @Test func `a vetoed strategy takes no part in the other ways of ranking`() throws {
    let check = try matcher().match(profile([9, 9.5, 3])).crossCheck
    #expect(check.closeness[0] == nil && check.netFlow[0] == nil)
    #expect(!check.agrees(with: 0))
    #expect(check.netFlow[1] == (check.netFlow[2].map { -$0 }))
  }

  @Test func `replicates that disagree leave no clear winner`() throws {
    let match = try matcher().match(profile([5.5, 5.5, 3], [[9, 5.5, 3], [1, 5.5, 3]]))
    #expect(match.verdict == .contested([0, 1]))
    #expect(match.ranking.first { $0.strategy == 1 }?.acceptability == 0.5)
  }

  @Test func `a vetoed strategy keeps its score, and comes last without a share`() throws {
    let match = try matcher().match(profile([9, 9.5, 3]))
    let last = try #require(match.ranking.last)
    #expect(last.strategy == 0)
    #expect(last.veto == 0)
    #expect(last.score != nil)
    #expect(last.acceptability == 0 && last.aboveBaseline == nil)
    #expect(match.ranking.map(\.acceptability).reduce(0, +) == 1)
  }

  @Test func `what is not known is left out, and its precondition is not known either`() throws {
    let match = try matcher().match(profile([.nan, 5, .nan]))
    #expect(match.preconditions[0] == [nil, nil, nil])
    #expect(match.ranking.last?.strategy == 1)
    #expect(match.ranking.last?.score == nil)
    #expect(match.risks[0].risk.isNaN)
  }

  @Test func `a field of which nobody tells is shifted`() throws {
    // With 6 less of both: rise .14, fall .8, stay 1 - 0 = 1 (b below 0 is worth as much as 0, also half a point off).
    let matcher = try matcher()
    let whole = profile([8, 5, 3])
    let profiles = FieldProfiling(catalogue: matcher.catalogue, least: 10, seed: 1)
      .profiles(of: [matcher.onCriteria(whole)], FieldAnswers(noneAbout: 2))
    let match = matcher.match(whole, fields: profiles[0])
    #expect(match.fields.map(\.strategy) == [2])
    #expect(match.fields[0].runnerUp == 1)
    #expect(match.fields[0].score == 1)
    #expect(match.fields[0].acceptability == 1)
    #expect(match.fields[0].isClear)
    #expect(!match.fields[0].isPooled)
    let grounds = match.fields[0].grounds
    #expect([grounds.answers, grounds.whole, grounds.judgement] == [0, 0, 1])
    #expect(matcher.match(whole).fields == [])
  }

  @Test func `what comes first, next and without vetoes is told`() throws {
    let match = try matcher().match(profile([8, 5, 3], [[8, 5, 3], [9, 5, 3], [5, 9.5, 3], [5, 5, 3]]))
    #expect(match.choice.first == 0 && match.choice.runnerUp == 2 && match.choice.unvetoed == nil)
    #expect(match.ranking[0].vetoShare == 0.25)
    #expect(match.preconditionShares == [[0.5, 0, nil], [], []])
    let vetoed = try matcher().match(profile([9, 9.5, 3])).choice
    #expect(vetoed.first == 1 && vetoed.runnerUp == 2 && vetoed.unvetoed == 0)
    let unknown = try matcher().match(profile([.nan, .nan, .nan])).choice
    #expect(unknown.first == nil && unknown.runnerUp == nil && unknown.unvetoed == nil && unknown.ahead == 0)
  }

  @Test func `the smallest changes that flip the choice are those worked by hand`() throws {
    // rise (3a + 2b) / 50, fall 1 - a/10, stay 1 - b/10; at (8, 5) .68, .2 and .5.
    let match = try matcher().match(profile([8, 5, 3]))
    // With p points of the first: (p · .8 + 1) / (p + 2) = .5 at p = 0 alone; with q of the second (2.4 + q) / (3 + 2q) = .5
    // nowhere.
    #expect(match.weightFlips == [WeightFlip(criterion: 0, from: 3, to: 0, alternative: 2)])
    // stay: (3a + 10) / 50 = .5 at a = 5, and there fall is .5 as well; of b: (24 + 2b) / 50 = 1 - b/10 at b = 26/7.
    #expect(match.amountFlips.map(\.source) == [0, 1])
    #expect((match.amountFlips[0].to - 5).magnitude <= 1e-9)
    #expect((match.amountFlips[1].to - 26 / 7.0).magnitude <= 1e-9)
    #expect(match.amountFlips[1].alternative == 2)
    #expect((match.amountFlips[0].change - 0.3).magnitude <= 1e-9)
  }

  @Test func `a strategy takes away a share of the risk as far as it fits`() throws {
    // Pain 3 is a risk of .5; rise fits for .68 and answers at the level medium: .2 to .4 of it, .3 in the middle.
    let match = try matcher().match(profile([8, 5, 3], [[8, 5, 3], [8, 5, 3], [8, 5, 3]]))
    let relief = match.relief[0][0]
    #expect(relief.level == .medium)
    #expect((relief.change.risk + 0.5 * 0.68 * 0.3).magnitude <= 1e-9)
    #expect((relief.left.risk - 0.5 * (1 - 0.68 * 0.3)).magnitude <= 1e-9)
    #expect(relief.change.low >= -0.5 * 0.68 * 0.4 - 1e-9 && relief.change.high <= -0.5 * 0.68 * 0.2 + 1e-9)
    #expect(relief.change.low < relief.change.high)
    let nothing = match.relief[2][0]
    #expect(nothing.level == nil && [nothing.change.risk, nothing.change.low, nothing.change.high] == [0, 0, 0])
    #expect(nothing.left == match.risks[0])
  }

  @Test func `other points have another first`() throws {
    let matcher = try matcher()
    // a = 6, b = 2: rise (18 + 4) / 50 = .44, fall .4, stay .8.
    let first = try #require(matcher.first(for: profile([6, 2, 3]), points: [3, 1]))
    #expect(first.strategy == 2)
    // Without points for the second, rise .6 and fall .4; nothing is known of stay.
    let other = try #require(matcher.first(for: profile([6, 2, 3]), points: [1, 0]))
    #expect(other.strategy == 0)
    #expect((other.score - 0.6).magnitude <= 0x1p-32)
    #expect(matcher.first(for: profile([.nan, .nan, 3]), points: [1, 1]) == nil)
  }

  @Test func `equal profiles have equal matches, and the seed decides`() throws {
    let one = try matcher().match(profile([5, 5, 3], [[6, 5, 3], [4, 5, 3]]))
    let two = try matcher().match(profile([5, 5, 3], [[6, 5, 3], [4, 5, 3]]))
    #expect(one == two)
  }

  @Test func `a member that points elsewhere surely enough is a misfit`() throws {
    let low = profile([1, 5, 3], [[1, 5, 3], [2, 5, 3], [0, 5, 3], [3, 5, 3], [9, 5, 3]])
    let misfit = try #require(try matcher().misfit(low, typeStrategy: 0))
    #expect(misfit.ownStrategy == 1)
    #expect(misfit.share == 0.8)
    #expect((misfit.ownScore - 0.9).magnitude <= 0x1p-32)
    // rise gets .6 · .1 of the first and .4 · .5 of the second, fall .9 of the first: .84 more.
    #expect(misfit.criterion == 0)
    #expect((misfit.difference - 0.84).magnitude <= 1e-9)
    let same = try matcher().ownChoice(low, typeStrategy: 1)
    #expect(same.strategy == 1 && same.share == nil && same.misfit == nil)
    #expect(try matcher().misfit(low, typeStrategy: 1) == nil)
    let unsure = profile([1, 5, 3], [[1, 5, 3], [9, 5, 3]])
    #expect(try matcher().misfit(unsure, typeStrategy: 0) == nil)
    let own = try matcher().ownChoice(unsure, typeStrategy: 0)
    #expect(own.strategy == 1 && own.share == 0.5 && own.misfit == nil)
  }
}
