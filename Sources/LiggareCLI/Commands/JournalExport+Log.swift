import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

extension JournalExport {
  /// Writes the book as a static log that other tools check (tlog-tiles), and answers with what was written.
  static func writeLog(_ session: Session, _ path: String) throws(Failure) {
    let view = try session.journal(isCached: false)
    let language = session.languageAsked ?? Language(rawValue: view.opened.language.text) ?? .sv
    let outcome: LogExport.Outcome
    do throws(ExportFailure) { outcome = try LogExport.write(view, to: path) } catch { throw .export(error) }
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let beyond = view.count - outcome.checkpoint.size
    var rows = [
      KeyValue(word("Mapp", "Folder"), Prose.code(path)),
      KeyValue(word("Poster", "Entries"), Prose(String(outcome.checkpoint.size))),
      KeyValue(word("Rot", "Root"), Prose.code(outcome.checkpoint.root.base64)),
      KeyValue(
        word("Skrivna filer", "Files written"),
        Prose(
          word(
            "\(outcome.bundleCount) med poster, \(outcome.tileCount) med hashvärden",
            "\(outcome.bundleCount) of entries, \(outcome.tileCount) of hashes"))),
    ]
    if outcome.from > 0 {
      rows.append(KeyValue(word("Förlängd från", "Extended from"), Prose(String(outcome.from))))
    }
    if beyond > 0 {
      rows.append(
        KeyValue(word("Efter kontrollpunkten, ej med", "Beyond the checkpoint, left out"), Prose(String(beyond))))
    }
    let banner: [Block] = view.opened.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    try session.answer(
      Document(
        word("Loggen är skriven", "The log is written"), language: language.rawValue,
        blocks: banner + [.keyValues(rows)]),
      json: .object([
        "kind": "liggare.journal.export", "version": 1, "folder": .string(path),
        "from": JSONValue(outcome.from), "size": JSONValue(outcome.checkpoint.size),
        "root": .string(outcome.checkpoint.root.base64), "bundles": JSONValue(outcome.bundleCount),
        "tiles": JSONValue(outcome.tileCount), "beyondCheckpoint": JSONValue(beyond),
      ]))
  }
}
