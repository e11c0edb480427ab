public import Matrices

/// A way to guess the shares of the labels of a row from labelled rows.
public enum SharesMethod: Hashable, Sendable {
  /// The shares among so many nearest rows, at least 1.
  case neighbours(Int)
  /// The chances of a multinomial logistic regression with this ridge.
  case multinomial(ridge: Double)

  /// The sizes of neighbourhoods that are tried; of fewer neighbours the shares say more about those than about the row.
  public static let sizes = [10, 15, 20, 30, 50]

  /// The most operations that one step of a regression may take; above it only neighbourhoods are tried.
  private static let mostWork = 50_000_000

  /// The ways that are tried on labelled rows: neighbourhoods of no more than half the rows, the smallest in any case,
  /// and the regression when its steps are short.
  public static func candidates(for rows: LabelledRows) -> [SharesMethod] {
    let fitting = sizes.filter { $0 == sizes[0] || 2 * $0 <= rows.count }
    let width = rows.labelCount * (rows.data.columns + 1)
    return fitting.map { .neighbours($0) } + (rows.count * width * width <= mostWork ? [.multinomial(ridge: 1)] : [])
  }

  /// Returns the shares of the labels for each query (shape *m* × *d*): *m* × *k*, each row adding up to 1.
  ///
  /// - Precondition: There are labelled rows, and the queries have their columns.
  public func shares(of queries: Matrix, by rows: LabelledRows) async -> Matrix {
    switch self {
    case .neighbours(let count): await rows.shares(nearestTo: queries, neighbours: count)
    case .multinomial(let ridge): MultinomialModel(rows, ridge: ridge).chances(of: queries)
    }
  }
}
