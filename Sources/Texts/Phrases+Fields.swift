/// The sentences about policy fields.
extension Phrases {
  /// The title of the policy fields.
  public var policyFields: String { say("Per beleidsveld", "By policy field") }
  /// How to read them.
  public var policyFieldsIntro: String {
    say(
      "Binnen een \(unit) kan het ene beleidsveld verder zijn dan het andere. Deze tabel laat zien welke strategie per "
        + "beleidsveld het best past. Tussen haakjes staat hoe vaak die strategie bij het doorrekenen de beste was. Een "
        + "streepje betekent: te weinig mensen om iets te zeggen.",
      "Within a \(unit) one policy field may be further than another. This table shows which strategy fits best in each "
        + "policy field. In brackets: how often that strategy came first in the recalculations. A dash means: too few people "
        + "to say.")
  }
  /// What the choices in policy fields rest on.
  ///
  /// - Parameters:
  ///   - judged: The criteria that the catalogue judges.
  ///   - least: From how many answers to a question on those from a field stand on their own, if known.
  /// - Returns: Some sentences.
  public func fieldGrounds(judged: [String], least: Int?) -> String {
    var nl = [
      "Gaat een vraag over het eigen werk, dan tellen de antwoorden van wie in het beleidsveld werkt.",
      "Gaat een vraag over de hele \(unit), of komt een cijfer uit het register, dan telt het hele type.",
      "Ook waar niemand in het beleidsveld antwoordde, telt het hele type.",
      "Soms komt daar een inschatting uit de catalogus bij: hoe dit beleidsveld van het geheel verschilt.",
    ]
    var en = [
      "Where a question is about people's own work, the answers of those who work in the policy field count.",
      "Where a question is about the whole \(unit), or a figure comes from the register, the whole type counts.",
      "The whole type also counts where nobody in the policy field answered.",
      "Sometimes a judgement of the catalogue is added: how this policy field differs from the whole.",
    ]
    if !judged.isEmpty {
      let list = number.list(judged.map(quoted))
      nl.append("Naar \(list) is niet gevraagd: dat schat de catalogus per beleidsveld in.")
      en.append("About \(list) nothing was asked: the catalogue judges that for each policy field.")
    }
    if let least {
      nl.append(
        "Kreeg een vraag minder dan \(number.integer(least)) antwoorden, dan zijn die bijgetrokken naar het type. Daar staat "
          + "‘\(fewAnswersShort)’ bij.")
      en.append(
        "Where a question got fewer than \(number.integer(least)) answers, these are drawn towards the type. Such a cell says "
          + "‘\(fewAnswersShort)’.")
    }
    return say(nl.joined(separator: " "), en.joined(separator: " "))
  }
  /// What the number of people in a cell is.
  public var fieldCounts: String {
    say(
      "Bij elk vakje staat hoeveel mensen van dit type in dit beleidsveld antwoordden. Ontbreekt dat getal, dan zou het een "
        + "ander getal verraden dat niet getoond mag worden. Dan staat er ook niet waarop de keuze rust.",
      "With each cell stands how many people of this type answered in this policy field. Where that number is missing, it "
        + "would give away another one that must not be shown. What the choice rests on is not shown there either.")
  }
  /// The caption of the table.
  public var policyFieldsCaption: String {
    say("Strategie die het best past, per beleidsveld en type", "Strategy that fits best, by policy field and type")
  }
  /// The heading of a column: policy field.
  public var policyField: String { say("Beleidsveld", "Policy field") }
  /// A number of people.
  public func people(_ count: Int) -> String {
    number.count(count, one: say("mens", "person"), many: say("mensen", "people"))
  }
  /// That few answered, in short.
  public var fewAnswersShort: String { say("weinig antwoorden", "few answers") }
  /// That few answered, and what was done.
  public var fewAnswers: String {
    say("weinig antwoorden, bijgetrokken naar het type", "few answers, drawn towards the type")
  }
  /// The heading of a column: what a choice rests on.
  public var groundsHeading: String { say("Waarop het rust", "What it rests on") }
  /// The heading of a column: how many people.
  public var peopleHeading: String { say("Mensen", "People") }
  /// The heading of a column: whether one strategy wins clearly.
  public var clearHeading: String { say("Duidelijke winnaar?", "Clear winner?") }
  /// What a choice rests on, in whole percents that add up to 100; parts that round to none are left out.
  public func grounds(answers: Double, whole: Double, judgement: Double) -> String {
    let names = [
      say("antwoorden uit het veld", "answers from the field"), say("het type", "the type"),
      say("inschatting", "judgement"),
    ]
    let shares = percents([answers, whole, judgement])
    return zip(shares, names).filter { $0.0 > 0 }
      .map { "\(number.percentage(Double($0) / 100)) \($1)" }.joined(separator: ", ")
  }

  /// Shares as whole percents that add up to what they do: the largest remainders are rounded up.
  private func percents(_ shares: [Double]) -> [Int] {
    var whole = shares.map { Int(($0 * 100).rounded(.down)) }
    let missing = Int((shares.reduce(0, +) * 100).rounded()) - whole.reduce(0, +)
    let order = shares.indices.sorted {
      (-(shares[$0] * 100 - Double(whole[$0])), $0) < (-(shares[$1] * 100 - Double(whole[$1])), $1)
    }
    for index in order.prefix(max(0, missing)) { whole[index] += 1 }
    return whole
  }

  /// The policy fields of a type where another strategy fits.
  public func otherInFields(_ list: String) -> String {
    say(
      "In sommige beleidsvelden komt een andere strategie bovenaan: \(list).",
      "In some policy fields another strategy comes first: \(list).")
  }
}
