import Clustering
public import Matrices

/// What the types of units would have been, had only a part of what they rest on changed from one wave to the next.
///
/// It starts from the units as the earlier wave saw them, on its model. Each step replaces one ingredient and keeps what the
/// steps before it replaced; the last one has the units and the model of this wave.
public struct Counterfactuals: Hashable, Sendable {
  /// The units after a replacement.
  public struct Step: Hashable, Sendable {
    /// What was replaced.
    public var cause: MoverCause
    /// The features of the units, *n* × *d*, in the scale of the centroids.
    public var values: Matrix
    /// The centroids of the types, *k* × *d*.
    public var centroids: Matrix
    /// Whether these are the types of now, or those of the earlier wave.
    public var hasTypesOfNow: Bool

    /// Creates a step.
    ///
    /// - Precondition: Values and centroids have the same columns.
    public init(_ cause: MoverCause, values: Matrix, centroids: Matrix, hasTypesOfNow: Bool = false) {
      precondition(values.columns == centroids.columns, "values in the scale of the centroids")
      self.cause = cause
      self.values = values
      self.centroids = centroids
      self.hasTypesOfNow = hasTypesOfNow
    }
  }

  /// The steps.
  public let steps: [Step]
  /// For each step, whether each unit is then of its type of now, or of one of the earlier types that correspond to it.
  public let isOfTypeNow: [[Bool]]
  private let start: Step
  /// The type of each unit, at the start and after each step.
  private let types: [[Int]]

  /// Follows units through replacements.
  ///
  /// - Parameters:
  ///   - start: The units as the earlier wave saw them, on its model; its cause is not looked at.
  ///   - steps: The replacements, in order.
  ///   - now: The type of each unit in this wave.
  ///   - correspondence: Which types correspond.
  /// - Precondition: All have the same units.
  /// - Complexity: O(*s* · *n* · *k* · *d*).
  public init(from start: Step, _ steps: [Step], now: [Int], _ correspondence: TypeCorrespondence) {
    precondition(
      ([start] + steps).allSatisfy { $0.values.rows == now.count }, "the same units in all steps")
    let types = ([start] + steps).map { nearestCentroids(of: $0.values, to: $0.centroids) }
    self.start = start
    self.steps = steps
    self.types = types
    isOfTypeNow = zip(steps, types.dropFirst()).map { step, types in
      zip(types, now).map { type, now in
        step.hasTypesOfNow ? type == now : correspondence.corresponds(type, now)
      }
    }
  }

  /// Returns the type of each unit before any replacement: that of the nearest centroid.
  public var typesAtStart: [Int] { types[0] }

  /// Returns the type of a unit after a step, of the types that the step has.
  public func type(of unit: Int, after step: Int) -> Int { types[step + 1][unit] }

  /// Returns the feature that did most to bring a unit from its type before a step to that after it: the column whose change
  /// brought the unit nearest to the one centroid, compared with the other.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - step: The step.
  /// - Returns: The column, the first of equals; `nil` when the step changes the model, or no column of this unit.
  public func strongestFeature(of unit: Int, in step: Int) -> Int? {
    let before = step == 0 ? start : steps[step - 1]
    let after = steps[step]
    let (from, to) = (types[step][unit], types[step + 1][unit])
    guard before.centroids == after.centroids, from != to else { return nil }
    var strongest: (column: Int, pull: Double)?
    for column in 0..<after.values.columns {
      let change = after.values[unit, column] - before.values[unit, column]
      let pull = (change * (after.centroids[to, column] - after.centroids[from, column])).roundedToGrid
      if pull > strongest?.pull ?? 0 { strongest = (column, pull) }
    }
    return strongest?.column
  }
}
