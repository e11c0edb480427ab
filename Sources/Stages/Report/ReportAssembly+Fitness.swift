import Artefacts
import Diagnostics
import Estimation
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

// Fitness for purpose: of the units' data for their goal, and of this wave for its uses.

extension ReportAssembly {
  /// The fitness of the units' data, with what was withheld of it.
  func dataFitness() throws(Failure) -> (facts: DataFitnessFacts?, counts: SuppressionCounts) {
    guard let table = try normalise.tableIfPresent("data-fitness") else { return (nil, SuppressionCounts()) }
    var rows = try DataFitnessRows(table)
    let counts = rows.withhold(DisclosureControl(minimum: publish.cellMinimum))
    return (DataFitnessFacts(rows: rows.facts { fieldLabel($0) }), counts)
  }

  private func fieldLabel(_ code: String) -> Wording? {
    if code.isEmpty { return nil }
    if let field = catalogue.fields.first(where: { $0.id == code }) { return Wording(field.name) }
    return (codebook.question(for: .field)?.category(code)?.label).map { Wording($0) } ?? Wording(same: code)
  }

  func waveFitness(_ classes: ClassLabels, _ features: [String: Wording]) throws(Failure) -> [WaveFitnessFacts] {
    guard let table = try normalise.tableIfPresent("wave-fitness") else { return [] }
    let uses = try table.texts("use")
    let nl = try table.texts("label_nl")
    let en = try table.texts("label_en")
    let criteria = try table.texts("criterion")
    let about = try table.texts("about")
    let values = try table.numbers("value")
    let needed = try table.numbers("needed")
    let met = try table.texts("met")
    let importance = table["importance"]?.texts
    let verdicts = try table.texts("verdict")
    var facts: [WaveFitnessFacts] = []
    for row in uses.indices where criteria[row].isEmpty {
      let own = uses.indices.filter { uses[$0] == uses[row] && !criteria[$0].isEmpty }
      facts.append(
        WaveFitnessFacts(
          use: Wording(nl: nl[row], en: en[row]), verdict: WaveFitnessFacts.Verdict(rawValue: verdicts[row]) ?? .unfit,
          criteria: own.map { row in
            WaveFitnessFacts.Criterion(
              name: criteria[row], about: subject(about[row], classes, features), value: values[row],
              needed: needed[row], isMet: met[row].isEmpty ? nil : met[row] == "true",
              isNeed: (importance?[row] ?? "need") == "need")
          }))
    }
    return facts
  }

  /// What a criterion is about: an index, a question, a feature or a class of units.
  private func subject(_ name: String, _ classes: ClassLabels, _ features: [String: Wording]) -> Wording? {
    if name.isEmpty { return nil }
    let bare = name.split(separator: ".").last.map(String.init) ?? name
    if let label = codebook.index(bare)?.label ?? codebook[bare]?.label { return Wording(label) }
    return features[name] ?? classes.cell(name)
  }
}
