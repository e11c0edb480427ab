public import ArgumentParser

/// Where a stage writes.
public struct OutputOption: ParsableArguments {
  /// The folder that is written as a whole.
  @Option(
    help: "Folder to write; made when missing, replaced when a stage wrote it before.", completion: .directory)
  public var output: String

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
