import Reporting
import Testing
import Texts

/// What the page of the criteria says of how sure the choices are, and of what would turn them.
@Suite struct CriteriaTests {
  private func page(_ language: Language, _ change: (inout Report) -> Void = { _ in }) throws -> String {
    var report = sampleReport()
    change(&report)
    let file = try #require(report.publication(in: language).first { $0.path == "criteria.html" })
    return String(file.text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func `for each type other weights and other ways of reckoning stand beside the choice`() throws {
    let text = try page(.nl)
    #expect(
      text.contains(
        "Zelf doen</a></td><td class=\"n\">83 van 100</td><td class=\"n\">60 van 100</td><td>dezelfde</td>"
          + "<td>kiezen anders</td>"))
    #expect(text.contains("<td>–</td><td>eens</td>"))
    let other = try page(.en) { $0.types[0].decision?.equalFirst = 1 }
    #expect(other.contains("<td><a href=\"strategy-together.html\">Join forces</a></td><td>choose otherwise</td>"))
  }

  @Test func `the three smallest changes of each kind are told, the smallest marked`() throws {
    let text = try page(.en) { report in
      let flip = report.types[0].decision?.flips?.first
      let changes = [0.9, -0.3, 2.5, 0.3].enumerated().compactMap { index, change -> FlipFacts? in
        guard var flip else { return nil }
        flip.name = Wording(same: "C\(index)")
        flip.change = change
        flip.isSmallest = index == 1
        return flip
      }
      report.types[0].decision?.flips = changes
    }
    let rows = text.matches(of: #/<td>(C\d)</td>/#).map { String($0.1) }
    #expect(rows == ["C1", "C3", "C0"])
    let marked = text.split(separator: "\n").filter { $0.contains("class=\"marked\"") }
    #expect(marked.count == 1 && marked.allSatisfy { $0.contains("<td>C1</td>") })
    #expect(text.contains("For no type does the choice flip when one measure is changed."))
  }

  @Test(arguments: Language.allCases)
  func `what was not computed is not told`(language: Language) throws {
    let text = try page(language) { report in
      for index in report.types.indices {
        report.types[index].decision = nil
        report.types[index].verdict = .none
      }
    }
    let chapters = text.matches(of: #/<section id="([^"]*)"/#).map { String($0.1) }
    #expect(chapters == ["criteria"])
  }
}
