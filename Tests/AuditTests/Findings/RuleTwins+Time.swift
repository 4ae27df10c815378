import LedgerDomain
import StrictJSON
import TestSupport

extension RuleTwins {
  /// A file that entries were imported from, and an entry's statement that it was.
  private static let file = "L-0001 entry.document-attached role=import"
  private static let imported = "sources=[{document:\(digest("b").text)}]"

  static let time: [RuleTwin] = [
    RuleTwin(
      "TI-01", "goes-on", "the work ended after the promise",
      of: "decided in time and begun after the promise had ended",
      "started !", "implemented !"),
    RuleTwin("TI-01", "no-promise", "under no promise", "M-0001 proposed", "M-0001 proposed promise= parties="),
    RuleTwin(
      "TI-01", "extended", "an amendment had given the promise a longer time", "2023-12-01 M-0001",
      """
      2023-11-01 D-0002 made outcome=amended
      2023-11-01 P-0001 amended validity={from:2022-01-01,through:2024-12-31} decision=D-0002
      2023-12-01 M-0001
      """),
    RuleTwin(
      "TI-01", "unknown-day", "begun on a day nobody knows",
      of: "decided in time and begun after the promise had ended",
      "2024-02-01 M-0001", "- M-0001"),
    RuleTwin("TI-02", "not-stated", "when it was received is not stated", " received=2022-03-02"),
    RuleTwin(
      "TI-02", "imported", "imported from a file", "2022-03-01 D-0001 made",
      "2022-03-01 \(file)\n2022-03-01 D-0001 made \(imported)"),
    RuleTwin("TI-03", "before-the-book", "verified a year before the ledger was opened", "2022-03-", "2021-03-"),
    RuleTwin(
      "TI-03", "imported", "imported from a file", "2022-03-01 D-0001 made",
      "2022-03-11 \(file)\n2022-03-01 D-0001 made \(imported)"),
    RuleTwin("TI-03", "unbound", "a council that the rules on minutes do not bind", setting: unbound),
    RuleTwin("TI-03", "no-meeting", "the meeting is not named", ",meeting:T-0001"),
    RuleTwin("TI-03", "unknown-day", "verified on a day nobody knows", "2022-03-10 T-0001", "- T-0001"),
    RuleTwin("TI-04", "same-time", "both at the same time", "@2022-03-02", "@2022-03-04"),
    RuleTwin("TI-04", "to-come", "on the day asked about neither is effective yet", on: "2022-02-01"),
    RuleTwin("TI-05", "source", "the file is a document that someone typed from", "role=import", "role=källdokument"),
    RuleTwin(
      "TI-06", "about-an-entry", "only the correction has no day", "- C-0001 opened",
      "2022-03-05 C-0001 opened &a\n- C-0001 entry.corrected event=&a field=title old=Ärende new=Sak"),
    RuleTwin(
      "TI-06", "about-an-entry", "only the voiding has no day", "- C-0001 opened",
      """
      2022-03-05 C-0001 opened
      2022-03-05 C-0001 activity-recorded &a
      - C-0001 entry.reversed event=&a
      """),
  ]

  static let records: [RuleTwin] = [
    RuleTwin("RC-01", "copy", "a copy of the book without the folder", isOfACopy: true),
    RuleTwin(
      "RC-01", "erased", "erased under a disposal decision",
      adding: "2022-09-01 C-0001 entry.value-erased commitments=[\(RecordsCases.sealed)]"),
    RuleTwin(
      "RC-02", "choice", "a provision that hardly fits", "provision=Sekretess", "provision=\"OSL 5 kap. 5 §\""),
    RuleTwin("RC-03", "same-day", "on the day of the closing", "2022-04-01", "2022-03-01"),
    RuleTwin(
      "RC-03", "reopened", "reopened the day before", "2022-04-01 C-0001",
      "2022-03-31 C-0001 reopened reason=nytt\n2022-04-01 C-0001"),
    RuleTwin("RC-03", "documents", "a document was attached", "activity-recorded", "entry.document-attached"),
    RuleTwin("RC-03", "documents", "a secrecy mark was set", "activity-recorded", "entry.secrecy-marked"),
    RuleTwin("RC-03", "unknown-day", "closed on a day nobody knows", "2022-03-01 C-0001", "- C-0001"),
    RuleTwin("RC-03", "unknown-day", "the meeting was on a day nobody knows", "2022-04-01 C-0001", "- C-0001"),
    RuleTwin(
      "RC-04", "care", "a document was attached", of: "an activity in a concluded ledger", late,
      "2023-02-01 C-0001 entry.document-attached"),
    RuleTwin(
      "RC-04", "care", "a secrecy mark was set", of: "an activity in a concluded ledger", late,
      "2023-02-01 C-0001 entry.secrecy-marked"),
    RuleTwin(
      "RC-04", "care", "an entry was corrected", of: "an activity in a concluded ledger", late,
      "- C-0001 entry.corrected event=&a field=title old=Ärende new=Sak @2023-02-01"),
    RuleTwin(
      "RC-04", "care", "an entry was voided", of: "an activity in a concluded ledger", late,
      "- C-0001 entry.reversed event=&b @2023-02-01"),
    RuleTwin(
      "RC-04", "care", "a value was erased", of: "an activity in a concluded ledger", late,
      "2023-02-01 C-0001 entry.value-erased commitments=[\(RecordsCases.sealed)]"),
    RuleTwin(
      "RC-05", "told", "AU-01 tells of it, with the reason",
      of: "marked as early, where the police carry it out alone", " parties=[polisen]"),
    RuleTwin(
      "RC-05", "imported", "imported from a file", "2022-02-01 C-0001 opened",
      "2022-02-01 \(file)\n2022-02-01 C-0001 opened \(imported)"),
    RuleTwin(
      "RC-06", "sealed", "it is sealed", " title=\"Klagomål från 900101-0017\"", " note={sealed:\(RecordsCases.sealed)}"
    ),
    RuleTwin("RC-06", "organisation", "the number is a company's", "900101-0017", "556012-5790"),
    RuleTwin(
      "RC-06", "function", "the address is the registrar's", of: "a private person's address in a title",
      "kim.ek@mail.example", "registrator@ekeborg.example"),
    RuleTwin(
      "RC-06", "service", "the number is a service's", of: "a phone number in a title", "070-174 06 05",
      "020-12 34 56"),
  ]

  private static let late = "2023-02-01 C-0001 activity-recorded ! kom sent"
}
