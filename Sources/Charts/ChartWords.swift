import Texts

/// The words that figures add themselves, in one language.
///
/// Titles, labels of rows and names of types come from the caller; these are the words of legends, axes and text
/// alternatives that do not depend on what the survey is about.
struct ChartWords {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  private func say(_ nl: String, _ en: String) -> String {
    language == .nl ? nl : en
  }

  var noAnswer: String { say("niet geantwoord", "did not answer") }
  var tooFew: String { say("wel geantwoord, te weinig om te tonen", "answered, too few to show") }
  var mapOf: String { say("Kaart", "Map") }
  var areas: (one: String, many: String) {
    (say("gebied", "area"), say("gebieden", "areas"))
  }
  var belowAverage: String { say("onder gemiddeld", "below average") }
  var aboveAverage: String { say("boven gemiddeld", "above average") }
  var standardDeviations: String {
    say("verschil met het gemiddelde, in standaardafwijkingen", "difference from the mean, in standard deviations")
  }
  var type: String { say("type", "type") }
  var silhouette: String { say("silhouet (gemiddeld)", "silhouette (mean)") }
  var gap: String { say("gap, ± 1 standaardfout", "gap, ± 1 standard error") }
  var jaccard: String { say("stabiliteit: laagste Jaccard", "stability: lowest Jaccard") }
  var predictionStrength: String { say("voorspelkracht", "prediction strength") }
  var numberOfTypes: String { say("aantal typen", "number of types") }
  var chosen: String { say("gekozen", "chosen") }
  var rank: String { say("plaats", "rank") }
  var shareOfFirstRank: String {
    say(
      "aandeel van de doorrekeningen waarin een strategie bovenaan komt",
      "share of the recalculations in which a strategy comes first")
  }
  var shareOfDraws: String {
    say(
      "aandeel van de doorrekeningen waarin een strategie op deze plaats komt",
      "share of the recalculations in which a strategy takes this rank")
  }
  var published: String { say("gepubliceerd", "published") }
  var measured: String { say("gemeten, met marge (95 %)", "measured, with 95% interval") }
  var score: String { say("score", "score") }
  var value: String { say("waarde", "value") }
  var criteria: String { say("Bijdragen", "Contributions") }
  var feature: String { say("kenmerk", "feature") }
  var strategy: String { say("strategie", "strategy") }
  var consequence: String { say("gevolg", "consequence") }
  var riskWithInterval: String { say("risico, met marge (95 %)", "risk, with 95% interval") }
  var answer: String { say("antwoord", "answer") }
  var statement: String { say("stelling", "statement") }
  var point: String { say("punt", "point") }
  var anchor: String { say("knikpunt", "bend") }
  var component: String { say("richting", "direction") }
  var shareOfVariance: String { say("deel van de verschillen", "part of the differences") }

  // Text alternatives of figures with many numbers.

  var highest: String { say("hoogst", "highest") }
  var lowest: String { say("laagst", "lowest") }
  var mostGiven: String { say("meest gegeven antwoord", "most frequent answer") }
  var mainlyFrom: String { say("vooral door", "mainly from") }
  func rows(_ count: Int) -> String {
    say("\(count) rijen", "\(count) rows")
  }
}
