// What the pages say around a figure.

extension Phrases {
  /// The line that opens the numbers of a figure.
  public var figureData: String { say("De cijfers bij deze figuur", "The figures in this chart") }
  /// The caption of the table with the numbers of a figure.
  public func figureData(of title: String) -> String {
    say("De cijfers bij: \(title)", "The figures in: \(title)")
  }
  /// The link from the map to the page of units.
  public var mapData: String {
    say("Zoek uw \(unit) in de tabel", "Find your \(unit) in the table")
  }
}
