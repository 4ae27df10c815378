import CommandArguments
import Documents
import DurableFiles
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `measure count`: how many measures stand where, by area and official status.
enum MeasureCount {
  static let verb = Verb(
    spec: CommandSpec(
      ["measure", "count"], Localized("antal per område och status", "how many by area and status"),
      discussion: Localized(
        "En åtgärd för flera områden räknas i vart och ett av dem, men en gång i summan. Med --no-cache läses och granskas varje rad i boken för svaret.",
        "A measure for several areas counts in each of them, but once in the total. With --no-cache, every line of the book is read and checked for the answer."
      ),
      options: Delivery.options,
      examples: [
        .init(
          "liggare measure count --as-of 2022-10-14 --known-at 2022-10-20T12:00+02:00",
          Localized("vid två klockor", "at two clock readings"))
      ]),
    run: { session throws(Failure) in
      if session.arguments[Globals.noCache], let answer = try swept(session) {
        return try session.answer(answer.document, json: answer.json)
      }
      let reading = try session.reading()
      let counts: MeasureCounts
      do throws(JournalError) {
        counts = try MeasureCounts(
          reading.journal, through: reading.chronicle.position, asOf: reading.basis.asOf ?? .date(reading.today))
      } catch { throw .damaged(error) }
      let answer = CountAnswer(counts, reading.basis, reading.names, reading.language)
      try session.answer(answer.document, json: answer.json)
    })

  /// The answer by one sweep without an index; nil where that is not sure, or where the past is asked for.
  private static func swept(_ session: Session) throws(Failure) -> CountAnswer? {
    let folder = try session.folder()
    let asOf = session.arguments[optional: Globals.asOf]
    guard session.arguments[optional: Globals.knownAt] == nil, Session.holdsLedger(folder) else { return nil }
    let progress = session.progress(Localized("Läser boken", "Reading the book"))
    defer { progress.end() }
    do throws(FileError) {
      guard let replay = try MeasureReplay(folder, progress: { progress.tell($0, of: $1) }) else { return nil }
      let today = LedgerReading.today(replay.opened, last: replay.lastRecorded, now: session.world.now())
      let basis = Basis(replay, asOf: asOf ?? .date(today))
      let language = session.languageAsked ?? Language(rawValue: replay.opened.language.text) ?? .sv
      return CountAnswer(replay.counts(asOf: asOf ?? .date(today)), basis, replay.names, language)
    } catch { throw .file(error) }
  }
}

extension MeasureReplay {
  /// The names that the promises give to codes.
  fileprivate var names: Names {
    let states = Dictionary(
      uniqueKeysWithValues: promises.map { ($0.key, Fold.state(of: $0.key, $0.value)) })
    return Names(states: { states[$0] ?? SubjectState(id: $0) }, promises: states.keys.sorted())
  }
}

/// The counts as people read them: a row for each area, a column for each status that any measure has.
private struct CountAnswer {
  let counts: MeasureCounts
  let basis: Basis
  let names: Names
  let language: Language

  init(_ counts: MeasureCounts, _ basis: Basis, _ names: Names, _ language: Language) {
    self.counts = counts
    self.basis = basis
    self.names = names
    self.language = language
  }

  /// `{"kind":"liggare.measure.count","version":1,"basis":{…},"total":44,"rows":[{"area":"centrum","status":"approved","count":3}]}`:
  /// `area` is a code, `*` for the whole municipality or `-` for none stated.
  var json: JSONValue {
    let rows = counts.places.filter { $0 != .all }.flatMap { place in
      MeasureStatus.allCases.compactMap { status -> JSONValue? in
        guard let count = counts.counts[place]?[status] else { return nil }
        return .object([
          "area": .string(place.sign), "status": .string(status.text), "count": JSONValue(count),
        ])
      }
    }
    return basis.json("measure.count", ["total": JSONValue(counts.total(.all)), "rows": .array(rows)])
  }

  var document: Document {
    let statuses = MeasureStatus.allCases.filter { counts.counts[.all]?[$0] != nil }
    let columns =
      [Table.Column(Localized("Område", "Area")[language], wraps: true, priority: 9)]
      + statuses.map { Table.Column($0.words[language], alignment: .trailing, priority: 5) }
      + [Table.Column(Localized("Antal", "Count")[language], alignment: .trailing, priority: 8)]
    let rows = counts.places.map { place in
      let own = counts.counts[place, default: [:]]
      return [Table.Cell(name(of: place))]
        + (statuses.map { own[$0, default: 0] } + [counts.total(place)]).map { Table.Cell(String($0)) }
    }
    let table = Table(
      columns: columns, rows: rows,
      emptyText: Localized("Inga åtgärder vid denna läsning.", "No measures at this reading.")[language])
    let total = counts.total(.all)
    let title = Localized("Åtgärder per område och status (\(total))", "Measures by area and status (\(total))")
    return basis.document(title[language], [.table(table)], language)
  }

  private func name(of place: MeasureCounts.Place) -> String {
    switch place {
    case .area(let code): names.of(code, in: .areas)
    case .wholeMunicipality: StandingWords.municipalityWide[language]
    case .notStated: StandingWords.notStated[language]
    case .all: Localized("Summa", "Total")[language]
    }
  }
}
