package import StrictJSON

/// A citizen promise (*medborgarlöfte*): its wording and lists, who signed it, where it was published.
package struct CitizenPromise: Subject {
  package static let kind = SubjectKind.promise

  package let id: SubjectID
  package var record = SubjectRecord()
  /// The promise as it stands, amendments worked in.
  package private(set) var terms: PromiseAdopted?
  package private(set) var adopted: Mark?
  package private(set) var signatures: [Signature] = []
  package private(set) var publications: [Publication] = []
  package private(set) var amendments: [Amendment] = []
  package private(set) var conclusion: Text?

  package struct Signature: JSONWritable, Hashable, Sendable {
    package var signed: PromiseSigned
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("signed", signed)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Publication: JSONWritable, Hashable, Sendable {
    package var published: PromisePublished
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("published", published)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Amendment: JSONWritable, Hashable, Sendable {
    package var amended: PromiseAmended
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("amended", amended)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { terms != nil }

  /// The codes of one of its lists.
  package func codes(_ list: CodeList) -> [Code] {
    guard let terms else { return [] }
    return switch list {
    case .areas: terms.areas.map(\.code)
    case .focusAreas: terms.focusAreas.map(\.code)
    case .parties: terms.parties.map(\.code)
    case .sites: terms.reporting?.sites.map(\.code) ?? []
    }
  }

  package static func own(_ fact: LedgerDomain.Fact) -> PromiseFact? {
    if case .promise(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: PromiseFact) -> Bool { if case .adopted = fact { true } else { false } }

  package static func check(
    _ fact: PromiseFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .adopted(let adopted):
      try checkSpan(adopted.validity)
      try surroundings.require(adopted.decision, .decision)
      try checkUnique(adopted.parties, "parties")
      try checkUnique(adopted.areas, "areas")
      try checkUnique(adopted.focusAreas, "focusAreas")
      try check(adopted.reporting)
      if adopted.commitments.isEmpty { throw .missing(field: "commitments") }
      if adopted.parties.isEmpty { throw .missing(field: "parties") }
    case .signed(let signed):
      try surroundings.require([signed.party], in: .parties, of: id)
    case .published: break
    case .amended(let amended):
      try checkSpan(amended.validity)
      try surroundings.require(amended.decision, .decision)
      try checkUnique(amended.addedAreas, "addedAreas")
      try checkUnique(amended.addedFocusAreas, "addedFocusAreas")
      try check(amended.reporting)
    case .concluded: break
    }
  }

  private static func check(_ reporting: Reporting?) throws(Refusal) {
    guard let reporting else { return }
    guard (1...12).contains(reporting.timesPerYear) else {
      throw .outOfRange(field: "reporting.timesPerYear", value: reporting.timesPerYear, least: 1, most: 12)
    }
    try checkUnique(reporting.sites, "reporting.sites")
  }

  package func judge(
    _ fact: PromiseFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    switch fact {
    case .adopted, .published: return []
    case .signed(let signed):
      if signatures.contains(where: { $0.signed == signed }) { throw .nothingChanged }
      return []
    case .amended(let amended):
      if conclusion != nil { throw .impossible(type: PromiseAmended.type, state: "concluded") }
      let says =
        amended.title != nil || amended.validity != nil || !amended.commitments.isEmpty || !amended.addedAreas.isEmpty
        || !amended.addedFocusAreas.isEmpty || amended.reporting != nil
      if !says { throw .nothingChanged }
      for area in amended.addedAreas where codes(.areas).contains(area.code) {
        throw .duplicate(field: "addedAreas", value: area.code.text)
      }
      for area in amended.addedFocusAreas where codes(.focusAreas).contains(area.code) {
        throw .duplicate(field: "addedFocusAreas", value: area.code.text)
      }
      return amended.decision == nil ? [.withoutDecision] : []
    case .concluded:
      if conclusion != nil { throw .impossible(type: PromiseConcluded.type, state: "concluded") }
      return []
    }
  }

  package mutating func evolve(_ fact: PromiseFact, _ event: Event) {
    switch fact {
    case .adopted(let adopted):
      terms = adopted
      self.adopted = event.mark
    case .signed(let signed): signatures.append(Signature(signed: signed, mark: event.mark))
    case .published(let published): publications.append(Publication(published: published, mark: event.mark))
    case .amended(let amended):
      amendments.append(Amendment(amended: amended, mark: event.mark))
      if let title = amended.title { terms?.title = title }
      if let validity = amended.validity { terms?.validity = validity }
      if !amended.commitments.isEmpty { terms?.commitments = amended.commitments }
      if let reporting = amended.reporting { terms?.reporting = reporting }
      terms?.areas += amended.addedAreas
      terms?.focusAreas += amended.addedFocusAreas
    case .concluded(let concluded): conclusion = concluded.statement
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("terms", terms)
    pen.write("adopted", adopted)
    pen.write("signatures", signatures)
    pen.write("publications", publications)
    pen.write("amendments", amendments)
    pen.write("conclusion", conclusion)
    pen.endObject()
  }
}
