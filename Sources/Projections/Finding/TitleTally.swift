package import JournalStore
package import LedgerDomain
import StrictJSON

/// What subjects are called, gathered in a sweep: every title that any line gives, in small letters, for ``TitleSearch``.
///
/// Titles are public words of the office (``SubjectState/name``); nothing sealed is among them. Memory: some 50 bytes a title.
package struct TitleTally: TableTally {
  /// A title that a line gives.
  struct Entry: BitwiseCopyable {
    /// The subject (`SubjectID.key`).
    var subject: UInt64
    var position: UInt32
    /// Where its text ends among the texts.
    var end: UInt32
  }

  private var entries: [Entry] = []
  /// The texts, each with a line feed behind it.
  private var texts: [UInt8] = []

  package init() {}

  package mutating func take(_ line: SweptLine) {
    guard let member = Self.members[line.facts.type] else { return }
    let data = DataMembers(UnsafeBufferPointer(rebasing: line.bytes[line.facts.data]))
    if line.facts.type == Self.corrected {
      guard let field = data.value("field").flatMap(DataMembers.plainString),
        Self.correctable.contains(where: { $0.utf8.elementsEqual(field) })
      else { return }
    }
    guard let value = data.value(member) else { return }
    add(Self.text(value), line)
  }

  package mutating func join(_ next: TitleTally) {
    let offset = UInt32(texts.count)
    texts += next.texts
    for var entry in next.entries {
      entry.end += offset
      entries.append(entry)
    }
  }

  private mutating func add(_ text: String, _ line: SweptLine) {
    // Marks may be composed or not: such a title is a candidate for every question, and the title itself decides.
    let isPlain = text.unicodeScalars.allSatisfy { $0.value < 0x300 }
    texts += isPlain ? Array(TitleSearch.folded(text).utf8) : [TitleSearch.anything]
    texts.append(UInt8(ascii: "\n"))
    entries.append(
      Entry(subject: line.facts.subject.key, position: UInt32(line.facts.position), end: UInt32(texts.count)))
  }

  /// The text of a value: that of a string, with its escapes undone; of anything else none.
  private static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
    if let plain = DataMembers.plainString(value) { return String(decoding: plain, as: UTF8.self) }
    guard case .string(let text)? = try? JSONValue(parsing: Array(value)) else { return "" }
    return text
  }

  /// The member that names the subject, by the number of the event's type; nil for types that name none.
  private static let members: [StaticString?] = {
    var members = [StaticString?](repeating: nil, count: FactTypes.names.count)
    let named: [(String, StaticString)] = [
      (LedgerOpened.type, "title"), (PromiseAdopted.type, "title"), (PromiseAmended.type, "title"),
      (SituationAssessed.type, "title"), (IndicatorDefined.type, "name"), (CaseOpened.type, "title"),
      (MeasureProposed.type, "title"), (MeasureAmended.type, "title"), (DecisionMade.type, "matter"),
      (BodyRegistered.type, "name"), (DelegationGranted.type, "scope"), (MeetingHeld.type, "name"),
      (FollowUpCompiled.type, "period"), (RecommendationDelivered.type, "title"), (EntryCorrected.type, "new"),
    ]
    for (type, member) in named { members[FactTypes.number(type)] = member }
    return members
  }()
  private static let corrected = FactTypes.number(EntryCorrected.type)
  /// The fields of those members, as a correction names them.
  private static let correctable = ["title", "name", "matter", "scope", "period"]
}

extension TitleTally {
  package static var tablesName: String { "titles-1" }

  /// The numbers of its tables.
  enum Table {
    static let entries = 32
    static let texts = 33
  }

  package consuming func tables() -> [Int: [UInt8]] { [Table.entries: bytes(of: entries), Table.texts: texts] }
}

extension TitleTally {
  package static func merged(
    _ kept: LineIndex, _ next: LineIndex, id: (Int) -> EventID?
  ) throws(CacheDamage) -> [Int: [UInt8]]? {
    var all = try TitleTally(kept)
    all.join(try TitleTally(next))
    return all.tables()
  }

  /// What was gathered, read from the tables of an index.
  private init(_ index: LineIndex) throws(CacheDamage) {
    let sections = index.sections
    entries = try sections.load(
      Table.entries, 0..<sections.count(Table.entries, of: Entry.self), as: Entry.self)
    texts = try sections.load(Table.texts, 0..<sections.byteCount(of: Table.texts), as: UInt8.self)
    guard Int(entries.last?.end ?? 0) == texts.count else { throw CacheDamage() }
  }
}

/// What the program gathers beside the index: the rows of measures, and titles.
package typealias LedgerTallies = BothTallies<MeasureTally, TitleTally>

extension BothTallies where One == MeasureTally, Other == TitleTally {
  package init() {
    self.init(MeasureTally(), TitleTally())
  }
}
