import Charts
import Diagnostics
import Registers
import Reporting
import Settings
import Tables
import Texts

// What the register adds: the map, and who the members of the working group are.

extension ReportAssembly {
  /// The register on the date of the wave.
  struct RegisterOnDate {
    var register: Register
    var date: CalendarDate
    var map: MapFacts?

    /// The other spellings of the name of each unit, by code, in the order of the register.
    var variants: [String: [String]] {
      var variants: [String: [String]] = [:]
      for variant in register.variants { variants[variant.code, default: []].append(variant.name) }
      return variants
    }
  }

  func registerOnDate(_ wave: WaveFacts) throws(Failure) -> RegisterOnDate? {
    guard let folder = pipeline.register, let date = CalendarDate(iso: wave.date) else { return nil }
    let files = try RegisterFolder(folder)
    return RegisterOnDate(register: files.register, date: date, map: try mapFacts(files, date))
  }

  private func mapFacts(_ files: RegisterFolder, _ date: CalendarDate) throws(Failure) -> MapFacts? {
    let boundaries = try files.boundaries(on: date)
    guard !boundaries.isEmpty else { return nil }
    let areas = boundaries.sorted { $0.code < $1.code }.map { boundary in
      MapFacts.Area(
        code: boundary.code, name: boundary.name,
        polygons: boundary.polygons.map { polygon in
          polygon.map { ring in ring.map { MapPoint(longitude: $0.longitude, latitude: $0.latitude) } }
        })
    }
    return MapFacts(areas: areas, credit: Wording(files.mapCredit))
  }

  /// Where each member of the working group lands.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 when a member is no unit of the register, and the pipeline file does
  ///   not say so.
  func memberFacts(_ units: [UnitFacts], _ register: RegisterOnDate?) throws(Failure) -> [MemberFacts] {
    var facts: [MemberFacts] = []
    var unknown: [Finding] = []
    for member in settings.members {
      let remark = member.remark.map(Wording.init)
      guard member.isUnit else {
        facts.append(MemberFacts(name: member.name, landing: .notAUnit, remark: remark))
        continue
      }
      if let unit = unit(called: member.name, units, register) {
        let name = unit.name == member.name ? unit.name : "\(member.name) (\(unit.name))"
        facts.append(MemberFacts(name: name, landing: .unit(unit.placing), remark: remark))
      } else {
        unknown.append(
          Finding(
            .error, rule: "unknown-member", at: member.place, value: member.name,
            message: "the member '\(member.name)' is no unit of the register",
            mend: suggestion(for: member.name, among: units.map(\.name)).map { "did you mean '\($0)'?" }
              ?? "correct the name, or write '{name: \(member.name), unit: false}' for a member that is no unit"))
      }
    }
    if !unknown.isEmpty { throw Failure(.badPipeline, unknown) }
    return facts
  }

  private func unit(called name: String, _ units: [UnitFacts], _ register: RegisterOnDate?) -> UnitFacts? {
    guard let register else { return units.first { $0.name == name || $0.code == name } }
    guard case .unit(let code, _, _) = register.register.resolve(name, on: register.date) else { return nil }
    return units.first { $0.code == code }
  }
}
