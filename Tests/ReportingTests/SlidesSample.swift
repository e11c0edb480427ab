import Reporting
import Texts

/// Reports of any number of types, with names as people give them.
enum SlidesSample {
  private static let names = [
    ("Klein en samen", "Small and together"), ("Doelgericht en vaardig", "Purposeful and skilled"),
    ("Basis in opbouw", "Foundation in the making"), ("Op zoek naar een doel", "Looking for a goal"),
    ("Groot en stedelijk", "Large and urban"), ("Druk met de dag van vandaag", "Busy with the day"),
    ("Rustig en landelijk", "Calm and rural"), ("Vooraan en alleen", "In front and alone"),
  ]
  private static let strategies = [
    ("Samen sterk: regionaal datacentrum", "Joining forces: a regional data centre"),
    ("Opgavegericht datalab", "Task-led data lab"),
    ("Verantwoord eerst: waarborgen en governance", "Safeguards first: accountable use and governance"),
    ("Doel eerst", "Purpose first"),
    ("Stedelijk dataplatform en ecosysteem", "Urban data platform and ecosystem"),
    ("Basis op orde", "Foundation first"),
    ("Mensen mee", "People first"), ("Datagedreven sturing verankeren", "Anchoring data-driven steering"),
  ]

  /// Returns a report of a number of types, each with a strategy of its own that wins clearly.
  ///
  /// - Parameters:
  ///   - count: The number of types, at most eight.
  ///   - isLong: Whether the names of types, strategies, criteria and features are as long as names get.
  ///   - isOpen: Whether no strategy wins for any type.
  /// - Returns: The report, with an earlier wave.
  static func report(types count: Int, isLong: Bool = false, isOpen: Bool = false) -> Report {
    var report = sampleReport()
    let (type, strategy) = (report.types[0], report.strategies[0])
    let consequence = type.consequences[0]
    report.strategies = strategies.enumerated().map { index, name in
      var copy = strategy
      copy.id = "strategy-\(index)"
      copy.name = wording(name, isLong)
      copy.firstSteps = [
        Wording(nl: "Bel de buren, en kies samen één vraag.", en: "Call the neighbours, and choose a question.")
      ]
      return copy
    }
    report.criteria = (0..<8).map { index in
      var copy = report.criteria[index % 2]
      copy.id = "criterion-\(index)"
      copy.name = wording(criteria[index], isLong)
      copy.weight = Double(12 - index)
      return copy
    }
    report.features = (0..<8).map { index in
      var copy = report.features[0]
      copy.name = "feature-\(index)"
      copy.label = wording(criteria[index], isLong)
      return copy
    }
    report.types = (0..<count).map { index in
      var copy = type
      copy.letter = String(UnicodeScalar(UInt8(65 + index)))
      copy.name = wording(names[index], isLong)
      copy.size = 60 - 7 * index
      copy.share = Double(60 - 7 * index) / 284
      copy.certainty = 0.9 - 0.07 * Double(index)
      copy.profile = (0..<8).map { Double(($0 * 5 + index * 3) % 9 - 4) / 2.5 }
      copy.consequences = risks.enumerated().map { risk, name in
        var copy = consequence
        copy.name = wording(name, isLong)
        copy.risk = Double(40 + (index * 13 + risk * 7) % 30) / 100
        return copy
      }
      copy.ranking = report.strategies.indices.map { place in
        RankedStrategy(
          strategy: (index + place) % report.strategies.count, score: 0.8 - 0.05 * Double(place),
          acceptability: [0.83, 0.12, 0.05, 0, 0, 0, 0, 0][place])
      }
      copy.verdict = isOpen ? .contenders([index, (index + 1) % report.strategies.count]) : .clear(index)
      copy.contributions = (0..<3).map { place in
        ContributionFacts(
          criterion: report.criteria[(index + place) % 8].name, value: 0.9, contribution: 0.3 - 0.05 * Double(place),
          weight: 0.35)
      }
      copy.decision = nil
      copy.relief = []
      return copy
    }
    report.units = report.units.map { unit in
      var unit = unit
      if case .placed(let type, let certainty, let grade) = unit.placing {
        unit.placing = .placed(type: type % count, certainty: certainty, grade: grade)
      }
      return unit
    }
    report.units[6].expected = []
    report.fields = []
    report.members = []
    report.decisionFigures = DecisionFigureFacts()
    report.clusterFigures = ClusterFigureFacts()
    report.changes = count == 2 ? sampleChanges() : nil
    return report
  }

  private static let criteria = [
    ("Inwoners", "Inhabitants"), ("Samenwerking", "Cooperation"), ("Doel", "Goal"),
    ("Vaardigheden en cultuur", "Skills and culture"), ("Gebruik bij besluiten", "Use in decisions"),
    ("Gevoelige gegevens", "Sensitive data"), ("Partners in de keten", "Partners in the chain"),
    ("Afhankelijkheid van data", "Dependence on data"),
  ]
  private static let risks = [
    ("Data-eilanden", "Data islands"), ("Verspilling van data", "Waste of data"),
    ("Niemand verantwoordelijk", "Nobody answers for it"),
  ]

  private static func wording(_ name: (nl: String, en: String), _ isLong: Bool) -> Wording {
    isLong
      ? Wording(
        nl: name.nl + ", samen met de buren en met alle verantwoordelijkheidsverdelingen van dien",
        en: name.en + ", together with the neighbours and all the responsibilities that come with it")
      : Wording(nl: name.nl, en: name.en)
  }
}
