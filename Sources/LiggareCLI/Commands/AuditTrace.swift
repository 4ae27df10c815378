import Audit
import CommandArguments
import Documents
import DurableFiles
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `audit trace`: the whole story of a subject, as entries or as a chain, or of an office-holder or a registry number.
enum AuditTrace {
  private static let subject = Positional<SubjectID>(
    text: "ID", Localized("det som avses", "the subject"), .optional)
  private static let proofs = Flag(
    "proofs",
    Localized(
      "bevisa varje post: att dess rad finns i boken som kontrollpunkten täcker",
      "prove each entry: that its line is in the book that the checkpoint covers"))
  private static let findings = Flag(
    "findings",
    Localized(
      "pröva mot regelboken också en bok med fler än \(judgedUnasked) poster",
      "judge by the rule book even a book of more than \(judgedUnasked) entries"))
  private static let noFindings = Flag(
    "no-findings", Localized("utan det som regelboken finner", "without what the rule book finds"))
  /// How many entries a book may have to be judged unasked: for the findings of one subject all entries are read.
  static let judgedUnasked = 20_000
  private static let graph = Flag(
    "graph", Localized("beslutskedjan som ett träd", "the decision chain as a tree"))
  static let svg = Option<String>(
    "svg", "FILE", Localized("beslutskedjan som en bild i filen", "the decision chain as a picture in the file"))
  private static let person = Option<String>(
    "person", "NAME",
    Localized("allt som en befattningshavare har haft en roll i", "all that an office-holder had a role in"))
  private static let registry = Option<String>(
    "registry", "NUMBER", Localized("det som har diarienumret", "what has the registry number"))

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "trace"], Localized("allt om en sak, i ordning", "the whole story of one subject, in order"),
      discussion: Localized(
        "Varje post med båda klockorna, personer efter roll, befogenhet med rättslig grund, underlag, det den följer av, och rättelser bredvid det de rättar. Med --proofs också beviset för varje post, prövat mot bokens kontrollpunkt; --json ger bevisen hela.\n\nDet som regelboken finner står vid posterna. Då prövas hela boken, så i en bok med fler än \(judgedUnasked) poster står det bara med --findings.\n\nMed --graph kedjan från lägesbild och ärende över besluten till redovisning och utvärdering, som träd; med --svg som bild. --person och --registry söker i alla poster.",
        "Each entry with both clocks, people by role, authority with its legal ground, grounds, what it follows from, and corrections beside what they correct. With --proofs also the proof of each entry, checked against the book's checkpoint; --json gives the proofs in full.\n\nWhat the rule book finds stands at the entries. The whole book is judged for it, so in a book of more than \(judgedUnasked) entries it stands there only with --findings.\n\nWith --graph the chain from situation picture and case over the decisions to reports and evaluation, as a tree; with --svg as a picture. --person and --registry search all entries."
      ),
      positionals: [subject, AuditNoneBetween.first, AuditNoneBetween.last],
      options: [
        proofs, findings, noFindings, graph, svg, person, registry, AuditNoneBetween.flag, Unsealing.reveal,
      ] + Delivery.options,
      examples: [
        .init("liggare audit trace M-0007 --journal journal/exempel", Localized("en åtgärd", "a measure")),
        .init(
          "liggare audit trace M-0007 --proofs --journal journal/exempel",
          Localized("med bevis för varje post", "with a proof of each entry")),
        .init(
          "liggare audit trace M-0007 --no-findings --journal journal/exempel",
          Localized("bara det som står i boken", "only what the book says")),
        .init(
          "liggare audit trace M-0007 --graph --svg kedja.svg --journal journal/exempel",
          Localized("kedjan, som träd och som bild", "the chain, as a tree and as a picture")),
        .init(
          "liggare audit trace M-0007 --out spar.docx --journal journal/exempel",
          Localized("som ett dokument i Word", "as a document in Word")),
        .init(
          "liggare audit trace --person \"Sofia Brandt\" --journal journal/exempel",
          Localized("en befattningshavare", "an office-holder")),
        .init(
          "liggare audit trace --registry KS/2022:0041 --journal journal/exempel",
          Localized("ett diarienummer", "a registry number")),
        AuditNoneBetween.example,
      ]),
    run: { session throws(Failure) in
      let arguments = session.arguments
      switch (arguments[optional: subject], arguments[optional: person], arguments[optional: registry]) {
      case (let id?, nil, nil): try trace(session, id)
      case (nil, let name?, nil):
        try refuseChain(arguments, beside: "--person")
        try official(session, trimmed(name))
      case (nil, nil, let number?):
        try refuseChain(arguments, beside: "--registry")
        try registryNumber(session, trimmed(number))
      default: throw .oneOf(["ID", "--person", "--registry"])
      }
    })

  private static func trace(_ session: Session, _ id: SubjectID) throws(Failure) {
    let arguments = session.arguments
    if try AuditNoneBetween.isAsked(arguments) {
      if arguments[Unsealing.reveal] { throw .exclusive(["--none-between", "--reveal"]) }
      return try AuditNoneBetween.answer(id, session)
    }
    let isChain = arguments[graph] || arguments[optional: svg] != nil
    for (isGiven, name) in [
      (arguments[findings], "--findings"), (arguments[noFindings], "--no-findings"), (arguments[proofs], "--proofs"),
      (arguments[Unsealing.reveal], "--reveal"),
    ]
    where isGiven && isChain { throw .exclusive([name, arguments[graph] ? "--graph" : "--svg"]) }
    if arguments[findings], arguments[noFindings] { throw .exclusive(["--findings", "--no-findings"]) }
    let reading = try session.reading()
    var trace = try AuditTrace.known(id, session, reading)
    if isChain { return try chain(session, trace, reading) }
    let count = reading.journal.count
    if arguments[findings] || !arguments[noFindings] && count <= judgedUnasked {
      trace = try examined(trace, session, reading).trace
    } else if !arguments[noFindings] {
      trace.judgement = .tooLarge(entries: count, limit: judgedUnasked)
    }
    let proofs = arguments[proofs] ? try proved(trace, reading.journal) : nil
    try session.answer(
      trace.document(reading.language, basis: reading.basis, proofs: proofs),
      json: trace.json(basis: reading.basis, proofs: proofs))
  }

  /// The trace of a subject of which anything is known; the nearest is suggested where nothing is.
  static func known(_ id: SubjectID, _ session: Session, _ reading: LedgerReading) throws(Failure) -> Trace {
    let trace = Trace(
      of: id, in: reading.chronicle, asOf: session.arguments[optional: Globals.asOf], today: reading.today,
      reveal: reading.reveal)
    try session.checkReading()
    guard trace.isKnown else { throw .tracing(.noSubject(id, known: reading.chronicle.subjects(near: id))) }
    return trace
  }

  /// The trace with what the rule book finds of it, and all that it finds of the subject.
  static func examined(
    _ trace: Trace, _ session: Session, _ reading: LedgerReading
  ) throws(Failure) -> (trace: Trace, examination: Examination) {
    let examination = try session.examination(
      reading, of: FindingInterest(trace.subject, positions: trace.shownPositions))
    try session.checkReading()
    return (trace.remarked(by: examination), examination.narrowed(to: trace.subject) { _ in true })
  }

  private static func chain(_ session: Session, _ trace: Trace, _ reading: LedgerReading) throws(Failure) {
    let chain = ChainGraph(trace)
    let title = reading.book.title(of: trace.subject) ?? ""
    if let path = session.arguments[optional: svg] {
      let diagram = chain.diagram(reading.language, basis: reading.basis, title: title)
      try session.checkReading()
      try Delivery.write(
        Array(SVGRenderer().render(diagram).utf8), to: path, replacing: session.arguments[Delivery.force])
      if !session.arguments[graph], !session.arguments[Globals.json], !session.arguments.isGiven(Delivery.out) {
        let words = Localized("Bilden är skriven", "The picture is written")[reading.language]
        return try session.answer(reading.document(words, [.keyValues([KeyValue("SVG", .code(path))])]))
      }
    }
    try session.answer(
      chain.document(reading.language, basis: reading.basis, title: title), json: chain.json(basis: reading.basis))
  }

  private static func official(_ session: Session, _ name: String) throws(Failure) {
    let reading = try session.reading()
    let hits = try hits(.official(name), session, reading)
    guard !hits.isEmpty else { throw .tracing(.noOfficial(name, near: hits.near)) }
    let trace = OfficialTrace(name, hits, in: reading.chronicle)
    try session.answer(
      trace.document(reading.language, book: reading.book, basis: reading.basis), json: trace.json(basis: reading.basis)
    )
  }

  private static func registryNumber(_ session: Session, _ number: String) throws(Failure) {
    let reading = try session.reading()
    let hits = try hits(.registryNumber(number), session, reading)
    guard !hits.isEmpty else { throw .tracing(.noRegistryNumber(number, near: hits.near)) }
    let trace = RegistryTrace(
      number, hits, in: reading.chronicle, asOf: session.arguments[optional: Globals.asOf], today: reading.today)
    try session.answer(
      trace.document(reading.language, book: reading.book, basis: reading.basis), json: trace.json(basis: reading.basis)
    )
  }

  private static func hits(
    _ text: LedgerText, _ session: Session, _ reading: LedgerReading
  ) throws(Failure) -> LedgerTextHits {
    guard !text.text.isEmpty else { throw .tracing(.emptyText) }
    let progress = session.progress(Localized("Söker i boken", "Searching the book"))
    defer { progress.end() }
    do throws(JournalError) {
      return try text.hits(in: reading.chronicle) { progress.tell($0, of: $1) }
    } catch { throw .damaged(error) }
  }

  private static func refuseChain(_ arguments: ParsedCommand, beside option: String) throws(Failure) {
    for (isGiven, name) in [
      (arguments[proofs], "--proofs"), (arguments[findings], "--findings"),
      (arguments[noFindings], "--no-findings"), (arguments[graph], "--graph"),
      (arguments[optional: svg] != nil, "--svg"), (arguments[Unsealing.reveal], "--reveal"),
    ] where isGiven { throw .exclusive([option, name]) }
  }

  static func proved(_ trace: Trace, _ journal: JournalView) throws(Failure) -> TraceProofs {
    let checkpoint = try JournalProve.covered(journal)
    do throws(JournalError) {
      return try TraceProofs(of: trace, in: journal, to: checkpoint)
    } catch { throw .damaged(error) }
  }
}
