import Tables

/// A few hundred records of a piece: small enough that their bytes stay near the processor while each question takes its
/// column.
struct RecordBlock {
  /// The rows, counted through the piece.
  let rows: Range<Int>
  /// For each row the index of its first field, or ``broken``.
  let firstFields: [UInt32]

  /// What stands for a record that has too few or too many fields.
  static let broken = UInt32.max
  /// The number of records of a block.
  static let size = 512

  /// Finds the fields of some records that should have `width` fields each.
  init(_ records: borrowing RawRecords, _ rows: Range<Int>, width: Int) {
    self.rows = rows
    let ends = records.recordEnds
    var first = rows.lowerBound == 0 ? 0 : ends[rows.lowerBound - 1]
    var fields: [UInt32] = []
    fields.reserveCapacity(rows.count)
    for row in rows {
      let end = ends[row]
      fields.append(end - first == UInt32(width) ? first : Self.broken)
      first = end
    }
    firstFields = fields
  }
}
