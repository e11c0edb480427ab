import Diagnostics
import Settings
import Spreadsheets
import Strategies
import Tables

/// The weights that members of a group filled in, checked against the catalogue.
struct FilledWeights {
  /// The weights of each member and of all together, in the order of the workbook.
  let group: GroupWeights
  /// The points of each member, one a criterion of the catalogue.
  let points: [[Double]]
  /// What was noticed; nothing of it is an error.
  let findings: [Finding]

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - file: The workbook.
  ///   - catalogue: The catalogue whose criteria are weighed.
  ///   - without: The members who are left out, by name; capitals make no difference.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 with everything that is wrong in it, 64
  ///   when somebody is left out who is no member, or everybody is.
  init(_ file: String, catalogue: Catalogue, without: [String]) throws(Failure) {
    let contents = try WorkbookContents(path: file)
    guard let sheets = PointsSheets(contents), sheets.subject.first == WeightsWorkbookRequest.subject else {
      throw Failure(
        .badData, rule: "other-workbook", at: Place(file: file),
        message: "this is a workbook, and none that 'koers weights workbook' made",
        mend:
          "name the workbook that the members filled in; copying its cells to another workbook leaves out what is needed"
      )
    }
    var reader = WeightsReader(file: file, catalogue: catalogue, sheets: sheets)
    let members = try reader.members(without: without)
    if !reader.compareCriteria() { throw Failure(.badData, reader.findings) }
    let read = members.map { ($0.name, reader.points(of: $0)) }
    reader.nameStrays()
    let errors = reader.findings.filter { $0.level == .error }
    if !errors.isEmpty { throw Failure(.badData, reader.findings) }
    points = read.map { $0.1 ?? [] }
    group = GroupWeights(read.map { PersonWeights(person: $0.0, points: $0.1 ?? []) })
    findings = reader.findings
  }
}
