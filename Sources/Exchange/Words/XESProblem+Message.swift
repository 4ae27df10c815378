import CommandArguments
import Wording

extension XESProblem {
  func message(file: String) -> Message {
    switch self {
    case .xml(let problem): problem.message(file: file)
    case .notALog(let found, let line):
      Message(
        place: ImportFailure.place(file, line: line),
        Localized("Väntade elementet <log>, fann <\(found)>.", "Expected the element <log>, found <\(found)>."),
        remedy: Localized("Ange --format csv om filen är en tabell.", "State --format csv where the file is a table."))
    case .attribute(let element, let missing, let line):
      Message(
        place: ImportFailure.place(file, line: line),
        Localized("Attributet <\(element)> saknar \(missing).", "The attribute <\(element)> has no \(missing)."),
        remedy: Localized("Rätta loggen.", "Correct the log."))
    case .repeatedKey(let key, let line):
      Message(
        place: ImportFailure.place(file, line: line),
        Localized("Nyckeln ”\(key)” finns två gånger.", "The key “\(key)” stands twice."),
        remedy: Localized("Rätta loggen.", "Correct the log."))
    }
  }
}

extension XMLProblem {
  func message(file: String) -> Message {
    Message(
      place: Localized("\(file), rad \(line), tecken \(column)", "\(file), line \(line), character \(column)"), words,
      remedy: Localized("Rätta filen.", "Correct the file."))
  }

  private var words: Localized {
    switch kind {
    case .ended(let expected): Localized("Filen tar slut, väntade \(expected).", "The file ends, expected \(expected).")
    case .unexpected(let expected): Localized("Väntade \(expected) här.", "Expected \(expected) here.")
    case .otherEnd(let open, let found):
      Localized("</\(found)> avslutar inte <\(open)>.", "</\(found)> does not end <\(open)>.")
    case .unclosed(let name): Localized("<\(name)> avslutas aldrig.", "<\(name)> is never ended.")
    case .repeatedAttribute(let name):
      Localized("Attributet \(name) finns redan.", "The attribute \(name) is there already.")
    case .unknownEntity(let name): Localized("Okänd referens &\(name);.", "Unknown reference &\(name);.")
    case .documentType:
      Localized(
        "En dokumenttyp (DOCTYPE) läses inte: den kan nämna filer och växa utan gräns.",
        "A document type (DOCTYPE) is not read: it can name files and grow without bounds.")
    case .character(let value):
      Localized(
        "Tecknet U+\(Self.hex(value)) är inte tillåtet i XML.",
        "The character U+\(Self.hex(value)) is not allowed in XML.")
    case .encoding(let name):
      Localized(
        "Kodningen ”\(name)” är inte känd; utf-8, windows-1252 och utf-16 är det.",
        "The encoding “\(name)” is not known; utf-8, windows-1252 and utf-16 are.")
    case .tooDeep(let limit): Localized("Fler än \(limit) nivåer.", "More than \(limit) levels.")
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
