import CommandArguments
import LedgerDomain
import StrictJSON

/// `person`: private persons by number, everything about them sealed.
enum PersonCommands {
  static let noun = Noun(
    "person", Localized("privatpersoner, förseglade", "private persons, sealed"),
    [register, change, Verb.list(.person), Verb.show(.person)])

  private static let name = Option<String>("name", "NAME", Localized("namnet; förseglas", "the name; sealed"))
  private static let contact = Option<String>(
    "contact", "TEXT", Localized("adress, telefon, e-post; förseglas", "address, phone, e-mail; sealed"))

  static let register = Verb.recording(
    ["person", "register"], Localized("ge en privatperson ett nummer", "give a private person a number"),
    discussion: Localized(
      "Numret säger inget om personen. Poster nämner det med --ref, och det som de förseglar hör då till personen: ”journal person” samlar det, ”journal erase” gallrar det.\n\n”measure propose --proposed-by-citizen”, ”case open --proposed-by-citizen” och ”decision appeal --appellant” registrerar den som inte har något nummer.",
      "The number says nothing about the person. Entries name it with --ref, and what they seal is then the person's: “journal person” collects it, “journal erase” disposes of it.\n\n“measure propose --proposed-by-citizen”, “case open --proposed-by-citizen” and “decision appeal --appellant” register whoever has no number."
    ),
    [name, contact], example: #"liggare person register --name "Kim Ask" --contact "kim.ask@example.org""#,
    Localized("namn och kontakt förseglas", "name and contact are sealed")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      draft.newID(.person),
      .person(
        .registered(
          PersonRegistered(
            name: try draft.seal("name", given[optional: name]),
            contact: try draft.seal("contact", given[optional: contact])))))
  }

  static let change = Verb.recording(
    ["person", "change"], Localized("nytt namn eller ny kontakt", "another name or contact"),
    about: [SubjectKind.person.positional], [name, contact],
    example: #"liggare person change E-0001 --contact "070-174 06 05""#,
    Localized("det gamla står kvar förseglat", "the old one stays, sealed")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(SubjectKind.person.positional),
      .person(
        .changed(
          PersonChanged(
            name: try draft.seal("name", given[optional: name]),
            contact: try draft.seal("contact", given[optional: contact])))))
  }
}
