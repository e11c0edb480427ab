import Clustering
import Matrices

/// The file of the reduced model, in the folder of cluster and among the data of a publication.
let scanDocument = "self-scan.json"

/// The reduced model of a typology, for the answers of one person to a few questions: the content of `self-scan.json`.
///
/// From these answers, and from what the register knows of the person's unit, follow the shares of the types.
/// It is a linear discriminant analysis of respondents, not of units: one person's answers spread wider than the mean of a
/// unit, and the covariance is that of persons. Numbers are kept to six decimals, so that every reader of the file computes
/// with the same ones.
struct ScanModel: Hashable, Codable {
  /// A question of the scan.
  struct Question: Hashable, Codable {
    /// The name in the codebook.
    var name: String
    /// What is done to an answer before it is compared: `identity`, `log` or `asinh`.
    var transform: String
    /// The least number that can be answered, if there is one.
    var least: Double?
    /// The greatest number that can be answered, if there is one.
    var greatest: Double?
  }

  /// A type.
  struct TypeEntry: Hashable, Codable {
    /// The letter.
    var type: String
    /// Its share of the units.
    var share: Double
    /// The mean of each column: the features of the register, then the questions.
    var means: [Double]
    /// What is said of the type's strategy, in a publication.
    var choice: Choice?
  }

  /// What a publication says of the strategy of a type.
  struct Choice: Hashable, Codable {
    /// `clear`, `contested` or `none`.
    var verdict: String
    /// The strategy that wins, or those that contend, the best first.
    var strategies: [String]
    /// What must be in place for the first of them, in the order in which it can be brought about.
    var preconditions: [Precondition]
  }

  /// What must be in place for a strategy.
  struct Precondition: Hashable, Codable {
    /// Its name, unique within the strategy.
    var id: String
    /// Whether it is in place in the type as a whole: `met`, `open` or `unknown`.
    var state: String
    /// The least amount with which it is in place, if there is one.
    var atLeast: Double?
    /// The greatest amount with which it is in place, if there is one.
    var atMost: Double?
    /// The questions of the scan whose mean answer is that amount, by their positions; none when the scan does not tell.
    var questions: [Int]
    /// For each of them what answers are subtracted from because they point the other way; `nil` for one that does not.
    var turned: [Double?]
  }

  /// A unit that can be picked from the list.
  struct UnitEntry: Hashable, Codable {
    /// The code.
    var unit: String
    /// The name.
    var name: String
    /// The scaled features of the register; `nil` where the register does not know.
    var values: [Double?]
  }

  /// How often the scan is right, found by leaving out.
  struct Check: Hashable, Codable {
    /// What became of what was said with some chance.
    struct Band: Hashable, Codable {
      /// The least chance of the band.
      var from: Double
      /// The number of respondents.
      var respondents: Int
      /// The mean of their highest chances.
      var said: Double
      /// The share of them of whom the type with the highest chance is that of their unit.
      var held: Double
    }

    /// The number of respondents.
    var respondents: Int
    /// The number of units.
    var units: Int
    /// The share of respondents whose unit's type has the highest chance by a model made without that respondent.
    var leftOut: Double
    /// The same by a model made without anybody of the unit: as for a unit that did not take part.
    var unitLeftOut: Double
    /// The same with the features of the register alone; `nil` without a register.
    var registerAlone: Double?
    /// The share of respondents in the type that most are in.
    var largest: Double
    /// How many times wider one person's answers spread within a type than the means of units, over the questions.
    var spread: Double
    /// The fewest respondents of a type that answered a question.
    var leastAnswers: Int
    /// What became of what was said, for a unit that did not take part.
    var bands: [Band]
  }

  /// The features that the register knows, in the order of the columns.
  var features: [String]
  /// The questions, the one that tells most first; their columns follow those of the features.
  var questions: [Question]
  /// The types, in the order of their letters.
  var types: [TypeEntry]
  /// The covariance within types: for each column its covariances with the columns up to itself.
  var covariance: [[Double]]
  /// The units, in the order of their codes; none without a register.
  var units: [UnitEntry]
  /// How often the scan is right.
  var check: Check
}

extension ScanModel {
  /// The discriminant analysis of these numbers.
  var discriminant: DiscriminantModel {
    var square = Matrix(rows: covariance.count, columns: covariance.count)
    for (row, line) in covariance.enumerated() {
      for (column, value) in line.enumerated() {
        square[row, column] = value
        square[column, row] = value
      }
    }
    return DiscriminantModel(shares: types.map(\.share), means: Matrix(types.map(\.means)), covariance: square)
  }

  /// What is wrong with the shapes of a file that says it is such a model; `nil` when they agree.
  var flaw: String? {
    let columns = features.count + questions.count
    if types.isEmpty || questions.isEmpty { return "it holds no types or no questions" }
    if let type = types.first(where: { $0.means.count != columns }) {
      return "type \(type.type) has \(type.means.count) means, and there are \(columns) features and questions"
    }
    if covariance.count != columns || covariance.enumerated().contains(where: { $1.count != $0 + 1 }) {
      return "the covariance is not a triangle of \(columns) rows"
    }
    if let unit = units.first(where: { $0.values.count != features.count }) {
      return "unit \(unit.unit) has \(unit.values.count) values, and there are \(features.count) features"
    }
    let positions = types.compactMap(\.choice).flatMap(\.preconditions)
    if positions.contains(where: {
      $0.turned.count != $0.questions.count || !$0.questions.allSatisfy(questions.indices.contains)
    }) {
      return "a precondition names a question that is not there"
    }
    let numbers =
      types.flatMap { $0.means + [$0.share] } + covariance.flatMap { $0 }
      + units.flatMap { $0.values.compactMap { $0 } }
    return numbers.allSatisfy(\.isFinite) ? nil : "it holds a number that is not finite"
  }
}
