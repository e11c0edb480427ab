public import Survey
public import Tables

/// How far respondents of one unit agree on each question with numbers and each index of a survey.
public struct SurveyAgreement: Sendable {
  /// One question or index.
  public struct Line: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Whether ``name`` is an index.
    public var isIndex: Bool
    /// How far respondents agree.
    public var agreement: Agreement
  }

  /// The questions in the order of the codebook, and then the indices.
  public let lines: [Line]

  /// Computes agreement; rwg of an index is rwg(J) of its items (of its parts, where it has parts).
  ///
  /// - Complexity: O(respondents · questions).
  public init(_ wave: Wave, _ codebook: Codebook) {
    let rows = UnitRows(respondents: wave.respondents, units: wave.units)
    var lines: [Line] = []
    for question in codebook.questions where question.hasNumbers {
      guard let measure = Measure(question, in: wave) else { continue }
      lines.append(
        Line(
          name: question.name, isIndex: false,
          agreement: Agreement(rows.moments(measure), nullVariance: measure.nullVariance)))
    }
    for index in codebook.indices {
      guard let measure = Measure(index, of: codebook, in: wave) else { continue }
      let items = index.items(of: codebook, in: wave).map { item in
        (rows.moments(item.measure), item.measure.nullVariance ?? 0)
      }
      lines.append(Line(name: index.name, isIndex: true, agreement: Agreement(rows.moments(measure), items: items)))
    }
    self.lines = lines
  }

  /// The table `agreement`, one row a question or index.
  public var table: Table {
    let agreement = lines.map(\.agreement)
    return Table(
      "agreement",
      [
        Column("question", .text(lines.map(\.name)), description: "Question or index."),
        Column("kind", .text(lines.map { $0.isIndex ? "index" : "question" }), description: "Question or index."),
        Column("n", .integer(agreement.map(\.answers)), description: "Number of answers."),
        Column("units", .integer(agreement.map(\.units)), description: "Number of units with an answer."),
        Column(
          "within_variance", .number(agreement.map(\.withinVariance)), description: "Variance within units, pooled."),
        Column(
          "icc", .number(agreement.map(\.intraclassCorrelation)),
          description: "Share of the variance that lies between units: ICC(1) by analysis of variance."),
        Column(
          "icc2", .number(agreement.map(\.meanReliability)), description: "Reliability of the units' means: ICC(2)."),
        Column(
          "rwg_mean", .number(agreement.map(\.rwg)),
          description: "Agreement within units (rwg, of an index rwg(J)), the mean over units with two answers or more."
        ),
        Column("rwg_units", .integer(agreement.map(\.ratedUnits)), description: "Units with two answers or more."),
        Column(
          "null_variance", .number(agreement.map(\.nullVariance)),
          description: "Variance of answers given at random, to which rwg compares."),
      ])
  }
}

extension UnitRows {
  /// Returns the moments of a measure given in the order of the lists.
  fileprivate func moments(_ measure: Measure) -> UnitMoments {
    UnitMoments(arranged(measure).numbers, starts: starts)
  }

  /// Returns a measure with its answers in the order of these rows.
  func arranged(_ measure: Measure) -> Measure {
    guard let order else { return measure }
    var arranged = measure
    arranged.numbers = order.map { measure.numbers[$0] }
    return arranged
  }
}
