extension FittedFeature {
  /// Whether another fit scales every raw value in the same way.
  public func scalesAlike(_ other: FittedFeature) -> Bool {
    transform == other.transform && ranks == other.ranks && winsorised == other.winsorised && centre == other.centre
      && spread == other.spread && weight == other.weight
  }

  /// Returns a value that this fit scaled as another fit of the feature scales it, rounded to 2⁻³².
  ///
  /// Where both transform alike nothing is transformed back and forth. What was winsorised goes on as the bound; a value that
  /// the other transform cannot take is imputed by the other.
  ///
  /// - Parameters:
  ///   - scaled: A scaled value.
  ///   - other: The other fit.
  /// - Returns: The value in the scale of the other.
  public func rescaled(_ scaled: Double, to other: FittedFeature) -> Double {
    guard transform == other.transform, ranks == other.ranks else { return other.scaled(original(scaled)) }
    return other.scaled(transformed: other.bounded(scaled / weight * spread + centre))
  }
}
