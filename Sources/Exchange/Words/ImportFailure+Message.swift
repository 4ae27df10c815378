import CommandArguments
import LedgerDomain
import StrictJSON
package import Wording

extension ImportFailure {
  /// The failure as it is told: `file` is the path of the log, `mapping` that of its mapping.
  package func message(file: String, mapping: String) -> Message {
    switch self {
    case .text(let problem): problem.message(file: file)
    case .csv(let problem): problem.message(file: file)
    case .xes(let problem): problem.message(file: file)
    case .mapping(let problem): problem.message(file: mapping)
    case .rows(let problems): Self.message(of: problems, file: file)
    case .refused(let refusal): refusal.message()
    case .noRows:
      Message(
        place: Localized(file, file), Localized("Loggen har inga rader.", "The log has no rows."),
        remedy: Localized("Inget är skrivet.", "Nothing is written."))
    }
  }

  private static func message(of problems: [RowProblem], file: String) -> Message {
    guard let first = problems.first else { preconditionFailure("at least one row was refused") }
    let others = problems.count - 1
    return Message(
      place: place(file, line: first.line), first.words,
      remedy: others == 0
        ? Localized("Rätta raden. Inget är skrivet.", "Correct the row. Nothing is written.")
        : Localized(
          "Det finns \(others) fel till; --dry-run visar dem. Inget är skrivet.",
          "There are \(others) more; --dry-run shows them. Nothing is written."))
  }

  static func place(_ file: String, line: Int) -> Localized {
    Localized("\(file), rad \(line)", "\(file), line \(line)")
  }
}

extension TextProblem {
  func message(file: String) -> Message {
    let place = Localized(
      "\(file), rad \(line), byte \(byteOffset) i filen", "\(file), line \(line), byte \(byteOffset) of the file")
    switch kind {
    case .malformed(let encoding, let bytes):
      return Message(
        place: place,
        Localized(
          "\(Self.hex(bytes)) är inget tecken i \(encoding.rawValue).",
          "\(Self.hex(bytes)) is no character of \(encoding.rawValue)."),
        remedy: encoding == .utf8
          ? Localized(
            "Ange rätt kodning, till exempel --encoding windows-1252, eller ”encoding” i mappningen.",
            "State the right encoding, for example --encoding windows-1252, or “encoding” in the mapping.")
          : Localized("Ange rätt kodning.", "State the right encoding."))
    case .zero:
      return Message(
        place: place, Localized("En nollbyte: det är ingen text.", "A zero byte: it is no text."),
        remedy: Localized(
          "Är filen UTF-16 utan märke, ange --encoding utf-16le eller utf-16be.",
          "Where the file is UTF-16 without a mark, state --encoding utf-16le or utf-16be."))
    case .otherMark(let stated, let found):
      return Message(
        place: place,
        Localized(
          "Filen börjar med märket för \(found.rawValue), men \(stated.rawValue) är angivet.",
          "The file begins with the mark of \(found.rawValue), but \(stated.rawValue) is stated."),
        remedy: Localized("Utelämna kodningen.", "Leave the encoding out."))
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0x0" : "0x") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}

extension CSVProblem {
  func message(file: String) -> Message {
    let shown = Localized("”\(excerpt)”", "“\(excerpt)”")
    func message(_ sv: String, _ en: String, _ remedySV: String, _ remedyEN: String) -> Message {
      Message(
        place: ImportFailure.place(file, line: line), Localized("\(sv): \(shown.sv).", "\(en): \(shown.en)."),
        remedy: Localized(remedySV, remedyEN))
    }
    switch kind {
    case .empty:
      return Message(
        place: Localized(file, file), Localized("Filen har ingen rubrikrad.", "The file has no header row."))
    case .unclosedQuote:
      return message(
        "Ett citattecken som börjar här avslutas aldrig", "A quotation mark that opens here is never closed",
        "Avsluta fältet, eller dubbla citattecknet.", "Close the field, or double the quotation mark.")
    case .strayQuote:
      return message(
        "Ett citattecken i ett fält som inte börjar med ett",
        "A quotation mark in a field that does not begin with one",
        "Sätt hela fältet inom citattecken och dubbla dem som hör till texten.",
        "Put the whole field in quotation marks and double those of the text.")
    case .afterQuote:
      return message(
        "Efter fältets sista citattecken väntades skiljetecken eller radslut",
        "After the field's closing quotation mark a separator or the end of the row was expected",
        "Dubbla de citattecken som hör till texten.", "Double the quotation marks of the text.")
    case .bareCarriageReturn:
      return message(
        "Ett radslut av bara CR; väntade LF eller CR LF", "A line end of CR alone; expected LF or CR LF",
        "Spara filen med andra radslut.", "Save the file with other line ends.")
    case .fieldCount(let expected, let found):
      return message(
        "Raden har \(found) fält, väntade \(expected)", "The row has \(found) fields, expected \(expected)",
        "Rätta raden.", "Correct the row.")
    case .repeatedColumn(let name):
      return message(
        "Två kolumner heter ”\(name)”", "Two columns are called “\(name)”", "Döp om den ena.", "Rename one of them.")
    case .ambiguousSeparator(let separators):
      let names = separators.map { $0 == 9 ? "tab" : String(UnicodeScalar($0)) }.joined(separator: " ")
      return message(
        "Skiljetecknet kan vara något av \(names)", "The separator may be any of \(names)",
        "Ange det med --separator, eller ”separator” i mappningen.",
        "State it with --separator, or “separator” in the mapping.")
    }
  }
}

extension MappingProblem {
  func message(file: String) -> Message {
    switch self {
    case .json(let error, let line, let column):
      let words = error.problem.words
      return Message(
        place: Localized("\(file), rad \(line), kolumn \(column)", "\(file), line \(line), column \(column)"),
        Localized("Det är inte giltig JSON: \(words.sv).", "It is not valid JSON: \(words.en)."),
        remedy: Localized("Rätta mappningen.", "Correct the mapping."))
    case .mismatch(let mismatch):
      var message = mismatch.message()
      if let words = Self.words(of: mismatch.problem) { message.explanation = words }
      let inner = message.place.map { Localized(", \($0.sv)", ", \($0.en)") } ?? Localized("", "")
      message.place = Localized(file + inner.sv, file + inner.en)
      return message
    case .unknownColumn(let column, let field, let known):
      let guess = nearestWord(to: column, among: known)
      return Message(
        place: Localized("\(file), \(field)", "\(file), \(field)"),
        Localized(
          "Loggen har ingen kolumn ”\(column)”." + (guess.map { " Menade du ”\($0)”?" } ?? ""),
          "The log has no column “\(column)”." + (guess.map { " Did you mean “\($0)”?" } ?? "")),
        remedy: Localized(
          "Den har \(known.joined(separator: ", ")).", "It has \(known.joined(separator: ", "))."))
    }
  }

  /// What the members that only a mapping has should have been.
  private static func words(of problem: JSONMismatch.Problem) -> Localized? {
    guard case .malformed(let expected, let found) = problem else { return nil }
    switch expected {
    case "template":
      return Localized(
        "Väntade en text med kolumner inom klammerparenteser, som Ärende {id}, fann ”\(found)”.",
        "Expected a text with columns in braces, such as Case {id}, found “\(found)”.")
    case "separator":
      return Localized(
        "Väntade ”,”, ”;” eller ”\\t”, fann ”\(found)”.", "Expected “,”, “;” or “\\t”, found “\(found)”.")
    default: return nil
    }
  }
}
