import ArgumentParser

/// What can be done with codebooks.
struct Codebook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draft a codebook from a survey file, or tell what changed between two.",
    discussion: """
      Example:
        koers codebook draft answers.csv --output codebook.yaml
      """,
    subcommands: [CodebookDraft.self, CodebookDiff.self])
}
