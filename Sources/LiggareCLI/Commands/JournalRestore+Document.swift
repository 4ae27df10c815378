import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// What was restored, as people read it.
struct RestoreWords {
  let request: Restore.Request
  let restore: Restore
  /// The checkpoint of the restored ledger; nil for a dry run.
  let written: Checkpoint?
  let language: Language

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private func row(_ sv: String, _ en: String, _ text: String) -> KeyValue { KeyValue(word(sv, en), Prose(text)) }

  var document: Document {
    let banner: [Block] =
      restore.opened.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    let title =
      written == nil
      ? word("Skulle återställas (inget är skrivet)", "Would be restored (nothing is written)")
      : word("Boken är återställd", "The book is restored")
    let sentences = heldBack + erasedAgain
    return Document(
      title, language: language.rawValue,
      blocks: banner + [.keyValues(rows)] + (sentences.isEmpty ? [] : [.list(sentences, ordered: false)]))
  }

  private var rows: [KeyValue] {
    var rows = [
      KeyValue(word("Mapp", "Folder"), Prose.code(request.path)),
      row("Poster ur säkerhetskopian", "Entries of the backup", String(restore.checkpoint.size)),
    ]
    if restore.erasureCount > 0 {
      rows.append(row("Poster om gallring, på nytt", "Entries of erasures, anew", String(restore.erasureCount)))
    }
    rows.append(KeyValue(word("Rot", "Root"), Prose.code((written ?? restore.checkpoint).root.base64)))
    if restore.documentCount > 0 {
      rows.append(row("Redovisade dokument", "Presented documents", String(restore.documentCount)))
    }
    rows += MissingDocuments.rows(restore.missingDocuments, language)
    if restore.beyondCount > 0 {
      rows.append(
        row(
          "Efter kopians kontrollpunkt, ej med", "Beyond the copy's checkpoint, left out", String(restore.beyondCount)))
    }
    return rows + sealedRows
  }

  private var sealedRows: [KeyValue] {
    guard let sealed = restore.sealed else {
      let text =
        restore.valueCount == 0
        ? word("boken har inga", "the book has none")
        : word(
          "\(restore.valueCount), inte återställda: ange --sealed MAPP",
          "\(restore.valueCount), not restored: give --sealed DIR")
      return [row("Förseglade värden", "Sealed values", text)]
    }
    var rows = [row("Förseglade värden", "Sealed values", String(sealed.restoredCount))]
    if sealed.missingCount > 0 {
      rows.append(
        row(
          "Saknas utan gallringsbeslut", "Missing without a decision",
          word(
            "\(sealed.missingCount) (skada, eller kortare bevarande)",
            "\(sealed.missingCount) (damage, or a shorter retention)")))
    }
    if sealed.foreignCount > 0 {
      rows.append(
        row(
          "Inte bokens, ej återställda", "Not of this book, not restored", String(sealed.foreignCount)))
    }
    return rows
  }

  /// What is erased in the book and was in the folder all the same.
  private var heldBack: [Prose] {
    (restore.sealed?.heldBack ?? []).map { count in
      Prose(
        word(
          "Gallrat kommer inte tillbaka: \(values(count.count)) i mappen, beslut \(decision(count.decision)).",
          "What is erased does not come back: \(values(count.count)) in the folder, decision \(decision(count.decision))."
        ))
    }
  }

  private var erasedAgain: [Prose] {
    var sentences = restore.erasedAgain.map { count in
      Prose(
        written == nil
          ? word(
            "Gallringen skulle tillämpas på nytt: \(values(count.count)), beslut \(decision(count.decision)).",
            "The erasure would be applied again: \(values(count.count)), decision \(decision(count.decision)).")
          : word(
            "Gallringen tillämpades på nytt: \(values(count.count)), beslut \(decision(count.decision)).",
            "The erasure was applied again: \(values(count.count)), decision \(decision(count.decision))."))
    }
    if restore.newerCount > 0 {
      sentences.append(
        Prose(
          word(
            "Raderna i --erasures nämner också \(values(restore.newerCount)) som registrerades efter säkerhetskopian.",
            "The lines of --erasures also name \(values(restore.newerCount)) recorded after the backup.")))
    }
    return sentences
  }

  private func values(_ count: Int) -> String {
    count == 1 ? word("1 värde", "1 value") : word("\(count) värden", "\(count) values")
  }

  /// `KS 2023:14 (Kommunstyrelsen, 2023-05-02)`
  private func decision(_ decision: DisposalDecision) -> String {
    "\(decision.reference.text) (\(decision.organ.text), \(decision.decided.text))"
  }
}
