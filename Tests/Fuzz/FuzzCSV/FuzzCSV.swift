/// Called by libFuzzer for every input: stops the process when the reader makes a mistake.
private func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let mistake = ReaderCheck.mistake(input) { fatalError(mistake) }
  return 0
}

/// The package manager takes this for the main function; it hands over to libFuzzer.
@_cdecl("FuzzCSV_main")
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
