import ArgumentParser

/// What can be done with codebooks.
struct Codebook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draft a codebook from a survey file.",
    discussion: """
      Example:
        koers codebook draft answers.csv --output codebook.yaml
      """,
    subcommands: [CodebookDraft.self])
}
