import Matrices
import Testing
import Waves

@Suite struct MoverCausesTests {
  private typealias Place = UnitPlace
  private typealias Step = Counterfactuals.Step

  /// Two types that are the same two types in both waves.
  private let same = TypeCorrespondence([[10, 1], [1, 10]])

  private func movements(_ pairs: [(Int, Int)], certainty: Double = 1) -> Movements {
    func place(_ type: Int) -> Place {
      Place(type: type, shares: type == 0 ? [certainty, 1 - certainty] : [1 - certainty, certainty])
    }
    return Movements(pairs.map { place($0.0) }, pairs.map { place($0.1) }, same)
  }

  // MARK: - The order of the tests

  @Test func `the cause is the first replacement that brings the type of now`() {
    let movers = movements([(0, 1), (0, 1), (0, 1), (0, 0)])
    let causes = MoverCauses(
      movers, steps: MoverCause.ingredients,
      isOfTypeNow: [
        [true, false, false, true], [true, true, false, true], [true, true, false, true], [true, true, false, true],
        [true, true, true, true], [true, true, true, true],
      ])
    #expect(causes.causes == [.officials, .answers, .centroids, nil])
    #expect(causes.steps == [0, 1, 4, nil])
    #expect(causes.count(of: .answers) == 1)
  }

  @Test func `noise comes before everything else`() {
    let unsure = movements([(0, 1)], certainty: 0.7)
    let causes = MoverCauses(unsure, steps: [.answers], isOfTypeNow: [[true]])
    #expect(causes.causes == [.noise])
    #expect(causes.steps == [nil])
  }

  @Test func `a unit that a later replacement takes back, or that none brings there, moved by several together`() {
    let movers = movements([(0, 1), (0, 1)])
    let causes = MoverCauses(
      movers, steps: [.answers, .register, .centroids],
      isOfTypeNow: [[true, false], [false, false], [true, false]])
    #expect(causes.causes == [.several, .several])
    #expect(causes.steps == [nil, nil])
  }

  @Test func `a unit whose type is new moved as well`() {
    let types = TypeCorrespondence([[10, 0, 0], [0, 10, 0]], staying: (earlier: [10, 10], now: [10, 10, 5]))
    let movers = Movements(
      [Place(type: 0, shares: [1, 0])], [Place(type: 2, shares: [0, 0, 1])], types)
    #expect(movers.movements == [.withoutCounterpart])
    let causes = MoverCauses(movers, steps: [.answers, .centroids], isOfTypeNow: [[false], [true]])
    #expect(causes.causes == [.centroids])
  }

  @Test func `no units have no causes`() {
    let none = MoverCauses(
      movements([]), steps: MoverCause.ingredients, isOfTypeNow: MoverCause.ingredients.map { _ in [] })
    #expect(none.causes == [])
    #expect(none.count(of: .noise) == 0)
  }

  // MARK: - Counterfactuals

  /// Types at 0 and 10 on a line; the second feature tells them apart a little.
  private let centroids = Matrix([[0, 0], [10, 1]])

  @Test func `types after replacements are worked by hand`() {
    // Unit 0 is taken over the middle by the second step, unit 1 by the model alone, unit 2 stays.
    let start = Step(.noise, values: Matrix([[1, 0], [4, 0], [9, 1]]), centroids: centroids)
    let steps = [
      Step(.officials, values: Matrix([[4, 0], [4, 0], [9, 1]]), centroids: centroids),
      Step(.answers, values: Matrix([[7, 1], [4, 0], [9, 1]]), centroids: centroids),
      Step(
        .centroids, values: Matrix([[7, 1], [4, 0], [9, 1]]), centroids: Matrix([[-2, 0], [8, 1]]), hasTypesOfNow: true),
    ]
    let found = Counterfactuals(from: start, steps, now: [1, 1, 1], same)
    #expect(found.typesAtStart == [0, 0, 1])
    #expect(found.isOfTypeNow == [[false, false, true], [true, false, true], [true, true, true]])
    #expect(found.type(of: 0, after: 0) == 0)
    #expect(found.type(of: 0, after: 1) == 1)
    // The first feature went three up, between centroids ten apart; the second one up, between centroids one apart.
    #expect(found.strongestFeature(of: 0, in: 1) == 0)
    // The type did not change, or the model did.
    #expect(found.strongestFeature(of: 2, in: 1) == nil)
    #expect(found.strongestFeature(of: 1, in: 2) == nil)
    let causes = MoverCauses(movements([(0, 1), (0, 1), (1, 1)]), found)
    #expect(causes.causes == [.answers, .centroids, nil])
  }

  @Test func `earlier types count by what they correspond to`() {
    // The letters are exchanged: earlier type 0 is type 1 of now.
    let turned = TypeCorrespondence([[1, 10], [10, 1]])
    let start = Step(.noise, values: Matrix([[1, 0]]), centroids: centroids)
    let step = Step(.register, values: Matrix([[9, 0]]), centroids: centroids)
    let found = Counterfactuals(from: start, [step], now: [0], turned)
    #expect(found.isOfTypeNow == [[true]])
  }

  @Test func `planted movers are found with the planted cause`() {
    // Sixty units at 0 or 10; of each cause five cross over in the step of that cause.
    let planted = MoverCause.ingredients
    let count = 60
    var generator = SeededGenerator(seed: 1)
    var rows = (0..<count).map { unit in [10 * Double(unit % 2) + generator.normal(), generator.normal()] }
    let start = Step(.noise, values: Matrix(rows), centroids: centroids)
    var steps: [Step] = []
    for (index, cause) in planted.enumerated() {
      for unit in index * 5..<index * 5 + 5 { rows[unit][0] = 10 - rows[unit][0] }
      steps.append(Step(cause, values: Matrix(rows), centroids: centroids))
    }
    let now = nearest(rows)
    let found = Counterfactuals(from: start, steps, now: now, same)
    let causes = MoverCauses(movements(Array(zip(found.typesAtStart, now))), found)
    for (index, cause) in planted.enumerated() {
      #expect(causes.causes[index * 5..<index * 5 + 5].allSatisfy { $0 == cause }, "\(cause)")
    }
    #expect(causes.causes[30...].allSatisfy { $0 == nil })
  }

  private func nearest(_ rows: [[Double]]) -> [Int] { rows.map { $0[0] > 5 ? 1 : 0 } }
}
