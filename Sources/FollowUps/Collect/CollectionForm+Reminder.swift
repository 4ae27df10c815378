import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension CollectionForm {
  /// The text that reminds of what has not been answered, ready to be pasted into a letter: its subject on the first line. `form` is
  /// the name of the form's files, without their endings; what is asked back is the sheet, for nothing else is read.
  package func reminder(form: String) -> String {
    let period = collection.period
    let name = responsible.official?.name?.text.split(separator: " ").first.map(String.init)
    let missing = responsible.missing.map { asked in
      let deadline = asked.measure.deadline.map { word(" (slutdatum \($0))", " (deadline \($0))") } ?? ""
      return "– \(asked.measure.id) \(asked.title)\(deadline)"
    }
    let until = due.map { word(" senast \($0)", " by \($0)") } ?? ""
    let presented = collection.presented.map {
      word("Uppföljningen redovisas \($0). ", "The follow-up is presented on \($0). ")
    }
    let lines =
      [
        word(
          "Ämne: Påminnelse om uppföljningen \(period.label)", "Subject: A reminder of the follow-up \(period.label)"),
        "",
        name.map { word("Hej \($0)!", "Dear \($0),") } ?? word("Hej!", "Hello,"), "",
        word(
          "Vi sammanställer uppföljningen av \(collection.promiseTitle) för \(DateSpan(from: period.from, through: period.through).phrase.sv) och saknar ännu ditt svar om:",
          "We are compiling the follow-up of \(collection.promiseTitle) for \(DateSpan(from: period.from, through: period.through).phrase.en) and still lack your answer about:"
        ), "",
      ] + missing + [
        "",
        word(
          "Skriv några rader om hur det går i formuläret \(form).csv, som öppnas i Excel, och skicka tillbaka det\(until). Har inget hänt är det också ett svar: skriv det. Samma frågor att läsa och skriva ut finns i \(form).docx.",
          "Write a few lines on how it is going in the form \(form).csv, which opens in Excel, and send it back\(until). If nothing has happened, that is an answer too: write so. The same questions to read and print are in \(form).docx."
        ), "",
        (presented ?? "")
          + word("Hör gärna av dig om något är oklart. Tack på förhand!", "Do ask if anything is unclear. Many thanks!"),
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
}
