import Diagnostics
import Foundation
import Matrices
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

/// An option that is called the same in both languages.
func option(_ name: String, _ values: [Double?]) -> OptionValues {
  OptionValues(name, label: LocalText(nl: name, en: name), values: values)
}

/// The transform as it comes back from a file.
func replayed(_ transform: FittedTransform) throws -> FittedTransform {
  try JSONDecoder().decode(FittedTransform.self, from: JSONEncoder().encode(transform))
}

/// Numbers that are drawn; always the same for a seed.
func drawn(_ count: Int, seed: UInt64, missing: Double = 0, _ shape: (Double) -> Double = { $0 }) -> [Double?] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in
    let value = shape(generator.normal())
    return generator.uniform() < missing ? nil : value
  }
}
