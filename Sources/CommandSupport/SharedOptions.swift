public import ArgumentParser
public import PipelineDriver
public import Stages

/// Where a stage writes.
public struct OutputOption: ParsableArguments {
  /// The folder that is written as a whole.
  @Option(
    help: "Folder to write; made when missing, replaced when a stage wrote it before.", completion: .directory)
  public var output: String

  /// Creates the option for the parser.
  public init() {}
}

/// Where publications and working files are.
public struct FolderOptions: ParsableArguments {
  /// The folder of the publications.
  @Option(help: "Folder of the publications.", completion: .directory)
  public var reports = "Reports"

  /// The folder of the working files.
  @Option(
    help: "Folder of the working files, readable by the owner alone: the stages, the history, the store.",
    completion: .directory)
  public var workspace = ".koers"

  /// Creates the options for the parser.
  public init() {}

  /// Where a pipeline keeps its things.
  public func place(of pipeline: Pipeline) -> Workspace {
    Workspace(of: pipeline.name, in: workspace, reports: reports)
  }
}

/// How a command tells what it does.
public struct LogOption: ParsableArguments {
  /// The form of the log.
  @Option(
    name: .customLong("log"),
    help: "Tell every step on stderr: text, or json for one object a line (default: findings alone).")
  public var format: LogFormat?

  /// Creates the option for the parser.
  public init() {}
}

/// How many findings a terminal shows.
public struct FindingsOption: ParsableArguments {
  /// The most findings that are printed.
  @Option(
    name: .customLong("findings"),
    help: "Most findings to print; all are kept in findings.csv. The pipeline's 'findings_printed' when left out.")
  public var limit: Int?

  /// Creates the option for the parser.
  public init() {}

  /// Refuses a number below zero.
  public func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--findings must not be below 0, and is \(limit)") }
  }
}

/// The pipeline file that gives a stage its section.
public struct PipelineOption: ParsableArguments {
  /// The file, or the folder that holds `pipeline.yaml`.
  @Option(
    help: "Pipeline file, or the folder with its pipeline.yaml, whose section sets the stage.",
    completion: .file(extensions: ["yaml"]))
  public var pipeline: String

  /// Creates the option for the parser.
  public init() {}
}
