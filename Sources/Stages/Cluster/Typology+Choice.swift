import Clustering
import Diagnostics

// What a reader of the log should know about the choice of a number of types.

extension Typology {
  /// What is to be said about the choice: that the rule was not met, that there is one group, that a decision has lost its
  /// ground.
  var choiceFindings: [Finding] {
    var findings: [Finding] = []
    switch choice.basis {
    case .rule: break
    case .decision: findings += decisionFindings
    case .leastBad:
      findings.append(
        Finding(
          .warning, rule: "no-number-meets-the-rule", message: choice.sentence,
          mend: "look at evidence.csv; relax the rule, or decide with 'types: {choose: ..., reason: ...}'"))
    case .standIn:
      findings.append(
        table.gap == nil
          ? Finding(
            .warning, rule: "quick-evidence", message: choice.sentence,
            mend: "use 'evidence: full' before anything is published")
          : Finding(
            .warning, rule: "evidence-undefined", message: choice.sentence,
            mend: "ask for fewer types with 'to', use another rule, or add units"))
    }
    if choice.clusters == 1 {
      findings.append(
        Finding(
          .warning, rule: "one-group",
          message: (choice.basis == .decision ? "there are no types by decision" : "no types were found")
            + ": all \(evidence.fit.partition.rows) units are one group (\(choice.sentence))",
          mend: "publish no typology; or look at evidence.csv, and add features that tell the units apart"))
    }
    return findings
  }

  /// What has become of a decision: whether the types are large enough, and whether the evidence still says what it said.
  private var decisionFindings: [Finding] {
    guard let decision = choice.criteria.decision else { return [] }
    var findings: [Finding] = []
    if !choice.eligible.contains(choice.clusters) {
      let units = evidence.smallest == 1 ? "1 unit" : "\(evidence.smallest) units"
      findings.append(
        Finding(
          .warning, rule: "type-too-small",
          message: "with \(typeCount(choice.clusters)) the smallest has \(units), fewer than the "
            + "\(choice.criteria.smallest) that are asked for",
          mend: "lower 'smallest', or choose another number"))
    }
    if choice.verdict.basis == .standIn {
      findings.append(
        Finding(
          .warning, rule: "decision-unchecked",
          message: "the decision for \(typeCount(decision.clusters)) could not be held against the rule "
            + "'\(choice.criteria.rule.rawValue)': \(choice.verdict.sentence)",
          mend: table.gap == nil
            ? "use 'evidence: full' before anything is published"
            : "use another rule, ask for fewer types with 'to', or add units"))
      return findings
    }
    if let said = decision.ruleSaid {
      if said != choice.verdict.clusters { findings.append(ruleChanged(from: said, decision)) }
    } else {
      findings.append(unrecorded(decision))
    }
    return findings
      + decision.spokeFor.compactMap { criterion in
        choice.speakingFor.contains(criterion) ? nil : silenced(criterion, decision)
      }
  }

  private func ruleChanged(from said: Int, _ decision: ChoiceDecision) -> Finding {
    Finding(
      .warning, rule: "rule-says-otherwise", value: String(choice.verdict.clusters),
      message:
        "when the decision for \(typeCount(decision.clusters)) was taken, the rule '\(choice.criteria.rule.rawValue)' said "
        + "\(said), and now it says \(choice.verdict.clusters): \(choice.verdict.sentence)",
      mend: "look at evidence.csv; keep the decision with 'rule_said: \(choice.verdict.clusters)', or take it again")
  }

  private func silenced(_ criterion: String, _ decision: ChoiceDecision) -> Finding {
    let now = choice.picks.first { $0.criterion == criterion }?.clusters
    return Finding(
      .warning, rule: "criterion-speaks-no-more", value: criterion,
      message: "'\(criterion)' spoke for \(typeCount(decision.clusters)) when the decision was taken, and now "
        + (now.map { "takes \($0)" } ?? "takes none, or was not measured"),
      mend: "look at evidence.csv; keep the decision and take '\(criterion)' out of 'spoke_for', or take it again")
  }

  /// A note with what to write beside a decision, so that each rerun can tell when its ground changes.
  private func unrecorded(_ decision: ChoiceDecision) -> Finding {
    let speaking = choice.speakingFor
    let spoken = speaking.isEmpty ? "" : ", spoke_for: [\(speaking.joined(separator: ", "))]"
    return Finding(
      .note, rule: "decision-without-evidence",
      message: "the decision for \(typeCount(decision.clusters)) does not keep what the evidence said; the rule "
        + "'\(choice.criteria.rule.rawValue)' takes \(choice.verdict.clusters) now, and "
        + (speaking.isEmpty
          ? "no criterion alone takes \(decision.clusters)"
          : "of the criteria alone \(decision.clusters) is taken by \(speaking.joined(separator: ", "))"),
      mend: "write 'rule_said: \(choice.verdict.clusters)\(spoken)' beside it, and each rerun tells when that changes")
  }

  private func typeCount(_ count: Int) -> String { count == 1 ? "1 type" : "\(count) types" }
}
