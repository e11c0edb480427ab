import PipelineFiles
import Settings
import Survey

/// Called by libFuzzer for every input: reads it as a codebook, which may be refused and never stops the process.
private func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let findings = Findings()
  guard let node = try? parseYAML(text, file: "codebook.yaml") else { return 0 }
  let reader = SettingsReader(node, of: "the codebook", findings: findings)
  _ = Codebook(reading: reader)
  reader.finish()
  return 0
}

/// The package manager takes this for the main function; it hands over to libFuzzer.
@_cdecl("FuzzCodebook_main")
public func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments, testOneInput)
}

/// What libFuzzer is started with: the pointer of C to its arguments.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
