import Diagnostics
import Estimation
import Matrices
import Normalisation
import Survey
import Tables

// The nearest units that answered.

extension StorySources {
  /// The units that are nearest to one that answered, in the features that types were made from; ties by code.
  func nearest(to code: String, count: Int) -> [(code: String, distance: Double)] {
    guard let row = features.row(of: code) else { return [] }
    let columns = clustered.map { features.scaled[$0] }
    return ranked(columns.map { $0[row] }, among: features.codes, columns, except: code, count: count)
  }

  /// The units that answered and are nearest to one that did not, in the features that come from the register; ties by code,
  /// and none when no feature comes from the register.
  func alike(ledgerRow row: Int, count: Int) throws(Failure) -> [(code: String, distance: Double)] {
    let codes = try ledger.texts("unit")
    let rows = codes.indices.filter { features.row(of: codes[$0]) != nil }
    let columns = registered.compactMap { position -> [Double]? in
      let feature = features.fitted[position]
      guard let column = ledger[attribute(of: feature)] else { return nil }
      guard let level = feature.level else { return column.numbers.map(feature.scaled) }
      return column.texts.map { text in feature.scaled(text.map { $0 == level ? 1 : 0 }) }
    }
    if columns.isEmpty { return [] }
    return ranked(
      columns.map { $0[row] }, among: rows.map { codes[$0] }, columns.map { column in rows.map { column[$0] } },
      except: codes[row], count: count)
  }

  private func ranked(
    _ point: [Double], among codes: [String], _ columns: [[Double]], except code: String, count: Int
  ) -> [(code: String, distance: Double)] {
    let all = codes.indices.filter { codes[$0] != code }.map { row in
      let squares = zip(point, columns).reduce(0) { $0 + ($1.0 - $1.1[row]) * ($1.0 - $1.1[row]) }
      return (code: codes[row], distance: squares.squareRoot().roundedToGrid)
    }
    return Array(all.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(count))
  }

  /// The features that types were made from.
  private var clustered: [Int] { features.fitted.indices.filter { features.fitted[$0].use == .cluster } }

  /// Those of them that come from the register, and that the ledger holds for every unit.
  private var registered: [Int] { clustered.filter { ledger[attribute(of: features.fitted[$0])] != nil } }

  private func attribute(of feature: FittedFeature) -> String {
    guard case .register(let name)? = ValueSource(feature.source) else { return "" }
    return name
  }

  /// The neighbours as they are told, with what is open here (`open`) and in place there; `nil` when there are none.
  func neighbours(
    _ near: [(code: String, distance: Double)], fromRegister: Bool, open: [UnitStory.Precondition]
  ) throws(Failure) -> UnitStory.Neighbours? {
    if near.isEmpty { return nil }
    let codes = try units.texts("unit")
    let names = units["name"]?.texts
    let respondents = try units.integers("respondents")
    let size = sizeAttribute
    var told: [UnitStory.Neighbour] = []
    for (code, distance) in near {
      guard let row = codes.firstIndex(of: code) else { continue }
      told.append(
        UnitStory.Neighbour(
          code: code, name: names?[row] ?? code, distance: distance,
          type: members.placing[code].map { members.ids[$0.type] } ?? "",
          size: size.flatMap { sizes(of: $0)?[code] }, respondents: respondents[row] ?? 0,
          meets: open.filter { $0.metByNeighbours.contains(code) }.map(\.step)))
    }
    return UnitStory.Neighbours(
      features: uniqueLabels(fromRegister ? registered : clustered), sizeLabel: size.map(sizeLabel), units: told)
  }

  private func uniqueLabels(_ positions: [Int]) -> [String] {
    var seen: Set<String> = []
    let names = positions.map { features.fitted[$0].feature }.filter { seen.insert($0).inserted }
    return names.map { name in
      settings.features.features.first { $0.name == name }.map { text($0.label) } ?? name
    }
  }

  /// The attribute of the register that says how many people live in a unit, if the pipeline names it.
  private var sizeAttribute: String? {
    guard case .register(let name)? = settings.estimation.inhabitants, ledger[name] != nil else { return nil }
    return name
  }

  private func sizeLabel(_ attribute: String) -> String {
    let feature = features.fitted.first { $0.source == "register." + attribute && $0.level == nil }
    return feature.map { text($0.label) } ?? attribute
  }

  private func sizes(of attribute: String) -> [String: Double]? {
    guard let codes = ledger["unit"]?.texts, let numbers = ledger[attribute]?.numbers else { return nil }
    let pairs = zip(codes, numbers).compactMap { code, number in code.flatMap { code in number.map { (code, $0) } } }
    return Dictionary(pairs) { first, _ in first }
  }
}
