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

  // Silhouettes and stability.

  var meanOfAll: String { say("gemiddelde van alle typen", "mean of all types") }
  var lowestPart: String { say("laagste deel", "lowest part") }
  var part: String { say("deel", "part") }
  var whole: String { say("hele type", "whole type") }
  var number: String { say("aantal", "number") }
  var silhouetteMarks: String {
    say(
      "streep: gemiddelde van het type; onderbroken lijn: gemiddelde van alle typen,",
      "bar: mean of the type; broken line: mean of all types,")
  }
  var jaccardMean: String {
    say("overeenkomst bij opnieuw trekken (Jaccard, gemiddeld)", "similarity when redrawn (Jaccard, mean)")
  }
  var grade: String { say("oordeel", "grade") }
  var stabilityGrades: [String] {
    [
      say("valt uiteen", "dissolved"), say("twijfelachtig", "doubtful"), say("patroon", "pattern"),
      say("stabiel", "stable"), say("zeer stabiel", "highly stable"),
    ]
  }
  func stabilityScale(_ bounds: [String]) -> String {
    let parts = zip(bounds, stabilityGrades).map { say("tot \($0) \($1)", "up to \($0) \($1)") }
    let last = stabilityGrades.last ?? ""
    return parts.joined(separator: "; ").sentence + say("; daarboven \(last).", "; above that \(last).")
  }

  // Units on two directions.

  var toTheRight: String { say("naar rechts", "to the right") }
  var upwards: String { say("naar boven", "upwards") }
  var shownInSquares: String { say("aantal in de getekende vakken", "number in the squares shown") }
  var mark: String { say("teken", "mark") }
  var meanOf: String { say("midden van", "mean of") }
  var squareOf: String { say("vak met vooral", "square of mostly") }
  var shareOfLargest: String { say("aandeel van dat type", "share of that type") }

  // Flows between waves.

  func smallFlows(_ least: Int) -> String {
    say("kleine stromen, elk minder dan \(least)", "small flows, each fewer than \(least)")
  }
  var mostTo: String { say("de meeste naar", "most of them to") }
  var together: String { say("samen", "together") }
  func flows(_ earlier: String, _ later: String) -> String {
    say("van \(earlier) naar \(later)", "from \(earlier) to \(later)").sentence
  }
}
