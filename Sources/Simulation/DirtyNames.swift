import Registers
import Tables

/// Names of units as people get them wrong, each checked against the register.
struct DirtyNames {
  private let register: Register?
  private let date: CalendarDate
  private let units: [Unit]

  init(_ register: Register?, on date: CalendarDate) {
    self.register = register
    self.date = date
    units = register?.units(on: date) ?? []
  }

  /// The unit that a name leads to.
  private func unit(_ name: String) -> String? {
    if let register, case .unit(let code, _, _) = register.resolve(name, on: date) { return code }
    return nil
  }

  private func isAmbiguous(_ name: String) -> Bool {
    if let register, case .ambiguous = register.resolve(name, on: date) { return true }
    return false
  }

  private func isUnknown(_ name: String) -> Bool {
    if let register, case .unknown(let suggestions) = register.resolve(name, on: date) { return !suggestions.isEmpty }
    return false
  }

  /// The names that more than one unit has, brackets left out.
  var ambiguous: [String] {
    var names: [String] = []
    for unit in units {
      guard let bracket = unit.name.firstIndex(of: "(") else { continue }
      var name = String(unit.name[..<bracket])
      while name.last == " " { name.removeLast() }
      if isAmbiguous(name), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The listed spellings with something between brackets.
  var suffixed: [String] {
    (register?.variants ?? []).filter { variant in
      variant.name.hasSuffix(")") && unit(variant.name) == variant.code
        && !units.contains { $0.name == variant.name }
    }.map(\.name)
  }

  /// The names of units that went whole into another.
  var former: [String] {
    var names: [String] = []
    for change in register?.changes ?? [] where change.kind != .split && change.date <= date {
      let name = change.old.name
      if unit(name) == change.new.code, name != change.new.name, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The names with accents, without them.
  var withoutAccents: [String] {
    units.compactMap { unit in
      let plain = String(String.UnicodeScalarView(unit.name.unicodeScalars.map { Self.plain[$0] ?? $0 }))
      return plain != unit.name && self.unit(plain) == unit.code ? plain : nil
    }
  }

  /// A name with one letter left out, which the register does not know and proposes to correct.
  func misspelt(_ name: String) -> String? {
    guard name.count > 6, unit(name) != nil, units.contains(where: { $0.name == name }) else { return nil }
    var letters = Array(name)
    letters.remove(at: letters.count / 2)
    return isUnknown(String(letters)) ? String(letters) : nil
  }

  /// A name after the register's prefix.
  func prefixed(_ name: String) -> String? {
    guard let prefix = register?.prefixes.first, units.contains(where: { $0.name == name }), let code = unit(name)
    else { return nil }
    return unit(prefix + name) == code ? prefix + name : nil
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ï": "i", "ó": "o",
    "ô": "o",
    "ö": "o", "ú": "u", "û": "u", "ü": "u",
  ]
}
