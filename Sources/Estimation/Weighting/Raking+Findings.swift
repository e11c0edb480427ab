public import Diagnostics
import Tables

extension Raking {
  /// Throws when the margins were not met, cannot be met within the bounds of the weights, or were met with weights that
  /// are no positive numbers.
  ///
  /// - Parameters:
  ///   - place: Where the margins are written.
  ///   - trim: The bounds of the weights, in times the mean weight, when there were any.
  /// - Throws: `Failure` with status 65 that tells the cell that is furthest from its total, or the first weight that
  ///   is none.
  public func throwUnlessConverged(
    at place: Place = Place(), trim: ClosedRange<Double>? = nil
  ) throws(Failure) {
    let wrong = weightFindings(weights, place: place) { "element \($0 + 1)" }
    if !wrong.isEmpty { throw Failure(.badData, wrong) }
    if converged { return }
    if let trim, !(trimmedLow.isEmpty && trimmedHigh.isEmpty) { throw outOfBounds(trim, place) }
    if let impossible = impossible(at: place) { throw impossible }
    let times = iterations == 1 ? "once" : "\(iterations) times"
    throw Failure(
      .badData, rule: "raking-did-not-converge", at: place, value: name(worst.margin, worst.cell),
      message: "raking did not converge: after going through the margins \(times), the weights of "
        + "\(name(worst.margin, worst.cell)) add up to \(short(worst.weight)) and not to "
        + "\(short(margins[worst.margin].totals[worst.cell])) (\(percent(largestDifference)) off)",
      mend: "leave out a margin, use wider classes or a greater 'least', or allow more iterations")
  }

  /// Returns an error when the units of a cell lie in cells of another margin that are smaller together.
  private func impossible(at place: Place) -> Failure? {
    for (first, margin) in margins.enumerated() {
      for cell in margin.totals.indices {
        let units = margin.cells.cellOfElement.indices.filter { margin.cells.cellOfElement[$0] == cell }
        for (second, other) in margins.enumerated() where second != first {
          let cells = Set(units.map { other.cells.cellOfElement[$0] }).sorted()
          let room = cells.reduce(0) { $0 + other.totals[$1] }
          // Totals are counts or sums of weights: more than rounding is a contradiction.
          guard margin.totals[cell] > room * 1.000_001 else { continue }
          return Failure(
            .badData, rule: "raking-impossible", at: place, value: name(first, cell),
            message: "no weights meet all margins: \(name(first, cell)) must add up to "
              + "\(short(margin.totals[cell])), but its units that answered all lie in "
              + cells.map { name(second, $0) }.joined(separator: " or ") + ", \(short(room)) in all",
            mend: "leave out '\(margin.name)' or '\(other.name)', or use wider classes or a greater 'least'")
        }
      }
    }
    return nil
  }

  private func outOfBounds(_ trim: ClosedRange<Double>, _ place: Place) -> Failure {
    let mean = weights.isEmpty ? 0 : margins.first.map { $0.totals.reduce(0, +) / Double(weights.count) } ?? 0
    let total = margins[worst.margin].totals[worst.cell]
    let change =
      trimmedHigh.isEmpty ? "lower 'trim.low'" : trimmedLow.isEmpty ? "raise 'trim.high'" : "widen 'trim'"
    return Failure(
      .badData, rule: "trim-against-margins", at: place, value: name(worst.margin, worst.cell),
      message: "weights of \(short(trim.lowerBound)) to \(short(trim.upperBound)) times the mean weight "
        + "(\(short(trim.lowerBound * mean)) to \(short(trim.upperBound * mean))) cannot meet the margins: those of "
        + "\(name(worst.margin, worst.cell)) add up to \(short(worst.weight)) and not to \(short(total))",
      mend: "\(change), or use wider classes or a greater 'least'")
  }

  private func name(_ margin: Int, _ cell: Int) -> String {
    "'\(margins[margin].name): \(margins[margin].cellNames[cell])'"
  }

  private func short(_ number: Double) -> String { plainText((number * 1000).rounded() / 1000) }
  private func percent(_ share: Double) -> String {
    share < 0.001 ? "a share of \(plainText(share))" : "\(plainText((share * 1000).rounded() / 10)) %"
  }
}
