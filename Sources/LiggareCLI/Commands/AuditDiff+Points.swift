import Audit
import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import Projections
import Wording

/// The two points of `audit diff` as they were asked for, found in the book.
struct DiffPoints {
  let span: LedgerDiff.Span
  /// What is known: all of it, or what was at `--known-at`.
  let chronicle: Chronicle
  let today: LocalDate
  private let from: Point
  private let to: Point

  /// A point that is found.
  private enum Point {
    case effective(Effective)
    /// A position, when it was recorded, and the checkpoint that says so.
    case position(Int, Instant?, checkpoint: String?)
  }

  /// Fails where the options contradict each other or the book.
  init(_ session: Session, _ view: JournalView) throws(Failure) {
    let arguments = session.arguments
    let all = Chronicle(view)
    today = LedgerReading.today(all, now: session.world.now())
    let asOf = arguments[optional: Globals.asOf]
    let knownAt = arguments[optional: Globals.knownAt]
    if let day = arguments[optional: AuditDiff.hindsight] {
      let others: [(String, Bool)] = [
        ("--from", arguments[optional: AuditDiff.from] != nil), ("--to", arguments[optional: AuditDiff.to] != nil),
        ("--as-of", asOf != nil), ("--known-at", knownAt != nil),
      ]
      if let other = others.first(where: \.1) { throw .exclusive(["--hindsight", other.0]) }
      let end = Instant(milliseconds: SwedishTime.endOfDay(day).milliseconds - 1)
      chronicle = all
      from = try Self.point(.known(end), in: all, view)
      to = .position(all.position, all.lastRecorded, checkpoint: nil)
      span = .known(after: try Self.known(from), through: all.position, asOf: .date(day))
      return
    }
    guard let first = arguments[optional: AuditDiff.from] else { throw .oneOf(["--from", "--hindsight"]) }
    let second = arguments[optional: AuditDiff.to] ?? .now
    chronicle = knownAt.map { all.known(through: all.position(knownAt: $0)) } ?? all
    let isEffective = first.isEffective ?? second.isEffective ?? false
    if let other = second.isEffective, other != isEffective { throw .asking(.mixedClocks) }
    if isEffective {
      if asOf != nil { throw .asking(.clockTwice(option: "--as-of", isKnown: false)) }
      let (start, end) = (first.effective ?? .date(today), second.effective ?? .date(today))
      if end.endOfReading < start.endOfReading { throw .asking(.backwards(from: start.text, to: end.text)) }
      from = .effective(start)
      to = .effective(end)
      span = .effective(after: start, through: end)
    } else {
      if knownAt != nil { throw .asking(.clockTwice(option: "--known-at", isKnown: true)) }
      from = try Self.point(first, in: all, view)
      to = try Self.point(second, in: all, view)
      let (start, end) = (try Self.known(from), try Self.known(to))
      if end < start { throw .asking(.backwards(from: String(start), to: String(end))) }
      span = .known(after: start, through: end, asOf: asOf)
    }
  }

  private static func known(_ point: Point) throws(Failure) -> Int {
    guard case .position(let position, _, _) = point else { preconditionFailure("a point on the known clock") }
    return position
  }

  /// Finds a point of the known clock.
  private static func point(_ stated: DiffPoint, in all: Chronicle, _ view: JournalView) throws(Failure) -> Point {
    func found(_ position: Int, _ path: String? = nil) throws(Failure) -> Point {
      guard (1...all.position).contains(position) else {
        throw .asking(.noPosition(position, last: all.position))
      }
      return .position(position, all.event(at: position)?.recorded, checkpoint: path)
    }
    switch stated {
    case .position(let position): return try found(position)
    case .now: return try found(all.position)
    case .known(let moment):
      let position = all.position(knownAt: moment)
      if position == 0 { throw .asking(.nothingKnown(moment)) }
      return try found(position)
    case .checkpoint(let path):
      let kept = try KeptFile.checkpoint(path)
      let history: History
      var root: Digest?
      do throws(JournalError) {
        history = try History(view, rootsAt: [kept.size])
        if kept.size <= view.count { root = try view.root(size: kept.size) }
      } catch { throw .damaged(error) }
      let standing = history.standing(of: .checkpoint(kept))
      guard standing == .holds else {
        throw .asking(.wrongCheckpoint(path: path, standing, kept: kept, root: root))
      }
      return try found(kept.size, path)
    case .effective: preconditionFailure("a point on the known clock")
    }
  }

  /// What the points are, for people.
  func lines(_ language: Language) -> [KeyValue] {
    func line(_ sv: String, _ en: String, _ value: Localized) -> KeyValue {
      KeyValue(Localized(sv, en)[language], Prose(value[language]))
    }
    let clock: Localized =
      switch span {
      case .effective: Localized("vad som blev sant, efter vad som är känt", "what became true, by what is known")
      case .known(_, _, let asOf?):
        Localized(
          "vad boken sade om det som gällde \(asOf.phrase)", "what the book said of what was true on \(asOf.phrase)")
      case .known(_, _, nil):
        Localized("vad boken sade, oavsett när det gällde", "what the book said, whenever it was true")
      }
    return [
      line("Från", "From", words(from)), line("Till", "To", words(to)), line("Klocka", "Clock", clock),
    ]
  }

  private func words(_ point: Point) -> Localized {
    switch point {
    case .effective(let effective): return Localized(effective.phrase, effective.phrase)
    case .position(let position, let recorded, let path):
      let time = recorded.map { SwedishTime.reading(of: $0) }
      let checked = path.map {
        (sv: " (kontrollpunkten \($0), prövad mot boken)", en: " (the checkpoint \($0), checked against the book)")
      }
      return Localized(
        "post \(position)\(time.map { ", registrerad \($0)" } ?? "")\(checked?.sv ?? "")",
        "entry \(position)\(time.map { ", recorded \($0)" } ?? "")\(checked?.en ?? "")")
    }
  }
}

extension DiffPoint {
  /// Whether it lies on the effective clock; nil for `now`, which lies on any.
  fileprivate var isEffective: Bool? {
    switch self {
    case .effective: true
    case .known, .position, .checkpoint: false
    case .now: nil
    }
  }

  fileprivate var effective: Effective? {
    if case .effective(let effective) = self { effective } else { nil }
  }
}
