import LedgerDomain
import Projections
import StrictJSON

/// What the cells of a row say of the decision behind its changes.
enum SheetDecision: Hashable {
  /// One that is in the ledger.
  case recorded(SubjectID)
  /// One that is recorded together with the row.
  case made(SheetAuthority)
}

/// The authority of a decision that a sheet states. Rows that name the same paragraph of the same day's minutes share one decision.
struct SheetAuthority: Hashable {
  let authority: Authority
  let reference: Text?
  let effective: Effective?

  /// Whether it can be told from another: only a paragraph can.
  var isShared: Bool { authority.paragraph != nil }
}

extension RowReader where Column == MeasureColumn {
  /// The decision that the row states; nil where it states none, or one that cannot be read.
  mutating func decision(_ directory: SheetDirectory, effective: Effective?) -> SheetDecision? {
    let id = read(.decision) { text throws(SheetValueProblem) in
      try SheetValues.subject(text, .decision) { directory.subjects(.decision) }
    }
    let stray = MeasureColumn.making.filter { !isEmpty($0) }
    guard !isEmpty(.authority) else {
      if isEmpty(.decision), !stray.isEmpty {
        note(.authority, .mustSay(because: .event(DecisionMade.type)))
      } else {
        for column in stray { note(column, .saysNothing) }
      }
      return id.map { .recorded($0) }
    }
    if !isEmpty(.decision) {
      note(.authority, .saysNothing)
      return nil
    }
    guard let kind = authorityKind(), let authority = authority(kind, directory) else { return nil }
    if let paragraph = authority.paragraph,
      let known = directory.decision(organ: authority.organ, meeting: authority.meeting, paragraph)
    {
      note(.paragraph, .alreadyDecided(known))
      return nil
    }
    return .made(SheetAuthority(authority: authority, reference: stated(.reference), effective: effective))
  }

  private mutating func authorityKind() -> AuthorityKind? {
    let language = language
    let short: [String: AuthorityKind] = [
      "organ": .body, "body": .body, "delegation": .delegated, "ordförandebeslut": .urgentChair,
      "brådskande ordförandebeslut": .urgentChair, "verkställighet": .mereExecution, "polisen": .police,
      "okänd": .unknown,
    ]
    return read(.authority) { text throws(SheetValueProblem) in
      try SheetValues.word(text, as: AuthorityKind.self, among: AuthorityKind.allCases, others: short, language)
    }
  }

  private mutating func authority(_ kind: AuthorityKind, _ directory: SheetDirectory) -> Authority? {
    let before = problems.count
    func subject(_ kind: SubjectKind) -> (String) throws(SheetValueProblem) -> SubjectID {
      { text throws(SheetValueProblem) in try SheetValues.subject(text, kind) { directory.subjects(kind) } }
    }
    let meeting = read(.meeting, subject(.meeting))
    let organ = read(.organ, subject(.body)) ?? meeting.flatMap { directory.body(of: $0) }
    let delegation = read(.delegation, subject(.delegation))
    switch kind {
    case .body, .urgentChair:
      if organ == nil, isEmpty(.organ) { note(.organ, .mustSay(because: .authority(kind))) }
    case .delegated:
      if isEmpty(.delegation) { note(.delegation, .mustSay(because: .authority(kind))) }
    case .mereExecution, .police, .unknown: break
    }
    guard problems.count == before else { return nil }
    return Authority(kind, organ: organ, meeting: meeting, paragraph: stated(.paragraph), delegation: delegation)
  }

  /// When the row's events are effective: as stated, `odaterad`, the day of the meeting that it names, or today.
  mutating func effective(_ directory: SheetDirectory, today: LocalDate) -> Effective? {
    if ["odaterad", "undated"].contains(text(.effective).lowercased()) { return nil }
    if let day = read(.effective, SheetValues.date) { return .date(day) }
    let meeting = try? SheetValues.subject(text(.meeting), .meeting) { directory.subjects(.meeting) }
    return .date(meeting.flatMap { directory.day(of: $0) } ?? today)
  }
}

/// What the ledger calls the subjects that a row may name.
struct SheetDirectory {
  let chronicle: Chronicle

  func subjects(_ kind: SubjectKind) -> [(id: SubjectID, name: String?)] {
    chronicle.subjects(kind).map { ($0, chronicle.naming(of: $0).name) }
  }

  /// What a subject is called, or its identifier.
  func called(_ id: SubjectID) -> String { chronicle.naming(of: id).name ?? id.text }

  /// The last eight meetings of a body, with what they are called.
  func meetings(of body: SubjectID) -> [String] {
    let all = chronicle.subjects(.meeting).filter { self.body(of: $0) == body }
    return (all.count > 8 ? ["…"] : [])
      + all.suffix(8).map { id in
        [id.text, chronicle.naming(of: id).name].compactMap(\.self).joined(separator: " ")
      }
  }

  private func meeting(_ id: SubjectID) -> Meeting? {
    if case .meeting(let meeting) = chronicle.state(of: id) { meeting } else { nil }
  }

  func body(of meeting: SubjectID) -> SubjectID? { self.meeting(meeting)?.body }

  func day(of meeting: SubjectID) -> LocalDate? { self.meeting(meeting)?.day }

  /// The decision that is recorded as a paragraph of a meeting's minutes.
  func decision(organ: SubjectID?, meeting: SubjectID?, _ paragraph: Text) -> SubjectID? {
    guard let meeting else { return nil }
    return chronicle.subjects(.decision).first { id in
      guard case .decision(let decision) = chronicle.state(of: id), let authority = decision.made?.authority else {
        return false
      }
      return authority.organ == organ && authority.meeting == meeting && authority.paragraph == paragraph
    }
  }
}
