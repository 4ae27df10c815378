import Testing

/// Every rule beside a file that breaks it.
@Suite("The rules of the house")
struct HouseRulesTests {
  private static func findings(_ text: String, in room: String = "Projections") -> [String] {
    HouseRules.findings(in: SourceFile(path: "Sources/\(room)/File.swift", text: text)).map { finding in
      String(finding.drop { $0 != " " }.dropFirst())
    }
  }

  @Test("a room imports rooms further down, and the toolchain")
  func layering() {
    #expect(Self.findings("package import LedgerDomain\nimport StrictJSON\nimport Foundation\n") == [])
    #expect(Self.findings("import Audit\n") == ["imports Audit, which is not further down"])
    #expect(Self.findings("import Projections\n") == ["imports Projections, which is not further down"])
    #expect(Self.findings("@testable import Vapor\n") == ["imports Vapor, which is neither room nor toolchain"])
    #expect(Self.findings("import struct Vapor.App\n") == ["imports Vapor, which is neither room nor toolchain"])
    #expect(Self.findings("", in: "Helpers") == ["Helpers is no room of the house"])
  }

  @Test("a pure room imports nothing of the machine", arguments: HouseRules.pureRooms.sorted())
  func purity(_ room: String) {
    for module in ["Foundation", "Glibc", "Dispatch"] {
      #expect(Self.findings("import \(module)\n", in: room) == ["imports \(module) in a pure room"])
    }
  }

  @Test("nothing is public or open; a file may be open, and the words may stand in comments, strings and longer names")
  func visibility() {
    #expect(Self.findings("public struct A {}\n") == ["says public"])
    #expect(Self.findings("open class A {}\n") == ["says open class"])
    #expect(Self.findings("case open(path)\n") == [])
    #expect(Self.findings("// public\n/* open */\nlet publicSite = \"public \\(open(\")\")) open\"\n") == [])
    #expect(
      Self.findings("let text = \"\"\"\n  public \"open\"\n  \"\"\"\nlet raw = #\"public \"open\" \\n\"#\n") == [])
    #expect(Self.findings("let a = \"x\\\"\"; public let b = 1\n") == ["says public"])
  }

  @Test("casts to anything and tries that stop the program are found")
  func casts() {
    #expect(Self.findings("let a = b as? Any\n") == ["says as? Any"])
    #expect(Self.findings("let a = b as Any\n") == ["says as Any"])
    #expect(Self.findings("let a = try! b()\n") == ["says try!"])
    #expect(Self.findings("let a = try? b() as? Text\n") == [])
  }

  @Test("nothing is left for later")
  func unfinished() {
    #expect(Self.findings("// TO" + "DO: later\n") == ["leaves a TO" + "DO"])
  }

  @Test("a file of 350 lines may stand, one of 351 may not")
  func length() {
    #expect(Self.findings(String(repeating: "\n", count: 350)) == [])
    #expect(Self.findings(String(repeating: "\n", count: 351)) == ["has 351 lines, more than 350"])
  }

  @Test("paths of the machine that someone worked on are found, also in strings")
  func paths() {
    let folder = "/" + "root/"
    #expect(Self.findings("let path = \"\(folder)eva\"\n") == ["mentions a path of a machine, \(folder)"])
  }

  @Test("the rooms of a manifest are read with those that they may import")
  func manifest() throws {
    let rooms = try Manifest.rooms("func room(_ name: String)\nroom(\"A\", \"B\",\n  \"C\"),\nroom(\"C\"),\n")
    #expect(rooms == ["A": ["B", "C"], "C": []])
  }
}
