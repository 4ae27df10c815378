import JournalStore
import StrictJSON

/// The first lines: the ledger, the bodies, a first meeting of each, the promise, the indicators, the delegations.
extension Storyteller {
  static let periods: [(label: Phrase, from: Int, through: Int)] = (0..<periodCount).map { index in
    let (year, third) = (2022 + index / 3, index % 3)
    let next = third == 2 ? Calendar.number(year + 1, 1, 1) : Calendar.number(year, third * 4 + 5, 1)
    return (
      Phrase(stringLiteral: "\(year)-T\(third + 1)"), from: Calendar.number(year, third * 4 + 1, 1), through: next - 1
    )
  }

  mutating func tellBeginning() throws(GeneratorFailure) {
    try openLedger()
    try registerBodies()
    for body in 1...Storyteller.bodyCount {
      var life = Life()
      life.stage = .meetingToHold
      life.body = body
      while life.stage != .done { try stepMeeting(&life) }
    }
    try adoptPromise()
    try assess()
    for _ in 0..<5 { try defineIndicators() }
    for _ in 0..<12 { try grantDelegation() }
  }

  private mutating func openLedger() throws(GeneratorFailure) {
    book.begin("ledger.opened", SubjectNumber("L", 1))
    let start = book.line.bytes.count - 1
    let identity = book.identity
    book.line.name("identity")
    book.line.quoted { $0.append(contentsOf: identity) }
    book.line.text("title", "Påhittat medborgarlöfte 2022–2023, genererat för mätning")
    book.line.text("owner", "Vinterfors kommun (påhittad)")
    book.line.word("reality", "illustrative")
    writeSpan("validity", Calendar.number(2022, 1, 1), Calendar.number(2023, 12, 31))
    book.line.text("timeZone", "Europe/Stockholm")
    book.line.text("language", "sv")
    book.line.name("periods")
    book.line.open("[")
    for period in Storyteller.periods {
      book.line.open("{")
      book.line.text("label", period.label)
      book.date("from", period.from)
      book.date("through", period.through)
      book.line.close("}")
    }
    book.line.close("]")
    book.line.number("format", 1)
    let data = Array(book.line.bytes[start...]) + [UInt8(ascii: "}")]
    do throws(JSONError) {
      ledgerCopy = Array((try JSONValue(parsing: data).prettyText + "\n").utf8)
    } catch {
      throw .line(position: 1, text: String(decoding: data, as: UTF8.self), problem: "\(error.problem)")
    }
    try book.end(version: 1, .day(book.today), by: "Karin Thulin")
  }

  private mutating func registerBodies() throws(GeneratorFailure) {
    let bodies: [(name: Phrase, kind: StaticString, party: Phrase)] = [
      ("Kommunfullmäktige", "council", "kommunen"), ("Kommunstyrelsen", "executive-board", "kommunen"),
      ("Tekniska nämnden", "committee", "kommunen"), ("Socialnämnden", "committee", "kommunen"),
      ("Rådet för trygghet", "advisory", "kommunen"), ("Polisen", "police", "polisen"),
    ]
    book.beginBatch(bodies.count)
    for (index, body) in bodies.enumerated() {
      book.begin("body.registered", SubjectNumber("B", index + 1))
      book.line.text("name", body.name)
      book.line.word("kind", body.kind)
      book.line.text("party", body.party)
      try book.end(version: 1, .day(book.today), by: "Karin Thulin")
    }
  }

  private mutating func adoptPromise() throws(GeneratorFailure) {
    book.begin("promise.adopted", SubjectNumber("P", 1))
    book.line.text("title", "Medborgarlöfte 2022–2023 för Vinterfors (påhittat)")
    writeSpan("validity", Calendar.number(2022, 1, 1), Calendar.number(2023, 12, 31))
    book.line.name("commitments")
    book.line.open("[")
    book.line.open("{")
    book.line.text("text", "Kommunen och polisen ska tillsammans göra Vinterfors tryggare.")
    book.line.close("}")
    book.line.close("]")
    writeNamed("parties", Terms.parties)
    writeNamed("areas", Place.all.map { ($0.code, $0.name) })
    writeNamed("focusAreas", Terms.focusAreas)
    book.line.name("reporting")
    book.line.open("{")
    book.line.text("to", "Rådet för trygghet")
    book.line.number("timesPerYear", 3)
    writeNamed("sites", Terms.sites)
    book.line.close("}")
    promiseVersion = 1
    try book.end(version: 1, .day(book.today), by: "Karin Thulin")
    for party in Terms.parties {
      promiseVersion += 1
      book.begin("promise.signed", SubjectNumber("P", 1))
      book.line.text("party", party.code)
      official("by", Official.all[promiseVersion])
      try book.end(version: promiseVersion, .day(book.today), by: "Karin Thulin")
    }
  }

  /// One batch of indicators: one for each name, of a district drawn.
  private mutating func defineIndicators() throws(GeneratorFailure) {
    let names = Words.indicators.prefix(7)
    book.beginBatch(names.count)
    for name in names {
      indicatorVersions.append(1)
      let place = dice.pick(Place.all)
      book.begin("indicator.defined", SubjectNumber("I", indicatorVersions.count))
      book.line.text("name", name, ", ", place.name)
      book.line.text("unit", "antal")
      book.line.word("kind", "output")
      book.line.word("direction", "increase")
      book.line.subject("promise", SubjectNumber("P", 1))
      try book.end(version: 1, .day(book.today), by: "Sofia Brandt")
    }
  }

  private mutating func writeSpan(_ name: StaticString, _ from: Int, _ through: Int) {
    book.line.name(name)
    book.line.open("{")
    book.date("from", from)
    book.date("through", through)
    book.line.close("}")
  }

  private mutating func writeNamed(_ name: StaticString, _ terms: [(code: Phrase, name: Phrase)]) {
    book.line.name(name)
    book.line.open("[")
    for term in terms {
      book.line.open("{")
      book.line.text("code", term.code)
      book.line.text("name", term.name)
      book.line.close("}")
    }
    book.line.close("]")
  }
}
