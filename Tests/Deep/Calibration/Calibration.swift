import Diagnostics
import Files

/// Draws waves, and counts how often units are in the type that they would get if all their officials had answered, by
/// how sure that was said to be: `make calibration`.
///
///     calibration draw FIRST LAST TYPES LINES.csv   adds a line for each unit of each wave; TYPES 0 takes the rule
///     calibration table LINES.csv CHOSEN            prints the tables: of the waves up to CHOSEN, and of the others
@main struct Calibration {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("draw", 5):
      guard let first = Int(arguments[1]), let last = Int(arguments[2]), let types = Int(arguments[3]) else { break }
      return try await draw(first...last, types: types == 0 ? nil : types, into: arguments[4])
    case ("table", 3):
      guard let chosen = Int(arguments[2]) else { break }
      return try printTables(of: arguments[1], chosenOn: chosen)
    default: break
    }
    throw Failure(
      .usage, rule: "wrong-call", message: "the calibration is called otherwise",
      mend: "calibration draw FIRST LAST TYPES LINES.csv, or calibration table LINES.csv CHOSEN")
  }

  private static func draw(_ waves: ClosedRange<Int>, types: Int?, into path: String) async throws(Failure) {
    var lines = pathExists(path) ? try readText(path) : CalibratedMember.header + "\n"
    let folder = ".build/calibration/\(types ?? 0)-\(waves.lowerBound)"
    for number in waves {
      let members = try await CalibratedWave(number: number, types: types, folder: folder).members()
      lines += members.map { $0.line + "\n" }.joined()
      try writeFile(path, bytes: Array(lines.utf8))
    }
  }

  private static func printTables(of path: String, chosenOn last: Int) throws(Failure) {
    let members = try readText(path).split(separator: "\n").dropFirst().compactMap(CalibratedMember.init)
    for (title, half) in [
      ("on which the thresholds were chosen", members.filter { $0.wave <= last }),
      ("on which they were not chosen", members.filter { $0.wave > last }),
    ] {
      guard let first = half.first?.wave, let final = half.last?.wave else { continue }
      print("### Waves \(first) to \(final), \(title)\n")
      print(CalibrationTables(members: half).text)
    }
  }
}
