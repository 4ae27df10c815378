import Testing

@Suite("The house")
struct HouseTests {
  @Test("no file of Sources breaks a rule of the house")
  func sources() throws {
    let files = try Package.swiftFiles("Sources")
    #expect(files.count > 100)
    #expect(files.flatMap(HouseRules.findings) == [])
  }

  @Test("every folder of Sources is a room")
  func rooms() throws {
    #expect(try Package.rooms().filter { !HouseRules.rooms.contains($0) } == [])
  }

  @Test("no test, and no other text of the package, names a path of a machine")
  func paths() throws {
    let files =
      try Package.swiftFiles("Tests") + [SourceFile(path: "Package.swift", text: Package.text("Package.swift"))]
    #expect(files.filter { !HouseRules.paths($0).isEmpty }.map(\.path) == [])
  }

  @Test("the package depends on no other, and declares its rooms in the order of the house")
  func manifest() throws {
    let manifest = try Package.text("Package.swift")
    #expect(manifest.contains("  dependencies: [],\n"))
    #expect(!manifest.contains(".package("))
    let declared = try Manifest.rooms(manifest)
    #expect(Set(declared.keys) == Set(try Package.rooms()))
    for (room, imported) in declared {
      let below = HouseRules.rooms.drop { $0 != room }.dropFirst()
      #expect(imported.filter { !below.contains($0) } == [], "\(room) may not know these rooms")
    }
  }

  @Test("a file imports no room that its own room does not declare")
  func declaredImports() throws {
    let declared = try Manifest.rooms(Package.text("Package.swift"))
    let undeclared = try Package.swiftFiles("Sources").flatMap { file in
      file.imports.filter { HouseRules.rooms.contains($0) && !(declared[file.room] ?? []).contains($0) }
        .map { "\(file.path) imports \($0)" }
    }
    #expect(undeclared == [])
  }
}

/// The rooms that the manifest declares, each with those it may import.
enum Manifest {
  static func rooms(_ manifest: String) throws -> [String: [String]] {
    var rooms: [String: [String]] = [:]
    for opening in ["room(", ".executableTarget("] {
      for part in manifest.components(separatedBy: opening).dropFirst() {
        let names = part.prefix { $0 != ")" }.split(separator: "\"", omittingEmptySubsequences: false)
          .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        // The declaration of the function `room` itself has no names; the benchmarks are no room.
        if let name = names.first, name != "Benchmarks" { rooms[name] = Array(names.dropFirst()) }
      }
    }
    return rooms
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] { split(separator: separator) }
}
