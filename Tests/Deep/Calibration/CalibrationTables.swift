import Clustering

/// How often members were right, by what was said of them, as tables of Markdown.
struct CalibrationTables {
  let members: [CalibratedMember]

  /// All three tables.
  var text: String { [byGrade, byCertainty, byRespondents].joined(separator: "\n") }

  private var byGrade: String {
    let thresholds = CertaintyThresholds()
    let grades = members.map { member in
      thresholds.grade(share: member.certainty, margin: member.margin, isNearTie: member.isNearTie)
    }
    let rows = CertaintyGrade.allCases.map { grade in
      let chosen = zip(members, grades).filter { $0.1 == grade }.map(\.0)
      return row(grade.rawValue, chosen, more: [percent(chosen.count, of: members.count)])
    }
    return table("grade", more: ["% of all"], rows + [row("all", members, more: ["100.0"])])
  }

  private var byCertainty: String {
    let rows = (0..<10).map { tenth in
      let chosen = members.filter { min(Int($0.certainty * 10), 9) == tenth }
      return row("\(tenth * 10) to \(tenth * 10 + 10)", chosen, more: [percent(chosen.map(\.valueCertainty))])
    }
    return table("certainty", more: ["respondents alone"], rows)
  }

  private var byRespondents: String {
    let rows = (1...8).map { count in
      let chosen = members.filter { min($0.respondents, 8) == count }
      return row(count == 8 ? "8 and more" : "\(count)", chosen, more: [percent(chosen.map(\.valueCertainty))])
    }
    return table("respondents", more: ["respondents alone"], rows)
  }

  private func table(_ key: String, more: [String], _ rows: [String]) -> String {
    let header = [key, "members"] + more + ["certainty", "right", "right, types anew"]
    return
      (["| " + header.joined(separator: " | ") + " |", "|" + String(repeating: "---|", count: header.count)] + rows)
      .joined(separator: "\n") + "\n"
  }

  private func row(_ key: String, _ chosen: [CalibratedMember], more: [String]) -> String {
    let cells =
      [key, String(chosen.count)] + more + [
        percent(chosen.map(\.certainty)), percent(chosen.count { $0.isRight }, of: chosen.count),
        percent(chosen.count { $0.type == $0.anew }, of: chosen.count),
      ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func percent(_ count: Int, of all: Int) -> String {
    guard all > 0 else { return "–" }
    let tenths = (count * 2000 + all) / (2 * all)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func percent(_ shares: [Double]) -> String {
    // In thousandths, which shares of 200 replicates are exactly.
    percent(Int((shares.reduce(0, +) * 1000).rounded()), of: shares.count * 1000)
  }
}
