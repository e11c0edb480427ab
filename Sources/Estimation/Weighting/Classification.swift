public import Diagnostics
public import Registers
public import Settings
public import Survey
import Tables

/// A way to divide all units of the register into cells: size classes, degrees of urbanity, parts of the country.
///
/// Declared once, under `classes` of the section `normalise`, and referred to by its name wherever units are weighted,
/// compared or pooled.
///
/// ```yaml
/// classes:
///   size: {source: register.population, breaks: [20000, 50000], labels: [{nl: klein, en: small}, ...]}
///   part: {source: register.part}
/// ```
public struct Classification: Hashable, Sendable {
  /// The name by which it is referred to.
  public var name: String
  /// What it is called in a report.
  public var label: LocalText
  /// The attribute of the register; `nil` only beside an error.
  public var source: ValueSource?
  /// The lower bounds of all cells but the first, ascending; empty when each value is a cell of its own.
  public var breaks: [Double]
  /// What the cells are called in a report, in their order; empty when they go by their names.
  public var labels: [LocalText]
  /// Where the source is written.
  public var place: Place

  /// Reads one entry of `classes`.
  public init(name: String, reading reader: SettingsReader) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    source = reader.valueSource("source")
    place = reader.place(of: "source")
    breaks = reader.numbers("breaks")
    labels = reader.localTexts("labels")
    if let source, case .register = source {
    } else if source != nil {
      reader.reject(
        "source", rule: "class-source", value: source?.text,
        message: "\(reader.subject) must take an attribute of the register, which all units have",
        mend: "write 'register.NAME'")
    }
    if zip(breaks, breaks.dropFirst()).contains(where: { $0 >= $1 }) {
      reader.reject(
        "breaks", rule: "breaks-ascend", message: "the breaks of \(reader.subject) must ascend",
        mend: "sort them, each number once")
    }
    if !breaks.isEmpty, !labels.isEmpty, labels.count != breaks.count + 1 {
      reader.reject(
        "labels", rule: "label-per-class",
        message:
          "\(reader.subject) has \(breaks.count + 1) classes by its breaks, and labels for \(labels.count) of them",
        mend: "give one label a class, from the lowest to the highest")
    }
  }
}

/// The cells of a classification, with the cell of each unit.
public struct UnitClasses: Hashable, Sendable {
  /// The name of the classification.
  public var name: String
  /// The names of the cells in order: by size for breaks, else by number or by text; `unknown` last, if any.
  public var cells: [String]
  /// What the cells are called in a report; as many as there are cells.
  public var labels: [LocalText]
  /// The cell of each unit.
  public var cellOfUnit: [Int]

  /// Divides units.
  ///
  /// Units on a break belong to the higher cell. Those without the attribute make a cell `unknown`.
  ///
  /// - Parameters:
  ///   - classification: How units are divided.
  ///   - units: All units of the register, in their order; the cells follow from these, so that a selection of units
  ///     divided by ``selecting(_:)`` has the same cells.
  public init(_ classification: Classification, units: [Unit]) {
    name = classification.name
    guard case .register(let attribute) = classification.source else {
      (cells, labels, cellOfUnit) = (["all"], [LocalText(nl: "alle", en: "all")], units.map { _ in 0 })
      return
    }
    var (cells, values) = Self.divide(
      units.map { $0.text(attribute) }, units.map { $0.number(attribute) }, classification)
    var labels = cells.enumerated().map { cell, name in
      cell < classification.labels.count ? classification.labels[cell] : LocalText(nl: name, en: name)
    }
    if values.contains(nil) {
      cells.append("unknown")
      labels.append(LocalText(nl: "onbekend", en: "unknown"))
    }
    (self.cells, self.labels) = (cells, labels)
    let unknown = cells.count - 1
    cellOfUnit = values.map { $0 ?? unknown }
  }

  /// Returns the names of the cells, and the cell of each value.
  private static func divide(
    _ texts: [String?], _ numbers: [Double?], _ classification: Classification
  ) -> (cells: [String], values: [Int?]) {
    if classification.breaks.isEmpty {
      let known = Set(texts.compactMap { $0 }).sorted { ascending($0, $1) }
      let positions = Dictionary(zip(known, known.indices)) { first, _ in first }
      return (known, texts.map { text in text.flatMap { positions[$0] } })
    }
    let cells = WeightingCells.names(of: classification.breaks, written: plainText)
    return (cells, numbers.map { number in number.map { WeightingCells.cell(of: $0, breaks: classification.breaks) } })
  }

  /// Returns the same cells for a selection of the units, by their positions.
  public func selecting(_ units: [Int]) -> UnitClasses {
    var selected = self
    selected.cellOfUnit = units.map { cellOfUnit[$0] }
    return selected
  }

  /// Returns the same cells for the units with certain codes; those that were not divided are left out.
  ///
  /// - Parameters:
  ///   - codes: The codes, in the order wanted.
  ///   - units: The units that were divided.
  /// - Returns: The cells, with one entry for each code that was found.
  public func selecting(codes: [String], of units: [Unit]) -> UnitClasses {
    let positions = Dictionary(zip(units.map(\.code), units.indices)) { first, _ in first }
    return selecting(codes.compactMap { positions[$0] })
  }

  /// The number of units in each cell.
  public var counts: [Int] {
    var counts = [Int](repeating: 0, count: cells.count)
    for cell in cellOfUnit { counts[cell] += 1 }
    return counts
  }
}

/// Whether a text stands before another: numbers by size and before texts.
private func ascending(_ first: String, _ second: String) -> Bool {
  switch (Double(first), Double(second)) {
  case (let a?, let b?): a < b
  case (nil, nil): first < second
  case (let a, _): a != nil
  }
}
