// swift-tools-version: 6.2
import PackageDescription

// One line a room: its name and what it may import. `Tests/ArchitectureTests` holds every `import` line of the
// sources against this list, because SwiftPM does not stop a target from importing a sibling it did not declare.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ imports: [Target.Dependency] = [], _ more: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings + more)
}

// The loops over distances take a hundred times as long without optimisation, which would make every test of a whole
// pipeline slow; so this room is optimised in debug builds as well.
let alwaysOptimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func command(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: imports + [arguments], swiftSettings: settings)
}

func tests(_ name: String, _ imports: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: imports, resources: resources, swiftSettings: settings)
}

let targets: [Target] = [
  // Floor 0
  room("Diagnostics"),
  room("Matrices", [numerics]),
  room("Texts"),
  // Floor 1
  room("Settings", ["Diagnostics"]),
  room("Tables", ["Diagnostics"]),
  // The loops over distances in C, each compiled once for every kind of processor and chosen at run time: a Swift target
  // for one kind would leak its instructions into the whole program.
  .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
  room("Clustering", ["CKernels", "Matrices", numerics], alwaysOptimised),
  room("DecisionAnalysis", ["Matrices", numerics]),
  room("Charts", ["Texts"]),
  // Floor 2
  room("Registers", ["Tables", "Settings", "Diagnostics", numerics]),
  room("Exports", ["Tables", "Diagnostics"]),
  room("Survey", ["Exports", "Registers", "Tables", "Settings", "Diagnostics"]),
  // Floor 3
  room("Estimation", ["Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", numerics]),
  room("Questionnaires", ["Survey", "Exports", "Tables", "Settings", "Diagnostics"]),
  room("Normalisation", ["Survey", "Tables", "Matrices", "Settings", "Diagnostics", numerics]),
  room("Strategies", ["DecisionAnalysis", "Matrices", "Settings", "Diagnostics"]),
  room("Waves", ["Clustering", "Matrices", numerics], alwaysOptimised),
  room("Simulation", ["Registers", "Tables", "Matrices", "Settings", "Diagnostics", numerics]),
  // Floor 4
  room("Reporting", ["Charts", "Texts"]),
  // Doors
  .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
  .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"]), .brew(["readstat"])]),
  // Workbooks with typed, filtered and frozen sheets that spreadsheet programs open as their own.
  .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
  // Workbooks that people filled in are XML in a zip file: the zip library that libxlsxwriter itself writes with, and an XML
  // parser that goes through a part once and can be told to take no entities.
  .systemLibrary(name: "CMiniZip", providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
  .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
  // SHA-256 digests of every input and output, so that a number can be traced to its source; swift-crypto does the same
  // and takes two thirds of a first build.
  .systemLibrary(
    name: "CMessageDigest", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
  // The one step in which a new publication takes the place of the old one, which Swift's view of the C library lacks.
  .target(name: "CFolderExchange"),
  room("Files", ["CFolderExchange", "Diagnostics"]),
  room("CSVFiles", ["CLibCSV", "Files", "Tables", "Diagnostics"]),
  room("StatFiles", ["CReadStat", "Files", "Exports", "Tables", "Diagnostics"]),
  room("Spreadsheets", ["CXLSXWriter", "CMiniZip", "CExpat", "Files", "Tables", "Diagnostics"]),
  room("GeoFiles", ["Files", "Registers", "Tables", "Diagnostics"]),
  room("PipelineFiles", ["Files", "Settings", "Diagnostics", yams]),
  room("Artefacts", ["CMessageDigest", "Files", "Tables", "CSVFiles", "Diagnostics"]),
  room("RunHistory", [grdb, "Diagnostics"]),
  // Floor 5 and up
  room(
    "Stages",
    [
      "Diagnostics", "Settings", "Matrices", "Tables", "Texts", "Clustering", "DecisionAnalysis", "Charts", "Registers",
      "Exports", "Survey", "Questionnaires", "Estimation", "Normalisation", "Strategies", "Waves", "Simulation",
      "Reporting", "CSVFiles", "StatFiles", "Spreadsheets", "GeoFiles",
      "PipelineFiles", "Artefacts", "Files",
    ]),
  room("PipelineDriver", ["Stages", "RunHistory", "Artefacts", "Files", "Tables", "Diagnostics"]),
  room("CommandSupport", ["Stages", "PipelineDriver", "Artefacts", "Files", "Diagnostics", arguments]),
  command("koers", ["CommandSupport", "PipelineDriver", "RunHistory", "Stages", "Artefacts", "Files", "Diagnostics"]),
  command("koers-ingest", ["CommandSupport", "Stages", "Artefacts", "Files", "Tables", "Diagnostics"]),
  command("koers-normalise", ["CommandSupport", "Stages", "Artefacts", "Diagnostics"]),
  command("koers-cluster", ["CommandSupport", "Stages", "Artefacts", "Files", "Diagnostics"]),
  command("koers-match", ["CommandSupport", "Stages", "Artefacts", "Diagnostics"]),
  command("koers-report", ["CommandSupport", "Stages", "Artefacts", "Files", "Diagnostics"]),
  // Tests
  tests("Diagnostics", ["Diagnostics"]),
  tests("Matrices", ["Matrices"], resources: [.copy("Reference")]),
  tests("Texts", ["Texts"]),
  tests("Settings", ["Settings", "Diagnostics"]),
  tests("Tables", ["Tables", "Diagnostics"]),
  tests("Clustering", ["Clustering", "Matrices"], resources: [.copy("Reference")]),
  tests("DecisionAnalysis", ["DecisionAnalysis", "Matrices"], resources: [.copy("Reference")]),
  tests("Charts", ["Charts", "Texts"], resources: [.copy("Snapshots")]),
  tests("Registers", ["Registers", "Tables", "Settings", "Diagnostics", "CSVFiles", "GeoFiles", "PipelineFiles"]),
  tests("Exports", ["Exports", "Tables", "Diagnostics"]),
  tests(
    "Survey", ["Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", "CSVFiles", "PipelineFiles"]),
  tests(
    "Estimation",
    ["Estimation", "Survey", "Registers", "Tables", "Matrices", "Settings", "PipelineFiles", "Diagnostics"],
    resources: [.copy("Reference")]),
  tests(
    "Normalisation",
    ["Normalisation", "Survey", "Registers", "Tables", "Matrices", "Settings", "PipelineFiles", "Diagnostics"],
    resources: [.copy("Reference")]),
  tests(
    "Questionnaires", ["Questionnaires", "Survey", "Exports", "Tables", "Settings", "PipelineFiles", "Diagnostics"]),
  tests("Strategies", ["Strategies", "DecisionAnalysis", "Matrices", "Settings", "PipelineFiles", "Diagnostics"]),
  tests("Waves", ["Waves", "Clustering", "Matrices"], resources: [.copy("Reference")]),
  tests(
    "Simulation",
    ["Simulation", "Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", "CSVFiles", "PipelineFiles"]),
  tests("Reporting", ["Reporting", "Charts", "Texts"], resources: [.copy("Snapshots")]),
  tests("CSVFiles", ["CSVFiles", "Files", "Tables", "Matrices", "Diagnostics"]),
  tests("StatFiles", ["StatFiles", "Exports", "Tables", "Diagnostics"], resources: [.copy("Fixtures")]),
  tests(
    "Spreadsheets", ["Spreadsheets", "CXLSXWriter", "Tables", "Diagnostics", "ZipParts"],
    resources: [.copy("Fixtures")]),
  tests("GeoFiles", ["GeoFiles", "Registers", "Tables", "Diagnostics"]),
  tests("Files", ["Files", "Diagnostics"]),
  tests("PipelineFiles", ["PipelineFiles", "Settings", "Diagnostics"]),
  tests("RunHistory", ["RunHistory", "Files", "Diagnostics", grdb]),
  tests("Artefacts", ["Artefacts", "Files", "Tables", "Matrices", "Diagnostics"]),
  tests(
    "Stages",
    [
      "Stages", "Simulation", "Strategies", "Waves", "Questionnaires", "Reporting", "Normalisation", "Survey",
      "Registers", "Artefacts", "CSVFiles", "Files", "PipelineFiles", "Settings", "Tables", "Texts", "Diagnostics",
    ], resources: [.copy("Golden")]),
  tests("Architecture", []),
  tests("EndToEnd", ["ZipParts"], resources: [.copy("Fixtures")]),
  // Opens workbooks for the tests, without a tool or library that a fresh machine may lack.
  .target(name: "ZipParts", path: "Tests/ZipParts", swiftSettings: settings),
]

// Built on request alone: `make performance` sets the variable.
let performance: [Target] =
  Context.environment["KOERS_PERFORMANCE"] == nil
  ? []
  : [
    .executableTarget(
      name: "ingest-benchmark",
      dependencies: ["CSVFiles", "Exports", "Survey", "PipelineFiles", "Settings", "Diagnostics"],
      path: "Tests/Performance/IngestBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "estimation-benchmark",
      dependencies: ["Estimation", "Normalisation", "Matrices", "Settings", "Diagnostics"],
      path: "Tests/Performance/EstimationBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "clustering-benchmark", dependencies: ["Clustering", "Matrices"],
      path: "Tests/Performance/ClusteringBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "match-benchmark", dependencies: ["DecisionAnalysis", "Matrices"],
      path: "Tests/Performance/MatchBenchmark", swiftSettings: settings),
  ]

// Built on request alone: `make deep` sets the variable.
let deep: [Target] =
  Context.environment["KOERS_DEEP"] == nil
  ? []
  : [
    .executableTarget(
      name: "coverage",
      dependencies: ["Estimation", "Registers", "Settings", "PipelineFiles", "Matrices", "Diagnostics", numerics],
      path: "Tests/Deep/Coverage", exclude: ["README.md", "results.md"], swiftSettings: settings),
    .executableTarget(
      name: "calibration",
      dependencies: ["Stages", "Clustering", "Matrices", "Tables", "Artefacts", "Files", "Diagnostics"],
      path: "Tests/Deep/Calibration", exclude: ["README.md", "results.md"], swiftSettings: settings),
  ]

let package = Package(
  name: "koers",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Logarithms and exponentials for generic real numbers without importing the C library: transforms and draws.
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    // YAML with line and column of every node: pipelines, codebooks and catalogues that point at their mistakes.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // SQLite with migrations and typed rows: the history of runs, which R and pandas open as well.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Command lines with help, validation and completion, as users of Swift tools expect them.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: targets + performance + deep
)
