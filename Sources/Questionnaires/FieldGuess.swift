/// What a field of a codebook could say of a column, with the reasons.
struct FieldGuess: Hashable {
  /// One value that the field allows.
  struct Category: Hashable {
    /// The code.
    var value: String
    /// What the code stands for.
    var label: String
    /// The other texts of the file that are the same answer.
    var also: [String] = []
    /// The number of a category that is no scale.
    var number: Int?
  }

  /// The type by table schema: `string`, `integer`, `number`, `boolean`, `date` or `datetime`.
  var type = "string"
  /// The values allowed, in order.
  var categories: [Category] = []
  /// Whether the categories have an order.
  var isOrdered = false
  /// Whether a high value points down.
  var isReversed = false
  /// The texts that stand for no answer, beside the empty one.
  var missing: [String] = []
  /// The texts that stand for a refusal or "don't know".
  var refused: [String] = []
  var trueValues: [String] = []
  var falseValues: [String] = []
  var decimalMark: String?
  var groupMark: String?
  var unit: String?
  /// The pattern of days, when they are not written as ISO says.
  var format: String?
  var minimum: String?
  var maximum: String?
  /// Whether the column may tell who somebody is.
  var isIdentifying = false
  /// Why all this.
  var reasons: [String] = []

  /// Whether the answers are text that anybody may have typed.
  var isFreeText: Bool { type == "string" && categories.isEmpty }
}
