import Artefacts
import Diagnostics
import Reporting
import Settings
import Survey
import Tables
import Texts

// What people answered: the results with a published figure, all others, and both by class of the units.

extension ReportAssembly {
  /// The results of the survey, as far as they may be published.
  struct Results {
    var published: [ResultFacts] = []
    var others: [ResultFacts] = []
    var groupings: [GroupingFacts] = []
  }

  /// Gathers the results in the order of the codebook, indices last.
  func results(_ labels: ClassLabels) throws(Failure) -> Results {
    let lines = try EstimateLines(publishable.table("estimates"))
    var results = Results(
      groupings: lines.cells.map { cells in
        GroupingFacts(label: labels.name(of: cells.by), groups: cells.names.map { labels.cell($0, of: cells.by) })
      })
    let figures = figures(lines)
    for key in lines.keys {
      guard let facts = resultFacts(key, figures[key], lines) else { continue }
      if figures[key] == nil { results.others.append(facts) } else { results.published.append(facts) }
    }
    return results
  }

  /// The published figure of each line that has one.
  private func figures(_ lines: EstimateLines) -> [EstimateLines.Key: PublishedFigure] {
    var figures: [EstimateLines.Key: PublishedFigure] = [:]
    for question in codebook.questions where question.publish {
      for figure in question.published {
        if let key = lines.key(of: question.name, answers: figure.answers) { figures[key] = figure }
      }
    }
    return figures
  }

  func resultFacts(
    _ key: EstimateLines.Key, _ figure: PublishedFigure?, _ lines: EstimateLines
  ) -> ResultFacts? {
    guard let respondents = lines.estimate(key, .respondents) else { return nil }
    let isMean = key.answer == "mean"
    let question = lines.indices.contains(key.question) ? nil : codebook[key.question]
    let group = question?.group.flatMap { codebook.group($0) }
    let label = codebook.index(key.question).map { Wording($0.label) } ?? Wording(same: key.question)
    var answer: Wording?
    if let question, !isMean { answer = group == nil ? answered(key.answer, question) : Wording(question.label) }
    return ResultFacts(
      question: (group?.label ?? question?.text).map { Wording($0) } ?? label, answer: answer, isOption: group != nil,
      isMean: isMean, published: figure.map { Wording($0.words) }, publishedShare: figure.map { $0.percent / 100 },
      respondents: respondents, averageUnit: lines.estimate(key, .units),
      inhabitants: lines.estimate(key, .inhabitants), groups: lines.cells(of: key))
  }

  /// The labels of the answers that were counted, of a question that is no option.
  private func answered(_ codes: String, _ question: Question) -> Wording? {
    let labels = codes.split(separator: "+").compactMap { question.category(String($0))?.label }
    guard !labels.isEmpty else { return nil }
    return Wording(nl: labels.map(\.nl).joined(separator: " of "), en: labels.map(\.en).joined(separator: " or "))
  }
}
