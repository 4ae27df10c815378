import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

extension PublicSite {
  /// Gives every file of the site, each once, in an order that is always the same; what is given is not kept.
  ///
  /// Measures are read and their pages made on all processors, each once, and given in order; what lists and data need of them
  /// is gathered on the way. `take` is called on any thread, one call at a time. Cost: a read and some folds of each measure, and
  /// the bytes of its page.
  package func forEachFile<Failure: Error>(_ take: (SiteFile) throws(Failure) -> Void) throws(Failure) {
    var summary = SiteSummary()
    var data = OpenData()
    var news = SiteNews()
    var rows = [FollowUpRows](repeating: FollowUpRows(), count: followUps.count)
    var failure: Failure?
    let ids = book.chronicle.subjects(.measure)
    let size = 8
    OrderedWork.run(
      count: (ids.count + size - 1) / size, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ in
        ids[(piece * size)..<min(ids.count, (piece + 1) * size)].compactMap { work(on: $0) }
      },
      join: { works in
        do throws(Failure) {
          for work in works {
            summary.append(work.line)
            data.add(work.line, work.measure, of: self)
            for row in work.rows { rows[row.followUp].append(row.row) }
            if let measure = work.measure { news.add(measure, self) }
            for file in work.files { try take(file) }
          }
          return true
        } catch {
          failure = error
          return false
        }
      })
    if let failure { throw failure }
    for indicator in indicators { data.add(indicator) }
    for followUp in followUps {
      data.add(followUp)
      news.add(followUp, self)
    }
    try giveLists(summary, rows, data.tables, take)
    try giveFollowUps(rows, take)
    try giveData(data.tables, take)
    try giveAttachments(news, take)
  }

  /// What comes of one measure: its files, and what the rest of the site needs of it.
  private struct Work {
    var line: SiteMeasureLine
    var measure: SiteMeasure?
    var rows: [(followUp: Int, row: FollowUpRows.Row)]
    var files: [SiteFile]
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
    let whole = page ?? MeasurePage.withheld(id, self)
    return Work(line: line, measure: found, rows: rows, files: [self.page(whole), fragment(whole)])
  }

  private func giveLists<Failure: Error>(
    _ summary: SiteSummary, _ rows: [FollowUpRows], _ tables: [OpenTable], _ take: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    func place(_ path: String, _ isFragment: Bool) -> SitePlace { SitePlace(path, isFragment: isFragment) }
    func pages(_ isFragment: Bool) -> [SitePage] {
      var pages = [
        IndexPage(site: self, summary: summary, place: place(SitePart.promise.path, isFragment)).page,
        AreaIndexPage(site: self, summary: summary, place: place(SitePart.areas.path, isFragment)).page,
        FollowUpIndexPage(site: self, place: place(SitePart.followUps.path, isFragment)).page,
        IndicatorPage(site: self, place: place(SitePart.indicators.path, isFragment)).page,
        OpenDataPage(site: self, tables: tables, place: place(SitePart.openData.path, isFragment)).page,
        CheckingPage(site: self, place: place(SitePart.checking.path, isFragment)).page,
        AccessibilityPage(site: self).page,
      ]
      if !terms.wording.isEmpty { pages.append(WordingPage(site: self).page) }
      pages += MeasureIndexPage(site: self, summary: summary).pages(isFragment)
      pages += AreaPage(site: self, summary: summary).pages(isFragment)
      pages += zip(followUps, rows).map { followUp, rows in
        FollowUpPage(site: self, followUp: followUp, rows: rows, place: place(followUp.path, isFragment)).page
      }
      return pages
    }
    let all = pages(false)
    for page in all { try take(self.page(page)) }
    for page in pages(true) { try take(fragment(page)) }
    let list = all.map { (path: $0.path, title: $0.title) }
    try take(page(FragmentsPage(site: self, pages: list, place: SitePlace(FragmentsPage.path)).page))
  }

  private func giveFollowUps<Failure: Error>(
    _ rows: [FollowUpRows], _ take: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    for (followUp, rows) in zip(followUps, rows) where !followUp.isWithheld {
      for (suffix, table) in [("", rows.measures), ("-utfall", rows.results)] {
        try take(SiteFile(path: "\(followUp.stem)\(suffix).csv", bytes: table.csvBytes))
        try take(SiteFile(path: "\(followUp.stem)\(suffix).json", bytes: table.jsonBytes(basis)))
      }
      if case .shown(let form) = documentState(of: followUp), let bytes = attachments.presented[followUp.id] {
        try take(SiteFile(path: followUp.documentPath(form), bytes: bytes))
      }
    }
  }

  private func giveData<Failure: Error>(
    _ tables: [OpenTable], _ take: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    for table in tables {
      try take(SiteFile(path: OpenDataPage.path(table, "csv"), bytes: table.csvBytes))
      try take(SiteFile(path: OpenDataPage.path(table, "json"), bytes: table.jsonBytes(basis)))
    }
  }

  private func giveAttachments<Failure: Error>(
    _ news: SiteNews, _ take: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    try take(SiteFile(path: PublicSite.feedPath, bytes: Array(news.feed(self).xml.utf8)))
    try take(SiteFile(path: PublicSite.stylePath, bytes: Array((SiteStyle.content + SiteStyle.frame).utf8)))
    try take(SiteFile(path: FragmentsPage.stylePath, bytes: Array(SiteStyle.content.utf8)))
    try take(SiteFile(path: CheckingPage.checkpointPath, bytes: attachments.checkpoint))
    try take(SiteFile(path: CheckingPage.verifierPath, bytes: attachments.verifier))
  }
}
