import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// What a verification has come to: the lines, what was kept elsewhere, signatures.
struct Verdict {
  enum Reading {
    case whole(VerificationReport)
    case quick(QuickReport)
  }

  let reading: Reading
  let evidence: [(thing: KeptThings.Thing, standing: Standing)]
  let signatures: Signatures
  var remembered: KeptThings.Remembered?

  init(
    _ reading: Reading, _ evidence: [(thing: KeptThings.Thing, standing: Standing)], _ signatures: Signatures
  ) {
    self.reading = reading
    self.evidence = evidence
    self.signatures = signatures
  }

  var report: VerificationReport? { if case .whole(let report) = reading { report } else { nil } }

  var checkpoint: Checkpoint? {
    switch reading {
    case .whole(let report): report.checkpoint
    case .quick(let report): report.checkpoint
    }
  }

  /// Why the command fails; nil where all is well. Damage comes first: it may be why the rest does not fit.
  var failure: Failure? {
    if let damage = report?.damages.first { return .damaged(.damage(damage)) }
    if let (thing, standing) = evidence.first(where: { $0.standing != .holds }) {
      return .standing(standing, of: thing.words)
    }
    if let wrong = signatures.findings.first(where: { $0.verdict == .wrong }) {
      return .signing(.wrongSignature(name: wrong.name, keyHash: UInt32(wrong.keyHash, radix: 16) ?? 0))
    }
    return signatures.missing.first.map { .notSignedBy(name: $0) }
  }

  /// What this verification does not tell.
  var notChecked: [VerificationReport.NotChecked] {
    var list: [VerificationReport.NotChecked]
    switch reading {
    case .whole(let report): list = report.notChecked
    case .quick(let report):
      list = [.checkpointsElsewhere]
      if report.readCount < report.lineCount {
        list += [.readEarlier(lineCount: report.lineCount - report.readCount), .idsAndVersions]
      }
      list.append(.sealedValues)
      let beyond = report.lineCount - (report.checkpoint?.size ?? 0)
      if beyond > 0 { list.append(.beyondCheckpoint(lineCount: beyond)) }
    }
    let isUnknown = signatures.findings.contains { $0.verdict == .unknown || $0.verdict == .unchecked }
    list.removeAll { $0 == .signatures }
    if isUnknown || (checkpoint?.signatureText.isEmpty == false && signatures.findings.isEmpty) {
      list.append(.signatures)
    }
    // What a witness has borne out need not be taken on trust.
    if let proved = evidence.filter({ $0.standing == .holds }).map(\.thing.statement.size).max() {
      list.removeAll { $0 == .checkpointsElsewhere }
      if proved < checkpoint?.size ?? 0 { list.insert(.afterKept(position: proved), at: 0) }
    }
    return list
  }

  /// On damage: whether what a checkpoint covers lies within the lines that are good.
  func isWithinGood(_ size: Int) -> Bool { size <= report?.goodLineCount ?? size }
}

extension VerificationReport.NotChecked {
  /// The name in JSON.
  var name: String {
    switch self {
    case .checkpointsElsewhere: "checkpoints-elsewhere"
    case .signatures: "signatures"
    case .beyondCheckpoint: "beyond-checkpoint"
    case .noCheckpoint: "no-checkpoint"
    case .setAside: "set-aside"
    case .presented: "presented"
    case .afterKept: "after-kept"
    case .readEarlier: "read-earlier"
    case .idsAndVersions: "ids-and-versions"
    case .sealedValues: "sealed-values"
    }
  }

  var words: Localized {
    switch self {
    case .checkpointsElsewhere:
      Localized(
        "Om boken bytts ut tillsammans med sin kontrollpunkt: det visar bara en kontrollpunkt som förvaras någon annanstans.",
        "Whether the book was replaced together with its checkpoint: only a checkpoint kept elsewhere shows that.")
    case .signatures:
      Localized(
        "Underskrifter på kontrollpunkten med nycklar som inte är kända här: ange --vkey.",
        "Signatures on the checkpoint by keys that are not known here: give --vkey.")
    case .beyondCheckpoint(let count):
      Localized(
        "\(count) rader efter kontrollpunkten: ingen rot täcker dem.",
        "\(count) lines beyond the checkpoint: no root covers them.")
    case .noCheckpoint: Localized("Ingen kontrollpunkt gick att läsa.", "No checkpoint could be read.")
    case .setAside(let files):
      Localized(
        "Filer lagda åt sidan: \(files.joined(separator: ", ")).", "Files set aside: \(files.joined(separator: ", ")).")
    case .presented:
      Localized(
        "Redovisade dokument: ”follow-up show --document” granskar dem.",
        "Presented documents: “follow-up show --document” checks them.")
    case .afterKept(let position):
      Localized(
        "Om det som kom efter post \(position) bytts ut: så långt räcker det som förvarats någon annanstans.",
        "Whether what came after entry \(position) was replaced: so far reaches what was kept elsewhere.")
    case .readEarlier(let count):
      Localized(
        "Post 1–\(count): de lästes när cachen skrevs och inte nu. En ändring i filerna sedan dess syns inte här.",
        "Entries 1–\(count): they were read when the cache was written, and not now. A change in the files since does not show here."
      )
    case .idsAndVersions:
      Localized(
        "Om ett id används två gånger, och om en saks poster är i följd, tvärs över det som cachen känner.",
        "Whether an id is used twice, and whether a subject's entries follow on each other, across what the cache knows."
      )
    case .sealedValues: Localized("De förseglade värdena.", "The sealed values.")
    }
  }
}
