import ArgumentParser

/// The command of the stage: `merge` as its first word puts parts together, anything else is a search.
@main
enum KoersCluster {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "merge" {
      await MergeCommand.main(Array(words.dropFirst()))
    } else {
      await ClusterCommand.main(words)
    }
  }
}
