extension Phrases {
  /// What a rule finds on the way from answers to features, in words; `nil` for a rule that has none.
  public func findingOfNormalise(_ rule: String) -> String? {
    findingOfAggregation(rule) ?? findingOfWeights(rule) ?? findingOfFeatures(rule)
  }

  private func findingOfAggregation(_ rule: String) -> String? {
    switch rule {
    case "unit-without-answer":
      say("\(capitalised(units)) zonder antwoord op een vraag", "\(capitalised(units)) without an answer")
    case "without-function":
      say("Mensen die hun functie niet noemden", "People who did not tell their function")
    case "function-apart", "functions-apart":
      say("Functies die met geen andere te vergelijken zijn", "Functions that can be compared with no other")
    case "adjusted-beyond-scale":
      say("Een waarde die bij het vereffenen buiten de schaal kwam", "A value that left the scale when evened out")
    case "not-pooled":
      say("Een kenmerk dat niet naar de groep is geschoven", "A feature that was not moved towards the group")
    case "few-units-in-stratum": say("Een groep met weinig \(units)", "A group of few \(units)")
    case "no-within-variance":
      say("Te weinig antwoorden om toeval te zien", "Too few answers to see chance")
    case "no-reliability":
      say("Een index waarvan de betrouwbaarheid niet te bepalen is", "An index whose reliability cannot be told")
    default: nil
    }
  }

  private func findingOfWeights(_ rule: String) -> String? {
    switch rule {
    case "merged-cells": say("Soorten die bij het wegen zijn samengenomen", "Classes that were merged for weighting")
    case "trimmed-weights": say("Gewichten die zijn begrensd", "Weights that were trimmed")
    case "no-inhabitants":
      say("\(capitalised(units)) zonder aantal inwoners", "\(capitalised(units)) without inhabitants")
    default: nil
    }
  }

  private func findingOfFeatures(_ rule: String) -> String? {
    switch rule {
    case "imputed": say("Een kenmerk waarvan waarden zijn ingevuld", "A feature of which values were filled in")
    case "outlier": say("Een kenmerk met uitschieters", "A feature with outliers")
    case "winsorised": say("Een kenmerk met begrensde waarden", "A feature with winsorised values")
    case "closed-set":
      say("Aandelen die samen altijd hetzelfde zijn", "Shares that always add up to the same")
    case "near-constant": say("Een kenmerk dat bijna overal gelijk is", "A feature that is nearly the same everywhere")
    case "correlated":
      say("Een kenmerk dat bijna hetzelfde zegt als een ander", "A feature that says nearly the same as another")
    case "rare-option": say("Een keuze die bijna niemand maakt", "An option that hardly anybody chooses")
    case "few-values": say("Een kenmerk met weinig waarden", "A feature of few values")
    case "more-features-than-units": say("Meer kenmerken dan \(units)", "More features than \(units)")
    default: nil
    }
  }
}
