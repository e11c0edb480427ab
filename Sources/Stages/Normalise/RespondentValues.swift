import Estimation
import Survey
import Tables

extension AnsweredFeatures {
  /// The table of what each respondent says on every feature, beside the field of work, for what is asked of fields and for
  /// who answered in an earlier wave as well; without the field when no question asks for it.
  ///
  /// Rows stand by unit and respondent, so that the order of the answers changes nothing. Indices that are no feature are
  /// added. This is about people: it stays in the working folder and is never published.
  ///
  /// - Parameters:
  ///   - codebook: The codebook of the wave.
  ///   - wave: The answers.
  /// - Returns: The table `respondent-values`.
  func respondentTable(_ codebook: Codebook, _ wave: Wave) -> Table {
    let (respondents, units) = (wave.respondents, wave.units)
    let order = wave.rowsByUnit
    var table = Table(
      "respondent-values",
      [
        Column("respondent", .text(order.map { respondents[$0] }), description: "The respondent."),
        Column("unit", .text(order.map { units[$0] }), description: "Code of the unit."),
      ])
    if let field = codebook.question(for: .field), let given = wave[field.name] {
      let codes = zip(Column(field.name, given.values).texts, given.states).map { $1 == .answered ? $0 : nil }
      table.append(
        Column(
          "field", .text(order.map { codes[$0] }), description: "Code of the field of work; empty when not answered."))
    }
    func append(_ name: String, _ measure: Measure, _ description: String) {
      guard table[name] == nil else { return }
      let values = order.map { measure.numbers[$0].isNaN ? nil : measure.numbers[$0] }
      table.append(Column(name, .number(values), description: description))
    }
    for (name, measure) in zip(names, measures) { append(name, measure, "What the respondent says, unscaled.") }
    for index in codebook.indices {
      if let measure = Measure(index, of: codebook, in: wave) {
        append(index.name, measure, "index.\(index.name), unscaled.")
      }
    }
    return table
  }
}

extension Wave {
  /// The rows by unit and respondent, so that the order of the answers changes nothing.
  var rowsByUnit: [Int] {
    let (respondents, units) = (respondents, units)
    return respondents.indices.sorted { (units[$0], respondents[$0]) < (units[$1], respondents[$1]) }
  }
}
