public import Diagnostics
import Settings

/// How units are weighted to the register for estimates of the average unit: the section `weighting`.
///
/// ```yaml
/// weighting:
///   margins: [size, urbanity, part]
///   totals: {size: [207, 99, 30, 19]}
///   least: 5
///   empty: merge
///   trim: {low: 0.3, high: 3}
/// ```
public struct WeightingSettings: Hashable, Sendable {
  /// What is done with a cell in which too few units answered.
  public enum PoorCellRule: String, Hashable, Sendable, CaseIterable {
    /// It is merged with a neighbour (``WeightingCells``), and that is told.
    case merge
    /// The stage stops.
    case stop
  }

  /// Declared totals of a margin.
  public struct Totals: Hashable, Sendable {
    /// The margin.
    public var margin: String
    /// The number of units in each cell, in the order of the cells.
    public var counts: [Double]
    /// Where they are written.
    public var place: Place
  }

  /// The names of the classifications whose counts in the register the weights must reproduce.
  public var margins: [String]
  /// What the counts are said to be; they must agree with the register.
  public var totals: [Totals]
  /// The least number of answering units in a cell.
  public var least: Int
  /// What is done with a cell in which fewer answered.
  public var poorCells: PoorCellRule
  /// The least and the greatest weight, in times the mean weight; `nil` when weights are left as they come out.
  public var trim: ClosedRange<Double>?
  /// The most times that all margins are gone through.
  public var iterations: Int
  /// The greatest relative difference from a margin that is left.
  public var tolerance: Double
  /// Where the margins are written.
  public var place: Place

  /// Reads the section.
  ///
  /// - Parameters:
  ///   - reader: The section.
  ///   - classes: The names of the classifications that are declared.
  init(reading reader: SettingsReader, classes: [String]) {
    let margins = reader.classNames("margins", among: classes)
    self.margins = margins
    place = reader.place(of: "margins")
    totals =
      reader.optionalSection("totals") { totals in
        margins.compactMap { margin in
          let counts = totals.numbers(margin)
          return counts.isEmpty ? nil : Totals(margin: margin, counts: counts, place: totals.place(of: margin))
        }
      } ?? []
    least = reader.integer("least", default: 5, in: 1...1_000_000)
    poorCells = reader.choice("empty", default: .merge)
    trim = reader.optionalSection("trim") { trim in
      let low = trim.number("low", default: 0, in: 0...1)
      return low...trim.number("high", default: .greatestFiniteMagnitude, in: 1...(.greatestFiniteMagnitude))
    }
    iterations = reader.integer("iterations", default: 100, in: 1...1_000_000)
    tolerance = reader.number("tolerance", default: 1e-9, in: 1e-12...0.1)
    if margins.isEmpty, reader.texts("margins").isEmpty { reader.lack("margins", "a list of classifications") }
    for (index, name) in margins.enumerated() where margins[..<index].contains(name) {
      reader.reject(
        "margins", rule: "repeated-margin", value: name, message: "'\(name)' is a margin twice",
        mend: "name each classification once")
    }
  }
}
