import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

extension Command {
  /// A correction of one field: `.correcting(event, "deadline", from: "2022-10-31", to: "2022-11-30")`.
  static func correcting(
    _ event: EventID, of subject: SubjectID = "M-0001", _ field: Text, from old: JSONValue? = nil,
    to new: JSONValue? = nil
  ) -> Command {
    .about(
      subject, .entry(.corrected(EntryCorrected(event: event, field: field, old: old, new: new, reason: "skrivfel"))))
  }

  static func reversing(_ event: EventID, of subject: SubjectID = "M-0001") -> Command {
    .about(subject, .entry(.reversed(EntryReversed(event: event, reason: "dubblett"))))
  }
}

@Suite("Correcting a field of an entry")
struct CorrectionTests {
  private static let world = World.withMeasure(.approved)
  private static let proposal = EventID.at(World.standard.chronicle.position + 1)
  private static let approval = EventID.at(World.standard.chronicle.position + 2)
  private static let approvalFields = ["effective", "decision", "conditions", "refs", "sources", "received", "note"]

  @Test("each kind of field can be corrected, and says the new value from then on")
  func kinds() {
    func corrected(_ field: Text, from old: JSONValue?, to new: JSONValue?) -> MeasureProposed? {
      given(Self.world).when(.correcting(Self.proposal, field, from: old, to: new)).then(.accepted).measure().plan
    }
    #expect(corrected("title", from: "Trygghetsvandringar", to: "Vandringar")?.title == "Vandringar")
    #expect(corrected("binding", from: "promised", to: "example")?.binding == .example)
    #expect(corrected("deadline", from: "2022-10-31", to: "2022-11-30")?.deadline == "2022-11-30")
    #expect(corrected("areas", from: ["centrum"], to: ["norr", "centrum"])?.areas == ["norr", "centrum"])
    #expect(corrected("order", from: nil, to: 2)?.order == 2)
    #expect(corrected("evaluationPromised", from: nil, to: true)?.evaluationPromised == true)
    #expect(corrected("situation", from: nil, to: "S-0001")?.situation == "S-0001")
    let targets: JSONValue = [["name": "vandringar", "unit": "st", "comparison": "at-least", "value": "4"]]
    let new: JSONValue = [["name": "möten", "unit": "st"]]
    #expect(corrected("targets", from: targets, to: new)?.targets == [Target(name: "möten", unit: "st")])
  }

  @Test("from nothing and to nothing: a value is added, or taken away")
  func nothing() {
    let added = given(Self.world).when(.correcting(Self.proposal, "goal", to: "Ljust")).then(.accepted)
    #expect(added.measure().plan?.goal == "Ljust")
    let removed = given(added).when(.correcting(Self.proposal, "goal", from: "Ljust")).then(.accepted)
    #expect(removed.measure().isFounded && removed.measure().plan?.goal == nil)
    let list = given(Self.world).when(.correcting(Self.proposal, "areas", from: ["centrum"])).then(.accepted)
    #expect(list.measure().plan?.areas == [])
  }

  @Test("what must be there cannot be taken away")
  func required() {
    let mismatch = JSONMismatch(path: [], problem: .missingMember("title"))
    given(Self.world).when(.correcting(Self.proposal, "title", from: "Trygghetsvandringar"))
      .then(.refused(.newMalformed(field: "title", mismatch: mismatch)))
  }

  @Test("a field inside an object is corrected by its path; others in the object stay")
  func nested() throws {
    let id = try #require(World.standard.chronicle.events.first { $0.subject == "D-0001" }).id
    func authority(_ world: World) -> Authority? {
      if case .decision(let decision) = world.state("D-0001") { decision.made?.authority } else { nil }
    }
    let world = given().when(.correcting(id, of: "D-0001", "authority.paragraph", from: "§ 14", to: "§ 15"))
      .then(.accepted)
    #expect(authority(world) == Authority(.body, organ: "B-0001", meeting: "T-0001", paragraph: "§ 15"))
    let bare = given(world).when(.correcting(id, of: "D-0001", "authority.paragraph", from: "§ 15")).then(.accepted)
    #expect(authority(bare) == Authority(.body, organ: "B-0001", meeting: "T-0001"))
    let known = ["kind", "organ", "meeting", "paragraph", "delegation"]
    let mismatch = JSONMismatch(path: ["authority"], problem: .unknownMember("sort", known: known))
    given().when(.correcting(id, of: "D-0001", "authority.sort", to: "x"))
      .then(.refused(.newMalformed(field: "authority.sort", mismatch: mismatch)))
  }

  @Test("the effective date can be corrected, taken away and given")
  func effective() {
    let moved = given(Self.world).when(.correcting(Self.approval, "effective", from: "2022-02-23", to: "2022-02-24"))
      .then(.accepted)
    #expect(moved.measure().approved?.effective == "2022-02-24")
    let undated = given(moved).when(.correcting(Self.approval, "effective", from: "2022-02-24")).then(.accepted)
    #expect(undated.measure().approved != nil)
    #expect(undated.measure().approved?.effective == nil)
    let dated = given(undated).when(.correcting(Self.approval, "effective", to: "2022-02-25T08:00:00Z")).then(.accepted)
    #expect(dated.measure().approved?.effective == "2022-02-25T08:00:00Z")
  }

  @Test("an effective date in another form is refused with what was expected")
  func malformedEffective() {
    func refused(_ new: JSONValue, _ problem: JSONMismatch.Problem) {
      given(Self.world).when(.correcting(Self.approval, "effective", from: "2022-02-23", to: new)).then(
        .refused(.newMalformed(field: "effective", mismatch: JSONMismatch(path: ["effective"], problem: problem))))
    }
    refused("2022-02-30", .malformed(expected: "effective", found: "2022-02-30"))
    refused("2022-02-24T10:00:00+01:00", .malformed(expected: "effective", found: "2022-02-24T10:00:00+01:00"))
    refused(20_220_224, .wrongType(expected: "string", found: "number"))
    refused(.null, .wrongType(expected: "string", found: "null"))
  }

  @Test("circumstances can be corrected too, but not the mark of irregularity")
  func circumstances() {
    let world = given(Self.world).when(.correcting(Self.approval, "refs", to: ["C-0001"])).then(.accepted)
    #expect(Fold.entries(world.chronicle.events(about: "M-0001")).last?.circumstances.refs == ["C-0001"])
    given(Self.world).when(.correcting(Self.approval, "irregular", to: ["reason": "x"]))
      .then(.refused(.notCorrectable(field: "irregular", known: Self.approvalFields)))
  }

  @Test(
    "what is no field of the entry is refused with those that are",
    arguments: [
      "id", "position", "time", "subject", "recordedby", "Decision", "decision.", ".decision", "effective.day",
      "conditions ", "targets",
    ])
  func unknownField(_ field: String) {
    given(Self.world).when(.correcting(Self.approval, Text(field), to: "x"))
      .then(.refused(.notCorrectable(field: Text(field), known: Self.approvalFields)))
  }

  @Test("the fields of every type are effective and its members", arguments: SampleFacts.all)
  func fields(_ sample: SampleFacts.Sample) {
    let event = Event(
      id: .at(1), subject: "M-0001", recorded: "2022-01-01T00:00Z", position: 1, subjectVersion: 1, effective: nil,
      recordedBy: "x", fact: SampleFacts.fact(sample.type, sample.least))
    let expected = ["effective"] + sample.full.names + ["refs", "sources", "received", "note"]
    #expect(Correction.fields(of: event) == expected)
  }

  @Test("the old value must be the current one, also where there is none")
  func oldDiffers() {
    func refused(_ stated: JSONValue?, current: JSONValue?, _ field: Text) {
      given(Self.world).when(.correcting(Self.proposal, field, from: stated, to: "2022-11-30"))
        .then(.refused(.oldDiffers(field: field, stated: stated, current: current)))
    }
    refused("2022-10-30", current: "2022-10-31", "deadline")
    refused(nil, current: "2022-10-31", "deadline")
    refused("x", current: nil, "goal")
    refused("x", current: "2022-02-01", "effective")
  }

  @Test("texts compare on bytes: a decomposed letter is another one")
  func bytes() {
    let (composed, decomposed) = (JSONValue.string("tr\u{E4}d"), JSONValue.string("tra\u{308}d"))
    let world = given(Self.world).when(.correcting(Self.proposal, "goal", to: composed)).then(.accepted)
    given(world).when(.correcting(Self.proposal, "goal", from: decomposed, to: "skog"))
      .then(.refused(.oldDiffers(field: "goal", stated: decomposed, current: composed)))
    given(world).when(.correcting(Self.proposal, "goal", from: composed, to: decomposed)).then(.accepted)
  }

  @Test("a correction that changes nothing is refused")
  func nothingChanged() {
    given(Self.world).when(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-10-31"))
      .then(.refused(.nothingChanged))
    given(Self.world).when(.correcting(Self.proposal, "goal")).then(.refused(.nothingChanged))
  }

  @Test("a new value that the type does not take is refused with the place and problem")
  func malformed() {
    func refused(_ field: Text, _ old: JSONValue?, _ new: JSONValue, _ problem: JSONMismatch.Problem) {
      let place = field.text.prefix { $0 != "." }
      given(Self.world).when(.correcting(Self.proposal, field, from: old, to: new))
        .then(.refused(.newMalformed(field: field, mismatch: JSONMismatch(path: [String(place)], problem: problem))))
    }
    refused("deadline", "2022-10-31", "31/10", .malformed(expected: "date", found: "31/10"))
    refused("deadline", "2022-10-31", 7, .wrongType(expected: "string", found: "number"))
    refused("areas", ["centrum"], [], .notCanonical)
    refused("order", nil, "2", .wrongType(expected: "integer", found: "string"))
    refused("evaluationPromised", nil, false, .notCanonical)
    refused("title.kort", nil, "x", .wrongType(expected: "string", found: "object"))
  }

  @Test("a new value that is empty is refused")
  func empty() {
    given(Self.world).when(.correcting(Self.proposal, "title", from: "Trygghetsvandringar", to: ""))
      .then(.refused(.empty(field: "new")))
    given(Self.world).when(.correcting(Self.proposal, "performers", to: ["Elbolaget", ""]))
      .then(.refused(.empty(field: "new[1]")))
  }

  @Test("the entry as corrected is checked as the entry itself was")
  func checked() {
    func refused(_ event: EventID, _ field: Text, _ old: JSONValue?, _ new: JSONValue?, _ refusal: Refusal) {
      given(Self.world).when(.correcting(event, field, from: old, to: new)).then(.refused(refusal))
    }
    let known: [Code] = ["centrum", "norr", "navertorp"]
    refused(Self.proposal, "areas", ["centrum"], ["soder"], .unknownCode("soder", list: .areas, known: known))
    refused(Self.proposal, "municipalityWide", nil, true, .contradiction("municipalityWide", "areas"))
    refused(Self.proposal, "promise", "P-0001", nil, .missing(field: "promise"))
    refused(Self.approval, "decision", "D-0001", "D-0009", .unknownSubject("D-0009"))
  }

  @Test("an entry about a target that has been renamed since can still be corrected elsewhere, but not made worse")
  func olderRules() {
    let report = ProgressReported(statement: "på väg", results: [TargetResult(target: "vandringar", actual: "3")])
    let reported = World.withMeasure(.inProgress).after(.measure(.progressReported(report), on: "2022-04-01"))
    let amended = MeasureAmended(targets: [Target(name: "samtal", unit: "st")], reason: "nytt mål", decision: "D-0001")
    let world = reported.after(.measure(.amended(amended), on: "2022-04-15"))
    given(world).when(.correcting(reported.last, "statement", from: "på väg", to: "tre av fyra")).then(.accepted)
    let old: JSONValue = [["target": "vandringar", "actual": "3"]]
    let new: JSONValue = [["target": "promenader", "actual": "3"]]
    given(world).when(.correcting(reported.last, "results", from: old, to: new))
      .then(.refused(.unknownTarget("promenader", known: ["samtal"])))
  }

  @Test("a corrected field can be corrected again, from what it says now")
  func again() {
    let once = given(Self.world).when(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-11-30"))
      .then(.accepted)
    given(once).when(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-12-31"))
      .then(.refused(.oldDiffers(field: "deadline", stated: "2022-10-31", current: "2022-11-30")))
    let twice = given(once).when(.correcting(Self.proposal, "deadline", from: "2022-11-30", to: "2022-10-31"))
      .then(.accepted)
    #expect(twice.measure().deadline == "2022-10-31")
  }

  @Test("an entry about an entry is not corrected, a reversed one neither; those of other subjects are not found")
  func targets() {
    let corrected = given(Self.world).when(.correcting(Self.proposal, "goal", to: "Ljust")).then(.accepted)
    given(corrected).when(.correcting(corrected.last, "new", from: "Ljust", to: "Mörkt"))
      .then(.refused(.notCorrectable(field: "new", known: [])))
    let marking = EntryFact.secrecyMarked(SecrecyMarked(provision: "OSL 25:1", authority: "KS"))
    let marked = Self.world.after(.about("M-0001", .entry(marking)))
    given(marked).when(.correcting(marked.last, "provision", from: "OSL 25:1", to: "OSL 26:1"))
      .then(.refused(.notCorrectable(field: "provision", known: [])))
    let reversed = Self.world.after(.reversing(Self.approval))
    given(reversed).when(.correcting(Self.approval, "conditions", to: "x"))
      .then(.refused(.alreadyReversed(Self.approval)))
    for stranger in [EventID.at(1), .at(999)] {
      given(Self.world).when(.correcting(stranger, "title", from: "x", to: "y"))
        .then(.refused(.notOfSubject(stranger, subject: "M-0001")))
    }
  }

  @Test("a correction has no effective date of its own")
  func ownDate() {
    var command = Command.correcting(Self.proposal, "goal", to: "Ljust")
    command.effective = "2022-03-01"
    given(Self.world).when(command).then(.refused(.contradiction("correct", "effective")))
  }
}
