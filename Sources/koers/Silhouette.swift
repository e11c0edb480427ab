import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Tells how well units sit in their clusters, from dissimilarities.
struct Silhouette: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how well units sit in their clusters, from the dissimilarities between them.",
    discussion: """
      The table has a record and a column for each unit, under the same name, and in the cells how unlike the two are. \
      Every other column says in which cluster each unit is; each is measured. A file of its own may say so instead.

      Example:
        koers silhouette dissimilarities.csv --output silhouettes.csv
        koers silhouette dissimilarities.csv --labels types.csv --column type
      """)

  @Argument(help: "Table of dissimilarities.", completion: .file(extensions: ["csv"]))
  var dissimilarities: String

  @Option(help: "File with the clusters, when the table does not hold them.", completion: .file(extensions: ["csv"]))
  var labels: String?

  @Option(help: "Column with the clusters (default: every column that is named after no unit).")
  var column: String?

  @Option(help: "Column that names the units (default: the first).")
  var id: String?

  @Option(help: "File for the width of each unit.", completion: .file(extensions: ["csv"]))
  var output: String?

  func run() async throws {
    try await runReporting { () throws(Failure) in
      if let output { try requireWritable(file: output) }
      let answer = try SilhouetteRequest(dissimilarities: dissimilarities, labels: labels, id: id, column: column).run()
      printFindings(answer.findings)
      if let output { try writeFile(output, bytes: Array(answer.csv.utf8)) }
      StandardStream.output.write(answer.text)
    }
  }
}
