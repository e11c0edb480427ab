import Diagnostics
import PipelineFiles
import Settings
import Stages
import Testing
import Waves

@Suite struct WaveSettingsTests {
  private func read(_ text: String) throws -> (settings: WaveSettings, messages: [String]) {
    let findings = Findings()
    let reader = SettingsReader(
      try parseYAML(text, file: "pipeline.yaml"), of: "the section 'waves'", findings: findings)
    let settings = WaveSettings(reading: reader)
    reader.finish()
    return (settings, findings.all.map(\.message))
  }

  @Test func `what is left out follows the section`() throws {
    let (settings, messages) = try read("{}")
    #expect(messages.isEmpty)
    #expect(settings == WaveSettings())
    #expect(settings.refit == .gate)
    #expect(settings.gates.agreement == 0.5 && settings.gates.gain == 0 && settings.gates.drift == 0.5)
    #expect(settings.gates.stability == nil && settings.gates.smallest == nil)
    #expect(WaveSettings.refitNames == ["gate", "never", "always"])
  }

  @Test func `all of it is read`() throws {
    let (settings, messages) = try read(
      "{refit: never, gates: {agreement: -1, stability: 0.6, gain: 0.02, smallest: 15, drift: 1}}")
    #expect(messages.isEmpty)
    #expect(settings.refit == .never)
    #expect(settings.gates.agreement == -1 && settings.gates.stability == 0.6 && settings.gates.gain == 0.02)
    #expect(settings.gates.smallest == 15 && settings.gates.drift == 1)
  }

  @Test func `what is wrong is told at once`() throws {
    let (_, messages) = try read("{refit: sometimes, gates: {agrement: 0.5, gain: 2, smallest: 0}}")
    #expect(messages.count == 4)
    #expect(messages.contains { $0.contains("'sometimes'") || $0.contains("\"sometimes\"") })
    #expect(messages.contains { $0.contains("agrement") })
    #expect(messages.contains { $0.contains("gates.gain") || $0.contains("'gain'") })
  }
}
