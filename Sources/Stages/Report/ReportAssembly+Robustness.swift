import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Reporting
import Survey
import Tables
import Texts

// What other methods, other features and other variables say of the types; a table that cluster did not write leaves its
// part out.

extension ReportAssembly {
  func robustness(_ settings: NormaliseSettings) throws(Failure) -> RobustnessFacts {
    let fitted = try normalise.json("features.json", as: FittedTransform.self)
    return RobustnessFacts(
      opinions: try opinions(), changes: try changes(fitted), associations: try associations(fitted, settings),
      units: members.codes.reduce(0) { $0 + $1.count })
  }

  private func opinions() throws(Failure) -> [RobustnessFacts.Opinion] {
    guard let table = try cluster.tableIfPresent("second-opinions") else { return [] }
    let methods = try table.texts("method")
    let agreements = try table.numbers("ari")
    let moved = try table.integers("moved")
    let verdicts = try table.texts("verdict")
    return methods.indices.map {
      RobustnessFacts.Opinion(
        method: methods[$0], agreement: agreements[$0] ?? 0, moved: moved[$0] ?? 0, verdict: verdicts[$0])
    }
  }

  private func changes(_ fitted: FittedTransform) throws(Failure) -> [RobustnessFacts.Change] {
    guard let table = try cluster.tableIfPresent("sensitivity") else { return [] }
    let kinds = try table.texts("kind")
    let names = try table.texts("name")
    let shares = try table.numbers("share")
    let agreements = try table.numbers("ari")
    let moved = try table.integers("moved")
    return kinds.indices.compactMap { row in
      guard kinds[row] == "feature" || kinds[row] == "block" else { return nil }
      let isBlock = kinds[row] == "block"
      let label =
        isBlock
        ? fitted.blocks.first { $0.name == names[row] }.map { Wording($0.label) } : fitted.label(of: names[row])
      return RobustnessFacts.Change(
        label: label ?? Wording(same: names[row]), isBlock: isBlock, share: shares[row] ?? 0,
        agreement: agreements[row], moved: moved[row], name: names[row])
    }
  }

  private func associations(
    _ fitted: FittedTransform, _ settings: NormaliseSettings
  ) throws(Failure) -> [RobustnessFacts.Association] {
    guard let table = try cluster.tableIfPresent("validation") else { return [] }
    let names = try table.texts("variable")
    let sources = try table.texts("source")
    let kinds = try table.texts("kind")
    let strengths = try table.numbers("statistic")
    let probabilities = try table.numbers("p_adjusted")
    let counts = try table.integers("n")
    let overlaps = try table.numbers("overlap")
    let features = try table.texts("overlap_with")
    return names.indices.map { row in
      let division = settings.estimation.classes.first { $0.source?.text == sources[row] }
      let plain = Wording(same: String(names[row].map { $0 == "_" ? " " : $0 }))
      return RobustnessFacts.Association(
        label: fitted.label(of: names[row]) ?? division.map { Wording($0.label) } ?? plain,
        isCategories: kinds[row] == "cramers-v", strength: strengths[row] ?? 0, probability: probabilities[row] ?? 1,
        units: counts[row] ?? 0, overlap: overlaps[row], overlapsWith: fitted.label(of: features[row]))
    }
  }
}

extension FittedTransform {
  /// Returns what readers call a declared feature or a column of one; of several columns what their labels have in
  /// common before the colon.
  fileprivate func label(of name: String) -> Wording? {
    if let position = position(of: name) { return Wording(features[position].label) }
    guard let first = positions(of: name).first else { return nil }
    let label = Wording(features[first].label)
    func common(_ text: String) -> String { text.split(separator: ":").first.map(String.init) ?? text }
    return Wording(nl: common(label.nl), en: common(label.en))
  }
}
