import Audit
import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `audit sample`: a random sample that anybody can draw again.
enum AuditSample {
  private static let kind = Positional<SubjectKind>(
    choice: "KIND", Localized("slaget: measure, case, decision …", "the kind: measure, case, decision …"))
  private static let size = Option<Int>(
    "size", "N", Localized("hur många", "how many"), .required, parse: wholeNumber(1...Int.max))
  private static let seed = Option<String>(
    "seed", "TEXT",
    Localized("fröet (förval: kontrollpunktens rot)", "the seed (default: the checkpoint's root)"))
  private static let method = Option<Sample.Method>(
    "method", "METHOD", Localized("urvalsmetoden", "the method"), default: "simple")
  private static let statuses = Option<MeasureStatus>(
    choice: "status", "WORD", Localized("bara åtgärder med statusen", "only measures with the status"), .repeated)
  private static let areas = Option<Code>(
    text: "area", "CODE", Localized("bara stadsdelen", "only the district"), .repeated)
  private static let focusAreas = Option<Code>(
    text: "focus", "CODE", Localized("bara fokusområdet", "only the focus area"), .repeated)
  private static let authorities = Option<AuthorityKind>(
    choice: "authority", "KIND",
    Localized("bara beslutade med den befogenheten", "only decided on that authority"), .repeated)
  private static let from = Option<LocalDate>(
    text: "from", "DATE",
    Localized("bara det som börjar den dagen eller senare", "only what begins on that day or later"))
  private static let through = Option<LocalDate>(
    text: "through", "DATE",
    Localized("bara det som börjar den dagen eller tidigare", "only what begins on that day or earlier"))

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "sample"],
      Localized("ett slumpmässigt urval som går att dra om", "a random sample that can be drawn again"),
      discussion: Localized(
        "Populationen är allt av slaget vid klockorna som frågas, som passar filtren. Samma frö ger samma urval på varje dator; svaret säger hur. Utan --seed är fröet kontrollpunktens rot, som ingen väljer: den bör vara sparad eller undertecknad innan urvalet dras.",
        "The population is all of the kind at the clock readings asked for that fits the filters. The same seed gives the same sample on any machine; the answer says how. Without --seed the seed is the checkpoint's root, which nobody chooses: it should be kept or signed before the sample is drawn."
      ),
      positionals: [kind],
      options: [size, seed, method, statuses, areas, focusAreas, authorities, from, through] + Delivery.options,
      examples: [
        .init(
          "liggare audit sample measure --size 5 --journal journal/exempel", Localized("fem åtgärder", "five measures")),
        .init(
          "liggare audit sample decision --authority delegated --size 3 --method systematic --seed 4711 --journal journal/exempel",
          Localized("tre delegationsbeslut, vart n:te", "three delegated decisions, every nth")),
      ]),
    run: { session throws(Failure) in
      let arguments = session.arguments
      let reading = try session.reading()
      let kind = try arguments.value(kind)
      let filter = try filter(arguments, kind, reading.book)
      let population = try population(kind, filter, session, reading)
      try session.checkReading()
      let size = try arguments.value(size)
      guard size <= population.subjects.count else {
        throw .tracing(.sampleTooLarge(size: size, population: population.subjects.count))
      }
      let given = arguments[optional: seed]
      if given?.isEmpty == true { throw .tracing(.emptyText) }
      let seed: String = if let given { given } else { try JournalProve.covered(reading.journal).root.base64 }
      let sample = Sample(size, of: population.subjects, seed: seed, method: try arguments.value(method))
      let answer = SampleAnswer(
        sample, of: population, isSeededByCheckpoint: given == nil, book: reading.book, basis: reading.basis)
      try session.answer(answer.document(reading.language), json: answer.json)
    })

  private static func population(
    _ kind: SubjectKind, _ filter: SamplePopulation.Filter, _ session: Session, _ reading: LedgerReading
  ) throws(Failure) -> SamplePopulation {
    guard let scan = try session.scan(SamplePopulation.kinds(kind, filter), of: reading) else {
      return SamplePopulation(kind, filter, in: reading.book)
    }
    do throws(JournalError) {
      return try SamplePopulation(
        kind, filter, in: scan, through: reading.chronicle.position, asOf: reading.book.asOf)
    } catch { throw .damaged(error) }
  }

  private static func filter(
    _ arguments: ParsedCommand, _ kind: SubjectKind, _ book: Book
  ) throws(Failure) -> SamplePopulation.Filter {
    var filter = SamplePopulation.Filter()
    filter.statuses = arguments.values(statuses)
    filter.areas = arguments.values(areas)
    filter.focusAreas = arguments.values(focusAreas)
    filter.authorities = arguments.values(authorities)
    filter.from = arguments[optional: from]
    filter.through = arguments[optional: through]
    if let option = filter.foreign(to: kind).first { throw .tracing(.foreignFilter(option, kind)) }
    if let from = filter.from, let through = filter.through, through < from {
      throw .tracing(.emptyPeriod(from, through))
    }
    for (codes, list) in [(filter.areas, CodeList.areas), (filter.focusAreas, .focusAreas)] where !codes.isEmpty {
      let known = book.promises.flatMap { $0.codes(list) }
      for code in codes where !known.contains(code) { throw .refused(.unknownCode(code, list: list, known: known)) }
    }
    return filter
  }
}
