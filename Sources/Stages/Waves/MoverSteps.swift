import Diagnostics
import Matrices
import Normalisation
import Survey
import Tables
import Waves

/// The units that moved, with everything replaced one after the other that could have moved them.
///
/// All values stay in the scale of the published types until the scale itself is replaced. A unit that others were merged
/// into is compared with itself until the last step: what the merger alone makes of its earlier answers is taken off, and
/// what the register says of it stays as it was; the merger brings both.
struct MoverSteps {
  private let units: [UnitInBoth]
  private let earlier: WaveRecord
  private let now: WaveRecord
  private let models: (earlier: TypesInScale, now: TypesInScale)
  private let officials: OfficialsInBoth?

  /// Takes what is known of both waves.
  ///
  /// - Parameters:
  ///   - units: The units that moved.
  ///   - earlier: The earlier wave.
  ///   - now: This wave.
  ///   - models: The published types, and those of now.
  ///   - officials: Who answered in both; `nil` when that is not known.
  init(
    _ units: [UnitInBoth], from earlier: WaveRecord, to now: WaveRecord,
    _ models: (earlier: TypesInScale, now: TypesInScale), _ officials: OfficialsInBoth?
  ) {
    self.units = units
    self.earlier = earlier
    self.now = now
    self.models = models
    self.officials = officials
  }

  /// Follows the units through the replacements.
  func counterfactuals(_ correspondence: TypeCorrespondence) -> Counterfactuals {
    let old = models.earlier
    let start = Counterfactuals.Step(.noise, values: matrix { [old] in before($0, $1, old) }, centroids: old.centroids)
    var steps: [Counterfactuals.Step] = []
    for cause in [MoverCause.officials, .answers, .register] {
      steps.append(
        Counterfactuals.Step(
          cause, values: matrix { unit, column in replaced(unit, column, by: cause) }, centroids: old.centroids))
    }
    let common = models.now.names.filter { old.names.contains($0) }
    steps.append(
      Counterfactuals.Step(
        .scaling, values: Matrix(units.map { unit in common.map { rescaled(unit, $0) } }, columns: common.count),
        centroids: old.centroids(of: common, in: models.now.scale)))
    let names = models.now.names
    for cause in [MoverCause.centroids, .merger] {
      steps.append(
        Counterfactuals.Step(
          cause,
          values: Matrix(
            units.map { unit in
              names.map { name in
                cause == .centroids && common.contains(name) ? rescaled(unit, name) : current(unit, name)
              }
            }, columns: names.count), centroids: models.now.centroids, hasTypesOfNow: true))
    }
    return Counterfactuals(from: start, steps, now: units.map(\.now.type), correspondence)
  }

  private func matrix(_ value: (UnitInBoth, Int) -> Double) -> Matrix {
    let width = models.earlier.names.count
    return Matrix(units.map { unit in (0..<width).map { value(unit, $0) } }, columns: width)
  }

  // MARK: - In the scale of the published types

  /// The value of the unit that it is compared with.
  private func before(_ unit: UnitInBoth, _ column: Int, _ old: TypesInScale) -> Double {
    value(of: unit.earlier, in: earlier, old.names[column], old.scale)
  }

  /// The value of all units that went into it, by their respondents.
  private func beforeMerged(_ unit: UnitInBoth, _ column: Int, _ old: TypesInScale) -> Double {
    if !unit.isMerged { return before(unit, column, old) }
    var (sum, people) = (0.0, 0.0)
    for part in unit.parts {
      let weight = Double(max(1, earlier.respondents[part] ?? 1))
      sum += weight * value(of: part, in: earlier, old.names[column], old.scale)
      people += weight
    }
    return people > 0 ? sum / people : before(unit, column, old)
  }

  /// The value after a replacement and those before it.
  private func replaced(_ unit: UnitInBoth, _ column: Int, by cause: MoverCause) -> Double {
    let old = models.earlier
    let first = before(unit, column, old)
    guard let feature = now.transform.feature(old.names[column]) else { return first }
    if feature.isOfRegister { return cause == .register ? withoutMerger(unit, column) : first }
    return cause == .officials ? mixed(unit, column, feature) : withoutMerger(unit, column)
  }

  /// The value of now, less what the merger alone makes of it.
  private func withoutMerger(_ unit: UnitInBoth, _ column: Int) -> Double {
    let old = models.earlier
    let name = old.names[column]
    guard let feature = now.transform.feature(name) else { return before(unit, column, old) }
    let latest = value(of: unit.unit, in: now, name, old.scale)
    if !unit.isMerged { return latest }
    let first = before(unit, column, old)
    return feature.isOfRegister ? first : latest - (beforeMerged(unit, column, old) - first)
  }

  /// The value if those who answered in both waves had answered as before.
  private func mixed(_ unit: UnitInBoth, _ column: Int, _ feature: FittedFeature) -> Double {
    let old = models.earlier
    let first = before(unit, column, old)
    guard let officials, let fit = old.scale.feature(old.names[column]) else { return first }
    let merged = beforeMerged(unit, column, old)
    let latest = value(of: unit.unit, in: now, old.names[column], old.scale)
    let raw = (before: fit.original(merged), now: fit.original(latest))
    let pull = now.raw.numbers(feature.name + "_pull").flatMap { pulls in
      now.row(of: unit.unit).flatMap { pulls[$0] }
    }
    guard let between = officials.value(of: unit, feature.measure, raw, pull: pull ?? 0) else { return first }
    if between == raw.now { return latest - (merged - first) }
    let scaled = between == raw.before ? merged : fit.transform.accepts(between) ? fit.scaled(between) : merged
    return scaled - (merged - first)
  }

  // MARK: - In the scale of the types of now

  /// The value of now, less what the merger alone makes of it.
  private func rescaled(_ unit: UnitInBoth, _ name: String) -> Double {
    let old = models.earlier
    guard unit.isMerged, let column = old.names.firstIndex(of: name), let from = old.scale.feature(name),
      let to = models.now.scale.feature(name)
    else { return current(unit, name) }
    return moved(withoutMerger(unit, column), from: from, to: to)
  }

  private func current(_ unit: UnitInBoth, _ name: String) -> Double {
    value(of: unit.unit, in: now, name, models.now.scale)
  }

  /// The value of a unit of a wave in a scale; what the wave does not have is filled in as the scale does.
  private func value(of unit: String, in wave: WaveRecord, _ name: String, _ scale: FittedTransform) -> Double {
    guard let target = scale.feature(name) else { return 0 }
    guard let row = wave.row(of: unit), let column = wave.transform.position(of: name) else {
      return target.scaled(nil)
    }
    return moved(wave.values[row, column], from: wave.transform.features[column], to: target)
  }
}

/// Types by their centroids, with the scale in which these are.
struct TypesInScale {
  /// The letters.
  var letters: [String]
  /// The features.
  var names: [String]
  /// The centroids, types × features.
  var centroids: Matrix
  /// How the features are scaled.
  var scale: FittedTransform

  /// Returns the centroids on some features in another scale; each number goes back to a raw value first.
  func centroids(of names: [String], in other: FittedTransform) -> Matrix {
    let rows = letters.indices.map { type in
      names.map { name -> Double in
        guard let column = self.names.firstIndex(of: name), let from = scale.feature(name),
          let to = other.feature(name)
        else { return 0 }
        return moved(centroids[type, column], from: from, to: to)
      }
    }
    return Matrix(rows, columns: names.count)
  }
}

extension FittedTransform {
  /// Returns a feature by the name of its column.
  func feature(_ name: String) -> FittedFeature? { position(of: name).map { features[$0] } }
}

extension FittedFeature {
  /// Whether it comes from the register, and not from answers.
  var isOfRegister: Bool {
    if case .register? = ValueSource(source) { true } else { false }
  }

  /// The column of what respondents say on it, as normalise names it.
  fileprivate var measure: String { level.map { feature + "_" + $0 } ?? feature }
}

extension Matrix {
  /// Creates a matrix of rows, of which there may be none.
  fileprivate init(_ rows: [[Double]], columns: Int) {
    self.init(rows: rows.count, columns: columns, values: rows.flatMap { $0 })
  }
}
