import Texts

extension ReportWriter {
  /// The file with the self-scan, and what it says of numbers.
  ///
  /// - Parameters:
  ///   - scan: The self-scan.
  ///   - hasPages: Whether the pages of the report stand beside it.
  /// - Returns: The file, with its statements.
  func selfScan(_ scan: SelfScanFacts, hasPages: Bool) -> (file: PublicationFile, statements: [Statement]) {
    let page = SelfScanPage(facts: scan, writer: self, modelFile: "data/self-scan.json", hasPages: hasPages)
    return (PublicationFile(path: SelfScanPage.file, text: page.text()), page.statements)
  }
}
