import Diagnostics
import Tables

extension WeightingSettings {
  /// Throws for declared totals that are not those of the register.
  func compareTotals(_ classes: [UnitClasses]) throws(Failure) {
    var findings: [Finding] = []
    for declared in totals {
      guard let margin = classes.first(where: { $0.name == declared.margin }) else { continue }
      let counts = margin.counts
      if declared.counts == counts.map(Double.init) { continue }
      findings.append(
        Finding(
          .error, rule: "margin-total", at: declared.place, value: declared.margin,
          message: "the totals of '\(declared.margin)' are declared as "
            + "\(declared.counts.map(plainText).joined(separator: ", ")) (\(plainText(declared.counts.reduce(0, +))) "
            + "in all), and the register has \(zip(counts, margin.cells).map { "\($0) '\($1)'" }.joined(separator: ", ")) "
            + "(\(counts.reduce(0, +)) in all)",
          mend: "correct the totals or the breaks, or leave 'totals' out and take those of the register"))
    }
    if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  }

  /// Throws for every cell in which too few units answered.
  func refusePoorCells(_ classes: [UnitClasses], _ present: [Int]) throws(Failure) {
    var findings: [Finding] = []
    for margin in classes {
      let answered = margin.selecting(present).counts
      for (cell, name) in margin.cells.enumerated() where answered[cell] < least {
        findings.append(
          Finding(
            .error, rule: "poor-cell", at: place, value: name,
            message: "\(answered[cell]) of the \(margin.counts[cell]) units in '\(margin.name): \(name)' answered, "
              + "and each cell of a margin needs \(least)",
            mend: "use wider classes, lower 'least', or write 'empty: merge'"))
      }
    }
    if !findings.isEmpty { throw Failure(.badData, findings) }
  }

  /// Returns a note for each cell that was merged.
  func mergers(_ cells: WeightingCells, of margin: UnitClasses, _ present: [Int]) -> [Finding] {
    cells.merged.map { from, into in
      Finding(
        .note, rule: "merged-cells", at: place, value: from,
        message: "fewer than \(least) units of the weighting cell '\(margin.name): \(from)' answered, so '\(into)' "
          + "takes it in",
        mend: "choose wider classes when the two differ")
    }
  }

  /// Returns a note when weights were held at a bound.
  func trimmings(_ raking: Raking) -> [Finding] {
    guard let trim, !(raking.trimmedLow.isEmpty && raking.trimmedHigh.isEmpty) else { return [] }
    let parts = [
      (raking.trimmedLow.count, trim.lowerBound, "least"), (raking.trimmedHigh.count, trim.upperBound, "greatest"),
    ]
    let text = parts.filter { $0.0 > 0 }.map { count, bound, name in
      "\(count) \(count == 1 ? "unit has" : "units have") the \(name) weight, \(plainText(bound)) times the mean"
    }
    return [
      Finding(
        .note, rule: "trimmed-weights", at: place,
        message: text.joined(separator: ", and ") + "; the others of their cells make up for it",
        mend: "widen 'trim' when these units must count in full")
    ]
  }
}
