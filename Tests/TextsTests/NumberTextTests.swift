import Testing
import Texts

@Suite struct NumberTextTests {
  let dutch = NumberText(.nl)
  let english = NumberText(.en)

  @Test(
    arguments: [
      (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1\u{202F}000", "1,000"),
      (17_407_585, "17\u{202F}407\u{202F}585", "17,407,585"), (-1234, "\u{2212}1\u{202F}234", "\u{2212}1,234"),
      (Int.min, "\u{2212}9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808", nil),
    ] as [(Int, String, String?)])
  func `thousands are set apart`(value: Int, nl: String, en: String?) {
    #expect(dutch.integer(value) == nl)
    if let en { #expect(english.integer(value) == en) }
  }

  @Test(
    arguments: [
      (3.14159, 2, "3,14"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "\u{2212}3"), (0.05, 1, "0,1"),
      (1.005, 2, "1,01"), (2.675, 2, "2,68"), (9.995, 2, "10,00"), (0.0004, 2, "0,00"), (-0.0004, 2, "0,00"),
      (99.96, 1, "100,0"), (1e-7, 8, "0,00000010"), (1.25e20, 0, "125" + String(repeating: "\u{202F}000", count: 6)),
      (1234.5, 1, "1\u{202F}234,5"), (0, 3, "0,000"), (-0.0, 1, "0,0"),
    ] as [(Double, Int, String)])
  func `rounding is half away from zero on the decimal that Swift prints`(value: Double, digits: Int, text: String) {
    #expect(dutch.decimal(value, digits: digits) == text)
  }

  @Test func `English takes a point and a comma`() {
    #expect(english.decimal(1234.5, digits: 1) == "1,234.5")
    #expect(english.range(1, 2.25, digits: 1) == "1.0–2.3")
  }

  @Test(
    arguments: [
      (0.34, 0, "34\u{A0}%", "34%"), (0.285, 0, "29\u{A0}%", "29%"), (57.0 / 200, 0, "29\u{A0}%", "29%"),
      (1, 0, "100\u{A0}%", "100%"), (0.004, 0, "0\u{A0}%", "0%"), (0.1234, 1, "12,3\u{A0}%", "12.3%"),
    ] as [(Double, Int, String, String)])
  func `a share prints as a percentage`(share: Double, digits: Int, nl: String, en: String) {
    #expect(dutch.percentage(share, digits: digits) == nl)
    #expect(english.percentage(share, digits: digits) == en)
  }

  @Test func `an interval of shares has one percent sign`() {
    #expect(dutch.percentageRange(0.31, 0.37) == "31–37\u{A0}%")
    #expect(english.percentageRange(-0.01, 0.05) == "\u{2212}1\u{A0}–\u{A0}5%")
  }

  @Test func `signed numbers carry a real minus, and zero no sign`() {
    #expect(dutch.signed(1.25, digits: 1) == "+1,3")
    #expect(dutch.signed(-1.25, digits: 1) == "\u{2212}1,3")
    #expect(dutch.signed(-0.04, digits: 1) == "0,0")
    #expect(english.points(0.034) == "+3")
  }

  @Test func `what is no number prints as a dash`() {
    #expect(dutch.decimal(.nan, digits: 1) == "–")
    #expect(dutch.percentage(.infinity) == "–")
    #expect(dutch.percentageRange(.nan, 1) == "–")
  }

  @Test func `dates are written in words`() {
    #expect(dutch.date(year: 2020, month: 6, day: 26) == "26 juni 2020")
    #expect(english.date(year: 2020, month: 6, day: 26) == "26 June 2020")
  }

  @Test func `only one takes the singular`() {
    #expect(dutch.count(1, one: "school", many: "scholen") == "1\u{A0}school")
    #expect(dutch.count(0, one: "school", many: "scholen") == "0\u{A0}scholen")
    #expect(dutch.count(1200, one: "school", many: "scholen") == "1\u{202F}200\u{A0}scholen")
  }

  @Test func `lists join their last item with a word`() {
    #expect(dutch.list([]) == "")
    #expect(dutch.list(["a"]) == "a")
    #expect(dutch.list(["a", "b"]) == "a en b")
    #expect(english.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func `every hundredth prints as itself`() {
    for cents in 0...9999 {
      let whole = cents / 100
      let rest = cents % 100
      let grouped = whole >= 1000 ? "\(whole / 1000),\(whole % 1000)" : "\(whole)"
      #expect(english.decimal(Double(cents) / 100, digits: 2) == "\(grouped).\(rest < 10 ? "0" : "")\(rest)")
    }
  }
}
