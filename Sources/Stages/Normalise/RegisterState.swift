import Estimation
import Normalisation
import Registers
import Survey
import Tables

/// The state of a register on the date of a wave.
struct RegisterState {
  /// The units on that date, sorted by code.
  var units: [Unit]
  /// The names of the attributes.
  var valueNames: [String]
  /// Units that ceased to exist during the fieldwork, with their successors.
  var merged: [(unit: Unit, into: String)]
  /// The date, for messages.
  var date: CalendarDate
  /// Where the units lie; `nil` unless a feature asks for it.
  var places: UnitPlaces?

  /// Returns the cells of units, by their codes; those outside the register are left out.
  func classes(_ classification: Classification, of codes: [String]) -> UnitClasses {
    UnitClasses(classification, units: units).selecting(codes: codes, of: units)
  }

  /// Returns the values of a feature that comes from the register, as texts when one of the units has a text.
  func values(of feature: FeatureSettings, for present: [Unit?]) -> UnitValues {
    if feature.transform == .coordinates {
      let points = present.map { unit in
        unit.flatMap { places?[$0.code] }.map { PlanePoint(x: $0.east, y: $0.north) }
      }
      return UnitValues(feature.name, .points(points))
    }
    guard case .register(let name) = feature.source else {
      return UnitValues(feature.name, .numbers(present.map { _ in nil }))
    }
    let isText = present.contains { unit in
      if case .text = unit?.values[name] { return true }
      return false
    }
    return UnitValues(
      feature.name,
      isText ? .texts(present.map { $0?.text(name) }) : .numbers(present.map { $0?.number(name) }))
  }
}
