import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Files
import Stages

struct ClusterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-cluster",
    abstract: "Find types among units, and say how sure they are.",
    discussion: """
      Reads the folder that koers-normalise left, or any CSV file with a column that names the units and columns of numbers.

      Example: koers-cluster features.csv --types 2...8 --starts 200 --seed 1 --output types

      The starts of a large search can be made on several machines: each makes a part with --shard, and merge puts the parts \
      together to the same bytes as one machine.

        koers-cluster features.csv --types 2...8 --shard 3/8 --output part-3
        koers-cluster merge features.csv --types 2...8 --parts part-1 part-2 ... part-8 --output types
      """,
    version: ProgramVersion.current)

  @Argument(help: "Folder that koers-normalise left, or a CSV file.", completion: .file(extensions: ["csv"]))
  var features: String

  @OptionGroup var output: OutputOption

  @Option(help: "Pipeline file, or its folder, whose section 'cluster' sets what the options below do not.")
  var pipeline: String?

  @Option(help: "Column that names the units (default: 'unit', or the first column without numbers).")
  var id: String?

  @Option(help: "Numbers of types to try, such as 2...8; from 1 on when there may be no types.")
  var types: TypeRange?

  @Option(help: "Starts for each number of types.")
  var starts: Int?

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @Option(help: "Least number of units in a type.")
  var smallest: Int?

  @Option(help: "Rule that chooses: \(ClusterSettings.ruleNames.joined(separator: ", ")).")
  var rule: String?

  @Option(name: .customLong("least-jaccard"), help: "Least Jaccard coefficient of a type, for the rule stability.")
  var leastJaccard: Double?

  @Option(name: .customLong("least-prediction"), help: "Least prediction strength, for the rule prediction-strength.")
  var leastPrediction: Double?

  @Option(help: "Number of types that you decide on yourself; needs --reason.")
  var choose: Int?

  @Option(help: "Why you decided on that number.")
  var reason: String?

  @Option(help: "Stop sooner, when the best division was found so often; --starts is then the most that are made.")
  var untilHits: Int?

  @Option(help: "How first centroids are drawn: \(ClusterSettings.seedingNames.joined(separator: ", ")).")
  var seeding: String?

  @Option(help: "exchanges, or lloyd to leave out the exchanges of single units after Lloyd's iterations.")
  var descent: String?

  @Option(help: "Column with a weight for each unit of a CSV file, to see what types with weights would be.")
  var weights: String?

  @Option(help: "full, or quick to leave out the gap statistic, the resamples and the halvings.")
  var evidence: String?

  @Option(help: "References of the gap statistic.")
  var references: Int?

  @Option(
    name: .customLong("reference-box"),
    help:
      "Box from which references are drawn: components, along the principal components, or original, along the columns."
  )
  var referenceBox: String?

  @Option(help: "Resamples for the stability.")
  var resamples: Int?

  @Option(help: "Halvings for the prediction strength.")
  var halvings: Int?

  @Option(
    name: .customLong("refit-starts"),
    help: "Starts for each number of types in each reference, resample and half.")
  var refitStarts: Int?

  @Option(help: "Make this part of the starts alone, such as 3/8, for koers-cluster merge.")
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Working folder of an earlier wave (with cluster, and normalise when it is there), whose types are followed.",
      valueName: "dir"),
    completion: .directory)
  var earlier: String?

  @Option(
    help: """
      What is published of a wave that follows another: \(WaveSettings.refitNames.joined(separator: ", ")) (the types found \
      anew if they pass the gates, the earlier types, or those found anew).
      """)
  var refit: String?

  @Option(
    name: .customLong("keep-letters"),
    help: ArgumentHelp("Folder of an earlier run of the same wave, whose letters the types keep.", valueName: "dir"),
    completion: .directory)
  var keepLetters: String?

  func validate() throws {
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard is a part of all, such as 3/8, and not '\(shard)'")
    }
    if let rule, !ClusterSettings.ruleNames.contains(rule) {
      let meant = suggestion(for: rule, among: ClusterSettings.ruleNames).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("there is no rule '\(rule)'\(meant)")
    }
    if let evidence, evidence != "quick", evidence != "full" {
      throw ValidationError("--evidence is quick or full, and not '\(evidence)'")
    }
    for (name, value, known) in [
      ("seeding", seeding, ClusterSettings.seedingNames), ("descent", descent, ClusterSettings.descentNames),
      ("refit", refit, WaveSettings.refitNames),
    ] {
      if let value, !known.contains(value) {
        throw ValidationError("--\(name) is one of \(known.joined(separator: ", ")), and not '\(value)'")
      }
    }
    if let referenceBox, !ClusterSettings.boxNames.contains(referenceBox) {
      throw ValidationError("--reference-box is components or original, and not '\(referenceBox)'")
    }
    if choose != nil, reason?.isEmpty ?? true {
      throw ValidationError("--choose needs --reason with one sentence that says why")
    }
    for (name, value, least) in [
      ("starts", starts, 1), ("smallest", smallest, 1), ("references", references, 2), ("resamples", resamples, 1),
      ("halvings", halvings, 1), ("refit-starts", refitStarts, 1), ("until-hits", untilHits, 1),
    ] {
      if let value, value < least { throw ValidationError("--\(name) must be at least \(least), and is \(value)") }
    }
    for (name, value) in [("least-jaccard", leastJaccard), ("least-prediction", leastPrediction)] {
      if let value, !(0...1).contains(value) {
        throw ValidationError("--\(name) must be from 0 to 1, and is \(value)")
      }
    }
  }

  func run() async throws {
    if let shard = shard.flatMap({ Shard($0) }) {
      try await runStage(into: output.output) { () throws(Failure) in ShardRequest(try request(), shard: shard) }
    } else {
      try await runStage(into: output.output) { () throws(Failure) in try request() }
    }
  }

  func request() throws(Failure) -> ClusterRequest {
    var request = ClusterRequest(
      features: features, id: id, earlier: earlier.map { WorkFolders(base: $0) }, kept: keepLetters)
    if let pipeline {
      let pipeline = try Pipeline(pipeline)
      request.seed = pipeline.seed
      request.settings = try pipeline.cluster
    }
    if let seed { request.seed = seed }
    if let types {
      (request.settings.from, request.settings.to) = (types.from, types.to)
      request.settings.mostPlace = nil
    }
    if let starts { request.settings.starts = starts }
    if let smallest { request.settings.smallest = smallest }
    if let rule { request.settings.rule = rule }
    if let leastJaccard { request.settings.leastJaccard = leastJaccard }
    if let leastPrediction { request.settings.leastPrediction = leastPrediction }
    if let evidence { request.settings.quick = evidence == "quick" }
    if let references { request.settings.references = references }
    if let resamples { request.settings.resamples = resamples }
    if let referenceBox { request.settings.referenceBox = referenceBox }
    if let untilHits { request.settings.untilHits = untilHits }
    if let seeding { request.settings.seeding = seeding }
    if let descent { request.settings.exchanges = descent != "lloyd" }
    if let way = refit.flatMap(WaveSettings.Refit.init) { request.settings.waves.refit = way }
    request.weights = weights
    if let halvings { request.settings.halvings = halvings }
    if let refitStarts { request.settings.refitStarts = refitStarts }
    if let choose, let reason {
      (request.settings.choose, request.settings.reason) = (choose, reason)
      (request.settings.ruleSaid, request.settings.spokeFor) = (nil, [])
    }
    if let choice = request.settings.choose, !(request.settings.from...request.settings.to).contains(choice) {
      throw Failure(
        .usage, rule: "choice-outside-range", value: String(choice),
        message:
          "the decision for \(choice) types lies outside the range from \(request.settings.from) to \(request.settings.to)",
        mend: "widen --types, or choose a number within it")
    }
    return request
  }
}

/// Numbers of types as written on a command line: `2...8`, or `5`.
struct TypeRange: ExpressibleByArgument {
  let from: Int
  let to: Int

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    guard let first = parts.first, let from = first, let last = parts.last, let to = last, parts.count <= 2,
      argument == String(from) || argument == "\(from)...\(to)" || argument == "\(from)..\(to)",
      (1...ClusterSettings.mostTypes).contains(from), (from...ClusterSettings.mostTypes).contains(to)
    else { return nil }
    self.from = from
    self.to = to
  }
}
