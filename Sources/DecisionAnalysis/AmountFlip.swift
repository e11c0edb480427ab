import Matrices

/// A stretch of amounts within which an alternative takes no part.
public struct AmountVeto: Hashable, Sendable {
  /// The index of the source whose amount is tested.
  public var source: Int
  /// The least amount that excludes; every low amount does when `nil`.
  public var atLeast: Double?
  /// The greatest amount that excludes; every high amount does when `nil`.
  public var atMost: Double?

  /// Creates a veto.
  public init(source: Int, atLeast: Double? = nil, atMost: Double? = nil) {
    self.source = source
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Returns whether an amount excludes the alternative; one that is not known (NaN) does not.
  public func holds(for amount: Double) -> Bool {
    !amount.isNaN && amount >= atLeast ?? -.infinity && amount <= atMost ?? .infinity
  }
}

/// The nearest change of one measured amount at which the first alternative no longer comes first alone.
public struct AmountFlip: Hashable, Sendable {
  /// The index of the source.
  public var source: Int
  /// The amount that was measured.
  public var from: Double
  /// The amount at which, or just beyond which, another alternative comes first or beside the present one.
  public var to: Double
  /// How far the amount must change, as a share of the width of its scale; 0 when another scores as high already.
  public var change: Double
  /// The alternative that comes first there, or beside the present one.
  public var alternative: Int

  /// Creates a flip.
  public init(source: Int, from: Double, to: Double, change: Double, alternative: Int) {
    self.source = source
    self.from = from
    self.to = to
    self.change = change
    self.alternative = alternative
  }
}

extension WeightedSum {
  /// Returns for each source the nearest change of its amount that flips the choice, the other amounts staying as they are.
  ///
  /// The choice is the alternative with the highest score of those that no veto excludes, the first of them where equal. It
  /// flips where another that takes part scores at least as high, where a veto begins to hold for it and another is left, and
  /// where a veto ends for one that scores as high. Between anchors scores are straight lines, so that walking outward from
  /// anchor to anchor, and from the limit of one veto to the next, gives the exact answer.
  ///
  /// Left out are sources that cannot flip the choice, those whose amount is not known, and those without a scale. Of two
  /// changes of the same size the one to the lower amount is told.
  ///
  /// - Parameters:
  ///   - amounts: What was measured from each source (*s*), NaN where it is not known.
  ///   - sources: For each criterion the source that it reads (*c*), `nil` for none; several may read the same one.
  ///   - vetoes: For each alternative what excludes it (*a*).
  ///   - scales: The scale of each source (*s*), wider than 0, to which changes are compared.
  /// - Returns: At most *s* flips in the order of the sources; none when no alternative takes part.
  /// - Precondition: All counts agree, and criteria and vetoes name sources that there are.
  /// - Complexity: O(*s* · *b* · terms) for *b* anchors and limits that read a source.
  public func amountFlips(
    amounts: [Double], sources: [Int?], vetoes: [[AmountVeto]], scales: [ClosedRange<Double>?]
  ) -> [AmountFlip] {
    precondition(sources.count == points.count, "one source a criterion, or none")
    precondition(vetoes.count == alternatives.count, "a list of vetoes an alternative")
    precondition(scales.count == amounts.count, "one scale a source, or none")
    let onCriteria = sources.map { $0.map { amounts[$0] } ?? .nan }
    let scores = zip(assess(onCriteria), vetoes).map { assessment, vetoes in
      vetoes.contains { $0.holds(for: amounts[$0.source]) } ? nil : assessment.score
    }
    guard let first = indexOfHighest(scores) else { return [] }
    let tied = scores.indices.first { $0 != first && scores[$0] == scores[first] }
    return amounts.indices.compactMap { source in
      let from = amounts[source]
      guard from.isFinite, let scale = scales[source], scale.lowerBound < scale.upperBound else { return nil }
      let lines = alternatives.indices.map { alternative in
        AmountLine(
          terms: alternatives[alternative], points: points, amounts: onCriteria,
          moves: { sources[$0] == source }, vetoes: vetoes[alternative], source: source, measured: amounts)
      }
      let walk = AmountWalk(lines: lines, first: first, start: from)
      guard let flip = tied.map({ (to: from, alternative: $0) }) ?? walk.nearest else { return nil }
      return AmountFlip(
        source: source, from: from, to: flip.to,
        change: (flip.to - from).magnitude / (scale.upperBound - scale.lowerBound), alternative: flip.alternative)
    }
  }
}

/// The score of one alternative as a function of the amount of one source, and where it takes part.
private struct AmountLine {
  private struct Part {
    var weight: Double
    /// What the term is worth at the amount that was measured.
    var value: Double
    /// The value function of a term that moves with the source; `nil` for the others.
    var function: ValueFunction?
  }

  private var parts: [Part] = []
  private var vetoes: [AmountVeto] = []
  /// Whether a veto on another source excludes it whatever the amount.
  private var isOut = false
  /// The amounts at which the line bends, or at which it begins or ends to take part.
  private(set) var stops: [Double] = []

  init(
    terms: [WeightedSum.Term], points: [Double], amounts: [Double], moves: (Int) -> Bool, vetoes: [AmountVeto],
    source: Int, measured: [Double]
  ) {
    let masses = terms.map { amounts[$0.criterion].isNaN ? 0 : points[$0.criterion] * $0.importance }
    let total = masses.reduce(0, +)
    for (term, mass) in zip(terms, masses) where mass > 0 {
      let function = moves(term.criterion) ? term.value : nil
      parts.append(Part(weight: mass / total, value: term.value(amounts[term.criterion]), function: function))
      stops += function?.anchors.map(\.amount) ?? []
    }
    for veto in vetoes {
      if veto.source == source {
        self.vetoes.append(veto)
        stops += [veto.atLeast, veto.atMost].compactMap { $0 }.filter(\.isFinite)
      } else if veto.holds(for: measured[veto.source]) {
        isOut = true
      }
    }
  }

  /// Returns whether it has a score and no veto holds.
  func takesPart(at amount: Double) -> Bool {
    !isOut && !parts.isEmpty && !vetoes.contains { $0.holds(for: amount) }
  }

  /// Returns the score, before it is rounded.
  func score(at amount: Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * ($1.function.map { $0(amount) } ?? $1.value) }
  }
}

/// Walks outward from an amount to where another alternative than the first comes first.
private struct AmountWalk {
  let lines: [AmountLine]
  let first: Int
  let start: Double

  typealias Flip = (to: Double, alternative: Int)

  /// The nearest flip, the lower one of two that are as near.
  var nearest: Flip? {
    let stops = lines.flatMap(\.stops)
    let below = walk(to: stops.filter { $0 < start }.sorted(by: >), outward: -1)
    let above = walk(to: stops.filter { $0 > start }.sorted(), outward: 1)
    guard let below, let above else { return below ?? above }
    return start - below.to <= above.to - start ? below : above
  }

  private func walk(to stops: [Double], outward: Double) -> Flip? {
    var here = start
    for stop in stops where stop != here {
      let inner = here + (stop - here) / 2
      if let flip = flip(from: here, to: stop, present: present(at: inner)) { return flip }
      if let best = firstOther(at: stop, present: present(at: stop)) { return (stop, best) }
      here = stop
    }
    // Beyond the last stop nothing changes any more.
    return flip(from: here, to: here, present: present(at: here + outward * max(1, here.magnitude)))
  }

  private func present(at amount: Double) -> [Int] {
    lines.indices.filter { lines[$0].takesPart(at: amount) }
  }

  /// The best of the others at an amount, if the first does not come before all of them.
  private func firstOther(at amount: Double, present: [Int]) -> Int? {
    var scores = [Double?](repeating: nil, count: lines.count)
    for alternative in present { scores[alternative] = lines[alternative].score(at: amount).roundedToGrid }
    let own = scores[first]
    scores[first] = nil
    guard let best = indexOfHighest(scores), let score = scores[best], score >= own ?? -1 else { return nil }
    return best
  }

  /// The first flip after `here` and before `stop`, between which scores are straight lines of those that are present.
  private func flip(from here: Double, to stop: Double, present: [Int]) -> Flip? {
    // Who was not there before may be first at once.
    if let best = firstOther(at: here, present: present) { return (here, best) }
    guard present.contains(first) else { return nil }
    var nearest: (share: Double, after: Double, alternative: Int)?
    for alternative in present where alternative != first {
      let before = lines[first].score(at: here) - lines[alternative].score(at: here)
      let after = lines[first].score(at: stop) - lines[alternative].score(at: stop)
      guard after < 0 else { continue }
      let share = before / (before - after)
      let later = share - (nearest?.share ?? .infinity)
      // Of those that cross at the same amount the steepest comes first beyond it.
      if later < -1e-12 || (later <= 1e-12 && after < nearest?.after ?? 0) { nearest = (share, after, alternative) }
    }
    return nearest.map { (here + (stop - here) * $0.share, $0.alternative) }
  }
}
