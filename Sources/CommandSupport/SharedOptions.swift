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
