/// The sentences about how the report was made.
extension Phrases {
  /// The title of the record.
  public var howMade: String { say("Hoe is dit gemaakt?", "How was this made?") }
  /// What the record is good for.
  public func howMadeIntro(version: String) -> String {
    say(
      "Dit rapport is gemaakt met Koers \(version). Met dezelfde gegevens, instellingen en versie komt er precies "
        + "hetzelfde uit. De controlegetallen (SHA-256) laten zien welke bestanden gebruikt zijn.",
      "This report was made with Koers \(version). The same data, settings and version give exactly the same result. "
        + "The digests (SHA-256) show which files were used.")
  }
  /// The caption of a stage's parameters.
  public func parametersCaption(_ stage: String) -> String {
    say("Instellingen van de stap \(stage)", "Settings of the stage \(stage)")
  }
  /// The caption of a stage's digests.
  public func digestsCaption(_ stage: String) -> String {
    say("Bestanden van de stap \(stage)", "Files of the stage \(stage)")
  }
  /// The heading of a column: setting.
  public var setting: String { say("Instelling", "Setting") }
  /// The heading of a column: value.
  public var value: String { say("Waarde", "Value") }
  /// The heading of a column: file.
  public var file: String { say("Bestand", "File") }
  /// The heading of a column: digest.
  public var digest: String { say("Controlegetal", "Digest") }
  /// The caption of the findings.
  public var findings: String { say("Bevindingen bij de controle, per regel", "Findings of the checks, by rule") }
  /// The heading of a column: stage.
  public var stage: String { say("Stap", "Stage") }
  /// The heading of a column: rule.
  public var rule: String { say("Regel", "Rule") }
  /// The heading of a column: level.
  public var level: String { say("Ernst", "Level") }
  /// The name of a level.
  public func level(_ name: String) -> String {
    switch name {
    case "note": say("opmerking", "note")
    case "warning": say("waarschuwing", "warning")
    case "error": say("fout", "error")
    default: name
    }
  }
}
