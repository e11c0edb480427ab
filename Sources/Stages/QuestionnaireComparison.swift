import Artefacts
public import Diagnostics
import Questionnaires
import Survey

/// What changed between two questionnaires, as a command prints it.
public struct QuestionnaireComparison: Sendable {
  private let difference: QuestionnaireDifference

  /// Whether nothing changed.
  public var isSame: Bool { difference.isEmpty }
  /// The list for readers.
  public var text: String { difference.text }
  /// The same as JSON.
  public var json: String { String(decoding: JSONText.encode(difference), as: UTF8.self) }

  /// Compares two codebooks.
  ///
  /// - Parameters:
  ///   - first: The path of the first codebook, or of the description of a wave that names one.
  ///   - second: The path of the second.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 when one is wrong, 64 when a wave names no
  ///   codebook.
  public init(_ first: String, _ second: String) throws(Failure) {
    difference = QuestionnaireDifference(from: try Self.codebook(first), to: try Self.codebook(second))
  }

  private static func codebook(_ path: String) throws(Failure) -> Codebook {
    guard path.hasSuffix(".wave.yaml") else { return try readCodebook(path) }
    if let codebook = try WaveDescription(path).codebook { return try readCodebook(codebook) }
    throw Failure(
      .usage, rule: "no-codebook", at: Place(file: path), message: "the description of the wave names no codebook",
      mend: "name the codebook itself, or add 'codebook:' to the description")
  }
}
