import Registers
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
}
