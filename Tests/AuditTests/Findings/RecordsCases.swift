import LedgerDomain
import StrictJSON
import TestSupport

/// Is the book itself in order?
enum RecordsCases {
  static let sealed = String(repeating: "c", count: 64)

  static let all: [RuleCase] = [
    .finds(
      "RC-01", ["C-0001 2023-06-30"], isKept: false, "a sealed note is gone",
      """
      2022-02-01 C-0001 opened note={sealed:\(sealed)}
      """),
    .passes("RC-01", isKept: true, "it is there", "2022-02-01 C-0001 opened note={sealed:\(sealed)}"),
    .finds(
      "RC-02", ["C-0001 2022-02-02"], "a word instead of a provision",
      """
      2022-02-01 C-0001 opened
      2022-02-02 C-0001 entry.secrecy-marked provision=Sekretess
      """),
    .finds(
      "RC-02", ["C-0001 2023-06-30"], "a word instead of a provision, set nobody knows when",
      """
      2022-02-01 C-0001 opened
      - C-0001 entry.secrecy-marked provision=Sekretess
      """),
    .passes(
      "RC-02", "chapter and section",
      """
      2022-02-01 C-0001 opened
      2022-02-02 C-0001 entry.secrecy-marked
      """),
    .finds(
      "RC-03", ["C-0001 2022-04-01"], "a meeting in a closed case",
      """
      2022-02-01 C-0001 opened
      2022-03-01 C-0001 closed
      2022-04-01 C-0001 activity-recorded ! efteråt
      """),
    .finds(
      "RC-04", ["C-0001 2023-02-01"], "a case opened in a concluded ledger",
      """
      2023-01-01 L-0001 concluded
      2023-02-01 C-0001 opened ! kom sent
      """),
    .finds(
      "RC-04", ["C-0001 2023-02-01"], "an activity in a concluded ledger",
      """
      2022-02-01 C-0001 opened &a note={sealed:\(sealed)}
      2022-02-02 C-0001 activity-recorded &b
      2023-01-01 L-0001 concluded
      2023-02-01 C-0001 activity-recorded ! kom sent
      """),
    .finds(
      "RC-05", ["C-0001 2022-02-01"], needsMark: true, "marked by the recorder alone",
      """
      2022-02-01 C-0001 opened ! skulle ha öppnats i januari
      """),
    .finds(
      "RC-05", ["M-0001 2022-02-07"], needsMark: true, "marked as early, where the police carry it out alone",
      """
      2022-02-01 M-0001 proposed parties=[polisen]
      2022-02-07 M-0001 started ! polisens egen sak
      """),
    .passes(
      "RC-05", "marked by an import, on the day of the closing",
      """
      2022-06-01 L-0001 entry.document-attached role=import
      2022-02-01 C-0001 opened sources=[{document:\(digest("b").text)}] @2022-06-02
      2022-03-01 C-0001 closed sources=[{document:\(digest("b").text)}]
      2022-03-01 C-0001 activity-recorded sources=[{document:\(digest("b").text)}] ! enligt loggen
      """),
    .finds(
      "RC-06", ["C-0001 2022-02-01"], "a personal identity number in a title",
      """
      2022-02-01 C-0001 opened title="Klagomål från 900101-0017"
      """),
    .finds(
      "RC-06", ["C-0001 2022-02-01"], "a private person's address in a title",
      """
      2022-02-01 C-0001 opened title="Klagomål från kim.ek@mail.example"
      """),
    .finds(
      "RC-06", ["C-0001 2022-02-01"], "a phone number in a title",
      """
      2022-02-01 C-0001 opened title="Samtal från 070-174 06 05"
      """),
    .finds(
      "RC-06", ["C-0001 2022-02-01", "C-0001 2022-02-02", "C-0001 2022-02-03"],
      "taken out by a correction, which repeats it, and voided: it stands in the book",
      """
      2022-02-01 C-0001 opened &a title="Klagomål från 900101-0017, 070-174 06 05"
      - C-0001 entry.corrected event=&a field=title old="Klagomål från 900101-0017, 070-174 06 05" new=Klagomål
       @2022-02-02
      2022-02-03 C-0001 activity-recorded &b activity="Svar till kim.ek@mail.example"
      - C-0001 entry.reversed event=&b @2022-02-04
      """),
  ]
}
