import Artefacts
import Diagnostics
import Estimation
import Settings
import Tables
import Texts

/// What the classes of units are called: by the pipeline file, or in words made from their bounds.
struct ClassLabels {
  private let classifications: [Classification]
  private var cells: [String: [String: Wording]] = [:]

  /// Takes the labels that the tables `response` and `margins` carry, as far as the folder holds them.
  init(_ classifications: [Classification], _ folder: ArtefactFolder) throws(Failure) {
    self.classifications = classifications
    for (name, key) in [("response", "classes"), ("margins", "margin")] {
      guard let table = try folder.tableIfPresent(name) else { continue }
      let classes = try table.texts(key)
      let names = try table.texts("cell")
      let nl = try table.texts("label_nl")
      let en = try table.texts("label_en")
      for row in classes.indices {
        cells[classes[row], default: [:]][names[row]] = Wording(nl: nl[row], en: en[row])
      }
    }
  }

  /// Returns what a classification is called, or several joined by ` x `.
  func name(of classes: String) -> Wording {
    let labels = parts(of: classes).map { name in
      classifications.first { $0.name == name }.map { Wording($0.label) } ?? Wording(same: name)
    }
    return Wording(
      nl: NumberText(.nl).list(labels.enumerated().map { $0 == 0 ? $1.nl : lowered($1.nl) }),
      en: NumberText(.en).list(labels.enumerated().map { $0 == 0 ? $1.en : lowered($1.en) }))
  }

  /// Whether several classifications are crossed.
  func isCrossing(_ classes: String) -> Bool { parts(of: classes).count > 1 }

  /// Returns what a cell is called; of crossed ones each part, with commas between.
  func cell(_ cell: String, of classes: String) -> Wording {
    let names = parts(of: classes)
    guard names.count > 1 else { return single(cell, of: classes) }
    let own = cell.split(separator: " x ").map(String.init)
    guard own.count == names.count else { return cells[classes]?[cell] ?? Wording(same: cell) }
    let labels = zip(own, names).map { single($0, of: $1) }
    return Wording(nl: labels.map(\.nl).joined(separator: ", "), en: labels.map(\.en).joined(separator: ", "))
  }

  /// Returns what a cell is called, when it is not known of which classification; the cell itself when it is in none.
  func cell(_ cell: String) -> Wording {
    for classification in classifications {
      let label = single(cell, of: classification.name)
      if label != Wording(same: cell) { return label }
    }
    return Wording(same: cell)
  }

  private func single(_ cell: String, of name: String) -> Wording {
    let told = cells[name]?[cell]
    if let told, told != Wording(same: cell) { return told }
    guard let classification = classifications.first(where: { $0.name == name }), !classification.breaks.isEmpty,
      let position = WeightingCells.names(of: classification.breaks, written: plainText).firstIndex(of: cell)
    else { return told ?? Wording(same: cell) }
    if position < classification.labels.count { return Wording(classification.labels[position]) }
    return Self.words(classification.breaks, position)
  }

  /// The bounds of a class in words: `20 000 tot 50 000`.
  private static func words(_ breaks: [Double], _ position: Int) -> Wording {
    func text(_ number: Double, _ language: Language) -> String {
      NumberText(language).decimal(number, digits: number == number.rounded() ? 0 : 2)
    }
    if position == 0 {
      return Wording(nl: "minder dan \(text(breaks[0], .nl))", en: "fewer than \(text(breaks[0], .en))")
    }
    let from = breaks[position - 1]
    guard position < breaks.count else {
      return Wording(nl: "\(text(from, .nl)) en meer", en: "\(text(from, .en)) and more")
    }
    let to = breaks[position]
    return Wording(nl: "\(text(from, .nl)) tot \(text(to, .nl))", en: "\(text(from, .en)) to \(text(to, .en))")
  }

  private func parts(of classes: String) -> [String] { classes.split(separator: " x ").map(String.init) }

  private func lowered(_ label: String) -> String { Phrases.lowered(label) }
}

extension ArtefactFolder {
  /// Reads a table, or returns `nil` when the stage had no reason to write it.
  func tableIfPresent(_ name: String) throws(Failure) -> Table? {
    guard run.outputs.contains(where: { $0.name == name + ".csv" }) else { return nil }
    return try table(name)
  }
}
