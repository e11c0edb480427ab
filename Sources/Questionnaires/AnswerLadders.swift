import Tables

/// The wordings of answers that have an order, from least to most, in Dutch and English.
enum AnswerLadders {
  /// One step of a ladder: the ways in which it is said; the first of each language is the one that is shown.
  struct Rung: Hashable {
    var nl: [String]
    var en: [String]

    init(_ nl: String, _ en: String) {
      self.nl = nl.split(separator: "|").map { trimmed($0) }
      self.en = en.split(separator: "|").map { trimmed($0) }
    }
  }

  /// A ladder with a name for the reason.
  struct Ladder: Hashable {
    var name: String
    var rungs: [Rung]

    /// The step of each text, or nothing when one of them is not on the ladder, or two are on one step.
    func steps(_ texts: [String]) -> [Int]? {
      var steps: [Int] = []
      for text in texts {
        let key = AnswerLadders.key(text)
        guard let step = rungs.firstIndex(where: { ($0.nl + $0.en).contains(key) }), !steps.contains(step) else {
          return nil
        }
        steps.append(step)
      }
      return steps
    }
  }

  private static let disagreeStrongly = Rung(
    "helemaal mee oneens|helemaal oneens|zeer oneens|zeer mee oneens|sterk mee oneens|volledig oneens",
    "strongly disagree|completely disagree|totally disagree|disagree strongly")
  private static let disagree = Rung("mee oneens|oneens", "disagree")
  private static let disagreeSomewhat = Rung(
    "enigszins mee oneens|enigszins oneens|beetje oneens|een beetje oneens|eerder oneens",
    "somewhat disagree|slightly disagree|disagree somewhat|tend to disagree")
  private static let neutral = Rung(
    "neutraal|niet mee eens, niet mee oneens|niet eens, niet oneens|niet mee eens en niet mee oneens|noch eens noch oneens|"
      + "niet eens/niet oneens|niet mee eens/niet mee oneens|eens noch oneens|niet oneens, niet eens",
    "neutral|neither agree nor disagree|neither agree or disagree|neither|undecided|neither disagree nor agree")
  private static let agreeSomewhat = Rung(
    "enigszins mee eens|enigszins eens|beetje eens|een beetje eens|eerder eens",
    "somewhat agree|slightly agree|agree somewhat|tend to agree")
  private static let agree = Rung("mee eens|eens", "agree")
  private static let agreeStrongly = Rung(
    "helemaal mee eens|helemaal eens|zeer eens|zeer mee eens|sterk mee eens|volledig eens",
    "strongly agree|completely agree|totally agree|agree strongly")

  private static let never = Rung("nooit", "never")
  private static let seldom = Rung("zelden|bijna nooit", "rarely|seldom|almost never|hardly ever")
  private static let sometimes = Rung("soms|af en toe", "sometimes|occasionally")
  private static let regularly = Rung("regelmatig|geregeld", "regularly|about half the time")
  private static let often = Rung("vaak|meestal", "often|usually|frequently|most of the time")
  private static let always = Rung("altijd|bijna altijd", "always|almost always")

  private static let satisfaction: [Rung] = [
    Rung(
      "zeer ontevreden|heel ontevreden|helemaal niet tevreden",
      "very dissatisfied|very unsatisfied|extremely dissatisfied"),
    Rung("ontevreden", "dissatisfied|unsatisfied|somewhat dissatisfied"),
    Rung(
      "neutraal|niet tevreden, niet ontevreden|niet tevreden/niet ontevreden|tevreden noch ontevreden",
      "neutral|neither satisfied nor dissatisfied|neither"),
    Rung("tevreden", "satisfied|somewhat satisfied"),
    Rung("zeer tevreden|heel tevreden|helemaal tevreden", "very satisfied|extremely satisfied"),
  ]
  private static let quality: [Rung] = [
    Rung("zeer slecht|heel slecht", "very poor|very bad"), Rung("slecht", "poor|bad"),
    Rung("matig|redelijk|neutraal|voldoende", "fair|average|acceptable"), Rung("goed", "good"),
    Rung("zeer goed|heel goed|uitstekend", "very good|excellent"),
  ]
  private static let importance: [Rung] = [
    Rung("helemaal niet belangrijk|zeer onbelangrijk", "not at all important|very unimportant"),
    Rung(
      "niet belangrijk|onbelangrijk|niet zo belangrijk", "not important|unimportant|slightly important|not so important"
    ),
    Rung("neutraal|enigszins belangrijk|een beetje belangrijk", "neutral|moderately important|somewhat important"),
    Rung("belangrijk", "important|very important"),
    Rung("zeer belangrijk|heel belangrijk", "extremely important|essential"),
  ]
  private static let extent: [Rung] = [
    Rung("helemaal niet|geheel niet", "not at all|none at all"),
    Rung("nauwelijks|een beetje|in geringe mate", "slightly|a little|to a small extent|hardly"),
    Rung("enigszins|gedeeltelijk|in enige mate", "somewhat|moderately|to some extent|partly|a moderate amount"),
    Rung("grotendeels|in grote mate|veel", "largely|very|to a large extent|mostly|a lot"),
    Rung(
      "volledig|helemaal|geheel|in zeer grote mate|heel veel",
      "completely|extremely|fully|to a very large extent|a great deal"),
  ]
  private static let likelihood: [Rung] = [
    Rung("zeer onwaarschijnlijk|heel onwaarschijnlijk|zeker niet", "very unlikely|extremely unlikely|definitely not"),
    Rung("onwaarschijnlijk|waarschijnlijk niet", "unlikely|somewhat unlikely|probably not"),
    Rung("neutraal|misschien", "neutral|neither likely nor unlikely|might or might not|maybe"),
    Rung("waarschijnlijk|waarschijnlijk wel", "likely|somewhat likely|probably|probably yes"),
    Rung("zeer waarschijnlijk|heel waarschijnlijk|zeker wel", "very likely|extremely likely|definitely|definitely yes"),
  ]
  private static let size: [Rung] = [
    Rung("zeer laag|heel laag", "very low"), Rung("laag", "low"),
    Rung("gemiddeld|neutraal|middel", "medium|average|moderate"),
    Rung("hoog", "high"), Rung("zeer hoog|heel hoog", "very high"),
  ]

  /// All ladders, the shorter ones of a kind first.
  static let all: [Ladder] = [
    Ladder(name: "agreement", rungs: [disagreeStrongly, disagree, agree, agreeStrongly]),
    Ladder(name: "agreement", rungs: [disagree, neutral, agree]),
    Ladder(name: "agreement", rungs: [disagreeStrongly, disagree, neutral, agree, agreeStrongly]),
    Ladder(name: "agreement", rungs: [disagreeStrongly, disagreeSomewhat, neutral, agreeSomewhat, agreeStrongly]),
    Ladder(
      name: "agreement",
      rungs: [disagreeStrongly, disagree, disagreeSomewhat, neutral, agreeSomewhat, agree, agreeStrongly]),
    Ladder(name: "frequency", rungs: [never, sometimes, often, always]),
    Ladder(name: "frequency", rungs: [never, seldom, sometimes, often, always]),
    Ladder(name: "frequency", rungs: [never, seldom, sometimes, regularly, often, always]),
    Ladder(name: "satisfaction", rungs: satisfaction.enumerated().filter { $0.offset != 2 }.map(\.element)),
    Ladder(name: "satisfaction", rungs: satisfaction),
    Ladder(name: "quality", rungs: quality),
    Ladder(name: "importance", rungs: importance),
    Ladder(name: "extent", rungs: extent),
    Ladder(name: "likelihood", rungs: likelihood),
    Ladder(name: "level", rungs: size),
  ]

  /// The first shortest ladder that holds all texts, each on a step of its own; at least two texts are wanted.
  static func ladder(of texts: [String]) -> (ladder: Ladder, steps: [Int])? {
    guard texts.count >= 2 else { return nil }
    let found = all.compactMap { ladder in ladder.steps(texts).map { (ladder, $0) } }
    // A neutral middle that nobody chose is still a step: without it, five steps are likelier than four.
    return found.min { $0.0.rungs.count < $1.0.rungs.count }.map { (ladder: $0.0, steps: $0.1) }
  }

  /// Returns a text in small letters, with single spaces, without a point at its end.
  static func key(_ text: String) -> String {
    var plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = plain.last, ".!".contains(last) { plain.removeLast() }
    return plain
  }

  /// Whether a text is English on a ladder, and not Dutch.
  static func isEnglish(_ text: String, on ladder: Ladder) -> Bool {
    let key = key(text)
    return ladder.rungs.contains { $0.en.contains(key) } && !ladder.rungs.contains { $0.nl.contains(key) }
  }
}
