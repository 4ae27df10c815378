import CommandArguments
import LedgerDomain
import Projections

// What can happen to a subject of any kind, and private persons.

extension GuidedStory {
  static let anything = Theme(
    words: Localized(
      "en handling, sekretess eller en privatperson", "a document, secrecy or a private person"),
    stories: [
      GuidedStory(
        "en handling fogades till något", "a document was attached to something", ["document", "attach"],
        ["file", "sha256", "name", "registry-number", "role"]),
      GuidedStory(
        "något sekretessmarkerades", "something was marked secret", ["secrecy", "mark"],
        ["field", "provision", "by"]),
      GuidedStory(
        "en sekretessmarkering hävdes", "a secrecy mark was lifted", ["secrecy", "lift"], ["field", "by"],
        among: marked),
      GuidedStory(
        "en privatperson fick ett nummer i boken", "a private person was given a number in the book",
        ["person", "register"], ["name", "contact"]),
      GuidedStory(
        "en privatperson fick nytt namn eller ny kontakt", "a private person has another name or contact",
        ["person", "change"], ["name", "contact"]),
    ],
    note: Localized(
      "(Gallring görs inte här utan med ”liggare journal erase”, under ett gallringsbeslut.)",
      "(Values are erased not here but with “liggare journal erase”, under a disposal decision.)"))

  /// The subjects that bear a mark.
  private static let marked: @Sendable (Chronicle) -> [SubjectID] = { chronicle in
    chronicle.subjects(withEvent: SecrecyMarked.type).filter { !chronicle.state(of: $0).record.secrecy.isEmpty }
  }
}
