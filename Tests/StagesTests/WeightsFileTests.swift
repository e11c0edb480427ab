import Diagnostics
import Foundation
import Stages
import Strategies
import Testing

/// Three criteria `goal`, `quality` and `skills`, of which the last has no points of its own.
@Suite final class WeightsFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-weights-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let criteria = ["goal": 3, "quality": 1, "skills": 0].sorted { $0.key < $1.key }.map { id, points in
    "  - {id: \(id), name: \(id), question: q, why: w, source: \(id), points: \(points), "
      + "shapes: {high: {zero: 1, one: 5}}}\n"
  }.joined()

  /// Writes a file of weights and reads it.
  private func read(_ text: String, total: String = "", consistency: Double = 0.1) throws -> GroupWeights {
    let catalogueFile = folder.appendingPathComponent("strategies.yaml")
    let catalogueText = """
      \(total)
      criteria:
      \(Self.criteria)
      strategies:
        - id: find
          name: Find
          aim: Find.
          fits: Always.
          asks: {people: low, money: low, time: low}
          wants: {goal: high, quality: high, skills: high}
      """
    try catalogueText.write(to: catalogueFile, atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("weights.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try readWeights(
      file.path, catalogue: try readCatalogue(catalogueFile.path), consistency: consistency)
  }

  /// What is said of a file of weights that is wrong, without the folder of the machine.
  private func refusal(_ text: String, total: String = "", consistency: Double = 0.1) throws -> [String] {
    let failure = #expect(throws: Failure.self) { try self.read(text, total: total, consistency: consistency) }
    #expect(failure?.status == .badPipeline)
    return (failure?.findings ?? []).map { $0.rendered.replacingOccurrences(of: folder.path + "/", with: "") }
  }

  // MARK: - Points

  @Test func `points are read for each person`() throws {
    let group = try read("person,skills,goal,quality\nlid 01,20,50,30\nlid 02,50,20,30\n\n")
    #expect(group.persons.map(\.person) == ["lid 01", "lid 02"])
    #expect(group.persons.map(\.weights) == [[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]])
    for (weight, expected) in zip(group.combined, [0.35, 0.3, 0.35]) { #expect((weight - expected).magnitude < 1e-12) }
  }

  @Test func `points add up to the total of the catalogue`() throws {
    let group = try read("person,goal,quality,skills\nlid 01,2,1,1\n", total: "points_total: 4")
    #expect(group.combined == [0.5, 0.25, 0.25])
  }

  @Test func `a spreadsheet may write semicolons, decimal commas and empty rows`() throws {
    let group = try read("person;goal;quality;skills\r\nlid 01;62,5;25;12,5\r\n;;;\r\n")
    #expect(group.combined == [0.625, 0.25, 0.125])
  }

  @Test func `all mistakes in points are told at once`() throws {
    let text = """
      person,goal,quality,skills
      lid 01,50,30,15
      lid 02,50,30,20.5
      lid 03,120,-20,0
      lid 04,much,,20
      ,50,30,20
      Lid 01,50,30,20
      lid 05,50,30

      """
    #expect(
      try refusal(text) == [
        """
        weights.csv:8: error: the row has 3 fields, and the header has 4
          mend: put a name that holds a comma between quotes, and leave no cell out
        """,
        """
        weights.csv:2: error: the points of 'lid 01' add up to 95, which is 5 too few: they must add up to 100
          mend: divide 5 points more over the criteria
        """,
        """
        weights.csv:3: error: the points of 'lid 02' add up to 100.5, which is 0.5 too many: they must add up to 100
          mend: take 0.5 points away
        """,
        """
        weights.csv:4: error: 'quality' holds -20, and points are not negative
          mend: write 0 when the criterion does not count
        """,
        """
        weights.csv:5: error: 'goal' holds "much", which is not a number
          mend: write the points as digits, such as 12 or 7.5
        """,
        """
        weights.csv:5: error: 'quality' is empty
          mend: write how many points the criterion gets, 0 when it does not count
        """,
        """
        weights.csv:6: error: 'person' is empty
          mend: write who divides these points, or a number for the person
        """,
        """
        weights.csv:7: error: 'Lid 01' stands on line 2 too
          mend: keep one of the two rows, or tell the two persons apart
        """,
      ])
  }

  @Test func `columns that are no criterion, and criteria without a column`() throws {
    #expect(
      try refusal("goal,qualty,weather,skills\n50,30,0,20\n") == [
        """
        weights.csv:1: error: the file has no column 'person'
          mend: add a column 'person' with who divides the points
        """,
        """
        weights.csv:1: error: the column 'qualty' is no criterion of the catalogue
          mend: did you mean 'quality'?
        """,
        """
        weights.csv:1: error: the column 'weather' is no criterion of the catalogue
          mend: use one of the criteria: goal, quality, skills
        """,
        """
        weights.csv:1: error: the file has no column for the criterion 'quality'
          mend: add it, with 0 for those to whom it does not count
        """,
      ])
  }

  @Test func `the invented weights of the member survey fit its catalogue`() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let catalogue = try readCatalogue(root + "/Pipelines/member-survey/strategies.yaml")
    let group = try readWeights(
      root + "/SampleData/member-survey-2020.weights.csv", catalogue: catalogue, consistency: 0.1)
    #expect(group.persons.count == 16)
    #expect(group.combined.count == catalogue.criteria.count)
    #expect((group.combined.reduce(0, +) - 1).magnitude < 1e-12)
  }

  // MARK: - Pairs

  @Test func `judgements of pairs are read in either direction and in any notation`() throws {
    let text = """
      person,criterion,than,times
      lid 02,goal,quality,3
      lid 01,quality,skills,1
      lid 02,skills,goal,1/3
      Lid 01,skills,goal,0.5
      lid 02,quality,skills,2
      lid 01,quality,goal,1/2

      """
    let group = try read(text)
    #expect(group.persons.map(\.person) == ["lid 02", "lid 01"])
    #expect(group.persons.map(\.method) == [.pairs, .pairs])
    for (weight, expected) in zip(group.persons[0].weights, [0.593634, 0.249311, 0.157056]) {
      #expect((weight - expected).magnitude < 1e-6)
    }
    for (weight, expected) in zip(group.persons[1].weights, [0.5, 0.25, 0.25]) {
      #expect((weight - expected).magnitude < 1e-12)
    }
    #expect(group.persons.map { ($0.consistencyRatio ?? 1) < 0.06 } == [true, true])
    #expect((group.combined.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test func `all mistakes in judgements are told at once`() throws {
    let text = """
      person,criterion,than,times
      lid 01,goal,quality,12
      lid 01,goal,skills,1-mrt
      lid 01,quality,skills,0.1
      lid 02,gaol,quality,2
      lid 02,goal,goal,1
      lid 03,goal,quality,2
      lid 03,quality,goal,1/2
      lid 03,goal,quality,3
      lid 04,goal,,2
      ,goal,skills,2/0

      """
    #expect(
      try refusal(text) == [
        """
        weights.csv:2: error: 'times' holds 12, and a judgement lies between 1/9 and 9
          mend: write 9 for what counts incomparably more, 1 for what counts the same, 1/9 for what counts incomparably less
        """,
        """
        weights.csv:3: error: 'times' holds "1-mrt", which is not a number
          mend: write how many times as important, such as 3, 1/3 or 0.5; a spreadsheet may have made a date of a fraction
        """,
        """
        weights.csv:4: error: 'times' holds 0.1, and a judgement lies between 1/9 and 9
          mend: write 9 for what counts incomparably more, 1 for what counts the same, 1/9 for what counts incomparably less
        """,
        """
        weights.csv:5: error: 'gaol' is no criterion of the catalogue
          mend: did you mean 'goal'?
        """,
        """
        weights.csv:6: error: 'goal' is compared with itself
          mend: compare it with another criterion, or remove the row
        """,
        """
        weights.csv:8: error: 'lid 03' compares 'quality' and 'goal' on line 7 too, the other way round
          mend: keep one of the two rows
        """,
        """
        weights.csv:9: error: 'lid 03' compares 'goal' and 'quality' on line 7 too
          mend: keep one of the two rows
        """,
        """
        weights.csv:10: error: 'than' is empty
          mend: write the criterion that is compared
        """,
        """
        weights.csv:11: error: 'person' is empty
          mend: write who judges, or a number for the person
        """,
        """
        weights.csv:11: error: 'times' holds "2/0", which is not a number
          mend: write how many times as important, such as 3, 1/3 or 0.5; a spreadsheet may have made a date of a fraction
        """,
        """
        weights.csv:5: error: 'lid 02' lacks 3 of the 3 pairs, first 'goal' and 'quality'
          mend: add a row for each pair of criteria
        """,
        """
        weights.csv:7: error: 'lid 03' lacks 2 of the 3 pairs, first 'goal' and 'skills'
          mend: add a row for each pair of criteria
        """,
        """
        weights.csv:10: error: 'lid 04' lacks 3 of the 3 pairs, first 'goal' and 'quality'
          mend: add a row for each pair of criteria
        """,
      ])
  }

  /// The first of three judgements that lie equally far from the priorities is told.
  ///
  /// The cube root *r* of 3 · 3 · 9 is how far each lies off, and 1 + *r* + 1/*r* = 5.558 the largest eigenvalue;
  /// (5.558 - 3) / 2 over 0.4792 is 2.669.
  @Test func `judgements that contradict each other are told with the one that fits least`() throws {
    let text = """
      person,criterion,than,times
      lid 01,quality,skills,3
      lid 01,quality,goal,1/3
      lid 01,skills,goal,9

      """
    #expect(
      try refusal(text) == [
        """
        weights.csv:3: error: the judgements of 'lid 01' contradict each other: their consistency ratio is 2.669, \
        and at most 0.1 is allowed; what fits least is 'quality' as 1/3 times 'goal', where all judgements together make it 1.44
          mend: let 'lid 01' look at this judgement again, and then at others
        """
      ])
    #expect(try read(text, consistency: 3).persons.count == 1)
  }

  @Test func `columns of judgements that lack or are not known`() throws {
    #expect(
      try refusal("person,criterion,then,times,mood\nlid 01,goal,quality,2,good\n") == [
        """
        weights.csv:1: error: the file has no column 'than'
          mend: write the header as person,criterion,than,times
        """,
        """
        weights.csv:1: error: a file with judgements of pairs has no column 'then'
          mend: did you mean 'than'?
        """,
        """
        weights.csv:1: error: a file with judgements of pairs has no column 'mood'
          mend: write the header as person,criterion,than,times
        """,
      ])
  }

  // MARK: - The file

  @Test func `a header that tells neither, a file without persons, and no table at all`() throws {
    #expect(
      try refusal("name,x\nlid 01,1\n") == [
        """
        weights.csv:1: error: the header tells neither of points for the criteria nor of judgements of pairs
          mend: write the header as person,goal,quality,skills for points, or as person,criterion,than,times for pairs
        """
      ])
    #expect(
      try refusal("person,goal,quality,skills\n") == [
        """
        weights.csv: error: nobody weighs the criteria in this file
          mend: add a row for each person, or remove 'weights' from the section 'match' of the pipeline
        """
      ])
    #expect(try refusal("person,goal,goal\nlid 01,1,2\n").count == 1)
    let catalogue = try readCatalogue(folder.appendingPathComponent("strategies.yaml").path)
    let failure = #expect(throws: Failure.self) {
      try readWeights(self.folder.path + "/none.csv", catalogue: catalogue, consistency: 0.1)
    }
    #expect(failure?.status == .missingInput)
  }
}
