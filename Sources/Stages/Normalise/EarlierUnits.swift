import Artefacts
import Diagnostics
import Files
import Normalisation
import Registers
import Tables

/// What normalise left of an earlier wave, whose fit is taken over or whose units are fitted along with this wave's.
struct EarlierUnits {
  /// The name of the wave.
  var name: String
  /// What was fitted on it.
  var transform: FittedTransform
  /// Its table of units, in raw values.
  var table: Table
  /// The units of the register on its date.
  var registered: [Unit]

  /// Reads the folder.
  ///
  /// - Parameters:
  ///   - path: The folder that normalise left.
  ///   - settings: The fit, which names the wave.
  ///   - register: The register, if there is one.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the folder is not there, 65 when it is that of another wave.
  init(_ path: String, _ settings: FitSettings, _ register: Register?) throws(Failure) {
    name = settings.wave ?? ""
    guard pathExists(joinPath(path, "run.json")) else {
      throw Failure(
        .missingInput, rule: "no-earlier-wave", at: settings.place, value: name,
        message: "the fit is '\(settings.mode.rawValue)' with the wave '\(name)', which has not been normalised yet",
        mend: "run that wave first ('koers run PIPELINE --wave \(name)'), or write 'fit: {mode: refit}'")
    }
    let folder = try ArtefactFolder(path, stage: "normalise")
    let recorded = folder.run.parameter("wave") ?? ""
    guard recorded == name else {
      throw Failure(
        .badData, rule: "other-wave", at: settings.place, value: recorded,
        message: "the fit is '\(settings.mode.rawValue)' with the wave '\(name)', and the folder "
          + "'\(lastName(of: path))' is that of the wave '\(recorded)'",
        mend: "name the folder of the wave '\(name)', or the wave '\(recorded)' under 'fit'")
    }
    transform = try folder.json("features.json", as: FittedTransform.self)
    table = try folder.table("units")
    let date = folder.run.parameter("date").flatMap { CalendarDate(iso: $0) }
    registered = date.flatMap { register?.units(on: $0) } ?? []
  }

  /// Returns what the fit takes of the wave.
  ///
  /// - Parameters:
  ///   - values: This wave's values, whose features are looked up in the table of the earlier one.
  ///   - strata: The strata of the units on its date, by their codes.
  /// - Returns: The wave.
  func wave(
    like values: [UnitValues], strata: (_ codes: [String], _ register: [Unit]) -> Strata?
  ) -> EarlierWave {
    let codes = (table["unit"]?.texts ?? []).map { $0 ?? "" }
    return EarlierWave(
      name, transform: transform, values: values.compactMap { $0.reread(from: table) },
      strata: strata(codes, registered))
  }
}

extension UnitValues {
  /// Returns the values of the same feature in another table of units; `nil` when a column is not there.
  fileprivate func reread(from table: Table) -> UnitValues? {
    let found = columns.compactMap { table[$0.name] }
    guard found.count == columns.count, let first = found.first else { return nil }
    switch content {
    case .numbers: return UnitValues(feature, .numbers(first.numbers), coding: coding)
    case .texts: return UnitValues(feature, .texts(first.texts), coding: coding)
    case .options(let options):
      let values = zip(options, found).map { OptionValues($0.name, label: $0.label, values: $1.numbers) }
      return UnitValues(feature, .options(values), coding: coding)
    case .points:
      guard let second = found.last, found.count == 2 else { return nil }
      let points = zip(first.numbers, second.numbers).map { x, y -> PlanePoint? in
        guard let x, let y else { return nil }
        return PlanePoint(x: x, y: y)
      }
      return UnitValues(feature, .points(points))
    }
  }
}
