import Diagnostics
import Settings
import Texts

/// What the section `report` of a pipeline file says.
///
/// ```yaml
/// report:
///   languages: [nl, en]
///   formats: [html, markdown, xlsx, csv, geojson, json, slides, bulletin, self-scan]
///   members:
///     - Den Haag
///     - {name: RPA Noord-Holland Noord, unit: false, remark: {nl: arbeidsmarktregio, en: labour-market region}}
///   accessibility: accessibility.yaml   # who answers for the accessibility of the pages; without it there is no statement
/// ```
struct ReportSettings: Sendable {
  /// A member of the working group.
  struct Member {
    var name: String
    /// Whether the member is a unit, so that the register must know it.
    var isUnit: Bool
    var remark: LocalText?
    var place: Place
  }

  /// The languages of the publication.
  var languages: [Language]
  /// The forms in which it is written, in the order of ``ReportFormat``.
  var formats: [ReportFormat]
  /// The members of the working group.
  var members: [Member]
  /// The file with what the organisation says of accessibility, as the pipeline file names it, if it does.
  var accessibility: String?

  init(reading reader: SettingsReader) {
    languages = []
    for text in reader.node("languages") == nil ? Language.allCases.map(\.rawValue) : reader.texts("languages") {
      guard let language = Language(rawValue: text) else {
        reader.reject(
          "languages", rule: "unknown-language", value: text, message: "'\(text)' is not a language of the report",
          mend: "use one of: " + Language.allCases.map(\.rawValue).joined(separator: ", "))
        continue
      }
      if !languages.contains(language) { languages.append(language) }
    }
    formats = ReportFormat.read(reader, "formats")
    accessibility = reader.text("accessibility", default: nil)
    members = []
    guard let node = reader.node("members") else { return }
    guard case .sequence(let items) = node.content else {
      reader.reject(
        "members", rule: "wrong-value", message: "'report.members' must be a list of members",
        mend: "write one '- name' a line")
      return
    }
    for (index, item) in items.enumerated() {
      if case .scalar(let name, _) = item.content {
        members.append(Member(name: name, isUnit: true, place: item.place))
        continue
      }
      let member = SettingsReader(item, of: "report.members[\(index + 1)]", findings: reader.findings)
      members.append(
        Member(
          name: member.text("name"), isUnit: member.flag("unit", default: true),
          remark: member.node("remark") == nil ? nil : member.localText("remark"), place: item.place))
      member.finish()
    }
  }
}

/// What the section `publish` of a pipeline file says.
///
/// ```yaml
/// publish:
///   unit-type: {minimum: 3}   # a unit's type is published from this many respondents on
///   cell: {minimum: 5}        # a policy field of a type is published from this many respondents on
/// ```
struct PublishSettings: Sendable {
  /// The least number of respondents from which a unit's type is published.
  var unitTypeMinimum: Int
  /// The least number of respondents from which a figure about a part of a type is published.
  var cellMinimum: Int

  init(reading reader: SettingsReader) {
    unitTypeMinimum = reader.section("unit-type") { $0.integer("minimum", default: 3, in: 2...1_000_000) }
    cellMinimum = reader.section("cell") { $0.integer("minimum", default: 5, in: 2...1_000_000) }
  }
}
