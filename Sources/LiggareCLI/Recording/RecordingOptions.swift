import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// The options that every recording command takes.
enum RecordingOptions {
  static let effective = Option<Effective>(
    typed: "effective", "DATE",
    Localized(
      "när det skedde (förval: mötets dag, annars i dag)", "when it happened (default: the meeting's day, else today)"))
  static let undated = Flag("undated", Localized("dagen är inte känd: odaterad", "the day is not known: undated"))
  static let note = Option<String>(
    "note", "TEXT", Localized("fri anteckning; förseglas", "a free note; it is sealed"))
  static let irregular = Option<Text>(
    text: "irregular", "REASON",
    Localized("registrera trots avvikelse, med detta skäl", "record although irregular, for this reason"))
  static let refs = Option<SubjectID>(
    text: "ref", "ID", Localized("annat som berörs", "another subject concerned"), .repeated)
  static let sources = Option<SourceReference>(
    source: "source", Localized("handling som anger uppgiften", "a document that states the fact"))
  static let received = Option<LocalDate>(
    text: "received", "DATE", Localized("dagen då uppgiften kom in", "the day the information came in"))
  static let recordedBy = Option<Text>(
    text: "recorded-by", "WHO",
    Localized("vem som registrerar (förval: inloggad)", "who records (default: who is logged in)"))
  static let event = Option<EventID>(
    text: "event-id", "UUID",
    Localized("händelsens id, så att en upprepning inte dubblerar", "the event's id, so that a repeat adds nothing"))
  static let dryRun = Flag("dry-run", Localized("visa, skriv inget", "show, write nothing"))
  static let yes = Flag("yes", short: "y", Localized("fråga inte", "do not ask"))
  static let clockStep = Flag(
    "confirm-clock-step",
    Localized(
      "klockan går efter sista posten, och det är rätt", "the clock is behind the last entry, and that is right"))

  static let wait = Option<Int>(
    "wait", "SECONDS",
    Localized(
      "vänta så länge på den som skriver i liggaren", "wait so long for whoever is writing in the ledger"),
    default: "5", parse: wholeNumber(0...86_400))

  static let sealPersonalData = Flag(
    "seal-personal-data",
    Localized(
      "försegla personuppgifter i texten: den läggs i anteckningen",
      "seal personal data in the text: it is put into the note"))
  static let allowPersonalData = Flag(
    "allow-personal-data",
    Localized("låt personuppgifter i texten stå öppet", "let personal data in the text stand open"))
  /// What becomes of personal data in unsealed text.
  static let personalData: [any Declared] = [sealPersonalData, allowPersonalData]

  /// Of any recording.
  static let whole: [any Declared] = [recordedBy, event, dryRun, yes, clockStep, wait] + personalData
  /// Of a fact with circumstances.
  static let all: [any Declared] = [effective, undated, note, irregular, refs, sources, received] + whole
}

extension Option where Value == SourceReference {
  /// `SHA256` or `SHA256:PLACE`.
  init(source name: String, _ help: Localized) {
    self.init(name, "SHA256[:PLACE]", help, .repeated) { text throws(ValueProblem) in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard let first = parts.first, let digest = try? DocumentDigest(text: first) else {
        throw ValueProblem(
          expected: Localized(
            "64 hexadecimala siffror, och :plats om den är känd", "64 hexadecimal digits, and :place if known"))
      }
      return SourceReference(document: digest, place: parts.count > 1 ? Text(parts[1]) : nil)
    }
  }
}
