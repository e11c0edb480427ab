/// What a column keeps, when its values are few texts that stand in many rows.
public protocol CodedContent: ColumnContent {
  /// The texts that the values are; `nil` when they are not kept that way.
  var codedTexts: [String]? { get }

  /// Appends for each of some rows the position of its value among ``codedTexts``, or their number when there is none.
  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32])
}
