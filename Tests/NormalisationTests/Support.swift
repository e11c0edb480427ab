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

extension UnitValues {
  /// Returns the values of some of the units, in the given order.
  func selecting(_ order: [Int]) -> UnitValues {
    switch content {
    case .numbers(let numbers): UnitValues(feature, .numbers(order.map { numbers[$0] }))
    case .texts(let texts): UnitValues(feature, .texts(order.map { texts[$0] }))
    case .points(let points): UnitValues(feature, .points(order.map { points[$0] }))
    case .options(let options):
      UnitValues(
        feature,
        .options(
          options.map { option in
            OptionValues(option.name, label: option.label, values: order.map { option.values[$0] })
          }))
    }
  }
}
