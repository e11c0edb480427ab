public import Diagnostics

/// A file of records that can be read piece by piece, so that no file has to fit in memory.
///
/// Doors make sources: of a delimited file, of an SPSS file. What is done with the pieces is for pure rooms.
public protocol RecordSource: Sendable {
  /// The file as the user named it.
  var file: String { get }
  /// The first records, up to a few hundred, heading included: enough to see which tool wrote the file.
  var head: RawRecords { get }

  /// Reads all records, and hands them over in pieces.
  ///
  /// Pieces are handled side by side; their results come back in the order of the file, whatever the number of cores.
  ///
  /// - Parameters:
  ///   - heading: The number of records at the top that are no answers, and are left out.
  ///   - body: What is done with a piece.
  /// - Returns: The results, and what was noticed on the way.
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read or split into records.
  func pieces<Result: Sendable>(
    below heading: Int, _ body: @escaping @Sendable (RawRecords) -> Result
  ) async throws(Failure) -> (results: [Result], findings: [Finding])
}
