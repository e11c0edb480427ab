import Artefacts
import Diagnostics
import Normalisation
import Tables
import Testing

@testable import Stages

@Suite struct ExpectedTypesTests {
  /// Features from the register: the size alone, as it is.
  let json = """
    {"blocks": [], "features": [{
      "name": "size", "feature": "size", "label": {"nl": "grootte", "en": "size"}, "block": "register",
      "source": "register.size", "share": [], "use": "cluster", "transform": "identity", "scaling": "z-score",
      "centre": 0, "spread": 1, "weight": 1, "imputation": 0, "imputed": 0, "reason": {"nl": "omdat", "en": "because"}
    }]}
    """

  func transform(_ json: String) throws -> FittedTransform {
    try JSONText.decode(FittedTransform.self, from: Array(json.utf8), file: "features.json")
  }

  /// Forty answering units of which the size is told, and two silent ones of sizes 5 and 35.
  func ledger(_ sizes: (Int) -> Double) -> (table: Table, codes: [String]) {
    let codes = (10..<50).map { "u\($0)" }
    let table = Table(
      "units-ledger",
      [
        Column("unit", .text(codes + ["v2", "v1"])),
        Column(
          "outcome", .text(Array(repeating: "respondent", count: 40) + Array(repeating: "non_respondent", count: 2))),
        Column("size", .number((0..<40).map { sizes($0) } + [35, 5])),
      ])
    return (table, codes)
  }

  @Test func `units without answers are given the shares of types among those alike`() async throws {
    let (table, codes) = ledger { Double($0) }
    let types = codes.enumerated().map { (unit: $1, type: $0 < 20 ? 0 : 1) }
    let expected = try #require(
      await ExpectedTypes(ledger: table, transform: transform(json), types: types, letters: ["A", "B"], seed: 1))
    #expect(expected.units == ["v1", "v2"])
    #expect(expected.isBetter)
    #expect(expected.findings.isEmpty)
    let shares = expected.table
    #expect(shares.columns.map(\.name) == ["unit", "type", "share", "neighbours", "method"])
    let check = expected.checkTable
    #expect(
      check.columns.map(\.name) == [
        "method", "neighbours", "accuracy", "brier", "baseline_accuracy", "baseline_brier", "se", "verdict", "brier_se",
        "used",
      ])
    #expect(
      check["method"]?.texts == ["neighbours", "neighbours", "neighbours", "multinomial", "selected"])
    #expect(check["neighbours"]?.texts == ["10", "15", "20", nil, nil])
    #expect(check["verdict"]?.texts == [nil, nil, nil, nil, "better"])
    #expect(check["used"]?.texts.filter { $0 == "true" }.count == 1)
    // Sizes 5 and 35 lie deep among units of one type: whichever way is used, that type has by far the largest share.
    let found = zip(zip(shares["unit"]?.texts ?? [], shares["type"]?.texts ?? []), shares["share"]?.numbers ?? [])
    for ((unit, type), share) in found where (share ?? 0) > 0.5 {
      #expect((unit == "v1") == (type == "A"))
      #expect(try #require(share) > 0.95)
    }
  }

  @Test func `nothing is expected when the register is no better than the largest type`() async throws {
    // Sizes come in tens that all look alike: three of type A, then one of type B.
    let (table, codes) = ledger { Double($0 / 4) }
    let types = codes.enumerated().map { (unit: $1, type: $0 % 4 == 3 ? 1 : 0) }
    let expected = try #require(
      await ExpectedTypes(ledger: table, transform: transform(json), types: types, letters: ["A", "B"], seed: 1))
    #expect(!expected.isBetter)
    #expect(expected.units.isEmpty)
    #expect(expected.table.rowCount == 0)
    #expect(expected.table.columns.map(\.name) == ["unit", "type", "share", "neighbours", "method"])
    #expect(expected.checkTable["verdict"]?.texts.last == "not-better")
    #expect(expected.checkTable["used"]?.texts.dropLast().allSatisfy { $0 == "false" } == true)
    #expect(
      expected.findings.map(\.rendered) == [
        """
        note: the register tells the type of a unit no better than always naming the largest type, so that nothing is \
        expected of units without answers
          mend: see expected-check.csv; other features from the register may tell more
        """
      ])
  }

  @Test func `nothing is computed without features of the register, silent units, or two that answered`() async throws {
    let (table, codes) = ledger { Double($0) }
    let types = codes.map { (unit: $0, type: 0) }
    let none = try transform("{\"blocks\": [], \"features\": []}")
    #expect(await ExpectedTypes(ledger: table, transform: none, types: types, letters: ["A", "B"], seed: 1) == nil)
    let answering = table.selecting(Array(0..<40))
    let size = try transform(json)
    #expect(await ExpectedTypes(ledger: answering, transform: size, types: types, letters: ["A", "B"], seed: 1) == nil)
    #expect(
      await ExpectedTypes(ledger: table, transform: size, types: [types[0]], letters: ["A", "B"], seed: 1) == nil)
  }
}
