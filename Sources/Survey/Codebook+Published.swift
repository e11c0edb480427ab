extension Codebook {
  /// Leaves out the figures that were published about other waves; a figure that names no wave stays.
  ///
  /// - Parameter wave: The name of the wave; `nil` leaves everything as it is.
  /// - Returns: The codebook with the figures about the wave.
  public func withFigures(of wave: String?) -> Codebook {
    guard let wave else { return self }
    var codebook = self
    for index in codebook.questions.indices {
      codebook.questions[index].published.removeAll { $0.wave.map { $0 != wave } ?? false }
    }
    return codebook
  }
}
