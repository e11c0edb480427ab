import Foundation
import Testing

/// Further waves of the survey among schools, made from the answers of the first.
extension SchoolsCopy {
  /// What `current` leads to.
  var current: String {
    get throws { try FileManager.default.destinationOfSymbolicLink(atPath: path("Reports/schools/current")) }
  }

  /// Adds a wave of a later year with the answers of 2021, and names it behind the waves of the pipeline.
  ///
  /// - Parameters:
  ///   - year: The year, which is also its name.
  ///   - change: Changes the records, cell by cell; without it only the moments of submission differ.
  /// - Throws: When a file cannot be read or written, and what `change` throws.
  func addWave(_ year: String, _ change: (inout [[String]]) throws -> Void = { _ in }) throws {
    try write(
      try changedAnswers(change).replacing("2021-03-", with: "\(year)-03-"), to: "schools-\(year).csv")
    try write(
      """
      name: "\(year)"
      date: \(year)-04-01
      fieldwork: {from: \(year)-03-01, to: \(year)-03-31}
      file: schools-\(year).csv
      simulated: true
      """, to: "schools-\(year).wave.yaml")
    let pipeline = try text(of: "pipeline.yaml")
    let list = try #require(pipeline.firstMatch(of: /waves: \[(.*)\]/))
    try write(
      pipeline.replacing(list.0, with: "waves: [\(list.1), schools-\(year).wave.yaml]"), to: "pipeline.yaml")
  }

  /// Returns the answers of 2021 with other records.
  func changedAnswers(_ change: (inout [[String]]) throws -> Void) throws -> String {
    let lines = try text(of: "schools-2021.csv").components(separatedBy: "\n")
    // The last cell may hold a semicolon, the cells before it do not.
    var records = lines.dropFirst().map { $0.components(separatedBy: ";") }
    try change(&records)
    return (lines.prefix(1) + records.map { $0.joined(separator: ";") }).joined(separator: "\n")
  }

  /// Lets seven of the sixteen schools that search answer as schools that hold back do, so that these are the most.
  static func moveSeven(_ records: inout [[String]]) {
    // In which order the survey was drawn; see make-survey.py.
    let schools = (1...40).map { (name: "School " + ($0 < 10 ? "0" : "") + "\($0)", drawn: ($0 - 1) * 33 % 40) }
    let searching = schools.filter { (12..<28).contains($0.drawn) }.prefix(7)
    let holding = schools.filter { $0.drawn >= 28 }.prefix(7)
    func rows(_ school: String) -> [Int] {
      records.indices.filter { records[$0].count > 24 && records[$0][2] == school }
    }
    for (from, to) in zip(searching, holding) {
      let theirs = rows(to.name).map { records[$0][5..<25] }
      for (index, row) in rows(from.name).enumerated() {
        records[row].replaceSubrange(5..<25, with: theirs[index % theirs.count])
      }
    }
  }

  /// The type of each school in a wave.
  func types(_ wave: String) throws -> [String: String] {
    let rows = try text(of: ".koers/schools/\(wave)/cluster/types.csv").split(separator: "\n").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: rows.map { $0.split(separator: ",").map(String.init) }.map { ($0[0], $0[1]) })
  }
}
