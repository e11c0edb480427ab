public import Survey
public import Tables

/// The estimates of a wave: every question that may be published, and every index, for each estimand and domain.
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
    /// The classification whose cell is estimated; `nil` for all units.
    public var by: String?
    /// The cell; `nil` for all units.
    public var cell: String?
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
  public let agreement: SurveyAgreement

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
    lines = Self.lines(entries, sample, design)
    agreement = SurveyAgreement(wave, codebook)
  }

  private static func lines(_ entries: [Entry], _ sample: Sample, _ design: UnitDesign) -> [Line] {
    let cells = design.domains.flatMap { classes in classes.cells.indices.map { (classes, $0) } }
    let estimands = Estimand.allCases.filter { $0 != .inhabitants || design.inhabitants != nil }
    var estimator = UnitEstimator(design)
    var lines: [Line] = []
    lines.reserveCapacity(entries.count * estimands.count * (1 + cells.count))
    for (position, entry) in entries.enumerated() {
      let answers = UnitSummaries(sample, position)
      let range = sample.ranges[position]
      for estimand in estimands {
        if let estimate = estimator.estimate(answers, estimand, in: nil, range: range) {
          lines.append(entry.line(estimand, estimate, published: estimand == .respondents ? entry.published : nil))
        }
        for (classes, cell) in cells {
          let domain = UnitEstimator.Domain(cellOfUnit: classes.cellOfUnit, cell: cell)
          guard let estimate = estimator.estimate(answers, estimand, in: domain, range: range) else { continue }
          lines.append(entry.line(estimand, estimate, by: classes.name, cell: classes.cells[cell]))
        }
      }
    }
    return lines
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
          "by", .text(lines.map(\.by)), description: "Classification whose cell is estimated; empty for all units."),
        Column("cell", .text(lines.map(\.cell)), description: "The cell; empty for all units."),
        Column(
          "estimand", .text(lines.map(\.estimand.rawValue)),
          description: "respondents: each respondent counts once. units: each unit counts by its weight. "
            + "inhabitants: by its weight times the people who live there."),
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
        Column(
          "deff", .number(lines.map(\.estimate.designEffect)),
          description: "Design effect: the variance over that of as many answers drawn at random with replacement."),
        Column("published", .number(lines.map(\.published)), description: "Share that was published before."),
      ])
  }

  /// The table `agreement`: how far respondents of one unit agree on each question with numbers and each index.
  public var agreementTable: Table { agreement.table }
}

/// What is estimated of a question: a measure and the answers that it counts.
private struct Entry {
  var question: String
  var isIndex = false
  var answer: String
  var measure: Measure
  var published: Double?

  func line(
    _ estimand: Estimand, _ estimate: Estimate, by: String? = nil, cell: String? = nil, published: Double? = nil
  ) -> SurveyEstimates.Line {
    SurveyEstimates.Line(
      question: question, isIndex: isIndex, answer: answer, by: by, cell: cell, estimand: estimand,
      estimate: estimate, published: published)
  }

  static func all(of question: Question, in wave: Wave) -> [Entry] {
    switch question.kind {
    case .text, .date, .moment: return []
    case .category:
      let codes = question.substantiveCodes
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
