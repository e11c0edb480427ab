import CSVFiles
public import Diagnostics
import Files
import Survey

/// Keeps the findings of a stage that failed, when there are more than a terminal shows.
///
/// A stage that fails leaves no folder, and so no `findings.csv`; this file stands beside the place of the folder.
///
/// - Parameters:
///   - findings: The findings of the failure.
///   - folder: The folder that the stage would have left.
///   - limit: The number that is shown; with no more nothing is written.
/// - Returns: The path of the file `<folder>.findings.csv`, or `nil` when none was needed or could be written.
public func keepFindings(_ findings: [Finding], besides folder: String, beyond limit: Int) -> String? {
  guard findings.count(where: { $0.level != .note }) > limit else { return nil }
  let path = folder + ".findings.csv"
  do throws(Failure) {
    try writeFile(path, bytes: Array(CSVWriter.text(findings.findingsTable).utf8))
    return path
  } catch {
    return nil
  }
}
