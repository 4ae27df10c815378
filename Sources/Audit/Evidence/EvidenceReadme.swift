import CommandArguments
import Integrity
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a bundle says of itself to whoever opens it, first in Swedish, then in English.
struct EvidenceReadme {
  let subject: SubjectID
  let title: String?
  let basis: Basis
  let checkpoint: Checkpoint
  let lineCount: Int
  let since: Checkpoint?
  let hasFindings: Bool

  var text: String {
    Language.allCases.map { text($0) }.joined(separator: "\n" + String(repeating: "-", count: 78) + "\n\n")
  }

  private func text(_ language: Language) -> String {
    let name = title.map { "\(subject) \($0)" } ?? subject.text
    let banner = basis.reality == .illustrative ? StandingWords.illustration[language] + "\n\n" : ""
    return banner + (language == .sv ? swedish(name) : english(name))
  }

  private func swedish(_ name: String) -> String {
    """
    GRANSKNINGSBEVIS
    \(name)

    Ur \(basis.ledger), \(basis.owner).
    Läst till post \(basis.position); läge per \(basis.asOf?.phrase ?? "alla dagar").
    Kontrollpunkt: \(checkpoint.size) poster, rot \(checkpoint.root.base64)

    VAD DET ÄR
    Allt som liggaren säger om saken, med de \(lineCount) rader som det vilar på, byte för byte,
    och bevis för att var och en av dem finns i den bok som kontrollpunkten täcker.
    Det går att pröva utan liggaren och utan det program som skrev den.

      lines.jsonl       raderna; den första är liggarens öppnande och säger vilken bok det är
      proofs.json       bevisen (RFC 9162)
      checkpoint        kontrollpunkten, med de underskrifter som den hade
    \(since == nil ? "" : "  since.checkpoint  den tidigare kontrollpunkt som boken visas gå vidare från\n")\
      trace.html        spårningen för den som läser; trace.txt samma som text; trace.json för maskiner
      chain.svg         beslutskedjan som bild
    \(hasFindings ? "  findings.txt      regelbokens iakttagelser; findings.json samma för maskiner\n" : "")\
      verify.py         kontrollprogrammet
      manifest.json     längd och SHA-256 för varje fil

    SÅ HÄR PRÖVAS DET
    Med Python 3.11 eller senare, i denna mapp:

      python3 verify.py

    Ett kontrollprogram som kommer med beviset prövar inte sig självt. Använd helst ett som
    du har fått från annat håll: ”liggare audit evidence --verifier” skriver ut det, och det
    ligger i programmets källkod.

      python3 EGET.py bundle MAPPEN --checkpoint DIN-KONTROLLPUNKT --manifest SHA256

    --checkpoint är en kontrollpunkt som du själv har sparat, --vkey en nyckel som du litar
    på, --manifest den SHA-256 för manifest.json som du fick när beviset skapades.

    VAD SOM INTE BEVISAS
    Bevisen visar att raderna står i boken, inte att det som står där är sant.
    Att boken är densamma som du såg förut visar bara en kontrollpunkt som du har sparat.
    trace.html, trace.txt och chain.svg är framställningar av trace.json: manifestet visar att
    de är som de skrevs, inte att de säger samma sak.
    Förseglade uppgifter följer aldrig med: på raderna står bara åtaganden, i resten [maskerad].

    """
  }

  private func english(_ name: String) -> String {
    """
    AUDIT EVIDENCE
    \(name)

    From \(basis.ledger), \(basis.owner).
    Read through entry \(basis.position); state as of \(basis.asOf?.phrase ?? "every day").
    Checkpoint: \(checkpoint.size) entries, root \(checkpoint.root.base64)

    WHAT IT IS
    All that the ledger says of the subject, with the \(lineCount) lines that it rests on, byte for byte,
    and proofs that each of them is in the book that the checkpoint covers.
    It can be verified without the ledger and without the program that wrote it.

      lines.jsonl       the lines; the first is the ledger's opening and says which book it is
      proofs.json       the proofs (RFC 9162)
      checkpoint        the checkpoint, with the signatures that it had
    \(since == nil ? "" : "  since.checkpoint  the earlier checkpoint from which the book is shown to go on\n")\
      trace.html        the trace for readers; trace.txt the same as text; trace.json for machines
      chain.svg         the decision chain as a picture
    \(hasFindings ? "  findings.txt      what the rule book found; findings.json the same for machines\n" : "")\
      verify.py         the verifier
      manifest.json     length and SHA-256 of each file

    HOW TO VERIFY IT
    With Python 3.11 or later, in this folder:

      python3 verify.py

    A verifier that comes with the evidence does not verify itself. Rather use one that you
    got elsewhere: “liggare audit evidence --verifier” prints it, and it lies in the source
    of the program.

      python3 YOUR-OWN.py bundle THE-FOLDER --checkpoint YOUR-CHECKPOINT --manifest SHA256

    --checkpoint is a checkpoint that you have kept yourself, --vkey a key that you trust,
    --manifest the SHA-256 of manifest.json that you got when the evidence was made.

    WHAT IS NOT PROVED
    The proofs show that the lines are in the book, not that what they say is true.
    That the book is the one that you saw before is shown only by a checkpoint that you have kept.
    trace.html, trace.txt and chain.svg present trace.json: the manifest shows that they are as
    they were written, not that they say the same.
    Sealed values never come along: the lines hold commitments only, the rest says [masked].

    """
  }
}
