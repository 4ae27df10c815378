package import JournalStore
import LedgerDomain
package import StrictJSON

/// What all subjects of a journal leave to be done, through a position and whatever day it is asked for from a day on: made once, kept
/// in the cache beside the index, and read by the board in place of the subjects.
///
/// A subject whose entries are all true by that day, the *horizon*, stands the same on every later day; one with entries that come
/// true later is only named, and read when it is asked for, as those are that later entries are about. So the board costs what is open
/// and not what there is. 70 to 200 bytes for each matter.
package struct OpenMatters: JSONRecord, Sendable {
  /// The last position that counts.
  let position: Int
  /// The day of that entry.
  let horizon: LocalDate
  /// In the order of the board.
  private let matters: [OpenMatter]
  /// Those with entries that are true only after the horizon.
  private let later: [SubjectID]

  /// Those of everything that is known in a chronicle, folded on all processors; nil for one without entries.
  package init?(_ chronicle: Chronicle) {
    guard let last = chronicle.lastRecorded else { return nil }
    let all = chronicle.gathered
    let horizon = SwedishTime.date(of: last)
    (position, self.horizon) = (chronicle.position, horizon)
    let found = OrderedWork.compactMap(OpenMatter.kinds.flatMap { all.subjects($0) }, inPiecesOf: 64) {
      id -> (id: SubjectID, matter: OpenMatter?)? in
      let entries = Fold.entries(all.eventsOnce(about: id))
      let isSteady = entries.allSatisfy { $0.effective.map { $0.isCovered(by: .date(horizon)) } ?? true }
      if !isSteady { return (id, nil) }
      return OpenMatter(SubjectState(id: id, entries)).map { (id, $0) }
    }
    matters = found.compactMap(\.matter)
    later = found.filter { $0.matter == nil }.map(\.id)
  }

  package static let shape = JSONShape(asking: OpenMatters.self)

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    position = try members.read("position")
    horizon = try members.read("horizon")
    later = try members.read("later")
    matters = try members.read("matters")
  }

  package func write(members: inout JSONPen) {
    members.write("position", position)
    members.write("horizon", horizon)
    members.write("later", later)
    members.write("matters", matters)
  }
}

extension OpenMatters {
  /// Whether they say how things stand in a book: it knows what they know, and reads a day from the horizon on.
  func cover(_ book: Book) -> Bool {
    if case .date(let day)? = book.asOf { day >= horizon && book.position >= position } else { false }
  }

  /// Those of a book of the same journal that they cover: of the subjects that have moved since, the state is asked.
  func matters(at book: Book) -> [OpenMatter] {
    let since = book.chronicle.subjects(after: position, through: book.position)
    let moved = Set(later + since.filter { OpenMatter.kinds.contains($0.kind) })
    if moved.isEmpty { return matters }
    let anew = OrderedWork.compactMap(moved.sorted(), inPiecesOf: 16) { book.state(of: $0).flatMap { OpenMatter($0) } }
    return (matters.filter { !moved.contains($0.subject) } + anew).sorted { one, other in
      let ranks = [one, other].map { OpenMatter.kinds.firstIndex(of: $0.subject.kind) ?? 0 }
      return ranks[0] == ranks[1] ? one.subject < other.subject : ranks[0] < ranks[1]
    }
  }

  /// Those of a journal: the kept ones, where the cache has such as still hold and few entries have come since; else they are made,
  /// and kept where the journal is long.
  package static func of(_ journal: JournalView, in cache: IndexCache) -> OpenMatters? {
    if let kept = cache.table(tableName, of: journal), journal.count - kept.position < cache.writesFrom,
      let matters = OpenMatters(bytes: kept.bytes), matters.position == kept.position
    {
      return matters
    }
    let made = OpenMatters(Chronicle(journal))
    if let made, journal.count >= cache.writesFrom, journal.failure == nil {
      cache.keep(made.bytes, as: tableName, of: journal)
    }
    return made
  }

  static let tableName = "matters-2"

  var bytes: [UInt8] {
    var pen = JSONPen()
    write(into: &pen)
    return pen.bytes
  }

  init?(bytes: [UInt8]) {
    let read = bytes.withUnsafeBufferPointer { buffer in
      var source = JSONSource(canonical: buffer)
      return try? OpenMatters(json: &source)
    }
    guard let read else { return nil }
    self = read
  }
}
