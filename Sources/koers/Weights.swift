import ArgumentParser

/// What a working group can do to weigh the criteria itself.
struct Weights: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the members of a working group weigh the criteria, and tell what their weights do.",
    discussion: """
      Example:
        koers weights workbook Pipelines/member-survey --output weights.xlsx
        koers weights import weights.xlsx Pipelines/member-survey
      """,
    subcommands: [WeightsWorkbook.self, WeightsImport.self])
}
