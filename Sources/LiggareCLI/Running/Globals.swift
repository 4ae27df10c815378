import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// The options that every command takes.
enum Globals {
  static let journal = Option<String>(
    "journal", "DIR",
    Localized("liggarens mapp (annars LIGGARE_JOURNAL)", "the ledger's folder (else LIGGARE_JOURNAL)"))
  static let asOf = Option<Effective>(
    typed: "as-of", "DATE",
    Localized(
      "vad som gällde vid den dagens slut (förval: i dag)", "what was true at the end of that day (default: today)"))
  static let knownAt = Option<Instant>(
    moment: "known-at", "TIME",
    Localized("vad som var registrerat vid tidpunkten (förval: allt)", "what was recorded at that time (default: all)"))
  static let json = Flag("json", Localized("svara med JSON", "answer in JSON"))
  static let markdown = Flag("markdown", Localized("svara med Markdown", "answer in Markdown"))
  static let language = Option<Language>(
    "lang", "LANG", Localized("språk (förval: liggarens)", "language (default: the ledger's)"))
  static let quiet = Flag(
    "quiet", short: "q", Localized("bara svaret, inga upplysningar", "the answer only, no remarks"))
  static let noColor = Flag("no-color", Localized("inga färger (även NO_COLOR)", "no colours (also NO_COLOR)"))

  static let noCache = Flag(
    "no-cache",
    Localized(
      "läs hela boken på nytt i stället för ur cachen", "read the whole book anew instead of from the cache"))

  static let all: [any Declared] = [journal, asOf, knownAt, json, markdown, language, quiet, noColor, noCache]
}
