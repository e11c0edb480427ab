import Diagnostics
import Reporting

// What was corrected after the wave was published.

/// The corrections of a wave, the oldest first.
///
/// - Parameter file: The file with the corrections, when there is one.
/// - Returns: The corrections; none without a file.
/// - Throws: ``Diagnostics/Failure`` with status 65 when the file is damaged.
func correctionFacts(_ file: String?) throws(Failure) -> [CorrectionFacts] {
  guard let file else { return [] }
  return try Errata(file).entries.map { entry in
    CorrectionFacts(
      date: entry.date,
      respondents: (new: entry.respondentsNew, gone: entry.respondentsGone, changed: entry.respondentsChanged),
      estimates: entry.estimatesChanged, units: entry.unitsMoved, strategies: entry.strategiesChanged)
  }
}
