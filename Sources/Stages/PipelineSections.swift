import Diagnostics
import Settings
public import Strategies
public import Survey

/// The sections of a pipeline file, one a stage and what may be published: each is read once, into its values or into
/// everything that is wrong with it.
struct PipelineSections: Sendable {
  let ingest: Result<IngestSettings, Failure>
  let normalise: Result<NormaliseSettings, Failure>
  let cluster: Result<ClusterSettings, Failure>
  let match: Result<MatchSettings, Failure>
  let report: Result<ReportSettings, Failure>
  let publish: Result<PublishSettings, Failure>

  /// The names of the sections.
  static let names = ["ingest", "normalise", "cluster", "match", "report", "publish"]

  /// Reads the sections.
  ///
  /// - Parameters:
  ///   - node: The node of a section by its name.
  ///   - findings: Receives everything that is wrong in them.
  init(_ node: (String) -> Node, findings: Findings) {
    func read<Value>(_ name: String, _ read: (SettingsReader) -> Value) -> Result<Value, Failure> {
      let own = Findings()
      let reader = SettingsReader(node(name), of: name, findings: own)
      let value = read(reader)
      reader.finish()
      for finding in own.all { findings.add(finding) }
      do throws(Failure) { try own.throwErrors() } catch { return .failure(error) }
      return .success(value)
    }
    ingest = read("ingest") { IngestSettings(reading: $0) }
    normalise = read("normalise") { NormaliseSettings(reading: $0) }
    cluster = read("cluster") { ClusterSettings(reading: $0) }
    match = read("match") { MatchSettings(reading: $0) }
    report = read("report") { ReportSettings(reading: $0) }
    publish = read("publish") { PublishSettings(reading: $0) }
  }
}

/// The settings of the stages. Each throws ``Diagnostics/Failure`` with status 78 and everything that is wrong with its
/// section; a pipeline that was read without findings throws nothing.
extension Pipeline {
  /// The section `ingest`.
  public var ingest: IngestSettings { get throws(Failure) { try sections.ingest.get() } }
  /// The section `normalise`.
  var normalise: NormaliseSettings { get throws(Failure) { try sections.normalise.get() } }
  /// The section `cluster`.
  public var cluster: ClusterSettings { get throws(Failure) { try sections.cluster.get() } }
  /// The section `match`.
  public var match: MatchSettings { get throws(Failure) { try sections.match.get() } }
  /// The section `report`.
  var report: ReportSettings { get throws(Failure) { try sections.report.get() } }
  /// The section `publish`.
  var publish: PublishSettings { get throws(Failure) { try sections.publish.get() } }
}
