public import Diagnostics
/// x
public struct RunSummary {
  /// x
  public var text = ""
  /// x
  public init(of run: PipelineRun) throws(Failure) {}
}
