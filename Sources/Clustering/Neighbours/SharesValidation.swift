import Matrices
import RealModule

/// How well the shares of labels can be guessed, found by leaving out a tenth of the rows at a time.
///
/// Two scores are kept. The *accuracy* is the share of rows whose label is the one with the largest share (a tie goes to the
/// lowest label). The *Brier score* is the mean over rows of the sum over labels of the squared difference between the
/// share and 1 for the row's own label, 0 for another: from 0 to 2, lower is better. They are held against guessing without
/// looking: the accuracy of always naming the most frequent label, and the Brier score of giving every row the overall
/// shares, both of the rows that were not left out.
///
/// The way that is used has the lowest Brier score over all rows. What it is worth is judged by a fairer count: the rows
/// of each fold are scored by the way that was best on the other folds, so that no row takes part in the choice by which it
/// is scored.
///
/// > Brier, G. (1950). Verification of forecasts expressed in terms of probability.
/// > doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2
public struct SharesValidation: Hashable, Sendable {
  /// The two scores of a way to guess.
  public struct Score: Hashable, Sendable {
    /// The share of rows whose label has the largest share.
    public let accuracy: Double
    /// The mean Brier score; lower is better.
    public let brier: Double
  }

  /// By how much a score is better than without looking.
  public struct Gain: Hashable, Sendable {
    /// The mean over rows of the difference, above 0 when it is better.
    public let mean: Double
    /// The standard error of that mean; 0 with a single row.
    public let standardError: Double

    /// Whether the gain is larger than its standard error.
    public var isClear: Bool { mean > standardError }

    init(_ differences: [Double]) {
      mean = differences.mean ?? 0
      standardError = (differences.standardDeviation ?? 0) / Double.sqrt(Double(max(1, differences.count)))
    }
  }

  /// The ways that were tried.
  public let methods: [SharesMethod]
  /// The scores of each.
  public let scores: [Score]
  /// The index of the way with the lowest Brier score, a tie going to the first.
  public let best: Int
  /// The scores when each fold takes the way that was best on the others.
  public let selected: Score
  /// The scores without looking.
  public let baseline: Score
  /// How much higher the accuracy of ``selected`` is.
  public let accuracyGain: Gain
  /// How much lower the Brier score of ``selected`` is.
  public let brierGain: Gain

  /// The most folds.
  public static let mostFolds = 10

  /// The way with the lowest Brier score.
  public var method: SharesMethod { methods[best] }

  /// Whether looking is better than not looking: both gains are larger than their standard errors.
  public var isBetter: Bool { accuracyGain.isClear && brierGain.isClear }

  /// Tries ways to guess on labelled rows.
  ///
  /// - Parameters:
  ///   - rows: The labelled rows, at least two.
  ///   - methods: The ways, at least one.
  ///   - seed: The seed of the division into folds: ten, or as many as there are rows.
  /// - Precondition: Two rows and a way.
  public init(_ rows: LabelledRows, methods: [SharesMethod], seed: UInt64) async {
    precondition(rows.count >= 2 && !methods.isEmpty, "two rows and a way to guess")
    let folds = Folds(rows: rows.count, seed: seed)
    var guesses: [Marks] = []
    for method in methods { guesses.append(Marks(await folds.guess(rows, by: method), rows)) }
    let blind = Marks(folds.blind(rows), rows)
    let best = Self.best(of: guesses) { _ in true }
    let choices = (0..<folds.count).map { fold in Self.best(of: guesses) { folds.of[$0] != fold } }
    let picked = Marks(picking: folds.of.map { choices[$0] }, from: guesses)
    self.methods = methods
    self.best = best
    scores = guesses.map(\.score)
    selected = picked.score
    baseline = blind.score
    accuracyGain = Gain(zip(picked.hits, blind.hits).map { $0 - $1 })
    brierGain = Gain(zip(picked.briers, blind.briers).map { $1 - $0 })
  }

  private static func best(of guesses: [Marks], where isCounted: (Int) -> Bool) -> Int {
    let sums = guesses.map { marks in
      marks.briers.indices.reduce(0) { isCounted($1) ? $0 + marks.briers[$1] : $0 }
    }
    return sums.indices.reduce(0) { sums[$1] < sums[$0] ? $1 : $0 }
  }
}

extension Stream {
  /// The division into folds.
  static let folds = -6
}

/// The score of each row.
private struct Marks {
  /// 1 for a row whose label has the largest share, else 0.
  var hits: [Double]
  var briers: [Double]

  init(_ shares: [[Double]], _ rows: LabelledRows) {
    hits = zip(shares, rows.labels).map { shares, label in
      shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 } == label ? 1 : 0
    }
    briers = zip(shares, rows.labels).map { shares, label in
      shares.enumerated().reduce(0) { sum, entry in
        let miss = entry.element - (entry.offset == label ? 1 : 0)
        return sum + miss * miss
      }
    }
  }

  /// Takes the marks of each row from one of several.
  init(picking choices: [Int], from all: [Marks]) {
    hits = choices.enumerated().map { row, choice in all[choice].hits[row] }
    briers = choices.enumerated().map { row, choice in all[choice].briers[row] }
  }

  var score: SharesValidation.Score { SharesValidation.Score(accuracy: hits.mean ?? 0, brier: briers.mean ?? 0) }
}

/// A division of rows into folds of nearly the same size.
private struct Folds {
  let count: Int
  /// The fold of each row.
  let of: [Int]

  init(rows: Int, seed: UInt64) {
    count = min(SharesValidation.mostFolds, rows)
    var generator = SeededGenerator(seed: seed, streams: Stream.folds)
    var folds = [Int](repeating: 0, count: rows)
    for (place, row) in generator.permutation(of: rows).enumerated() { folds[row] = place % count }
    of = folds
  }

  /// Returns the rows outside a fold, and those in it.
  private func split(_ rows: LabelledRows, at fold: Int) -> (kept: LabelledRows, left: [Int]) {
    let kept = of.indices.filter { of[$0] != fold }
    return (
      LabelledRows(rows.data.selectingRows(kept), labels: kept.map { rows.labels[$0] }, labelCount: rows.labelCount),
      of.indices.filter { of[$0] == fold }
    )
  }

  /// Returns the shares that are guessed for each row from the rows of the other folds.
  func guess(_ rows: LabelledRows, by method: SharesMethod) async -> [[Double]] {
    switch method {
    case .neighbours(let count):
      return await inParallel(count: rows.count, chunk: 16) { row in
        rows.shares(among: rows.nearest(to: rows.data, row, count: count) { of[$0] != of[row] })
      }
    case .multinomial(let ridge):
      let parts = await inParallel(count: count) { fold in
        let (kept, left) = split(rows, at: fold)
        let chances = MultinomialModel(kept, ridge: ridge).chances(of: rows.data.selectingRows(left))
        return left.indices.map { (row: left[$0], shares: chances.row($0)) }
      }
      return parts.flatMap { $0 }.sorted { $0.row < $1.row }.map(\.shares)
    }
  }

  /// Returns for each row the overall shares of the other folds.
  func blind(_ rows: LabelledRows) -> [[Double]] {
    let shares = (0..<count).map { fold in rows.shares(among: of.indices.filter { of[$0] != fold }) }
    return of.map { shares[$0] }
  }
}
