import Documents
import LedgerDomain
import Projections
import StrictJSON

extension PublicSite {
  /// Gives every file of the site, each once, in an order that is always the same; what is given is not kept.
  ///
  /// Measures are read one after the other, each once, and their pages given at once; what lists and data need of them is
  /// gathered on the way. Cost: a read and some folds of each measure, and the bytes of its page.
  package func forEachFile<Failure: Error>(_ take: (SiteFile) throws(Failure) -> Void) throws(Failure) {
    var summary = SiteSummary()
    var data = OpenData()
    var news = SiteNews()
    var rows = [FollowUpRows](repeating: FollowUpRows(), count: followUps.count)
    for id in book.chronicle.subjects(.measure) {
      guard let (line, events, found) = measure(id) else { continue }
      summary.append(line)
      data.add(line, found, of: self)
      var reported: [SiteFollowUp] = []
      for (index, followUp) in followUps.enumerated() {
        let count = rows[index].count
        rows[index].add(id, events, followUp, isWithheld: found == nil, of: self)
        if rows[index].count > count { reported.append(followUp) }
      }
      let place = SitePlace(SiteMeasure.path(id))
      let page = found.map { MeasurePage(site: self, shown: $0, place: place, followUps: reported).page }
      if let found { news.add(found, self) }
      try give(page ?? MeasurePage.withheld(id, self), take)
    }
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

  /// A page and its fragment; where it leads to files, the fragment is one of its own.
  private func give<Failure: Error>(
    _ page: SitePage, fragment: SitePage? = nil, _ take: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    try take(self.page(page))
    try take(self.fragment(fragment ?? page))
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
