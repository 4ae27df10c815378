import Audit
import CommandArguments
import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("a sample")
struct SampleTests {
  private static let population = (1...100).map { SubjectID(.measure, $0) }

  /// Recomputed with `python3 Tests/Outside/sample_check.py simple frö 5 M 100`, and the same with `systematic`.
  @Test("of a population and a seed is the one that Python draws")
  func known() {
    let simple = Sample(5, of: Self.population, seed: "frö", method: .simple)
    #expect(simple.drawn.map(\.subject.text) == ["M-0052", "M-0022", "M-0015", "M-0011", "M-0093"])
    let systematic = Sample(5, of: Self.population, seed: "frö", method: .systematic)
    #expect(systematic.drawn.map(\.subject.text) == ["M-0077", "M-0097", "M-0017", "M-0037", "M-0057"])
    #expect(systematic.start == 76)
  }

  @Test("of every size is as large as asked, of the population, without doubles", arguments: Sample.Method.allCases)
  func sizes(_ method: Sample.Method) {
    for count in 1...30 {
      let population = Array(Self.population.prefix(count))
      for size in 1...count {
        let drawn = Sample(size, of: population, seed: "\(count)", method: method).drawn
        #expect(drawn.count == size && Set(drawn.map(\.subject)).count == size)
        #expect(drawn.allSatisfy { population[$0.index] == $0.subject })
      }
    }
  }

  @Test("a larger simple one begins with the smaller, so that it can be extended")
  func extended() {
    let all = Sample(100, of: Self.population, seed: "x", method: .simple).drawn
    for size in 1...100 {
      #expect(Sample(size, of: Self.population, seed: "x", method: .simple).drawn == Array(all.prefix(size)))
    }
  }

  @Test("a systematic one has its places as far apart as can be")
  func intervals() {
    let drawn = Sample(8, of: Self.population, seed: "x", method: .systematic).drawn.map(\.index)
    let gaps = zip(drawn, drawn.dropFirst() + [drawn[0]]).map { ($1 - $0 + 100) % 100 }
    #expect(Set(gaps) == [12, 13])
  }

  @Test("no subject is favoured: over many seeds each is drawn about as often", arguments: Sample.Method.allCases)
  func fair(_ method: Sample.Method) {
    var counts: [Int: Int] = [:]
    for seed in 0..<2000 {
      for drawn in Sample(5, of: Array(Self.population.prefix(20)), seed: "\(seed)", method: method).drawn {
        counts[drawn.index, default: 0] += 1
      }
    }
    // 500 expected of each; the seeds are fixed, so this cannot fail by chance.
    #expect(counts.count == 20 && counts.values.allSatisfy { (400...600).contains($0) })
  }

  private func told() throws -> Book {
    var book = try OneMeasure.told()
    try book.tell(
      "M-0002",
      .measure(
        .proposed(MeasureProposed(title: "Annan", binding: .promised, promise: id("P-0001"), municipalityWide: true))),
      on: "2022-03-01")
    try book.tell(
      "M-0003", .measure(.proposed(MeasureProposed(title: "Odaterad", binding: .promised, promise: id("P-0001")))))
    return Book(book.chronicle, asOf: nil, today: day("2022-07-01"))
  }

  private func population(_ change: (inout SamplePopulation.Filter) -> Void) throws -> SamplePopulation {
    var filter = SamplePopulation.Filter()
    change(&filter)
    return SamplePopulation(.measure, filter, in: try told())
  }

  @Test("is drawn from what fits every filter")
  func filters() throws {
    #expect(try population { _ in }.subjects == ["M-0001", "M-0002", "M-0003"])
    #expect(try population { $0.areas = ["norr"] }.subjects == ["M-0001", "M-0002"])
    #expect(try population { $0.statuses = [.proposed] }.subjects == ["M-0002", "M-0003"])
    #expect(try population { $0.authorities = [.body] }.subjects == ["M-0001"])
    #expect(try population { $0.authorities = [.delegated] }.subjects == [])
    let late = try population { $0.from = day("2022-02-02") }
    #expect(late.subjects == ["M-0002"] && late.undatedCount == 1)
    #expect(try population { $0.through = day("2022-02-01") }.subjects == ["M-0001"])
    #expect(try population { $0.focusAreas = ["vald"] }.subjects == [])
    let meetings = SamplePopulation(.meeting, in: try told())
    #expect(meetings.subjects == ["T-0001"])
  }

  @Test(
    "is drawn from the same population, whether the journal is swept or the book is asked",
    arguments: SubjectKind.allCases)
  func swept(_ kind: SubjectKind) throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let changes: [(inout SamplePopulation.Filter) -> Void] = [
      { _ in }, { $0.areas = ["norr"] }, { $0.focusAreas = ["ungdomar"] }, { $0.from = day("2022-06-01") },
      { $0.through = day("2022-12-31") },
    ]
    let statuses = MeasureStatus.allCases.map { status in
      { (filter: inout SamplePopulation.Filter) in filter.statuses = [status] }
    }
    let authorities = AuthorityKind.allCases.map { kind in
      { (filter: inout SamplePopulation.Filter) in filter.authorities = [kind] }
    }
    var sizes: Set<Int> = []
    for (position, asOf) in [(view.count, "2024-05-06"), (view.count / 2, "2022-10-14")] as [(Int, LocalDate)] {
      let book = Book(Chronicle(view).known(through: position), asOf: .date(asOf), today: asOf)
      for change in changes + statuses + authorities {
        var filter = SamplePopulation.Filter()
        change(&filter)
        let scan = try #require(
          try SubjectScan(ExampleLedger.folder, of: SamplePopulation.kinds(kind, filter), waitingIn: nil))
        let swept = try SamplePopulation(kind, filter, in: scan, through: position, asOf: .date(asOf))
        let asked = SamplePopulation(kind, filter, in: book)
        #expect(swept.subjects == asked.subjects && swept.undatedCount == asked.undatedCount)
        sizes.insert(asked.subjects.count)
      }
    }
    #expect(kind != .measure || sizes.count > 10)
  }

  @Test("says its population, its seed and how it is drawn again")
  func shown() throws {
    let book = try told()
    var filter = SamplePopulation.Filter()
    filter.statuses = [.proposed]
    filter.from = day("2022-01-01")
    let population = SamplePopulation(.measure, filter, in: book)
    let sample = Sample(1, of: population.subjects, seed: "4711", method: .systematic)
    let basis = Basis(book, knownAt: nil, root: nil, size: book.position)
    let answer = SampleAnswer(sample, of: population, isSeededByCheckpoint: false, book: book, basis: basis)
    let text = TerminalRenderer(width: 100, color: false).render(answer.document(.sv))
    #expect(text.contains("Urval: 1 av 1 åtgärd\n"))
    #expect(text.contains("Population             åtgärder, med status föreslagen, från och med 2022-01-01"))
    #expect(text.contains("Populationens storlek  1"))
    #expect(text.contains("Odaterade, utanför     1"))
    #expect(text.contains("Frö                    4711 (angivet)"))
    guard case .object(let object) = answer.json, case .object(let stated)? = object["population"] else {
      Issue.record("not a sample")
      return
    }
    #expect(object["kind"] == "liggare.sample" && object["version"] == 1 && object["method"] == "systematic")
    #expect(stated["status"] == ["proposed"] && stated["size"] == 1 && stated["undatedLeftOut"] == 1)
    #expect(object["sample"] == [["subject": "M-0002", "title": "Annan", "index": 0]])
  }

  @Test("filters that say nothing of a kind are known")
  func foreign() {
    var filter = SamplePopulation.Filter()
    filter.statuses = [.proposed]
    filter.areas = ["norr"]
    filter.focusAreas = ["vald"]
    filter.authorities = [.body]
    #expect(filter.foreign(to: .measure) == [])
    #expect(filter.foreign(to: .case) == ["--status", "--focus", "--authority"])
    #expect(filter.foreign(to: .decision) == ["--status", "--area", "--focus"])
    #expect(filter.foreign(to: .body) == ["--status", "--area", "--focus", "--authority"])
  }
}
