public import Exports
import Settings

/// What a codebook says about how its survey files are written: the section `koers:dialect`.
///
/// Whatever is left out is found out from the file.
public struct Dialect: Hashable, Sendable {
  /// The encodings by the names that codebooks use.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    case auto
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case latin9 = "iso-8859-15"
    case cp850
    case utf8Twice = "utf-8-twice"
  }

  /// The byte between fields.
  public var delimiter: IngestSettings.Delimiter = .auto
  /// The encoding.
  public var encoding: Encoding = .auto
  /// How numbers are written.
  public var numbers = NumberStyle.Wish()
  /// The tool that wrote the file; found out when `nil`.
  public var tool: ExportLayout.Tool?
  /// The number of heading records; found out when `nil`.
  public var headingRows: Int?
  /// Beginnings of lines at the end of the file that are no answers.
  public var footers: [String] = []

  /// Creates a dialect of which nothing is known.
  public init() {}

  /// Reads the section.
  init(reading reader: SettingsReader) {
    delimiter = reader.choice("delimiter", default: .auto)
    encoding = reader.choice("encoding", default: .auto)
    numbers = NumberStyle.Wish(reading: reader)
    let tool = reader.text("tool", default: "auto")
    if tool != "auto" {
      let tools = ExportLayout.Tool.allCases.map(\.rawValue)
      self.tool = ExportLayout.Tool(rawValue: tool)
      if self.tool == nil {
        reader.reject(
          "tool", rule: "wrong-value", value: tool, message: "there is no export of '\(tool)'",
          mend: "write one of auto, " + tools.joined(separator: ", "))
      }
    }
    headingRows = reader.node("headingRows") == nil ? nil : reader.integer("headingRows", in: 0...10)
    footers = reader.texts("footers")
  }
}
