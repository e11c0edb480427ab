/// What the columns of published tables mean, for readers of the workbook.
extension Phrases {
  /// Returns what a column of a published table holds.
  ///
  /// The tables describe their columns in English, for whoever reads the Data Package; this is the same in Dutch.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - table: The name of the table.
  ///   - description: The description in English.
  /// - Returns: The description in the language; the English one where there is no other.
  public func meaning(ofColumn column: String, in table: String, _ description: String) -> String {
    switch language {
    case .en: description
    case .nl: Self.dutch(column, in: table) ?? Self.dutch(column) ?? description
    }
  }

  /// What a column means in one table, where other tables mean something else by its name.
  private static func dutch(_ column: String, in table: String) -> String? {
    switch (table, column) {
    case ("types", "name"): "Naam van het type."
    case ("types", "share"): "Deel van de eenheden die antwoordden, van 0 tot 1."
    case ("types", "certainty"): "Gemiddeld deel van de doorrekeningen waarin een lid zijn type houdt."
    case ("types", "strategy"): "Strategie die duidelijk wint; leeg als die er niet is."
    case ("units", "name"): "Naam van de eenheid."
    case ("units", "certainty"): "Deel van de doorrekeningen waarin de eenheid haar type houdt."
    case ("units", "strategy"): "Strategie die duidelijk wint voor het type."
    case ("profiles", _) where column.hasPrefix("type_"):
      "Gemiddelde van het type, in standaardafwijkingen van de gemiddelde eenheid."
    case ("contributions", "value"): "Hoe goed het type past, van 0 tot 1."
    case ("consequences", "risk"): "Risico, van 0 tot 1."
    case ("policy-fields", "strategy"): "Strategie die vooropstaat; leeg bij te weinig respondenten."
    case ("policy-fields", "n"):
      "Respondenten van het type in het beleidsveld; leeg als het er te weinig zijn of als het iets over anderen zou "
        + "verraden."
    case ("policy-fields", "field"): "Beleidsveld."
    case ("policy-fields", "runner_up"), ("choices", "runner_up"): "Strategie met de op één na hoogste score."
    case ("results", "question"): "Vraag."
    case ("results", "answer"): "Antwoord dat is geteld."
    case ("results", "n"): "Aantal respondenten."
    case ("results", "published"): "Aandeel dat eerder is gepubliceerd."
    case ("evidence", "smallest"): "Grootte van het kleinste type."
    case ("choices", "verdict"): "clear: er is een duidelijke winnaar. contested: die is er niet. none: geen enkele."
    case ("choices", "strategy"): "Strategie met de hoogste score."
    case ("choices", "score"): "Score van de eerste, van 0 tot 1."
    case ("runner-up", "first"): "Wat het toevoegt aan de score van de eerste; leeg als die er niet naar kijkt."
    case ("runner-up", "runner_up"): "Wat het toevoegt aan de score van de volgende; leeg als die er niet naar kijkt."
    case ("flips", "name"): "Criterium waarvan de punten, of bron waarvan de waarde verandert; al het andere blijft."
    case ("flips", "change"): "Verandering als deel van de punten van nu, of van het bereik waarin de waarde meetelt."
    case ("flips", "strategy"): "Strategie die dan vooropstaat."
    case ("flips", "smallest"): "Of geen andere verandering van deze soort kleiner is."
    case ("relief", "risk"): "Risico dat met de strategie overblijft."
    case ("relief", "change"): "Risico dat overblijft min dat van niets doen."
    case ("response", "units"): "Aantal eenheden in het register."
    case ("response", "cell"): "Groep, of gekruiste groepen."
    case ("estimates", "question"): "Vraag of index."
    case ("estimates", "answer"): "Codes die zijn geteld, met + ertussen, of mean: het gemiddelde."
    case ("estimates", "units"): "Aantal eenheden met een antwoord."
    case ("data-fitness", "field"): "Code van het beleidsveld; leeg voor alle."
    case ("data-fitness", "units"): "Aantal eenheden waar zij bij horen."
    case ("data-fitness", "share"):
      "Deel van de respondenten dat zegt dat de data goed genoeg is voor het doel, van 0 tot 1."
    case ("data-fitness", "verdict"):
      "fit: goed genoeg. doubtful: onzeker. unfit: niet goed genoeg. too_few: te weinig mensen."
    case ("wave-fitness", "criterion"): "Wat van de peiling wordt gevraagd; leeg op de regel van het oordeel."
    case ("wave-fitness", "value"): "De waarde; leeg als die niet bekend is."
    case ("wave-fitness", "verdict"): "fit: geschikt. fit_with_care: met zorg te gebruiken. unfit: niet geschikt."
    case ("expected", "unit"): "Code van een eenheid die niet antwoordde."
    case ("expected", "share"):
      "Verwacht deel van het type onder eenheden die in het register op deze lijken, in stappen van 0,05; geen meting."
    case ("changes", "question"): "Vraag of index, zoals in estimates.csv."
    case ("changes", "answer"): "Codes die zijn geteld, met + ertussen, of mean: het gemiddelde."
    case ("changes", "estimand"): "Wat is geschat, zoals in estimates.csv."
    case ("changes", "difference"): "Nu min toen."
    case ("changes", "low"): "Ondergrens van het 95%-interval van het verschil."
    case ("changes", "high"): "Bovengrens van het 95%-interval van het verschil."
    case ("type-changes", "type"): "Type van deze peiling."
    case ("type-changes", "verdict"):
      "kept: gebleven. split: afgesplitst of uiteengevallen. merged: samengevoegd of opgegaan in een ander. new: nieuw. "
        + "retired: verdwenen."
    case ("type-changes", "size"): "Aantal eenheden in deze peiling."
    case ("type-changes", "share"): "Deel van de eenheden die in deze peiling antwoordden, van 0 tot 1."
    case ("type-changes", "strategy"): "Strategie die in deze peiling duidelijk wint; leeg als die er niet is."
    case ("flows", "from"): "Type van de vorige peiling."
    case ("flows", "to"): "Type van deze peiling."
    case ("flows", "n"): "Aantal eenheden; alleen die waarvan het type in beide peilingen bij naam is gepubliceerd."
    case ("movers", "unit"): "Code van een eenheid die meer dan toevallig van type wisselde."
    case ("movers", "name"): "Naam van de eenheid."
    case ("movers", "from"): "Haar type in de vorige peiling."
    case ("movers", "to"): "Haar type in deze peiling."
    case ("mover-causes", "cause"):
      "officials: anderen antwoordden. answers: de antwoorden veranderden. register: het register. scaling: de schaal. centroids: "
        + "de typen verschoven. merger: een fusie. several: meer tegelijk. others: overige, samen."
    case ("mover-causes", "units"): "Aantal eenheden die meer dan toevallig van type wisselden."
    case ("drift", "column"): "Vraag, of kenmerk voor het schalen."
    case ("drift", "kind"): "question: antwoorden van respondenten. feature: waarden van eenheden."
    case ("drift", "psi"): "Population stability index; leeg als niet in beide peilingen is gevraagd."
    case ("drift", "psi_noise"): "Wat toeval eens in de twintig keer overschrijdt, door eenheden opnieuw te loten."
    case ("drift", "p"): "Kans op zo'n groot verschil als er niets was veranderd, door eenheden opnieuw te loten."
    case ("drift", "p_corrected"): "Hetzelfde, met de correctie van Holm voor alles wat is vergeleken."
    case ("drift", "drifted"): "Of p_corrected kleiner is dan 0,01."
    case ("drift", "reason"):
      "answers: antwoorden. register: het register. reworded: anders gevraagd. added: nieuw. removed: niet meer gevraagd."
    case ("drift", "text"): "De vraag, of hoe het kenmerk heet."
    case ("transitions", "wave_from"): "Een peiling."
    case ("transitions", "wave_to"): "De peiling daarna."
    case ("transitions", "type_from"): "Type in de ene peiling."
    case ("transitions", "type_to"): "Type in de peiling daarna."
    case ("transitions", "units"): "Aantal eenheden; alleen die waarvan het type in beide peilingen is gepubliceerd."
    case ("backcast", "wave"): "Een eerdere peiling."
    case ("backcast", "units"): "Aantal eenheden waarvan het type toen is gepubliceerd."
    case ("backcast", "same"): "Hoeveel daarvan met de typen van nu in hetzelfde type vallen."
    case ("backcast", "share"): "Hetzelfde als deel, van 0 tot 1."
    case ("distributions", "question"): "Vraag met een geordende schaal."
    case ("distributions", "answer"): "Code van het antwoord, het laagste eerst."
    case ("distributions", "respondents"): "Aantal respondenten dat dit antwoord gaf."
    case ("distributions", "n"): "Aantal respondenten dat de vraag beantwoordde."
    case ("distributions", "share"): "Deel van hen dat dit antwoord gaf, van 0 tot 1; elk telt één keer, ongewogen."
    case ("functions", "n"), ("data-fitness", "n"): "Aantal respondenten."
    case ("functions", "share"): "Deel van de respondenten, van 0 tot 1."
    default: nil
    }
  }

  /// What a column means in every table that has it.
  private static func dutch(_ column: String) -> String? {
    switch column {
    case "type": "Letter van het type; A is het grootste."
    case "size": "Aantal eenheden."
    case "simulated": "De antwoorden zijn gesimuleerd en zeggen niets over een echte eenheid."
    case "unit": "Code van de eenheid."
    case "status": "shown: getoond. too_few: antwoordde, te weinig om te tonen. no_answer: geen antwoord."
    case "grade": "Hoe zeker het type is: A zeer zeker, B vrij zeker, C onzeker, D kan beide kanten op."
    case "feature": "Naam van het kenmerk."
    case "strategy": "Strategie."
    case "score": "Score, van 0 tot 1."
    case "acceptability": "Deel van de doorrekeningen waarin de strategie vooropstaat."
    case "acceptability_any": "Hetzelfde bij willekeurige gewichten."
    case "vetoed": "Of de strategie afvalt."
    case "veto_share": "Deel van de doorrekeningen waarin de strategie afvalt."
    case "criterion": "Criterium, met zijn Nederlandse naam."
    case "weight": "Gewicht binnen de strategie die vooropstaat."
    case "contribution": "Waarde keer gewicht."
    case "consequence": "Gevolg van niets doen."
    case "low": "Ondergrens van het 95%-interval."
    case "high": "Bovengrens van het 95%-interval."
    case "clear": "Of het een duidelijke winnaar is."
    case "pooled": "Of weinig mensen antwoordden, zodat hun antwoorden naar het type zijn getrokken; leeg zonder n."
    case "answers": "Deel van wat de strategie weegt dat rust op antwoorden uit het beleidsveld; leeg zonder n."
    case "whole": "Deel dat rust op het type als geheel; leeg zonder n."
    case "judgement": "Deel dat rust op het oordeel van de catalogus; leeg zonder n."
    case "respondents": "Aandeel onder de respondenten."
    case "average_unit": "Aandeel voor de gemiddelde eenheid."
    case "k": "Aantal typen."
    case "sse": "Som van de gekwadrateerde afstanden tot de middelpunten."
    case "silhouette": "Gemiddelde silhouetwaarde."
    case "calinski_harabasz": "Index van Calinski en Harabasz."
    case "davies_bouldin": "Index van Davies en Bouldin."
    case "gap": "Gap-statistiek."
    case "gap_se": "Standaardfout daarvan."
    case "jaccard_min": "Stabiliteit van het minst stabiele type."
    case "chosen": "Of dit aantal is gekozen."
    case "prediction_strength":
      "Hoe goed de ene helft van de eenheden voorspelt wie in de andere helft bij elkaar horen."
    case "ahead": "Die score van doorrekeningen min de hoogste van de andere strategieën."
    case "topsis_first": "De eerste volgens TOPSIS."
    case "promethee_first": "De eerste volgens PROMETHEE II."
    case "agree": "Of beide dezelfde strategie vooropzetten als de score."
    case "difference": "Het ene min het andere."
    case "kind": "weight: een gewicht. amount: een waarde."
    case "from": "Punten of waarde van nu."
    case "to": "Waar een andere strategie vooropkomt."
    case "level":
      "Hoe sterk de strategie erop antwoordt, naar het oordeel van de catalogus; leeg als zij dat niet doet."
    case "doing_nothing": "Risico van niets doen, van 0 tot 1."
    case "change_low": "Ondergrens van het 95%-interval van de verandering."
    case "change_high": "Bovengrens van het 95%-interval van de verandering."
    case "classes": "Indeling, of meer indelingen gekruist."
    case "cell": "De groep; leeg voor alle eenheden."
    case "label_nl": "Hoe het heet, in het Nederlands."
    case "label_en": "Hoe het heet, in het Engels."
    case "answered": "Aantal eenheden dat antwoordde."
    case "rate": "Deel van de eenheden dat antwoordde."
    case "withheld":
      "Waarom een getal ontbreekt: primary (te weinig mensen), secondary (een ander zou uit te rekenen zijn)."
    case "by": "Indeling waarvan de groep is geschat; leeg voor alle eenheden."
    case "estimand":
      "respondents: elke respondent telt één keer. units: elke eenheid telt met haar gewicht. inhabitants: met haar "
        + "gewicht keer het aantal mensen dat er woont."
    case "n": "Aantal antwoorden."
    case "estimate": "Aandeel van 0 tot 1, of gemiddelde."
    case "se": "Standaardfout over beide trappen: eenheden uit alle eenheden, respondenten binnen eenheden."
    case "deff":
      "Ontwerpeffect: de variantie gedeeld door die van evenveel antwoorden die met teruglegging zijn geloot."
    case "published": "Aandeel dat eerder is gepubliceerd."
    case "function": "Code van de functie."
    case "goal": "Of er een duidelijk doel is: yes (ja), no (nee) of all (alle)."
    case "use": "Waarvoor de peiling wordt gebruikt."
    case "about": "De groep, index, vraag of het kenmerk waarnaar is gekeken; van meer de slechtste."
    case "needed": "De laagste waarde die nodig is; bij missing en design_effect de hoogste. 1 is ja."
    case "met": "Of eraan is voldaan; leeg als het niet bekend is, en dat telt nooit als voldaan."
    case "before": "Aandeel van 0 tot 1, of gemiddelde, in de vorige peiling."
    case "now": "Aandeel van 0 tot 1, of gemiddelde, in deze peiling."
    case "p": "Kans op zo'n groot verschil als er niets was veranderd, met de peilingen als onafhankelijk genomen."
    case "p_adjusted": "Hetzelfde, met de correctie van Holm voor alle verschillen van wat is geschat."
    case "changed": "Of p_adjusted kleiner is dan 0,05."
    case "text": "De vraag in woorden."
    case "answer_text": "Het antwoord in woorden."
    case "earlier_type": "Type van de vorige peiling; staat er een type naast, dan is het hetzelfde type."
    case "related": "De typen van de andere peiling waar het uit komt, of waar het naartoe ging."
    case "shared": "Aantal getelde eenheden dat het daarmee deelt."
    case "size_before": "Aantal eenheden in de vorige peiling."
    case "share_before": "Deel van de eenheden die in de vorige peiling antwoordden, van 0 tot 1."
    case "strategy_before": "Strategie die in de vorige peiling duidelijk won; leeg als die er niet was."
    case "importance":
      "need: zonder dit is de peiling ongeschikt voor het gebruik. want: zonder dit alleen met zorg te gebruiken."
    default: nil
    }
  }
}
