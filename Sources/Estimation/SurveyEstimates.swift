public import Survey
public import Tables

/// The estimates of a wave: every question that may be published, and every index, for both estimands.
///
/// - A scale gives the share of the answers that a publication counted, or of its two highest codes.
/// - An option of a multi-select, and a boolean, give the share that chose it.
/// - A list of categories gives the share of each among those that stand for an answer.
/// - Numbers and indices give the mean.
public struct SurveyEstimates: Sendable {
  /// One estimate with what it is about.
  public struct Line: Hashable, Sendable {
    /// The question or index.
    public var question: String
    /// Whether ``question`` is an index.
    public var isIndex: Bool
    /// The codes that were counted, with `+` between, or `mean`.
    public var answer: String
    /// What is estimated.
    public var estimand: Estimand
    /// The estimate; a share from 0 to 1, or a mean on the scale of the question.
    public var estimate: Estimate
    /// What was published about it before, as a share from 0 to 1.
    public var published: Double?
  }

  /// The estimates, in the order of the codebook, indices last.
  public let lines: [Line]
  /// How far respondents of one unit agree on each index and each question with numbers, by name and in the same order.
  public let agreement: [(name: String, isIndex: Bool, agreement: Agreement)]

  /// Estimates everything that a codebook allows.
  ///
  /// - Parameters:
  ///   - wave: The answers.
  ///   - codebook: Its codebook.
  ///   - design: The weights of the answering units, in the order of their codes.
  /// - Complexity: O(respondents · answers that are counted).
  public init(_ wave: Wave, _ codebook: Codebook, design: UnitDesign) {
    var entries: [Entry] = []
    for question in codebook.questions where question.publish { entries += Entry.all(of: question, in: wave) }
    for index in codebook.indices {
      guard let measure = Measure(index, of: codebook, in: wave) else { continue }
      entries.append(Entry(question: index.name, isIndex: true, answer: "mean", measure: measure))
    }
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: entries.map(\.measure))
    var lines: [Line] = []
    for (position, entry) in entries.enumerated() {
      for estimand in Estimand.allCases {
        guard let estimate = sample.estimate(position, of: estimand, design: design) else { continue }
        lines.append(
          Line(
            question: entry.question, isIndex: entry.isIndex, answer: entry.answer, estimand: estimand,
            estimate: estimate, published: estimand == .respondents ? entry.published : nil))
      }
    }
    self.lines = lines
    var agreement: [(name: String, isIndex: Bool, agreement: Agreement)] = []
    let numeric = codebook.questions.filter(\.hasNumbers)
    let measures = numeric.compactMap { Measure($0, in: wave) }
    let items = Sample(respondents: wave.respondents, units: wave.units, measures: measures)
    for (position, name) in items.measures.enumerated() {
      agreement.append((String(name.dropFirst("question.".count)), false, items.aggregate(position).agreement))
    }
    for (position, entry) in entries.enumerated() where entry.isIndex {
      agreement.append((entry.question, true, sample.aggregate(position).agreement))
    }
    self.agreement = agreement
  }

  /// The table `estimates`, one row an estimate.
  public var table: Table {
    Table(
      "estimates",
      [
        Column("question", .text(lines.map(\.question)), description: "Question or index."),
        Column("kind", .text(lines.map { $0.isIndex ? "index" : "question" }), description: "Question or index."),
        Column(
          "answer", .text(lines.map(\.answer)), description: "The codes that were counted, with + between, or mean."),
        Column(
          "estimand", .text(lines.map(\.estimand.rawValue)),
          description: "respondents: each respondent counts once. units: each unit counts by its weight."),
        Column("n", .integer(lines.map(\.estimate.answers)), description: "Number of answers."),
        Column("units", .integer(lines.map(\.estimate.units)), description: "Number of units with an answer."),
        Column("estimate", .number(lines.map(\.estimate.value)), description: "Share from 0 to 1, or mean."),
        Column(
          "se", .number(lines.map(\.estimate.error)),
          description: "Standard error over both stages: units of the population, respondents within units."),
        Column(
          "low", .number(lines.map { $0.estimate.interval?.lowerBound }), description: "Lower end of the 95 % interval."
        ),
        Column(
          "high", .number(lines.map { $0.estimate.interval?.upperBound }),
          description: "Upper end of the 95 % interval."),
        Column("published", .number(lines.map(\.published)), description: "Share that was published before."),
      ])
  }

  /// The table `agreement`: how far respondents of one unit agree on each question with numbers and each index.
  public var agreementTable: Table {
    Table(
      "agreement",
      [
        Column("question", .text(agreement.map(\.name)), description: "Question or index."),
        Column("kind", .text(agreement.map { $0.isIndex ? "index" : "question" }), description: "Question or index."),
        Column("n", .integer(agreement.map(\.agreement.answers)), description: "Number of answers."),
        Column("units", .integer(agreement.map(\.agreement.units)), description: "Number of units with an answer."),
        Column(
          "within_variance", .number(agreement.map(\.agreement.withinVariance)),
          description: "Variance within units, pooled."),
        Column(
          "icc", .number(agreement.map(\.agreement.intraclassCorrelation)),
          description: "Share of the variance that lies between units: ICC(1) by analysis of variance."),
      ])
  }
}

/// What is estimated of a question: a measure and the answers that it counts.
private struct Entry {
  var question: String
  var isIndex = false
  var answer: String
  var measure: Measure
  var published: Double?

  static func all(of question: Question, in wave: Wave) -> [Entry] {
    switch question.kind {
    case .text, .date, .moment: return []
    case .category:
      let open = Set(question.refused + question.notShown + question.excluding + question.missingValues)
      let codes = question.categories.map(\.value).filter { !open.contains($0) }
      return codes.compactMap { entry(question, [$0], nil, in: wave) }
    case .integer, .number:
      guard let measure = Measure(question, in: wave) else { return [] }
      return [Entry(question: question.name, answer: "mean", measure: measure)]
    case .boolean:
      guard let measure = Measure(question, in: wave) else { return [] }
      let published = question.published.first.map { $0.percent / 100 }
      return [Entry(question: question.name, answer: "1", measure: measure, published: published)]
    case .scale:
      if question.published.isEmpty {
        let highest = question.categories.sorted { ($0.number ?? 0) < ($1.number ?? 0) }.suffix(2).map(\.value)
        return entry(question, highest, nil, in: wave).map { [$0] } ?? []
      }
      return question.published.compactMap { entry(question, $0.answers, $0.percent / 100, in: wave) }
    }
  }

  private static func entry(_ question: Question, _ codes: [String], _ published: Double?, in wave: Wave) -> Entry? {
    guard let measure = Measure(question, share: codes, in: wave) else { return nil }
    return Entry(
      question: question.name, answer: codes.joined(separator: "+"), measure: measure, published: published)
  }
}
