import Diagnostics
import Estimation
import Survey
import Tables

/// How many gave each answer to each statement, whole statements at a time.
///
/// A statement is published when each of its answers was given by at least the minimum, so that nothing has to be hidden
/// behind something else. It is withheld as a whole when what is published of it elsewhere is: its share, the mean of its
/// index, or, of a question on which the fitness of data rests, any total of that table.
///
/// - Parameters:
///   - table: The distributions, one row an answer.
///   - codebook: The codebook, which names the index of each question.
///   - withheld: Whether a figure about all respondents is withheld of a question or index.
///   - control: The least number of people.
/// - Returns: The table as it may be published, and how many answers are shown.
/// - Throws: ``Diagnostics/Failure`` with status 65 when the table lacks a column.
func publishableDistributions(
  _ table: Table, _ codebook: Codebook, withheld: (String) -> Bool, _ control: DisclosureControl
) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
  let questions = try table.texts("question")
  let respondents = try table.integers("respondents").map { $0 ?? 0 }
  var tooFew: Set<String> = []
  for row in questions.indices where control.isTooSmall(respondents: respondents[row]) { tooFew.insert(questions[row]) }
  let standings = questions.map { question -> MarginTable.Standing in
    if tooFew.contains(question) { return .primary }
    let index = codebook[question]?.index
    return withheld(question) || (index.map(withheld) ?? false) ? .secondary : .shown
  }
  return (table.withholding(standings, in: ["respondents", "n", "share"]), SuppressionCounts(standings))
}
