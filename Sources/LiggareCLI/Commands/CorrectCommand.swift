import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `correct`: one field of one entry was wrong (*korrigering*).
enum CorrectCommand {
  private static let field = Option<Text>(
    text: "field", "NAME",
    Localized("fältet, till exempel deadline eller effective", "the field, such as deadline or effective"), .required)
  private static let to = Option<String>(
    "to", "VALUE",
    Localized(
      "vad det skulle ha stått; en gång för varje del av en lista",
      "what it should have said; once for each part of a list"),
    .repeated)
  private static let toNothing = Flag(
    "to-nothing", Localized("det skulle inte ha stått något", "it should have said nothing"))
  private static let old = Option<String>(
    "old", "VALUE", Localized("vad som står nu, som kontroll", "what it says now, as a check"))
  private static let decision = Option<SubjectID>(
    text: "decision", "D-ID", Localized("beslutet om rättelsen", "the decision to correct"))

  static let verb = Verb.recording(
    ["correct"], Localized("korrigera ett fält i en post", "correct one field of an entry"),
    discussion: Localized(
      "Posten står kvar som den skrevs. Rättelsen läggs till efter och gäller vid varje läsning därefter.",
      "The entry stays as it was written. The correction is added after it and holds in every reading from then on."),
    about: [EventPosition.positional], [field, to, toNothing, old, Shared.reason, Shared.by, decision], entry: true,
    example: #"liggare correct 41 --field deadline --to 2022-11-30 --reason "Skrivfel i protokollet""#,
    Localized("händelse 41 fick fel slutdatum", "event 41 had the wrong deadline")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let event = try EventPosition.event(draft)
    if given[toNothing] == given.isGiven(to) { throw .oneOf(["--to", "--to-nothing"]) }
    let name = fieldName(try given.value(field), of: event)
    let current: JSONValue?
    do throws(Refusal) {
      let entries = draft.chronicle.events(about: event.subject)
      current = try Correction.value(of: name, in: Correction.corrected(event, by: entries))
    } catch { throw .refused(error) }
    var correction = EntryCorrected(
      event: event.id, field: name, old: current, new: nil, reason: try given.value(Shared.reason),
      orderedBy: given[optional: Shared.by], decision: given[optional: decision])
    if let stated = given[optional: old] {
      correction.old = meanings(of: [stated], in: name, like: current).first { $0 == current } ?? .string(stated)
    }
    let candidates = meanings(of: given.values(to), in: name, like: current)
    correction.new = candidates.first
    // What was typed may be read in several ways; the first that fits the field is meant.
    for candidate in candidates {
      var other = correction
      other.new = candidate
      if (try? Correction.substituting(other, in: event)) != nil {
        correction = other
        break
      }
    }
    // Where only something sealed fits, the text is sealed.
    if (try? Correction.substituting(correction, in: event)) == nil, given.values(to).count == 1,
      let sealed = try draft.sealed(given.values(to)[0], in: correction, of: event)
    {
      correction.new = JSONValue(of: sealed)
    }
    // Whom an entry names only by its correction is found by the correction.
    let persons = name.text == "refs" ? persons(in: correction.new) : []
    draft.add(aboutEntryOf: event.subject, .corrected(correction), naming: persons)
  }

  /// The private persons that a list of subjects names.
  private static func persons(in value: JSONValue?) -> [SubjectID] {
    guard case .array(let elements)? = value else { return [] }
    return elements.compactMap { element in
      guard case .string(let text) = element, let id = try? SubjectID(text: text), id.kind == .person else {
        return nil
      }
      return id
    }
  }

  /// The field that a person means: its name in the journal, or what it is called in Swedish or English (`slutdatum`).
  private static func fieldName(_ stated: Text, of event: Event) -> Text {
    let fields = Correction.fields(of: event)
    if fields.contains(where: { utf8Equal($0, stated.text) }) { return stated }
    let meant = fields.filter { field in
      let words = FieldWords.words(of: field, in: event.fact.type)
      return [words.sv, words.en].contains(stated.text.lowercased())
    }
    return meant.count == 1 ? Text(meant[0]) : stated
  }

  /// What typed values can mean in a field: targets, results and reporting periods as they are typed elsewhere, a text, JSON, a list.
  private static func meanings(of typed: [String], in field: Text, like current: JSONValue?) -> [JSONValue] {
    guard let first = typed.first else { return [] }
    switch field.text {
    case "results":
      let results = typed.compactMap { TargetResult(typed: $0) }
      if results.count == typed.count { return [JSONValue(of: results)] }
    case "targets":
      let targets = typed.compactMap { Target(typed: $0) }
      if targets.count == typed.count { return [JSONValue(of: targets)] }
    case "periods":
      let periods = typed.compactMap { ReportingPeriod(typed: $0) }
      if periods.count == typed.count { return [JSONValue(of: periods)] }
    default: break
    }
    let list = JSONValue.array(typed.map { .string($0) })
    guard typed.count == 1 else { return [list] }
    return [.string(first)] + ((try? JSONValue(parsing: first)).map { [$0] } ?? []) + [list]
  }
}
