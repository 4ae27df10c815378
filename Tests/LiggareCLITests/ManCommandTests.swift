import CommandArguments
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("man")
struct ManCommandTests {
  private static let pages = ["", "measure", "journal", "calendar", "measure propose", "journal key create"]

  private static func page(_ path: String, _ language: Language) throws -> (program: Program, file: String) {
    let program = try Program()
    let answer = program("man \(path) --lang \(language.rawValue)")
    #expect(answer.exit == 0 && answer.errors.isEmpty)
    return (program, try program.write(answer.text, to: "page.1"))
  }

  @Test(
    "groff formats every page without a warning", .enabled(if: Outside.path("groff") != nil, "groff is absent"),
    arguments: pages, [Language.sv, .en])
  func groff(_ path: String, _ language: Language) throws {
    let (program, file) = try Self.page(path, language)
    let answer = try Outside.run(try #require(Outside.path("groff")), ["-man", "-Tutf8", "-ww", "-z", file])
    #expect(answer.exit == 0 && answer.errors.isEmpty, "\(answer.errors)")
    _ = program
  }

  @Test(
    "mandoc finds nothing to warn of", .enabled(if: Outside.path("mandoc") != nil, "mandoc is absent"),
    arguments: pages, [Language.sv, .en])
  func mandoc(_ path: String, _ language: Language) throws {
    let (program, file) = try Self.page(path, language)
    let answer = try Outside.run(try #require(Outside.path("mandoc")), ["-Tlint", "-Wwarning", file])
    #expect(answer.exit == 0 && answer.output.isEmpty, "\(answer.output)")
    _ = program
  }

  @Test(
    "man shows every command, every option and its words", .enabled(if: Outside.path("mandoc") != nil, "mandoc is absent"),
    arguments: [Language.sv, .en])
  func complete(_ language: Language) throws {
    let (program, file) = try Self.page("", language)
    let answer = try Outside.run(try #require(Outside.path("mandoc")), ["-Tutf8", "-Owidth=1000", file])
    // Bold and underlined letters are written twice, with a backspace between.
    var shown: [Character] = []
    for character in answer.output { if character == "\u{8}" { shown.removeLast() } else { shown.append(character) } }
    let text = String(shown)
    for command in Liggare.tree.commands {
      #expect(text.contains("liggare " + command.path.joined(separator: " ")), "\(command.path)")
      for declaration in command.declarations {
        #expect(text.contains(declaration.spelling), "\(declaration.spelling)")
      }
      for example in command.examples { #expect(text.contains(example.line), "\(example.line)") }
    }
    for word in ["75", "LIGGARE_JOURNAL", "checkpoint", language == .sv ? "RETURKODER" : "EXIT STATUS"] {
      #expect(text.contains(word))
    }
    _ = program
  }

  @Test("only ASCII is written, and no line begins with a period that is no request")
  func ascii() throws {
    let text = try Program()("man").text
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    let requests = [".TH ", ".SH ", ".SS ", ".TP", ".IP", ".PP", ".RS", ".RE", ".nf", ".fi", ".br"]
    for line in text.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test("words that name no command are refused, the nearest suggested")
  func unknown() throws {
    let program = try Program()
    #expect(program("man mesure").errors.contains("Menade du ”measure”?"))
    #expect(program("man measure propos").errors.contains("Menade du ”propose”?"))
    #expect(program("man status nu").exit == 2)
    #expect(program("man --json").errors.contains("man och --json går inte ihop."))
  }
}
