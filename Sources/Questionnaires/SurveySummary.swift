public import Exports
public import Tables

/// What was seen of all columns of a survey while its records went by.
///
/// ```swift
/// let (pieces, _) = try await source.pieces(below: layout.headingRecords) { SurveySummary($0, layout: layout) }
/// let summary = SurveySummary(pieces, layout: layout)
/// ```
public struct SurveySummary: Hashable, Sendable {
  /// The number of records.
  public private(set) var records = 0
  var columns: [ColumnSummary]

  /// Takes the records of a piece.
  ///
  /// A record with too few or too many fields counts, and its fields do not.
  ///
  /// - Complexity: O(cells); memory for at most 400 values a column.
  public init(_ piece: RawRecords, layout: ExportLayout) {
    columns = Array(repeating: ColumnSummary(), count: layout.columns.count)
    for record in piece {
      records += 1
      guard record.fields.count == layout.columns.count else { continue }
      for (position, cell) in record.fields.enumerated() { columns[position].add(cell) }
    }
  }

  /// Adds the summaries of pieces, in the order of the file.
  public init(_ pieces: [SurveySummary], layout: ExportLayout) {
    self.init(RawRecords(), layout: layout)
    for piece in pieces {
      records += piece.records
      for position in columns.indices where position < piece.columns.count {
        columns[position].add(piece.columns[position])
      }
    }
  }

  /// Looks at the values that were kept, once all records have gone by.
  mutating func settle() {
    for position in columns.indices { columns[position].settle() }
  }
}
