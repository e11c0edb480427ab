public import ArgumentParser
import Artefacts
public import Diagnostics
import Files
public import PipelineDriver
import Stages

/// How a log is written.
public enum LogFormat: String, Hashable, Sendable, CaseIterable, ExpressibleByArgument {
  /// A line a step, for people.
  case text
  /// A JSON object a line, for machines.
  case json
}

/// Tells on stderr what a run does, step by step, for the log of a scheduler.
///
/// Every line has the moment by the clock of the machine; nothing of it reaches a publication. Without a format only findings
/// are told, as ``printFindings(_:tally:limit:rest:)`` does.
public struct RunLog: Sendable {
  private let format: LogFormat?

  /// Creates a log.
  public init(_ format: LogFormat?) { self.format = format }

  /// One line of a log.
  private struct Line: Encodable {
    var time = timestamp()
    var level = "info"
    var event: String
    var wave: String?
    var stage: String?
    var reasons: [String]?
    var seconds: Double?
    var findings: Int?
    var run: Int64?
    var folder: String?
    var rule: String?
    var place: String?
    var message: String?
    var mend: String?
    var status: Int32?
  }

  /// Tells an event.
  public func tell(_ event: PipelineRun.Event) {
    guard format != nil else { return }
    switch event {
    case .started(let wave, let stage, let reasons):
      let words = reasons.map(\.words)
      write(
        Line(event: "stage-started", wave: wave, stage: stage, reasons: words),
        "\(wave) \(stage): " + words.joined(separator: "; "))
    case .upToDate(let wave, let stage):
      write(Line(event: "stage-up-to-date", wave: wave, stage: stage), "\(wave) \(stage) is up to date")
    case .finished(let wave, let stage, let findings, let seconds):
      let rounded = (seconds * 1000).rounded() / 1000
      write(
        Line(event: "stage-finished", wave: wave, stage: stage, seconds: rounded, findings: findings.count),
        "\(wave) \(stage) done in \(rounded) s")
    case .published(let wave, let folder, let run):
      write(
        Line(event: "published", wave: wave, run: run, folder: folder), "\(wave) published in \(folder) by run \(run)")
    case .corrected(let wave, let sentence):
      write(
        Line(level: "warning", event: "corrected", wave: wave, message: sentence),
        "\(wave) was published from other answers: \(sentence)")
    }
  }

  /// Tells findings; of very many some of every rule.
  ///
  /// - Parameters:
  ///   - findings: The findings, or the first of them.
  ///   - tally: The counts of all findings; when `nil`, those given are all.
  ///   - limit: The most that are told.
  ///   - rest: What to do about the others.
  ///   - status: The exit status, when the run ends by them.
  public func tell(
    _ findings: [Finding], tally: FindingTally? = nil, limit: Int,
    rest: String = "findings.csv of the stage ingest holds those of the survey", status: ExitStatus? = nil
  ) {
    guard format == .json else { return printFindings(findings, tally: tally, limit: limit, rest: rest) }
    for finding in findings.filter({ $0.level != .note }).prefix(limit) {
      write(
        Line(
          level: finding.level.rawValue, event: "finding", rule: finding.rule, place: finding.place.position,
          message: finding.message, mend: finding.mend, status: status?.rawValue), "")
    }
  }

  private func write(_ line: Line, _ text: String) {
    if format == .json {
      StandardStream.error.write(JSONText.line(line))
    } else {
      StandardStream.error.write("\(line.time) \(text)\n")
    }
  }
}
