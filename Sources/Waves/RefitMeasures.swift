public import Clustering
public import Matrices

extension RefitGates.Measured {
  /// Measures a refit against the types that the same units were assigned to.
  ///
  /// - Parameters:
  ///   - refit: The division that was found anew.
  ///   - assigned: The division by the published types; types without a unit are no part of it.
  ///   - values: The features in the scale of the refit, *n* x *d*.
  ///   - stability: The Jaccard coefficient of the refitted type that comes back least; `nil` when it was not measured.
  ///   - drift: The share of features that drifted; `nil` when it was not measured.
  /// - Precondition: Both divide the rows of the values.
  /// - Complexity: O(*n* · *d*).
  public init(
    of refit: Partition, beside assigned: Partition, values: Matrix, stability: Double? = nil, drift: Double? = nil
  ) {
    let before = inertia(of: values, assigned)
    self.init(
      agreement: ContingencyTable(assigned, refit).adjustedRandIndex, stability: stability,
      gain: before > 0 ? 1 - inertia(of: values, refit) / before : 0, smallest: refit.sizes.min() ?? 0,
      drift: drift)
  }
}
