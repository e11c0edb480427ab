import Estimation
import Settings
import Survey
import Tables
import Testing

@testable import Stages

/// All answers to a statement are published together, or not at all.
@Suite struct PublishableDistributionsTests {
  private let control = DisclosureControl(minimum: 5)
  private let text = LocalText(nl: "t", en: "t")

  private func table(_ counts: [(question: String, counts: [Int])]) -> Table {
    let rows = counts.flatMap { question, counts in
      counts.enumerated().map { (question, "\($0 + 1)", $1, counts.reduce(0, +)) }
    }
    return Table(
      "distributions",
      [
        Column("question", .text(rows.map(\.0))), Column("answer", .text(rows.map(\.1))),
        Column("respondents", .integer(rows.map(\.2))), Column("n", .integer(rows.map(\.3))),
        Column("share", .number(rows.map { Double($0.2) / Double(max(1, $0.3)) })),
      ])
  }

  private var codebook: Codebook {
    Codebook(
      name: "c", title: text,
      questions: ["one", "two", "three"].map {
        Question(name: $0, text: text, kind: .scale, index: $0 == "three" ? "whole" : nil, publish: true)
      }, indices: [Index(name: "whole", label: text, kind: .maturity)])
  }

  private func published(
    _ counts: [(question: String, counts: [Int])], withheld: Set<String> = []
  ) throws -> (people: [Int?], reasons: [String?]) {
    let (found, _) = try publishableDistributions(table(counts), codebook, withheld: withheld.contains, control)
    #expect(found["share"]?.numbers.map { $0 == nil } == found["respondents"]?.numbers.map { $0 == nil })
    #expect(found["n"]?.numbers.map { $0 == nil } == found["respondents"]?.numbers.map { $0 == nil })
    return (try found.integers("respondents"), found["withheld"]?.texts ?? [])
  }

  @Test func `a statement with an answer of fewer than the minimum is withheld as a whole`() throws {
    let found = try published([("one", [20, 5, 9]), ("two", [20, 4, 9])])
    #expect(found.people == [20, 5, 9, nil, nil, nil])
    #expect(found.reasons == [nil, nil, nil, "primary", "primary", "primary"])
  }

  @Test func `an answer that nobody gave tells what everybody did not, and withholds as well`() throws {
    #expect(try published([("one", [20, 0, 9])]).people == [nil, nil, nil])
  }

  @Test func `what is withheld of a statement or its index elsewhere is withheld here`() throws {
    let counts = [("one", [20, 30]), ("two", [20, 30]), ("three", [20, 30])]
    #expect(try published(counts).people == [20, 30, 20, 30, 20, 30])
    let found = try published(counts, withheld: ["one", "whole"])
    #expect(found.people == [nil, nil, 20, 30, nil, nil])
    #expect(found.reasons == ["secondary", "secondary", nil, nil, "secondary", "secondary"])
  }
}
