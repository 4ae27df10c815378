import DurableFiles
import Foundation
import Integrity
import StrictJSON
import TestSupport
import Testing

@Suite("site build")
struct SiteCommandTests {
  private static let journal = " --journal \(ExampleLedger.folder)"

  /// The files of a folder in the scratch folder, by path.
  private static func files(_ program: Program, _ folder: String) -> [String: [UInt8]] {
    let path = program.scratch(folder)
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
      if let data = FileManager.default.contents(atPath: "\(path)/\(name)") { files[name] = Array(data) }
    }
    return files
  }

  private static func left(_ program: Program) throws -> [String] {
    try FileOperations.system.names(in: program.scratch.path).sorted()
  }

  @Test("writes the site of either party, says how many pages and files, and what it rests on")
  func builds() throws {
    let program = try Program()
    let answer = program("site build @/webb --for kommun --contact \"Växeln, vaxeln@ekeborg.example\"\(Self.journal)")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("ILLUSTRATION") && answer.text.contains("Webbplatsen är skriven: Ekeborgs kommun"))
    #expect(answer.text.contains("post 650 av 650") && !answer.text.contains("--contact"))
    let files = Self.files(program, "webb")
    #expect(answer.text.contains("Filer  \(files.count)"))
    let police = program("site build @/polis --for polisen --json\(Self.journal)")
    guard case .object(let object) = try JSONValue(parsing: police.bytes) else {
      Issue.record("no object")
      return
    }
    #expect(object["kind"] == "liggare.site.build" && object["version"] == 1 && object["contact"] == .bool(false))
    #expect(object["publisher"] == "Polisen, lokalpolisområde Ekeborg" && object["files"] == JSONValue(files.count))
    #expect(try Self.left(program) == ["polis", "webb"])
  }

  @Test("the same bytes each time, with a cache and without; the manifest has the digest of each file")
  func deterministic() throws {
    let program = try Program()
    for (folder, options) in [("a", ""), ("b", " --no-cache")] {
      #expect(program("site build @/\(folder) --for kommun\(options)\(Self.journal)").exit == 0)
    }
    let (one, other) = (Self.files(program, "a"), Self.files(program, "b"))
    #expect(one == other && one.count > 100)
    guard case .object(let manifest) = try JSONValue(parsing: one["manifest.json"] ?? []),
      case .array(let entries)? = manifest["files"]
    else {
      Issue.record("no manifest")
      return
    }
    #expect(entries.count == one.count - 1)
    for case .object(let entry) in entries {
      guard case .string(let path)? = entry["path"] else { continue }
      #expect(entry["sha256"] == .string(SHA256.hash(one[path] ?? []).hex), "\(path)")
    }
  }

  @Test("the checkpoint and the verifier on the site are those of the ledger")
  func checking() throws {
    let program = try Program()
    #expect(program("site build @/webb --for kommun\(Self.journal)").exit == 0)
    let files = Self.files(program, "webb")
    #expect(
      try files["kontrollera/kontrollpunkt.txt"] == FileOperations.system.read("\(ExampleLedger.folder)/checkpoint"))
    guard Python.isThere else { return }
    let outcome = try Python.run([
      program.scratch("webb/kontrollera/liggare_verify.py"), "ledger", ExampleLedger.folder, "--checkpoint",
      program.scratch("webb/kontrollera/kontrollpunkt.txt"),
    ])
    #expect(outcome.exit == 0, "\(outcome.output)")
  }

  // MARK: The folder

  @Test("a folder that is not empty, or a file, is refused with exit 2, and nothing is written")
  func taken() throws {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.scratch("full"), withIntermediateDirectories: false)
    try program.write("x", to: "full/egen.txt")
    try program.write("x", to: "fil")
    for place in ["full", "fil"] {
      let answer = program("site build @/\(place) --for kommun\(Self.journal)")
      #expect(answer.exit == 2)
      #expect(
        answer.errors == """
          liggare: \(program.scratch(place)) finns redan och är inte en tom mapp.
          Välj en annan mapp, eller ange --replace om Liggare har skrivit webbplatsen där.

          """)
      let replacing = program("site build @/\(place) --for kommun --replace\(Self.journal)")
      #expect(replacing.exit == 2)
      #expect(
        replacing.errors == """
          liggare: \(program.scratch(place)) är ingen webbplats som Liggare har skrivit: manifest.json saknas eller är inte dess.
          Annat skrivs aldrig över. Välj en annan mapp.

          """)
    }
    #expect(try Self.left(program) == ["fil", "full"] && Self.files(program, "full") == ["egen.txt": [0x78]])
    #expect(
      program("site build @/full --for kommun --lang en\(Self.journal)").errors.hasSuffix(
        "is there already and is no empty folder.\nChoose another folder, or give --replace where Liggare wrote the site that is there.\n"
      ))
    #expect(
      program("site build @/full --for kommun --replace --lang en\(Self.journal)").errors.hasSuffix(
        "is no site that Liggare wrote: manifest.json is missing or not its own.\nNothing else is ever replaced. Choose another folder.\n"
      ))
  }

  @Test("a manifest of something else does not make a folder Liggare's")
  func foreignManifest() throws {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.scratch("app"), withIntermediateDirectories: false)
    for text in [#"{"name":"app"}"#, "nej", #"{"kind":"liggare.site.manifest"}"#] {
      try program.write(text, to: "app/manifest.json")
      #expect(program("site build @/app --for kommun --replace\(Self.journal)").exit == 2, "\(text)")
      #expect(Self.files(program, "app") == ["manifest.json": Array(text.utf8)])
    }
  }

  @Test("a site that Liggare wrote is replaced whole, and one that somebody changed or added to is not")
  func replaced() throws {
    let program = try Program()
    #expect(program("site build @/webb --for kommun --as-of 2022-10-14\(Self.journal)").exit == 0)
    let before = Self.files(program, "webb")
    #expect(program("site build @/webb --for kommun --replace\(Self.journal)").exit == 0)
    let after = Self.files(program, "webb")
    #expect(after != before && after["atgarder/m-0044.html"] != nil && before["atgarder/m-0044.html"] == nil)
    #expect(try Self.left(program) == ["webb"])
    try program.write("egen", to: "webb/egen.html")
    let added = program("site build @/webb --for kommun --replace\(Self.journal)")
    #expect(added.exit == 2)
    #expect(
      added.errors == """
        liggare: \(program.scratch("webb")) har en fil som Liggare inte har skrivit, eller som är ändrad sedan dess: egen.html.
        Spara den på annat håll och ta bort mappen, eller välj en annan.

        """)
    try FileManager.default.removeItem(atPath: program.scratch("webb/egen.html"))
    try program.write("ändrad", to: "webb/index.html")
    let changed = program("site build @/webb --for kommun --replace --lang en\(Self.journal)")
    #expect(
      changed.errors.contains("has a file that Liggare did not write, or that was changed since: index.html.")
        && changed.errors.contains("Keep it elsewhere and remove the folder, or choose another."))
    #expect(String(decoding: Self.files(program, "webb")["index.html"] ?? [], as: UTF8.self) == "ändrad")
  }

  @Test("an empty folder is used, and missing folders above are made")
  func empty() throws {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.scratch("tom"), withIntermediateDirectories: false)
    for place in ["tom", "ny/djup/webb"] {
      #expect(program("site build @/\(place) --for polis\(Self.journal)").exit == 0)
      #expect(Self.files(program, place)["index.html"] != nil)
    }
  }

  @Test("where nothing may be written, exit 5 and nothing is left")
  func unwritable() throws {
    let program = try Program()
    try program.write("x", to: "fil")
    let answer = program("site build @/fil/webb --for kommun\(Self.journal)")
    #expect(answer.exit == 5 && !answer.errors.isEmpty)
    #expect(try Self.left(program) == ["fil"])
    guard geteuid() != 0 else { return }
    try FileManager.default.createDirectory(atPath: program.scratch("last"), withIntermediateDirectories: false)
    chmod(program.scratch("last"), 0o555)
    #expect(program("site build @/last/webb --for kommun\(Self.journal)").exit == 5)
    #expect(try FileOperations.system.names(in: program.scratch("last")).isEmpty)
  }

  // MARK: What is asked

  @Test("an unknown party is refused with the known ones, and a bad address with an example")
  func arguments() throws {
    let program = try Program()
    let party = program("site build @/webb --for skolan\(Self.journal)")
    #expect(party.exit == 1 && party.errors.contains("skolan") && party.errors.contains("kommunen"))
    for word in ["k", "kommunn", "kommunpolis", "polisx"] {
      let answer = program("site build @/webb --for \(word)\(Self.journal)")
      #expect(answer.exit == 1 && answer.errors.contains("Kända parter: kommunen, polisen."), "\(answer.errors)")
    }
    #expect(program("site build @/webb --for kommunn\(Self.journal)").errors.contains("Menade du ”kommunen”?"))
    for address in ["javascript:x", "kommunen.example", "https://a.example/?x", "https://a b"] {
      let answer = program(["site", "build", program.scratch("webb"), "--for", "kommun", "--base-url", address])
      #expect(answer.exit == 2 && answer.errors.contains("https://kommunen.example/loftet/"), "\(answer.errors)")
    }
    #expect(program("site build @/webb\(Self.journal)").exit == 2)
    #expect(program("site build @/webb --for kommun --promise P-0009\(Self.journal)").exit == 2)
    #expect(try Self.left(program).isEmpty)
  }

  @Test("a changed document is damage: nothing is written")
  func damaged() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    for line in ["prepare 2024-T1 --record", "send F-0001 --to B-0001", "present F-0001 --to B-0001"] {
      #expect(program("follow-up \(line) --yes").exit == 0)
    }
    #expect(program("site build @/a --for kommun").exit == 0)
    #expect(Self.files(program, "a")["uppfoljningar/filer/f-0001.md"] != nil)
    let name = try #require(program.files.keys.first { $0.hasPrefix("presented/") })
    try program.write("annat", to: "ledger/\(name)")
    #expect(program("site build @/b --for kommun").exit == 3)
    try FileManager.default.removeItem(atPath: "\(program.ledger)/\(name)")
    #expect(program("site build @/b --for kommun").exit == 0)
    #expect(Self.files(program, "b")["uppfoljningar/filer/f-0001.md"] == nil)
  }

  @Test("of a promise or a ledger that is marked secret no page is built", arguments: ["P-0001", "L-0001"])
  func withheld(_ subject: String) throws {
    let program = try Program.withMeasure()
    #expect(program("secrecy mark \(subject) --provision \"OSL 18:1\" --by Polisen --yes").exit == 0)
    let answer = program("site build @/webb --for kommun")
    #expect(answer.exit == 1)
    #expect(
      answer.errors == """
        liggare: \(subject) är sekretessmarkerat: en offentlig sida om det byggs inte.
        Häv markeringen först, om den inte längre behövs: ”liggare secrecy lift \(subject)”.

        """)
    let english = program("site build @/webb --for kommun --lang en")
    #expect(
      english.errors == """
        liggare: \(subject) is marked secret: no public page about it is built.
        Lift the mark first, where it is no longer needed: “liggare secrecy lift \(subject)”.

        """)
  }

  // MARK: Private markers

  /// Recordings with a marker in every place that is sealed, then in all that is marked secret.
  private static let recordings = [
    #"case open --title Gångvägen --area norr --registry-number "KS 1" --proposed-by-citizen HEMLIG-namn --citizen-contact HEMLIG-kontakt --note HEMLIG-not1"#,
    "case record C-0001 --activity Platsbesök --note HEMLIG-not2",
    "measure propose --title Belysning --area norr --case C-0001 --contact HEMLIG-kontakt2 --proposed-by-citizen HEMLIG-namn2 --citizen-contact HEMLIG-kontakt3 --note HEMLIG-not3",
    #"measure approve M-0001 --authority body --organ B-0001 --paragraph "§ 1" --matter Lamporna --note HEMLIG-not4 --irregular Brådska"#,
    "decision appeal D-0002 --court Förvaltningsrätten --appellant HEMLIG-klagande --note HEMLIG-not5",
    "measure report M-0001 --statement Klart --note HEMLIG-not6",
    "indicator define --name Trygghet --unit procent --kind effect --note HEMLIG-not7",
    "measure propose --title HEMLIG-titel --cause HEMLIG-orsak --goal HEMLIG-mål --area norr --target \"HEMLIG-räknat: >=4 st\" --responsible \"HEMLIG-namn, HEMLIG-befattning\" --performer HEMLIG-utförare",
    "measure report M-0002 --statement HEMLIG-uppgift --result HEMLIG-räknat=2 --irregular HEMLIG-skäl",
    "case open --title HEMLIG-ärende --area norr --registry-number HEMLIG-dnr",
    "measure propose --title Vakter --area norr --case C-0002",
    #"measure approve M-0003 --authority body --organ B-0001 --paragraph "§ 2" --matter HEMLIG-sak --reference HEMLIG-beteckning --decided-by "HEMLIG-beslutare, ordförande" --irregular Brådska"#,
    "indicator define --name HEMLIG-indikator --unit HEMLIG-enhet --kind effect",
    "indicator observe I-0002 --value 1 --from survey --statement HEMLIG-yttrande",
    #"situation assess --title HEMLIG-bild --ground "survey=HEMLIG-grund" --finding "norr: HEMLIG-fynd""#,
    #"document attach M-0002 --sha256 \#(String(repeating: "a", count: 64)) --name HEMLIG-handling.pdf"#,
  ]

  @Test("nothing sealed and nothing marked secret is in any byte of the site, its fragments, data, feed and documents")
  func markers() throws {
    let program = try Program.withLedger()
    program.now = "2024-05-10T08:00Z"
    for line in Self.recordings {
      let answer = program(line + " --yes")
      #expect(answer.exit == 0, "\(line)\n\(answer.errors)")
    }
    for line in [
      "follow-up prepare 2024-T1 --record --irregular Brådska", "follow-up send F-0001 --to B-0001",
      "follow-up present F-0001 --to B-0001",
    ] { #expect(program(line + " --yes").exit == 0) }
    let marker = Data("HEMLIG".utf8)
    func marked(_ files: [String: [UInt8]]) -> [String] {
      files.filter { Data($0.value).range(of: marker) != nil }.map(\.key).sorted()
    }
    // Before anything is marked secret, what is sealed is nowhere, and the rest is: the search finds what is there.
    #expect(program("site build @/innan --for kommun").exit == 0)
    let before = Self.files(program, "innan")
    #expect(marked(before).count > 10)
    for name in ["namn2", "kontakt", "not", "klagande"] {
      let text = Data("HEMLIG-\(name)".utf8)
      #expect(before.allSatisfy { Data($0.value).range(of: text) == nil }, "\(name)")
    }
    let sealed = program.files.filter { $0.key.hasPrefix("sealed/") }
    #expect(marked(sealed).count >= 13)
    for name in sealed.keys {
      let commitment = Data(name.dropFirst("sealed/".count).utf8)
      #expect(before.allSatisfy { Data($0.value).range(of: commitment) == nil }, "\(name)")
    }
    for subject in ["M-0002", "C-0002", "D-0003", "I-0002", "S-0001"] {
      let answer = program("secrecy mark \(subject) --provision \"OSL 35:1\" --by Kommunstyrelsen --yes")
      #expect(answer.exit == 0, "\(answer.errors)")
    }
    for options in ["--for kommun", "--for polis --lang en", "--for kommun --as-of 2024-05-09"] {
      let folder = "efter\(options.count)"
      #expect(program("site build @/\(folder) \(options)").exit == 0)
      let files = Self.files(program, folder)
      #expect(marked(files).isEmpty, "\(marked(files))")
    }
    #expect(Self.files(program, "efter12")["atgarder/m-0002.html"] != nil)
  }
}
