import Charts

/// One small example of every kind of figure.
enum Examples {
  static let types = [TypeLabel(letter: "A", name: "Voorlopers"), TypeLabel(letter: "B", name: "Zoekers")]

  static func square(_ longitude: Double, _ latitude: Double, side: Double = 0.2) -> [MapPoint] {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
      MapPoint(longitude: longitude + $0.0, latitude: latitude + $0.1)
    }
  }

  static let map = TypeMap(
    title: "Kaart van vier plaatsen", types: types,
    areas: [
      MapArea(name: "Linksonder", status: .type("A"), polygons: [[square(5, 52)]]),
      MapArea(name: "Rechtsonder", status: .type("B"), polygons: [[square(5.2, 52), square(5.25, 52.05, side: 0.05)]]),
      MapArea(name: "Linksboven", status: .noAnswer, polygons: [[square(5, 52.2)]]),
      MapArea(name: "Rechtsboven", status: .tooFew, polygons: [[square(5.2, 52.2)]]),
    ], credit: "Grenzen: eigen tekening")

  static let profile = TypeProfile(
    title: "Profiel", features: ["Omvang", "Helder doel"],
    panels: [.init(type: types[0], means: [0.8, -0.25]), .init(type: types[1], means: [-0.8, .nan])])

  static let evidence = EvidenceChart(
    title: "Bewijs",
    rows: [
      .init(k: 2, silhouette: 0.21, gap: 0.4, gapStandardError: 0.02, jaccardMinimum: 0.9),
      .init(k: 3, silhouette: 0.25, gap: 0.5, gapStandardError: 0.02, jaccardMinimum: 0.8),
      .init(k: 4, silhouette: 0.19, gap: 0.48, gapStandardError: 0.03, jaccardMinimum: nil),
    ], chosen: 3)

  static let components = ComponentChart(
    title: "Richtingen", rows: [.init(label: "Richting 1", share: 0.314), .init(label: "Richting 2", share: 0.12)])

  static let rank = RankChart(
    title: "Plaatsen",
    rows: [
      .init(label: "Doel eerst", shares: [0.7, 0.2, 0.1]), .init(label: "Basis op orde", shares: [0.3, 0.5, 0.2]),
    ])

  static let risk = RiskChart(
    title: "Gevolgen",
    groups: [
      .init(
        label: "Verspilling",
        dots: [
          .init(type: types[0], risk: 0.3, low: 0.2, high: 0.4), .init(type: types[1], risk: 0.6, low: 0.55, high: 0.7),
        ])
    ], scaleLabel: "aandeel dat dit herkent")

  static let share = ShareChart(
    title: "Antwoorden",
    rows: [
      .init(label: "Helder doel", share: 0.34, low: 0.31, high: 0.37, published: 0.34),
      .init(
        label: "Werkt met data", share: 0.8, low: 0.77, high: 0.83, published: 0.8, publishedText: "vier op de vijf"),
      .init(label: "Anders", share: 0.05),
    ])

  static let likert = LikertChart(
    title: "Stellingen", answers: ["oneens", "neutraal", "eens"],
    rows: [.init(label: "De kwaliteit is goed", shares: [0.3, 0.38, 0.32])])

  static let contribution = ContributionChart(
    title: "Waarom", criteria: ["Omvang", "Doel"],
    rows: [
      .init(label: "Doel eerst", contributions: [0.2, 0.4]), .init(label: "Basis op orde", contributions: [0.3, 0]),
    ])

  static let value = ValueFunctionChart(
    title: "Waarde van omvang", quantity: "inwoners",
    curves: [
      .init(label: "Samen", anchors: [.init(x: 20_000, value: 1), .init(x: 100_000, value: 0)]),
      .init(label: "Alleen", anchors: [.init(x: 50_000, value: 0), .init(x: 70_000, value: 0.8)]),
    ], marks: [.init(type: types[0], x: 60_000), .init(type: types[1], x: 61_000)])

  static let silhouettes = SilhouetteChart(
    title: "Silhouetten",
    panels: [
      .init(type: types[0], slices: [.init(mean: 0.4, count: 6), .init(mean: 0.1, count: 5)]),
      .init(type: types[1], slices: [.init(mean: 0.3, count: 5), .init(mean: -0.05, count: 5)]),
    ])

  static let stability = StabilityChart(
    title: "Stabiliteit", rows: [.init(type: types[0], jaccard: 0.9), .init(type: types[1], jaccard: 0.58)])

  static let members = MemberView(
    title: "Leden", across: .init(share: 0.31, meaning: "omvang, staf"), up: .init(share: 0.13, meaning: "doel"),
    side: 1,
    bins: [
      .init(x: -1.5, y: 0.5, count: 12, type: 0, share: 0.75), .init(x: 0.5, y: 0.5, count: 6, type: 1, share: 0.5),
      .init(x: 1.5, y: -0.5, count: 9, type: 1, share: 1),
    ],
    clouds: [
      .init(type: types[0], centre: (-1.2, 0.4), spread: (0.6, 0.1, 0.3)),
      .init(type: types[1], centre: (1, -0.1), spread: (0.5, -0.2, 0.4)),
    ])

  static let flow = FlowChart(
    title: "Tussen peilingen", waves: ("2020", "2022"),
    earlier: [.type(types[0]), .type(types[1]), .other("niet erbij")],
    later: [.type(types[0]), .type(types[1])], counts: [[40, 8], [3, 30], [5, 2]], least: 5)

  static let all: [(name: String, figure: any Figure)] = [
    ("components", components),
    ("map", map), ("profile", profile), ("evidence", evidence), ("rank", rank), ("risk", risk), ("share", share),
    ("likert", likert), ("contribution", contribution), ("value", value), ("silhouettes", silhouettes),
    ("stability", stability), ("members", members), ("flow", flow),
  ]
}
