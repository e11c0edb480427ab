public import Matrices
import RealModule

/// How well a discriminant analysis tells labels, found by leaving out each row, or all rows of its group, in turn.
///
/// > Lachenbruch, P. and Mickey, M. (1968). Estimation of error rates in discriminant analysis.
/// > doi:10.1080/00401706.1968.10490530
public struct DiscriminantCheck: Hashable, Sendable {
  /// The chances of each row by a model that was made without it, *n* × *k*.
  public let chances: Matrix
  /// The label of each row.
  public let labels: [Int]

  /// Leaves out rows in turn.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; NaN where nothing is known.
  ///   - labels: The label of each row, each below the number of shares.
  ///   - weights: The weight of each row, above 0.
  ///   - groups: The group of each row, whose rows are left out together; `nil` leaves out one row at a time. Rows of a group
  ///     stand anywhere.
  ///   - shares: The share of each label before anything is known.
  /// - Precondition: A label, a weight and, if any, a group for each row.
  /// - Complexity: O(*n* · (*k* · *d*² + *d*³)) time, on all cores; the same bits on any number of them.
  public init(
    _ data: Matrix, labels: [Int], weights: [Double], groups: [Int]? = nil, shares: [Double]
  ) async {
    let groups = groups ?? Array(labels.indices)
    precondition(labels.count == data.rows && groups.count == data.rows, "a label and a group for each row")
    self.labels = labels
    let all = DiscriminantSums(data, labels: labels, weights: weights, labelCount: shares.count)
    var rows: [[Int]] = []
    var place: [Int: Int] = [:]
    for (row, group) in groups.enumerated() {
      if let known = place[group] {
        rows[known].append(row)
      } else {
        place[group] = rows.count
        rows.append([row])
      }
    }
    let members = rows
    let found = await inParallel(count: members.count, chunk: 8) { index -> [(row: Int, chances: [Double])] in
      var others = all
      for row in members[index] { others.remove(data.row(row), label: labels[row], weight: weights[row]) }
      let model = others.model(shares: shares)
      return members[index].map { row in (row, model?.chances(of: data.row(row)) ?? shares.map { _ in 0 }) }
    }
    var chances = Matrix(rows: data.rows, columns: shares.count)
    for (row, values) in found.flatMap({ $0 }) {
      for (label, value) in values.enumerated() { chances[row, label] = value }
    }
    self.chances = chances
  }

  /// The label with the highest chance of each row; a tie, to 2⁻³², goes to the lowest label.
  public var guesses: [Int] {
    (0..<chances.rows).map { row in
      let rounded = chances.row(row).map(\.roundedToGrid)
      return rounded.max().flatMap { rounded.firstIndex(of: $0) } ?? 0
    }
  }

  /// The share of rows whose label has the highest chance; 0 without rows.
  public var hitRate: Double {
    labels.isEmpty ? 0 : Double(zip(guesses, labels).count { $0 == $1 }) / Double(labels.count)
  }

  /// The mean of the negative logarithm of the chance of the row's own label, in nats.
  ///
  /// Lower is better. A chance below 10⁻¹² counts as that.
  public var logLoss: Double {
    labels.enumerated().map { -Double.log(max(chances[$0, $1], 1e-12)) }.mean ?? 0
  }

  /// Rows whose highest chance lies in the same range.
  public struct Band: Hashable, Sendable {
    /// The least chance of the band; the next band begins where this ends.
    public let from: Double
    /// The number of rows.
    public let rows: Int
    /// The mean of their highest chances.
    public let said: Double
    /// The share of them whose label has the highest chance: near ``said`` where chances mean what they say.
    public let held: Double
  }

  /// Returns what became of what was said, by how surely it was said.
  ///
  /// - Parameter bounds: The least chance of each band, rising.
  /// - Returns: A band for each bound that has rows.
  public func bands(from bounds: [Double]) -> [Band] {
    let guesses = guesses
    return bounds.enumerated().compactMap { index, from in
      let to = index + 1 < bounds.count ? bounds[index + 1] : .infinity
      let rows = labels.indices.filter { row in
        let said = chances[row, guesses[row]].roundedToGrid
        return said >= from && said < to
      }
      guard !rows.isEmpty else { return nil }
      return Band(
        from: from, rows: rows.count, said: rows.map { chances[$0, guesses[$0]] }.mean ?? 0,
        held: Double(rows.count { guesses[$0] == labels[$0] }) / Double(rows.count))
    }
  }
}
