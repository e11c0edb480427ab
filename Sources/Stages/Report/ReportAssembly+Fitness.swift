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
  func dataFitness(_ settings: DataFitnessSettings?) throws(Failure) -> DataFitnessFacts? {
    guard publishable.has("data-fitness") else { return nil }
    let table = try publishable.table("data-fitness")
    let fields = try table.texts("field")
    let goals = try table.texts("goal")
    let counts = try table.integers("n")
    let shares = try table.numbers("share")
    let lows = try table.numbers("low")
    let highs = try table.numbers("high")
    let verdicts = try table.texts("verdict")
    let withheld = try table.texts("withheld")
    var rows: [String: DataFitnessFacts.Row] = [:]
    var order: [String] = []
    for row in fields.indices {
      guard let goal = DataFitnessFacts.Goal(rawValue: goals[row]) else { continue }
      let known = DataFitnessFacts.Verdict(rawValue: verdicts[row]) ?? .tooFew
      let verdict = withheld[row] == "secondary" ? .withheld : shares[row] == nil ? .tooFew : known
      if rows[fields[row]] == nil { order.append(fields[row]) }
      rows[fields[row], default: DataFitnessFacts.Row(field: fieldLabel(fields[row]), cells: [:])].cells[goal] =
        DataFitnessFacts.Cell(
          respondents: counts[row], share: shares[row], low: lows[row], high: highs[row],
          verdict: verdict)
    }
    let sorted = order.filter(\.isEmpty) + order.filter { !$0.isEmpty }
    func text(_ source: DataFitnessSettings.Source?) -> Wording? {
      (source.flatMap { codebook[$0.question] }?.text).map { Wording($0) }
    }
    return DataFitnessFacts(
      question: text(settings?.suffices), goal: text(settings?.goal), fit: settings?.fit ?? 0.5,
      unfit: settings?.unfit ?? 0.5, rows: sorted.compactMap { rows[$0] })
  }

  private func fieldLabel(_ code: String) -> Wording? {
    if code.isEmpty { return nil }
    if let field = catalogue.fields.first(where: { $0.id == code }) { return Wording(field.name) }
    return (codebook.question(for: .field)?.category(code)?.label).map { Wording($0) } ?? Wording(same: code)
  }

  func waveFitness(_ classes: ClassLabels, _ features: [String: Wording]) throws(Failure) -> [WaveFitnessFacts] {
    guard publishable.has("wave-fitness") else { return [] }
    let table = try publishable.table("wave-fitness")
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
