import Testing

@testable import Spreadsheets

@Suite struct SheetNameTests {
  @Test func `a title that can be a name stays as it is`() {
    #expect(sheetNames(["Uitleg", "De typen", "Wat gebeurt er?"]) == ["Uitleg", "De typen", "Wat gebeurt er"])
  }

  @Test func `what no name may hold becomes a space`() {
    #expect(
      sheetNames(["a[b]c:d*e?f/g\\h", "'quoted'", "tab\tand\u{0}nul"]) == ["a b c d e f g h", "quoted", "tab and nul"])
  }

  @Test func `a long title is cut at a whole character`() {
    let long = String(repeating: "x", count: 30)
    #expect(sheetNames([long + "yz"]) == [long + "y"])
    #expect(sheetNames([long + "👩‍👩‍👧"]) == [long])
    #expect(sheetNames([String(repeating: "x", count: 30) + "'" + "z"]) == [long])
  }

  @Test func `names differ also when case is ignored, and number themselves within the room there is`() {
    let long = String(repeating: "x", count: 40)
    #expect(
      sheetNames(["Type", "type", "TYPE", long, long]) == [
        "Type", "type (2)", "TYPE (3)", String(repeating: "x", count: 31), String(repeating: "x", count: 27) + " (2)",
      ])
  }

  @Test func `an empty title and the name that Excel keeps get another`() {
    #expect(sheetNames(["", "''", "History", "history"]) == ["Sheet", "Sheet (2)", "History (2)", "history (3)"])
  }

  @Test(arguments: ["🇳🇱", "e\u{301}", "\u{200F}א"]) func `any title of any length gives a name that is short enough`(
    _ piece: String
  ) {
    for count in 1...40 {
      let name = sheetNames([String(repeating: piece, count: count)])[0]
      #expect((1...31).contains(name.utf16.count))
    }
    let tower = "a" + String(repeating: "\u{301}", count: 100)
    #expect(sheetNames([tower])[0].utf16.count == 31)
  }
}
