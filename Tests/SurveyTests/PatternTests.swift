import Survey
import Testing

private func fits(_ pattern: String, _ texts: [String]) throws -> [Bool] {
  let pattern = try Pattern(pattern)
  return texts.map(pattern.fits)
}

@Suite struct PatternTests {
  @Test func `a pattern must fit the whole text`() throws {
    #expect(try fits("ab", ["ab", "abc", "a", "", "AB"]) == [true, false, false, false, false])
    #expect(try fits("^ab$", ["ab", "^ab$"]) == [true, false])
    #expect(try fits("", ["", "a"]) == [true, false])
  }

  @Test func `a postcode`() throws {
    #expect(
      try fits("[1-9][0-9]{3} ?[A-Z]{2}", ["1234AB", "1234 AB", "0234 AB", "1234 Ab", "1234  AB", "12345 AB"])
        == [true, true, false, false, false, false])
  }

  @Test func `repetitions count`() throws {
    #expect(try fits("a{2,3}", ["a", "aa", "aaa", "aaaa"]) == [false, true, true, false])
    #expect(try fits("a{2,}", ["a", "aa", "aaaaaa"]) == [false, true, true])
    #expect(try fits("(ab){2}c?", ["abab", "ababc", "abc", "ababcc"]) == [true, true, false, false])
    #expect(try fits("a*b+", ["b", "aab", "aa", "bb"]) == [true, true, false, true])
    #expect(try fits("a{0}b", ["b", "ab"]) == [true, false])
  }

  @Test func `one of several`() throws {
    #expect(try fits("ja|nee|weet niet", ["ja", "nee", "weet niet", "jan", ""]) == [true, true, true, false, false])
    #expect(try fits("(a|b|)(c|d)", ["ac", "bd", "c", "ab"]) == [true, true, true, false])
  }

  @Test func `sets of characters`() throws {
    #expect(try fits("[^,;]+", ["a b", "a,b", ""]) == [true, false, false])
    #expect(try fits(#"[\d\-]+"#, ["12-3", "1a"]) == [true, false])
    #expect(try fits("[a-]", ["a", "-", "b"]) == [true, true, false])
    #expect(try fits(#"\w+@\w+\.nl"#, ["jan@oak.nl", "jan@oaknl", "@oak.nl"]) == [true, false, false])
    #expect(try fits(#"\p{Lu}\p{L}*\s\D"#, ["Édé x", "édé x", "É 1"]) == [true, false, false])
    #expect(try fits(".", ["é", "\n", "😀", "ab"]) == [true, false, true, false])
  }

  @Test func `no pattern makes matching slow`() throws {
    // Backtracking would take 2 to the power of 5000 steps here.
    let text = String(repeating: "a", count: 5000)
    #expect(try fits("(a+)+b", [text]) == [false])
    #expect(try fits("(a|a|aa)*", [text, text + "b"]) == [true, false])
    #expect(try fits("((((((a*)*)*)*)*)*)*", [text]) == [true])
  }

  @Test(arguments: [
    ("(a", "a '(' is not closed by ')'"),
    ("a)", "a ')' closes what was not opened"),
    ("[a", "a '[' is not closed by ']'"),
    ("[z-a]", "a range between '[' and ']' runs backwards"),
    ("*a", "'*' has nothing in front of it to repeat"),
    ("a**", "'*' follows another repetition"),
    ("a{x}", "a '{' is not followed by a number"),
    ("a{2", "a '{' is not closed by '}'"),
    ("a{3,2}", "'{3,2}' runs backwards"),
    ("a\\", "it ends with a '\\'"),
    (#"(a)\1"#, #"'\1' is no part of this syntax"#),
    ("(?=a)b", "'(?' is no part of this syntax"),
    (#"\p{Dutch}"#, #"'\p{Dutch}' names no group of characters; write '\p{L}' or '\p{Lu}'"#),
    ("(a{100}){100}", "it has more than 2000 steps once written out"),
    (String(repeating: "(", count: 60), "its groups are nested more than 50 deep"),
  ])
  func `what is no pattern says why`(_ text: String, _ reason: String) {
    let mistake = #expect(throws: Pattern.Mistake.self) { try Pattern(text) }
    #expect(mistake?.reason == reason)
  }
}
