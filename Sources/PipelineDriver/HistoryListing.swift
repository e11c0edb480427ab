import Artefacts
public import Diagnostics
public import RunHistory
import Stages

/// The runs of a pipeline, what they published, and what people wrote about them.
public struct HistoryListing: Sendable, Codable {
  /// A run with what it did.
  public struct Line: Sendable, Codable {
    /// The run.
    public var run: HistoryRun
    /// The stages that ran, with their reasons.
    public var stages: [String]
    /// Whether readers see what it published.
    public var isShown: Bool
    /// Gates that did not pass.
    public var closedGates: [String]
    /// Why somebody accepted what these gates held; `nil` when nobody did, or nothing was held.
    public var acceptance: String?
  }

  /// The runs, the newest first.
  public var lines: [Line]
  /// The changes of what readers see, the newest first.
  public var publications: [HistoryPublication]
  /// The notes, the newest first.
  public var notes: [HistoryNote]

  /// Reads the history.
  ///
  /// - Parameters:
  ///   - history: The history.
  ///   - wave: Only this wave; all when left out.
  ///   - most: The most runs that are told.
  /// - Throws: ``Diagnostics/Failure`` when the history cannot be read.
  public init(_ history: RunHistory, wave: String? = nil, most: Int = 20) throws(Failure) {
    let shown = Set(try Publications.shown(history).map(\.run))
    lines = try history.runs(of: wave).suffix(most).reversed().map { (run: HistoryRun) throws(Failure) in
      let stages = try history.stages(of: run.run)
      let types = stages.first { $0.stage == ClusterRequest.stage }
      let acceptance: String? =
        if let types, run.outcome != .held { try history.acceptance(of: types.key) } else { nil }
      return Line(
        run: run, stages: stages.filter(\.hasRun).map { "\($0.stage): \($0.reason)" },
        isShown: shown.contains(run.run),
        closedGates: try history.gates(of: run.run).filter { $0.passed == false }.map(\.gate),
        acceptance: acceptance)
    }
    publications = try history.publications(of: wave).reversed()
    notes = try history.notes().reversed()
  }

  /// The listing as a terminal shows it.
  public var text: String {
    var text = ""
    for line in lines {
      let run = line.run
      text += "run \(run.run)  \(run.wave)  \(run.started)  \(run.outcome.rawValue)"
      if let status = run.status, status != 0 { text += " (\(status))" }
      text += (line.isShown ? "  shown to readers" : "") + (run.isKept ? "" : "  not kept") + "\n"
      if let message = run.message { text += "  \(message)\n" }
      if run.outcome == .held || line.acceptance != nil {
        text += "  closed gates: \(line.closedGates.joined(separator: ", "))\n"
      }
      if let reason = line.acceptance { text += "  accepted all the same: \(reason)\n" }
      text += line.stages.map { "  \($0)\n" }.joined()
    }
    for publication in publications where publication.event != .published {
      let what =
        publication.run.map { "rolled back to run \($0)" } ?? "the publication was taken away"
      text += "\(publication.wave)  \(publication.at)  \(what)\n"
    }
    for note in notes {
      text +=
        "note \(note.note)" + (note.run.map { " on run \($0)" } ?? "") + "  \(note.at)  \(note.author): \(note.text)\n"
    }
    return text.isEmpty ? "no run yet\n" : text
  }

  /// The listing as JSON.
  public var json: String { String(decoding: JSONText.encode(self), as: UTF8.self) }
}
