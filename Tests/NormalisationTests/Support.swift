import Diagnostics
import Normalisation
import PipelineFiles
import Settings

/// Reads settings from YAML, and throws all findings when one is an error.
func settings(_ yaml: String) throws -> NormalisationSettings {
  let findings = Findings()
  let reader = SettingsReader(try parseYAML(yaml, file: "pipeline.yaml"), of: "normalise", findings: findings)
  let settings = NormalisationSettings(reading: reader)
  reader.finish()
  try findings.throwErrors()
  return settings
}

/// Returns the findings of what must fail, as a terminal shows them.
func messages(_ body: () throws -> some Any) -> [String] {
  do {
    _ = try body()
    return []
  } catch {
    return (error as? Failure)?.findings.map(\.rendered) ?? ["another error: \(error)"]
  }
}
