import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// Of which promises a report tells.
package enum PackExtent: Sendable {
  /// Of one.
  case promise
  /// Of every promise that applied on a day that the report counts, and of what was decided outside them.
  case all

  func covered(_ promise: SubjectID, scope: ReportingScope, book: Book) -> Set<SubjectID?> {
    guard self == .all else { return [promise] }
    let applying = book.promises.filter { other in
      guard let span = other.terms?.validity else { return true }
      return span.from <= scope.through && span.through >= scope.from
    }
    return Set([promise, nil] + applying.map(\.id))
  }
}

extension FollowUpPack {
  /// The promises that the report is about, in the ledger's order.
  var promises: [CitizenPromise] {
    covered.compactMap(\.self).sorted().compactMap { book.promise($0) ?? latest.promise($0) }
  }

  /// The parties, the areas or the focus areas of the promises; a code that several have once, as the first names it.
  func named(_ list: KeyPath<PromiseAdopted, [Named]>) -> [Named] {
    promises.flatMap { $0.terms?[keyPath: list] ?? [] }.reduce(into: [Named]()) { all, named in
      if !all.contains(where: { $0.code == named.code }) { all.append(named) }
    }
  }

  /// What the report is about, for its title: `Medborgarlöfte 2022–2023`.
  var subject: Localized {
    let titles = promises.map { $0.terms?.title.text ?? $0.id.text }
    return titles.isEmpty
      ? Localized(both: promise.text)
      : Localized(titles.listed(lastBefore: "och"), titles.listed(lastBefore: "and"))
  }

  /// The bodies that are told, the first promise's first.
  var receivers: [Text] {
    promises.compactMap { $0.terms?.reporting?.to }.reduce(into: [terms?.reporting?.to].compactMap(\.self)) {
      all, name in
      if !all.contains(name) { all.append(name) }
    }
  }

  /// Of which promise an earlier or this report is, where the one at hand is on several: ` (P-0001)`.
  var promiseMark: String { promises.count > 1 ? " (\(promise))" : "" }

  /// Of which promises the report is, and what of the ledger it leaves out, where there is more than one promise and its measures.
  func aboutPromises(_ language: Language) -> [KeyValue] {
    let others = book.promises.filter { !covered.contains($0.id) }
    let counts = book.chronicle.subjects(.measure).reduce(into: [SubjectID?: Int]()) { counts, id in
      if let measure = book.measure(id), let plan = measure.plan, measure.mustBeReported,
        !covered.contains(plan.promise) || plan.promise == nil
      {
        counts[plan.promise, default: 0] += 1
      }
    }
    let outside = counts[nil] ?? 0
    guard promises.count > 1 || !others.isEmpty || outside > 0 else { return [] }
    let outsideWords = Localized(
      "\(count(outside, "åtgärd", "åtgärder")) utanför löftena",
      "\(count(outside, "measure", "measures")) outside every promise")
    let about = promises.map(\.spanned) + (outside > 0 && covered.contains(nil) ? [outsideWords] : [])
    let left =
      others.map { other in
        let measures = counts[other.id] ?? 0
        return other.spanned
          + Localized(
            ": \(count(measures, "åtgärd", "åtgärder"))", ": \(count(measures, "measure", "measures"))")
      } + (outside > 0 && !covered.contains(nil) ? [outsideWords] : [])
    func line(_ key: Localized, _ values: [Localized]) -> [KeyValue] {
      values.isEmpty ? [] : [KeyValue(key[language], Prose(values.map { $0[language] }.joined(separator: "; ")))]
    }
    return line(Localized("Omfattar", "Covers"), about) + line(Localized("Omfattar inte", "Does not cover"), left)
  }
}

extension [String] {
  /// `A, B och C`.
  fileprivate func listed(lastBefore word: String) -> String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension CitizenPromise {
  /// `P-0001 Medborgarlöfte 2022–2023`.
  var called: Localized { Localized(both: ([id.text] + (terms.map { [$0.title.text] } ?? [])).joined(separator: " ")) }

  /// `Medborgarlöfte 2022–2023 (P-0001, gäller 2022-01-01 – 2023-12-31)`.
  fileprivate var spanned: Localized {
    guard let terms else { return called }
    let days = "\(terms.validity.from) – \(terms.validity.through)"
    return Localized("\(terms.title) (\(id), gäller \(days))", "\(terms.title) (\(id), valid \(days))")
  }
}
