extension Phrases {
  /// The heading of a column: what was found.
  public var foundLabel: String { say("Wat er is gevonden", "What was found") }

  /// What a rule of ingest or normalise finds, in words; `nil` for a rule that has none.
  public func finding(_ rule: String) -> String? {
    switch rule {
    case "not-allowed":
      say("Een antwoord dat niet in de lijst van antwoorden staat", "An answer that is not in the list of answers")
    case "out-of-range": say("Een getal buiten de grenzen van de vraag", "A number outside the bounds of the question")
    case "not-a-number": say("Een getal dat niet te lezen is", "A number that cannot be read")
    case "not-a-whole-number": say("Een heel getal dat niet te lezen is", "A whole number that cannot be read")
    case "not-a-date": say("Een datum die niet te lezen is", "A date that cannot be read")
    case "not-a-moment": say("Een tijdstip dat niet te lezen is", "A moment that cannot be read")
    case "too-short": say("Een antwoord dat te kort is", "An answer that is too short")
    case "too-long": say("Een antwoord dat te lang is", "An answer that is too long")
    case "no-fit":
      say(
        "Een antwoord dat niet de vorm heeft die het moet hebben",
        "An answer that does not have the form it must have")
    case "unique": say("Een antwoord dat maar één keer mag voorkomen", "An answer that may occur only once")
    case "required-answer":
      say("Een antwoord dat er moet zijn en ontbreekt", "An answer that must be there and is missing")
    case "ragged-record": say("Een rij met te weinig of te veel velden", "A row with too few or too many fields")
    case "stray-quote":
      say(
        "Een rij met een aanhalingsteken op een plaats waar dat niet kan",
        "A row with a quotation mark where none may stand")
    case "open-quote":
      say("Een rij met een aanhalingsteken dat niet wordt gesloten", "A row with a quotation mark that is never closed")
    case "field-too-long": say("Een veld dat te lang is", "A field that is too long")
    case "record-too-long": say("Een rij die te lang is", "A row that is too long")
    case "nul": say("Een teken dat in geen tekst hoort", "A character that belongs in no text")
    case "duplicate-respondent": say("Meer rijen van dezelfde respondent", "More rows of the same respondent")
    case "conflicting-answers":
      say(
        "Rijen van dezelfde respondent die elkaar tegenspreken",
        "Rows of the same respondent that contradict each other")
    case "no-unit": say("Een naam die bij geen \(unit) hoort", "A name that belongs to no \(unit)")
    case "listed-no-unit":
      say("Een naam waarvan bekend is dat die geen \(unit) is", "A name that is known to be no \(unit)")
    case "names-to-confirm": say("Namen die iemand nog moet bevestigen", "Names that somebody has yet to confirm")
    case "unused-name": say("Een bevestigde naam die niet voorkomt", "A confirmed name that does not occur")
    case "unknown-column": say("Een kolom die niet in het codeboek staat", "A column that the codebook does not know")
    case "byte-order-mark":
      say("Een onzichtbaar teken midden in het bestand", "An invisible mark in the middle of the file")
    case "blank-rows": say("Rijen zonder inhoud onder de antwoorden", "Rows without content below the answers")
    case "footer":
      say("Regels onder de antwoorden die geen antwoorden zijn", "Lines below the answers that are no answers")
    case "encoded-twice": say("Tekst die twee keer is omgezet", "Text that was encoded twice")
    case "mixed-encodings": say("Tekst in meer dan één codering", "Text in more than one encoding")
    case "not-utf8": say("Een bestand in een oude tekencodering", "A file in an old encoding")
    case "no-fieldwork":
      say(
        "Een controle op de periode van het veldwerk, die niet bekend is",
        "A check of the fieldwork, whose days are not known")
    case "straight-lining":
      say("Respondenten die overal hetzelfde antwoordden", "Respondents who gave the same answer to everything")
    case "speeding":
      say("Respondenten die veel sneller klaar waren dan anderen", "Respondents who were done far faster than others")
    case "sparse": say("Respondenten die weinig vragen beantwoordden", "Respondents who answered few questions")
    case "followed-merger":
      say("Een \(unit) van vroeger die in een andere is opgegaan", "A former \(unit) that went whole into another")
    case "followed-split":
      say("Een \(unit) van vroeger die over andere is verdeeld", "A former \(unit) that was divided over others")
    case "date-after-register":
      say("Een datum waarvoor het register niet is bijgewerkt", "A date for which the register is not up to date")
    case "no-answer-day":
      say("Antwoorden waarvan de dag niet bekend is", "Answers of which the day is not known")
    case "unknown-choice":
      say("Een keuze die niet in de vragenlijst staat", "A choice that is not in the questionnaire")
    case "ambiguous-numbers":
      say("Getallen die op twee manieren te lezen zijn", "Numbers that can be read in two ways")
    case "user-missing":
      say("Een antwoord dat het bestand zelf als geen antwoord telt", "An answer that the file itself counts as none")
    case "unnamed-column", "unnamed-index": say("Een kolom zonder naam", "A column without a name")
    case "duplicate-column": say("Twee kolommen met dezelfde naam", "Two columns of one name")
    case "changed-question":
      say(
        "Een vraag die sinds de vorige vragenlijst is veranderd", "A question that changed since the last questionnaire"
      )
    case "unneeded-treatment":
      say(
        "Een regel voor een vraag die niet is veranderd", "A rule for a question that did not change")
    case "unused-not-unit": say("Een genoemde naam die niet voorkomt", "A listed name that does not occur")
    default: findingOfNormalise(rule)
    }
  }
}
