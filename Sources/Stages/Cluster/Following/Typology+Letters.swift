import Clustering
import Matrices
import Waves

extension Typology {
  /// Returns the typology with the types under their letters and in the order of these.
  ///
  /// - Parameter given: A letter for each type, in the order in which the types are now.
  /// - Returns: The same typology.
  func lettered(_ given: TypeLetters) async -> Typology {
    let order = given.order
    var typology = self
    typology.letters = order.map { given.letters[$0] }
    typology.lettersUsed = given.used
    guard order != Array(order.indices) else { return typology }
    let own = evidence.renumbered(order)
    typology.evidence = own
    typology.table = EvidenceTable(
      rows: table.rows.map { $0.clusters == own.clusters ? own : $0 }, gap: table.gap)
    typology.joint = joint.renumbered(order)
    typology.certainties = await memberCertainties(of: features, own.fit, typology.joint, thresholds)
    return typology
  }

  /// Whether the types have the letters that a first wave gives them.
  var hasFirstLetters: Bool { letters == letters.indices.map(typeLetter) && lettersUsed == letters }

  /// What the letters of the types tell, for the description of a column.
  var letterNote: String { hasFirstLetters ? "A the largest" : "by the letter that it had before, or a new one" }

  /// The same for a division into any number of types.
  var divisionNote: String {
    "A the largest of that division" + (hasFirstLetters ? "" : "; of the chosen number by its own letter")
  }

  /// Returns the letter of a type of the division into a number of types; only the chosen ones keep letters.
  func letter(_ type: Int, of clusters: Int) -> String {
    clusters == choice.clusters ? letters[type] : typeLetter(type)
  }

  /// Returns the letter of a type.
  func letter(_ type: Int) -> String { letters[type] }

  /// What this wave says of each of its units.
  var places: [UnitPlace] {
    let shares = joint.shares
    return evidence.fit.partition.labels.enumerated().map { UnitPlace(type: $1, shares: shares.row($0)) }
  }
}
