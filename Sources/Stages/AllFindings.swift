import Artefacts
import Diagnostics
import Files
import Survey

/// All findings of a run of ingest: those about the file, then those about its records, each made when it is asked for.
///
/// Files are called by their bare names, so that artefacts do not depend on where they lie.
struct AllFindings: RandomAccessCollection, Sendable {
  private let before: [Finding]
  private let survey: SurveyFindings

  init(before: [Finding], _ survey: SurveyFindings) {
    self.before = before
    self.survey = survey
    tally = FindingTally(Array(before.lazy.map { ($0.level, $0.rule) }) + survey.levelsAndRules)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { before.count + survey.count }

  subscript(position: Int) -> Finding {
    var finding = self[named: position]
    finding.place.file = finding.place.file.map(lastName)
    return finding
  }

  /// A finding with its file as the user named it.
  private subscript(named position: Int) -> Finding {
    position < before.count ? before[position] : survey[position - before.count]
  }

  /// How many there are of each level.
  var counts: RunRecord.FindingCounts {
    RunRecord.FindingCounts(notes: tally.count(.note), warnings: tally.count(.warning), errors: tally.count(.error))
  }

  /// How often each rule found something.
  let tally: FindingTally

  /// The most that are handed on for the terminal; all of them are in the table.
  private static let mostTold = 1000

  /// The first of them as a terminal shows them.
  var told: [Finding] { indices.prefix(Self.mostTold).map { self[named: $0] } }
}
