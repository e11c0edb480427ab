import CSVFiles
public import Diagnostics
import Files
import Survey

/// Keeps the findings of a stage that failed, when there are more than a terminal shows.
///
/// A stage that fails leaves no folder, and so no `findings.csv`. This one holds all findings, however many, and stands in a
/// folder beside that place, which only its owner can read, because findings hold what people answered.
///
/// - Parameters:
///   - failure: The failure.
///   - folder: The folder that the stage would have left.
///   - limit: The number that is shown; with no more nothing is written.
/// - Returns: The path of `<folder>.failed/findings.csv`, or `nil` when it was not needed or could not be written.
public func keepFindings(of failure: Failure, beside folder: String, beyond limit: Int) -> String? {
  let tally = failure.all?.tally ?? FindingTally(failure.findings)
  guard tally.count(.error) + tally.count(.warning) > limit else { return nil }
  let place = folder + ".failed"
  let table = failure.all?.findingsTable ?? failure.findings.findingsTable
  let file = FileContent("findings.csv") { (take: FileContent.Taker) throws(Failure) in
    try CSVWriter.pieces(of: table, take)
  }
  do throws(Failure) {
    try writeFolder(place, files: [file], marker: file.path, readers: .owner)
    return joinPath(place, file.path)
  } catch {
    return nil
  }
}
