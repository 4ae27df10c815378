// swift-tools-version: 6.2

import PackageDescription

/// Settings of every Swift target: warnings are errors, and the language is the one of the next edition. In a release build
/// types are found by a call and not by their mangled names, which a process of a few milliseconds would spend a tenth of
/// itself on.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Links a release build on Linux to one file that needs no library at run time: it starts in half the time, and runs
/// unchanged on any distribution. Nothing in it loads a library or asks for a host's name.
let whollyStatic: [LinkerSetting] = [
  .unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))
]

/// Files that lie in a room's folder and that the program carries in itself, as `PackageResources`: the release build is one
/// file, and finds nothing beside it.
let embedded: [String: [Resource]] = ["PythonVerifier": [.embedInCode("liggare_verify.py")]]

/// A room of the house: its folder is `Sources/<name>`, and it may import `rooms` only, all further down the list.
func room(_ name: String, _ rooms: Target.Dependency...) -> Target {
  .target(name: name, dependencies: rooms, resources: embedded[name], swiftSettings: settings)
}

/// A room in C, below every other.
func room(c name: String) -> Target {
  .target(name: name)
}

/// The tests of a room; they may use the room's own rooms and `TestSupport`.
func tests(_ name: String, _ rooms: Target.Dependency..., exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: rooms + ["TestSupport"], exclude: exclude, swiftSettings: settings)
}

/// A program for the scripts of the tests; no product.
func tool(_ name: String, _ rooms: Target.Dependency..., path: String) -> Target {
  .executableTarget(name: name, dependencies: rooms, path: path, swiftSettings: settings)
}

let package = Package(
  name: "liggare",
  products: [.executable(name: "liggare", targets: ["liggare"])],
  dependencies: [],
  targets: [
    .executableTarget(
      name: "liggare", dependencies: ["LiggareCLI", "CMemory"], swiftSettings: settings, linkerSettings: whollyStatic),
    room(
      "LiggareCLI", "Audit", "FollowUps", "Exchange", "Documents", "Wording", "CommandArguments", "Projections",
      "JournalStore", "PythonVerifier", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    room(
      "Audit", "FollowUps", "Exchange", "Documents", "Wording", "CommandArguments", "Projections", "JournalStore",
      "PythonVerifier", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    room(
      "FollowUps", "Exchange", "Documents", "Wording", "CommandArguments", "Projections", "JournalStore",
      "LedgerDomain", "StrictJSON"),
    room(
      "Exchange", "Wording", "Documents", "CommandArguments", "Projections", "JournalStore", "DurableFiles",
      "Integrity", "LedgerDomain", "StrictJSON"),
    room(
      "Wording", "CommandArguments", "DurableFiles", "Programs", "Integrity", "Projections", "JournalStore",
      "LedgerDomain", "StrictJSON"),
    room("Documents", "StrictJSON"),
    room("CommandArguments"),
    room("Projections", "JournalStore", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    room("JournalStore", "DurableFiles", "Programs", "Integrity", "LedgerDomain", "StrictJSON"),
    room("PythonVerifier"),
    room("DurableFiles"),
    room("Programs"),
    room("Integrity", "CSHA256", "LedgerDomain"),
    room(c: "CSHA256"),
    room(c: "CMemory"),
    room("LedgerDomain", "StrictJSON"),
    room("StrictJSON"),
    .target(
      name: "TestSupport",
      dependencies: ["DurableFiles", "Projections", "JournalStore", "Integrity", "LedgerDomain", "StrictJSON"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("StrictJSONTests", "StrictJSON"),
    tests("LedgerDomainTests", "LedgerDomain", "StrictJSON", "Projections"),
    tests("IntegrityTests", "Integrity", "LedgerDomain", "StrictJSON"),
    tests("DurableFilesTests", "DurableFiles"),
    tests("ProgramsTests", "Programs"),
    tests(
      "JournalStoreTests", "JournalStore", "DurableFiles", "Programs", "Integrity", "LedgerDomain", "StrictJSON",
      exclude: ["Frozen"]),
    tests(
      "ProjectionsTests", "Projections", "JournalStore", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    tests("DocumentsTests", "Documents", "StrictJSON"),
    tests("CommandArgumentsTests", "CommandArguments"),
    tests(
      "WordingTests", "Wording", "DurableFiles", "Programs", "Integrity", "CommandArguments", "LedgerDomain",
      "JournalStore",
      "Projections", "StrictJSON"),
    tests(
      "ExchangeTests", "Exchange", "Wording", "Documents", "CommandArguments", "Projections", "JournalStore",
      "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    tests(
      "FollowUpsTests", "FollowUps", "Exchange", "Documents", "Wording", "CommandArguments", "Projections",
      "LedgerDomain",
      "StrictJSON"),
    tests(
      "AuditTests", "Audit", "FollowUps", "Documents", "Wording", "CommandArguments", "Projections", "LedgerDomain",
      "StrictJSON"),
    tests(
      "LedgersTests", "Projections", "JournalStore", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON",
      "FollowUps", "Audit", "Documents", "Wording", "CommandArguments"),
    tests(
      "LiggareCLITests", "LiggareCLI", "Audit", "FollowUps", "Exchange", "Documents", "Wording", "CommandArguments",
      "Projections", "JournalStore", "PythonVerifier", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON"),
    tests("HouseTests"),
    .target(name: "CAllocations", path: "Benchmarks/Allocations"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CAllocations", "DurableFiles", "JournalStore", "Integrity", "LedgerDomain", "StrictJSON"],
      path: "Benchmarks", exclude: ["Allocations", "Peers", "README.md", "RESULTS.md", "run.sh"],
      swiftSettings: settings),
    tool(
      "FaultWriter", "JournalStore", "DurableFiles", "Integrity", "LedgerDomain", "StrictJSON",
      path: "Tests/Faults/Writer"),
  ],
  swiftLanguageModes: [.v6]
)
