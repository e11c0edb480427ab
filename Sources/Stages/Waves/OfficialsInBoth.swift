import Artefacts
import Diagnostics
import Matrices
import Normalisation
import Tables

/// The respondents of two waves, and which of them answered in both.
///
/// A respondent is known again by the pseudonym in the column `respondent`, within a unit and the units that went into it.
/// Where a survey numbers its records anew in each wave, the same number stands for somebody else. So pseudonyms are taken to
/// *persist* only when more than half of those that are in both waves are in the same unit; else nobody is known again, and
/// other officials are never a cause: what changed then counts as the answers of the unit.
struct OfficialsInBoth {
  /// What one wave's respondents say on every feature.
  private struct Side {
    /// The rows of each unit.
    var rows: [String: [Int]] = [:]
    var respondents: [String] = []
    var units: [String] = []
    var table: Table

    init(_ table: Table) throws(Failure) {
      self.table = table
      respondents = try table.texts("respondent")
      units = try table.texts("unit")
      for (row, unit) in units.enumerated() { rows[unit, default: []].append(row) }
    }
  }

  /// How the respondents of a unit changed.
  struct Change: Hashable {
    /// The number of respondents in the earlier wave.
    var before: Int
    /// Their number now.
    var now: Int
    /// How many of them answered in both.
    var same: Int
  }

  private let earlier: Side
  private let now: Side

  /// Reads what respondents said; `nil` when one of the waves left no such table, or pseudonyms do not persist.
  ///
  /// - Parameters:
  ///   - earlier: The earlier wave.
  ///   - now: This wave.
  ///   - followed: What became of the earlier units.
  /// - Throws: ``Diagnostics/Failure`` when a table lacks a column.
  init?(_ earlier: WaveRecord, _ now: WaveRecord, _ followed: FollowedUnits) throws(Failure) {
    let name = "respondent-values"
    guard earlier.folder.hasTable(name), now.folder.hasTable(name) else { return nil }
    self.earlier = try Side(earlier.folder.table(name))
    self.now = try Side(now.folder.table(name))
    guard Self.persists(self.earlier, self.now, followed) else { return nil }
  }

  private static func persists(_ earlier: Side, _ now: Side, _ followed: FollowedUnits) -> Bool {
    let units = Dictionary(zip(now.respondents, now.units)) { first, _ in first }
    var (shared, alike) = (0, 0)
    for (respondent, unit) in zip(earlier.respondents, earlier.units) {
      guard let other = units[respondent] else { continue }
      shared += 1
      if followed[unit] == other { alike += 1 }
    }
    return 2 * alike > shared
  }

  /// Returns how the respondents of a unit changed.
  func change(_ unit: UnitInBoth) -> Change {
    let before = rows(before: unit)
    return Change(before: before.count, now: rows(now: unit).count, same: stayers(unit).count)
  }

  /// Returns the value that a feature of a unit would have if those who answered in both waves had answered as before, and
  /// everybody else as now.
  ///
  /// With *M₀* and *M₁* the mean answers of both waves and *M* the mean of those of now who answered before as they did then,
  /// it is *v₀* + *s* (*M* − *M₀*) + φ *r*: the earlier value, moved by what other people make of it. *s* is 1 less how far
  /// the unit's value is pulled towards that of others, and *r* what is left between the two values, which follows from
  /// adjusting and pooling and goes along with φ, the share of people of now who were not there before. So it is the
  /// earlier value when all are the same people, and that of now when none is.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - column: The column of the answers to the feature.
  ///   - values: The unit's value before and now, unscaled.
  ///   - pull: How far its value is pulled, from 0 to 1.
  /// - Returns: The value; `nil` when nobody answered in one of the waves.
  func value(of unit: UnitInBoth, _ column: String, _ values: (before: Double, now: Double), pull: Double) -> Double? {
    guard let old = earlier.table[column]?.numbers, let new = now.table[column]?.numbers else { return nil }
    let stayers = stayers(unit)
    let current = rows(now: unit)
    let mixed = current.compactMap { row in stayers[row].flatMap { old[$0] } ?? new[row] }
    guard let before = rows(before: unit).compactMap({ old[$0] }).mean,
      let after = current.compactMap({ new[$0] }).mean, let between = mixed.mean
    else { return nil }
    let slope = 1 - pull
    let rest = values.now - values.before - slope * (after - before)
    let others = Double(current.count - stayers.count) / Double(current.count)
    return values.before + slope * (between - before) + others * rest
  }

  private func rows(before unit: UnitInBoth) -> [Int] { unit.parts.flatMap { earlier.rows[$0] ?? [] } }

  private func rows(now unit: UnitInBoth) -> [Int] { now.rows[unit.unit] ?? [] }

  /// The rows of this wave whose respondents answered before, each with the row of then.
  private func stayers(_ unit: UnitInBoth) -> [Int: Int] {
    let before = Dictionary(rows(before: unit).map { (earlier.respondents[$0], $0) }) { first, _ in first }
    var stayers: [Int: Int] = [:]
    for row in rows(now: unit) {
      if let old = before[now.respondents[row]] { stayers[row] = old }
    }
    return stayers
  }
}
