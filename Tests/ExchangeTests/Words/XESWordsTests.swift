import CommandArguments
import Testing
import Wording

@testable import Exchange

@Suite("What is said of a log in XES that cannot be read")
struct XESWordsTests {
  private func text(_ problem: XESProblem, _ language: Language) -> String {
    ImportFailure.xes(problem).message(file: "l.xes", mapping: "").text(in: language)
  }

  @Test(
    "about XML",
    arguments: [
      (XMLProblem.Kind.ended(expected: "]]>"), "Filen tar slut, väntade ]]>.", "The file ends, expected ]]>."),
      (.unexpected(expected: ">"), "Väntade > här.", "Expected > here."),
      (.otherEnd(open: "a", found: "b"), "</b> avslutar inte <a>.", "</b> does not end <a>."),
      (.unclosed("a"), "<a> avslutas aldrig.", "<a> is never ended."),
      (.repeatedAttribute("x"), "Attributet x finns redan.", "The attribute x is there already."),
      (.unknownEntity("x"), "Okänd referens &x;.", "Unknown reference &x;."),
      (
        .documentType, "En dokumenttyp (DOCTYPE) läses inte: den kan nämna filer och växa utan gräns.",
        "A document type (DOCTYPE) is not read: it can name files and grow without bounds."
      ),
      (
        .character(1), "Tecknet U+0001 är inte tillåtet i XML.", "The character U+0001 is not allowed in XML."
      ),
      (
        .encoding("koi8-r"), "Kodningen ”koi8-r” är inte känd; utf-8, windows-1252 och utf-16 är det.",
        "The encoding “koi8-r” is not known; utf-8, windows-1252 and utf-16 are."
      ), (.tooDeep(limit: 256), "Fler än 256 nivåer.", "More than 256 levels."),
    ])
  func xml(kind: XMLProblem.Kind, swedish: String, english: String) {
    let problem = XESProblem.xml(XMLProblem(kind: kind, line: 3, column: 9))
    #expect(text(problem, .sv) == "l.xes, rad 3, tecken 9: \(swedish)\nRätta filen.")
    #expect(text(problem, .en) == "l.xes, line 3, character 9: \(english)\nCorrect the file.")
  }

  @Test("about XES")
  func xes() {
    #expect(
      text(.notALog(found: "html", line: 1), .sv)
        == "l.xes, rad 1: Väntade elementet <log>, fann <html>.\nAnge --format csv om filen är en tabell.")
    #expect(
      text(.notALog(found: "html", line: 1), .en)
        == "l.xes, line 1: Expected the element <log>, found <html>.\nState --format csv where the file is a table.")
    #expect(
      text(.attribute(element: "date", missing: "key", line: 2), .sv)
        == "l.xes, rad 2: Attributet <date> saknar key.\nRätta loggen.")
    #expect(
      text(.attribute(element: "date", missing: "key", line: 2), .en)
        == "l.xes, line 2: The attribute <date> has no key.\nCorrect the log.")
    #expect(text(.repeatedKey("x", line: 2), .sv) == "l.xes, rad 2: Nyckeln ”x” finns två gånger.\nRätta loggen.")
    #expect(text(.repeatedKey("x", line: 2), .en) == "l.xes, line 2: The key “x” stands twice.\nCorrect the log.")
  }
}
