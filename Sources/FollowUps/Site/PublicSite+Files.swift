import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

extension PublicSite {
  /// Makes and writes every file of the site, each once, and gives what was written in an order that is always the same; no file is
  /// kept.
  ///
  /// Measures are read, and files made and written, on all processors; what lists and data need of measures is gathered on the way.
  /// `write` is called on several threads at a time, `take` on any, one call at a time. Cost: a read and some folds of each measure,
  /// and the bytes of its page.
  package func forEachFile<Written: Sendable, Failure: Error>(
    write: @escaping @Sendable (SiteFile) throws(Failure) -> Written, take: (Written) -> Void
  ) throws(Failure) {
    var summary = SiteSummary()
    var data = OpenData()
    var news = SiteNews()
    var rows = [FollowUpRows](repeating: FollowUpRows(), count: followUps.count)
    let ids = book.chronicle.subjects(.measure)
    let size = 8
    try inOrder((ids.count + size - 1) / size) { piece throws(Failure) in
      var works: [(work: Work, written: [Written])] = []
      for id in ids[(piece * size)..<min(ids.count, (piece + 1) * size)] {
        guard let work = work(on: id) else { continue }
        var written: [Written] = []
        for page in [page(work.page), fragment(work.page)] { written.append(try write(page)) }
        works.append((work, written))
      }
      return works
    } join: { works in
      for (work, written) in works {
        summary.append(work.line)
        data.add(work.line, work.measure, of: self)
        for row in work.rows { rows[row.followUp].append(row.row) }
        if let measure = work.measure { news.add(measure, self) }
        written.forEach(take)
      }
    }
    for indicator in indicators { data.add(indicator) }
    for followUp in followUps {
      data.add(followUp)
      news.add(followUp, self)
    }
    var pages: [(path: String, title: String)] = []
    for isFragment in [false, true] {
      let lists = lists(summary, rows, data.tables, isFragment)
      try inOrder(lists.count) { [lists] list throws(Failure) in
        var done: [(path: String, title: String, written: Written)] = []
        for page in lists[list]() {
          done.append((page.path, page.title, try write(isFragment ? fragment(page) : self.page(page))))
        }
        return done
      } join: { done in
        for page in done {
          if !isFragment { pages.append((page.path, page.title)) }
          take(page.written)
        }
      }
    }
    let overview = page(FragmentsPage(site: self, pages: pages, place: SitePlace(FragmentsPage.path)).page)
    let files = [{ overview }] + followUpFiles(rows) + dataFiles(data.tables) + attachmentFiles(news)
    try inOrder(files.count) { file throws(Failure) in
      try write(files[file]())
    } join: {
      take($0)
    }
  }

  /// A file that is made when it is written.
  private typealias FileMaker = @Sendable () -> SiteFile

  /// Makes so many pieces on all processors and joins what comes of them in order, up to the first failure.
  private func inOrder<Made, Failure: Error>(
    _ count: Int, _ make: @escaping @Sendable (Int) throws(Failure) -> Made, join: (Made) -> Void
  ) throws(Failure) {
    var failure: Failure?
    OrderedWork.run(
      count: count, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ -> Result<Made, Failure> in
        do throws(Failure) { return .success(try make(piece)) } catch { return .failure(error) }
      },
      join: { (result: Result<Made, Failure>) in
        switch result {
        case .success(let made): join(made)
        case .failure(let error): failure = error
        }
        return failure == nil
      })
    if let failure { throw failure }
  }

  /// What comes of one measure: its page, and what the rest of the site needs of it.
  private struct Work {
    var line: SiteMeasureLine
    var measure: SiteMeasure?
    var rows: [(followUp: Int, row: FollowUpRows.Row)]
    var page: SitePage
  }

  /// Nil for a measure that is none of the promise's at the reading.
  private func work(on id: SubjectID) -> Work? {
    guard let (line, events, found) = measure(id) else { return nil }
    let rows = followUps.indices.compactMap { index in
      FollowUpRows.Row(id, events, followUps[index], isWithheld: found == nil, of: self).map { (index, $0) }
    }
    let place = SitePlace(SiteMeasure.path(id))
    let page = found.map { found in
      MeasurePage(site: self, shown: found, place: place, followUps: rows.map { followUps[$0.0] }).page
    }
    return Work(line: line, measure: found, rows: rows, page: page ?? MeasurePage.withheld(id, self))
  }

  /// The pages of lists, each list's made by itself.
  private func lists(
    _ summary: SiteSummary, _ rows: [FollowUpRows], _ tables: [OpenTable], _ isFragment: Bool
  ) -> [@Sendable () -> [SitePage]] {
    @Sendable func place(_ path: String) -> SitePlace { SitePlace(path, isFragment: isFragment) }
    var lists: [@Sendable () -> [SitePage]] = [
      { [IndexPage(site: self, summary: summary, place: place(SitePart.promise.path)).page] },
      { [AreaIndexPage(site: self, summary: summary, place: place(SitePart.areas.path)).page] },
      { [FollowUpIndexPage(site: self, place: place(SitePart.followUps.path)).page] },
      { [IndicatorPage(site: self, place: place(SitePart.indicators.path)).page] },
      { [OpenDataPage(site: self, tables: tables, place: place(SitePart.openData.path)).page] },
      { [CheckingPage(site: self, place: place(SitePart.checking.path)).page] },
      { [AccessibilityPage(site: self, place: place(AccessibilityPage.path)).page] },
    ]
    if !terms.wording.isEmpty { lists.append { [WordingPage(site: self).page] } }
    lists.append { MeasureIndexPage(site: self, summary: summary).pages(isFragment) }
    lists.append { AreaPage(site: self, summary: summary).pages(isFragment) }
    for (followUp, rows) in zip(followUps, rows) {
      lists.append { [FollowUpPage(site: self, followUp: followUp, rows: rows, place: place(followUp.path)).page] }
      guard case .shown(let presented) = documentState(of: followUp) else { continue }
      lists.append {
        let page = PresentedPage(
          site: self, followUp: followUp, presented: presented, place: place(followUp.presentedPath)
        ).page
        return page.map { [$0] } ?? []
      }
    }
    return lists
  }

  private func followUpFiles(_ rows: [FollowUpRows]) -> [FileMaker] {
    zip(followUps, rows).filter { !$0.0.isWithheld }.flatMap { followUp, rows in
      var files = [("", rows.measures), ("-utfall", rows.results)].flatMap { suffix, table -> [FileMaker] in
        [
          { SiteFile(path: "\(followUp.stem)\(suffix).csv", bytes: table.csvBytes) },
          { SiteFile(path: "\(followUp.stem)\(suffix).json", bytes: table.jsonBytes(basis)) },
        ]
      }
      if case .shown(let presented) = documentState(of: followUp) {
        files.append { SiteFile(path: followUp.documentPath(presented.form), bytes: presented.bytes) }
      }
      return files
    }
  }

  private func dataFiles(_ tables: [OpenTable]) -> [FileMaker] {
    tables.flatMap { table -> [FileMaker] in
      [
        { SiteFile(path: OpenDataPage.path(table, "csv"), bytes: table.csvBytes) },
        { SiteFile(path: OpenDataPage.path(table, "json"), bytes: table.jsonBytes(basis)) },
      ]
    }
  }

  private func attachmentFiles(_ news: SiteNews) -> [FileMaker] {
    [
      { SiteFile(path: PublicSite.feedPath, bytes: Array(news.feed(self).xml.utf8)) },
      { SiteFile(path: PublicSite.stylePath, bytes: Array((SiteStyle.content + SiteStyle.frame).utf8)) },
      { SiteFile(path: FragmentsPage.stylePath, bytes: Array(SiteStyle.content.utf8)) },
      { SiteFile(path: CheckingPage.checkpointPath, bytes: attachments.checkpoint) },
      { SiteFile(path: CheckingPage.verifierPath, bytes: attachments.verifier) },
    ]
  }
}
