import Reporting
import Texts

/// What speaks for and against the sample typology from outside it, with every kind of row.
func sampleRobustness() -> RobustnessFacts {
  RobustnessFacts(
    opinions: [
      RobustnessFacts.Opinion(method: "pam-gower", agreement: 0.423, moved: 2, verdict: "poor"),
      RobustnessFacts.Opinion(method: "ward", agreement: 1, moved: 0, verdict: "excellent"),
    ],
    changes: [
      RobustnessFacts.Change(
        label: Wording(nl: "Leerlingen", en: "Pupils"), isBlock: false, share: 0.4, agreement: 0.75, moved: 1),
      RobustnessFacts.Change(
        label: Wording(nl: "Doel", en: "Goal"), isBlock: false, share: 0.6, agreement: 0.5, moved: 2),
      RobustnessFacts.Change(label: Wording(nl: "Alles", en: "Everything"), isBlock: true, share: 1),
    ],
    associations: [
      RobustnessFacts.Association(
        label: Wording(nl: "Bibliotheek", en: "Library"), isCategories: true, strength: 0.31, probability: 0.012,
        units: 6,
        overlap: 0.2, overlapsWith: Wording(nl: "Doel", en: "Goal")),
      RobustnessFacts.Association(
        label: Wording(nl: "Tuin", en: "Garden"), isCategories: false, strength: 0.02, probability: 0.8, units: 5),
      RobustnessFacts.Association(
        label: Wording(nl: "Klassen", en: "Classes"), isCategories: false, strength: 0.9, probability: 0.0002, units: 6,
        overlap: 0.97, overlapsWith: Wording(nl: "Leerlingen", en: "Pupils")),
    ], units: 6)
}
