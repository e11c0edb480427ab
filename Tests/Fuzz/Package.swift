// swift-tools-version: 6.2
import PackageDescription

// The fuzzers: a package of its own, because all of it is built with the instruments of libFuzzer. Tests/Fuzz/run lays
// the sources beside this file, in .build/fuzz.

let features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: features)
}

/// libFuzzer brings the main function.
func fuzzer(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: imports, swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CLibCSV"),
    room("Diagnostics"),
    room("Settings", ["Diagnostics"]),
    room("Tables", ["Diagnostics"]),
    .target(name: "CFolderExchange"),
    room("Files", ["CFolderExchange", "Diagnostics"]),
    room("CSVFiles", ["CLibCSV", "Files", "Tables", "Diagnostics"]),
    room("Exports", ["Tables", "Diagnostics"]),
    room("Registers", ["Tables", "Settings", "Diagnostics"]),
    room("Survey", ["Exports", "Registers", "Tables", "Settings", "Diagnostics"]),
    room("PipelineFiles", ["Files", "Settings", "Diagnostics", .product(name: "Yams", package: "Yams")]),
    fuzzer("FuzzCSV", ["CSVFiles", "Files", "Tables", "Diagnostics"]),
    fuzzer("FuzzCodebook", ["PipelineFiles", "Survey", "Settings", "Diagnostics"]),
  ]
)
