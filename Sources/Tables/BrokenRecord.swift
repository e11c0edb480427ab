public import Diagnostics

/// A record of a file that could not be split into fields: a quote that stands where none may, a quote that is never
/// closed, a field beyond all bounds, a byte that no text holds.
///
/// It costs itself alone: the records around it are read as they are.
public struct BrokenRecord: Hashable, Sendable {
  /// The number of whole records of the same piece that stand before it; its place in the order of records.
  public var before: Int
  /// The line on which the record begins, counted from 1.
  public var line: Int
  /// The offset of its first byte in the file, counted from 0.
  public var byte: Int
  /// What is wrong with it, with the line and column of the culprit; its rule names the kind of mistake.
  public var finding: Finding
  /// The record as it was written, cut to a sane length.
  public var text: String

  /// Creates a broken record.
  public init(before: Int, line: Int, byte: Int, finding: Finding, text: String) {
    self.before = before
    self.line = line
    self.byte = byte
    self.finding = finding
    self.text = text
  }
}
