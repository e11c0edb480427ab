public import Diagnostics
import PipelineFiles
public import Settings
public import Strategies

/// Reads a catalogue of strategies.
///
/// - Parameters:
///   - path: The file.
///   - sources: The names of the amounts that are measured; `nil` when they are not known, and then they go unchecked.
///   - findings: Receives what was noticed, also when nothing is wrong.
/// - Returns: The catalogue.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 with everything that is wrong in it.
public func readCatalogue(_ path: String, sources: [String]? = nil, findings: Findings = Findings()) throws(Failure)
  -> Catalogue
{
  let reader = SettingsReader(try readYAML(path), of: "the catalogue", findings: findings)
  let catalogue = Catalogue(reading: reader, sources: sources)
  try findings.throwErrors()
  return catalogue
}
