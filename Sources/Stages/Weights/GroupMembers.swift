import Diagnostics
import Files
import Tables

/// The names of the members of a group, as somebody gave them.
struct GroupMembers {
  /// The names, each once.
  let names: [String]

  /// The most members of a group.
  private static let most = 200
  /// The most characters of a name.
  private static let longest = 100

  /// Takes the names that options give.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 64 and all that is wrong.
  init(options: [String]) throws(Failure) {
    try self.init(options.map { ($0, Place()) }, status: .usage, mend: "give --member with another name")
  }

  /// Reads a file with a name a line; empty lines and those that begin with `#` are left out.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 with all that is wrong in it.
  init(file: String) throws(Failure) {
    let lines = try readText(file).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let named = lines.enumerated().filter { !trimmed($0.element).isEmpty && !trimmed($0.element).hasPrefix("#") }
    if named.isEmpty {
      throw Failure(
        .badData, rule: "no-members", at: Place(file: file), message: "the file names no member",
        mend: "write the name of a member on each line")
    }
    try self.init(
      named.map { (String($0.element), Place(file: file, line: $0.offset + 1)) }, status: .badData,
      mend: "write another name")
  }

  /// Takes the members that a pipeline names for its report.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 64 when it names none.
  init(pipeline: Pipeline) throws(Failure) {
    let members = try pipeline.report.members
    if members.isEmpty {
      throw Failure(
        .usage, rule: "no-members", at: Place(file: pipeline.file), message: "nothing names the members of the group",
        mend: "give --member NAME for each, or --members FILE with a name a line")
    }
    try self.init(members.map { ($0.name, $0.place) }, status: .badPipeline, mend: "write another name")
  }

  private init(_ given: [(name: String, place: Place)], status: ExitStatus, mend: String) throws(Failure) {
    var findings: [Finding] = []
    var names: [String] = []
    func refuse(_ rule: String, _ place: Place, _ name: String, _ message: String) {
      findings.append(
        Finding(.error, rule: rule, at: place, value: shortened(name), message: message, mend: mend))
    }
    for (given, place) in given {
      let name = printable(given)
      if name.isEmpty {
        refuse("empty-member", place, name, "the name of a member is empty")
      } else if name.count > Self.longest {
        refuse(
          "long-member", place, name,
          "the name '\(shortened(name))' has \(name.count) characters, and a name has at most \(Self.longest)")
      } else if names.contains(where: { $0.lowercased() == name.lowercased() }) {
        refuse("duplicate-member", place, name, "the member '\(name)' is named twice; capitals make no other member")
      } else {
        names.append(name)
      }
    }
    if names.count > Self.most {
      refuse(
        "too-many-members", Place(file: given.first?.place.file), "",
        "\(names.count) members are named, and a workbook has sheets for \(Self.most)")
    }
    if !findings.isEmpty { throw Failure(status, findings) }
    self.names = names
  }
}
