import CommandArguments
import Documents

/// The checkpoint under a report: what the book held when the report was made, to be typed into minutes and held against the
/// book later.
package struct PackCheckpoint: Sendable {
  /// The three lines of a checkpoint: the log's name, the number of entries, the root in base64.
  package let origin: String
  package let size: Int
  package let root: String
  /// The same in one line of groups of four, to be read aloud and typed.
  package let printed: String
  /// Whose signatures stand on a checkpoint of the book that covers these entries, by the names of the keys; a claim, not a proof.
  package let signers: [String]

  package init(origin: String, size: Int, root: String, printed: String, signers: [String] = []) {
    self.origin = origin
    self.size = size
    self.root = root
    self.printed = printed
    self.signers = signers
  }

  /// The last part of a report: the checkpoint, and how both parties sign it.
  func blocks(_ language: Language) -> [Block] {
    let heading = Localized("Kontrollpunkt för protokollet", "Checkpoint for the minutes")
    let lead = Localized(
      "Skriv raden i protokollet. Med den kan vem som helst senare pröva att de \(size) poster som uppföljningen bygger på inte har ändrats: ",
      "Enter this line in the minutes. With it anyone can later check that the \(size) entries which the report rests on have not been changed: "
    )
    let how = Localized(
      "När uppföljningen har redovisats kan båda parterna skriva under, var och en med sin nyckel: ",
      "When the report has been presented both parties can sign, each with its own key: ")
    let named = Localized(
      "Underskriven med nycklarna \(signers.joined(separator: ", ")). Pröva underskrifterna: ",
      "Signed with the keys \(signers.joined(separator: ", ")). Check the signatures: ")
    let close: Prose =
      signers.isEmpty
      ? Prose(how[language]) + .code("liggare journal checkpoint --sign \(Localized("NYCKEL", "KEY")[language]).pem")
      : Prose(named[language]) + .code("liggare journal verify")
    return [
      .heading(level: 1, heading[language]), .paragraph(Prose(lead[language]) + .code(printed)),
      .verbatim("\(origin)\n\(size)\n\(root)"), .paragraph(close),
    ]
  }
}
