package import CommandArguments
package import JournalStore
import LedgerDomain
import StrictJSON

extension LineProblem.Kind {
  /// What is wrong with one line: a whole sentence, with what was found and what was expected.
  package var words: Localized {
    switch self {
    case .empty: Localized("Raden är tom; väntade en händelse.", "The line is empty; expected an event.")
    case .tooLong(let count, let limit):
      Localized(
        "Raden har \(count) byte; högst \(limit) är tillåtna.",
        "The line has \(count) bytes; at most \(limit) are allowed.")
    case .json(let problem):
      Localized("Raden är inte JSON: \(problem.words.sv).", "The line is not JSON: \(problem.words.en).")
    case .notAnObject(let found):
      Localized("Fann ", "Found ") + ExpectationWords.found(kind: found)
        + Localized(", väntade ett objekt.", ", expected an object.")
    case .missingMember(let name):
      Localized("Fältet ”\(name)” saknas.", "The member “\(name)” is missing.")
    case .unknownMember(let name, let known):
      Localized(
        "Fältet ”\(name)” är okänt; väntade något av \(known.joined(separator: ", ")).",
        "The member “\(name)” is unknown; expected one of \(known.joined(separator: ", ")).")
    case .memberOrder(let expected, let found):
      Localized(
        "Fältet ”\(found)” står på fel plats; väntade \(expected.map { "”\($0)”" } ?? "radens slut").",
        "The member “\(found)” is out of order; expected \(expected.map { "“\($0)”" } ?? "the end of the line").")
    case .wrongType(let member, let expected, let found):
      Localized("”\(member)”: fann ", "“\(member)”: found ") + ExpectationWords.found(kind: found)
        + Localized(", väntade ", ", expected ") + ExpectationWords.words(expected) + "."
    case .malformed(let member, let expected, let found):
      Localized(
        "”\(member)” är ”\(found)”; väntade \(ExpectationWords.words(expected).sv).",
        "“\(member)” is “\(found)”; expected \(ExpectationWords.words(expected).en).")
    case .unknownFact(let problem): problem.message().explanation
    case .data(let mismatch): mismatch.message().explanation
    case .foreignFact(let type, let subject):
      Localized(
        "En händelse av typen \(type) kan inte gälla \(subject.text).",
        "An event of type \(type) cannot be about \(subject.text).")
    case .notCanonical(let expected, let found):
      Localized(
        "Raden är inte i sin enda tillåtna form: fann \(byteWords(found).sv), väntade \(byteWords(expected).sv).",
        "The line is not in its one allowed form: found \(byteWords(found).en), expected \(byteWords(expected).en).")
    }
  }
}
