import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal key`: the keys whose signatures under checkpoints count, and how one is made.
enum JournalKeys {
  static let verbs = [create, register, retire, list]

  private static let file = Positional<String>(
    "FILE", Localized("filen med den privata nyckeln; den skapas", "the private key's file; it is made"))
  private static let source = Positional<String>(
    "FILE|VKEY",
    Localized(
      "den privata nyckelns fil, eller någon annans kontrollnyckel",
      "the private key's file, or someone else's verifier key"))
  private static let keyName = Positional<Text>(
    "NAME", Localized("nyckelns namn", "the key's name"), parse: { Text($0) })
  private static let name = Option<String>(
    "name", "NAME",
    Localized(
      "nyckelns namn, utan mellanslag: ekeborg.se/revisionen", "the key's name, without spaces: ekeborg.se/audit"))
  private static let holder = Option<PublicOfficial>(
    official: "holder", Localized("vem som har nyckeln", "who holds the key"))

  // MARK: create

  private static let create = Verb(
    spec: CommandSpec(
      ["journal", "key", "create"], Localized("skapa en nyckel", "make a key"),
      discussion: Localized(
        "En Ed25519-nyckel i PEM, läsbar bara för den som skapar den. Filen är den enda kopian: den som har den kan skriva under. Lägg den aldrig i liggarens mapp. Med --name visas kontrollnyckeln, som lämnas till dem som ska granska.",
        "An Ed25519 key in PEM, readable only by whoever makes it. The file is the only copy: who has it can sign. Never put it in the ledger's folder. With --name the verifier key is shown, to be given to those who will verify."
      ),
      positionals: [file], options: [name],
      examples: [
        .init(
          "liggare journal key create revisionen.pem --name ekeborg.se/revisionen",
          Localized("en ny fil; en som finns lämnas orörd", "a new file; one that is there is left alone"))
      ]),
    run: { session throws(Failure) in
      let path = try session.arguments.value(file)
      let name = session.arguments[optional: name]
      if let name, !NoteKey.isName(name) { throw .keyName(name) }
      let key: SigningKey
      do throws(SigningError) { key = try SigningKey.create(path) } catch { throw .signing(error) }
      let language = session.languageAsked ?? .sv
      let vkey = name.map { key.noteKey(name: $0).text }
      var json: JSONObject = [
        "kind": "liggare.journal.key.create", "version": 1, "file": .string(path),
        "publicKey": .string(Base64.encode(key.publicKey)),
      ]
      json["vkey"] = vkey.map { .string($0) }
      var rows = [KeyValue(Localized("Fil", "File")[language], Prose.code(path))]
      if let vkey {
        rows.append(KeyValue(Localized("Kontrollnyckel", "Verifier key")[language], Prose.code(vkey)))
      }
      try session.answer(
        Document(
          Localized("Nyckeln är skapad", "The key is made")[language], language: language.rawValue,
          blocks: [.keyValues(rows)]), json: .object(json))
      session.remark(
        Localized(
          "Nästa steg: liggare journal key register \(path) --name NAMN",
          "Next: liggare journal key register \(path) --name NAME")[language])
    })

  // MARK: register, retire

  private static let register = Verb.recording(
    ["journal", "key", "register"], Localized("registrera en nyckel", "register a key"),
    discussion: Localized(
      "Från och med posten räknas underskrifter med nyckeln. Registreringen är liggarens eget påstående: den som granskar litar på den kopia av nyckeln som hen själv har fått.",
      "From this entry on, signatures by the key count. The registration is the ledger's own claim: whoever verifies trusts the copy of the key that they were given."
    ),
    about: [source], [name, holder],
    example:
      #"liggare journal key register revisionen.pem --name ekeborg.se/revisionen --holder "Kim Ek, revisor, Revisionen""#,
    Localized("nyckeln stannar i sin fil; bara den publika delen skrivs", "only the public part is written")
  ) { draft throws(Failure) in
    let key = try noteKey(draft.arguments)
    try draft.add(
      .ledger,
      .ledger(
        .keyRegistered(
          KeyRegistered(
            name: Text(key.name), verifier: Text(key.text), holder: draft.arguments[optional: holder]))))
  }

  /// The key that the arguments name: a verifier key as it stands, or that of a file under the name given.
  private static func noteKey(_ arguments: ParsedCommand) throws(Failure) -> NoteKey {
    let stated = try arguments.value(source)
    let name = arguments[optional: name]
    if let key = NoteKey(parsing: stated) {
      guard name.map({ $0.utf8.elementsEqual(key.name.utf8) }) ?? true else { throw .keyName(name ?? "") }
      return key
    }
    guard let name else { throw .needs(stated, "--name") }
    guard NoteKey.isName(name) else { throw .keyName(name) }
    do throws(SigningError) { return try SigningKey(stated).noteKey(name: name) } catch { throw .signing(error) }
  }

  private static let retire = Verb.recording(
    ["journal", "key", "retire"], Localized("dra in en nyckel", "retire a key"),
    discussion: Localized(
      "Underskrifter under senare kontrollpunkter räknas inte. Tidigare underskrifter står kvar.",
      "Signatures under later checkpoints do not count. Earlier ones stand."),
    about: [keyName], [Shared.reason],
    example: #"liggare journal key retire ekeborg.se/revisionen --reason "Ny revisor""#,
    Localized("namnet kan sedan få en ny nyckel", "the name may then get a new key")
  ) { draft throws(Failure) in
    try draft.add(
      .ledger,
      .ledger(
        .keyRetired(
          KeyRetired(
            name: try draft.arguments.value(keyName), reason: try draft.arguments.value(Shared.reason)))))
  }

  // MARK: list

  private static let list = Verb(
    spec: CommandSpec(
      ["journal", "key", "list"], Localized("lista nycklarna", "list the keys"),
      examples: [
        .init(
          "liggare journal key list --journal journal/exempel",
          Localized("namn, innehavare, från och till vilken post", "name, holder, from and to which entry"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let language = reading.language
      func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
      let keys = reading.book.ledger?.keys ?? []
      let table = Table(
        columns: [
          Table.Column(word("Namn", "Name"), priority: 1), Table.Column(word("Innehavare", "Holder"), priority: 1),
          Table.Column(word("Registrerad", "Registered"), priority: 1),
          Table.Column(word("Indragen", "Retired"), priority: 1),
          Table.Column(word("Kontrollnyckel", "Verifier key"), wraps: false),
        ],
        rows: keys.map { key in
          [
            Table.Cell(key.registered.name.text), Table.Cell(key.registered.holder?.phrase ?? ""),
            Table.Cell("#\(key.mark.position)"), Table.Cell(key.retired.map { "#\($0.position)" } ?? ""),
            Table.Cell(key.registered.verifier.text),
          ]
        }, emptyText: word("Inga nycklar är registrerade.", "No keys are registered."))
      try session.answer(
        reading.document(word("Nycklar", "Keys"), [.table(table)]),
        json: reading.json(
          "journal.key.list",
          [
            "keys": .array(
              keys.map { key in
                var object: JSONObject = [
                  "name": .string(key.registered.name.text), "vkey": .string(key.registered.verifier.text),
                  "registered": JSONValue(key.mark.position),
                ]
                object["holder"] = key.registered.holder.map { .string($0.phrase) }
                object["retired"] = key.retired.map { JSONValue($0.position) }
                return .object(object)
              })
          ]))
    })
}

/// The keys that a ledger has registered, as far as they can be read.
struct KeyRing {
  struct Entry {
    let key: NoteKey
    /// The positions of its registration and of its retirement.
    let registered: Int
    let retired: Int?
  }

  let entries: [Entry]

  init(_ keys: [Ledger.Key]) {
    entries = keys.compactMap { key in
      NoteKey(parsing: key.registered.verifier.text).map {
        Entry(key: $0, registered: key.mark.position, retired: key.retired?.position)
      }
    }
  }
}
