package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

extension PackDifference {
  /// The difference for people: what was said then and what would be said now, and the entries behind it.
  package func document(_ language: Language, basis: Basis) -> Document {
    let title = Localized(
      "\(followUp.id) \(then.period.label): då och nu", "\(followUp.id) \(then.period.label): then and now")
    return basis.signed(
      Document(
        title[language], language: language.rawValue,
        blocks: basis.banner(language) + head(language) + table(language) + behind(language) + basis.blocks(language)))
  }

  private func head(_ language: Language) -> [Block] {
    func known(_ pack: FollowUpPack) -> Prose {
      let recorded = pack.book.chronicle.lastRecorded.map { ", " + SwedishTime.reading(of: $0) } ?? ""
      return Prose("position \(pack.book.position)\(recorded)")
    }
    var lines = [
      KeyValue(Localized("Känt då", "Known then")[language], known(then)),
      KeyValue(Localized("Känt nu", "Known now")[language], known(now)),
    ]
    if let presented = followUp.presented {
      let document = presented.presented.document
      let when = presented.mark.effective.phrase[language]
      lines.append(
        KeyValue(
          Localized("Redovisad", "Presented")[language],
          Prose("\(when), \(document.name), SHA-256 ") + .code(document.sha256.text)))
    } else {
      let words = Localized("inte redovisad", "not presented")[language]
      lines.append(KeyValue(Localized("Redovisad", "Presented")[language], Prose(words)))
    }
    let note = Localized(
      "Det redovisade dokumentet är oförändrat. Här jämförs liggarens uppgifter som de var kända när uppföljningen sammanställdes med dem som är kända nu, för samma period.",
      "The document presented is unchanged. Compared are the facts of the ledger as known when the report was compiled and as known now, for the same period."
    )
    return [.keyValues(lines), .note(Prose(note[language]))]
  }

  private func table(_ language: Language) -> [Block] {
    guard !points.isEmpty else {
      let same = Localized("Uppföljningen skulle säga detsamma i dag.", "The report would say the same today.")
      return [.paragraph(Prose(same[language]))]
    }
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 7),
        .init(Localized("Uppgift", "Statement")[language], priority: 9),
        .init(Localized("Då", "Then")[language], minWidth: 14, priority: 9),
        .init(Localized("Nu", "Now")[language], minWidth: 14, priority: 9),
      ], emptyText: "")
    let nothing = Localized("inte med", "not in it")
    for point in points {
      let detail = point.detail.map { ", \($0)" } ?? ""
      table.append([
        .init(point.subject.text),
        .init(now.latest.title(of: point.subject) ?? then.latest.title(of: point.subject) ?? ""),
        .init(point.what.words[language] + detail), .init((point.before ?? nothing)[language]),
        .init((point.after ?? nothing)[language], .warning),
      ])
    }
    let heading = Localized("Skulle skilja sig i dag (\(points.count))", "Would differ today (\(points.count))")
    return [.heading(level: 1, heading[language]), .table(table)]
  }

  private func behind(_ language: Language) -> [Block] {
    guard !entries.isEmpty else { return [] }
    let heading = Localized("Poster som har tillkommit om perioden", "Entries added about the period")
    return [.heading(level: 1, heading[language]), .timeline(now.entries(entries, language))]
  }

  /// The difference for machines, `liggare.follow-up.now` version 1. `before` and `after` are words of the report, in Swedish; absent
  /// where the report did not say it.
  ///
  /// ```json
  /// {"kind":"liggare.follow-up.now","version":1,"basis":{…},"id":"F-0002","period":{"label":"2022-T2",…},
  ///  "knownThrough":36,"presented":{…},
  ///  "differences":[{"subject":"M-0001","what":"actual","detail":"vandringar","before":"3 st","after":"2 st"}],
  ///  "entries":[{"subject":"M-0001","type":"entry.corrected","mark":{…},"correction":{…}}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    JSONValue(of: Shape(basis: basis, difference: self))
  }

  private struct Shape: JSONWritable {
    var basis: Basis
    var difference: PackDifference

    func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("kind", "liggare.follow-up.now" as Text)
      pen.write("version", 1)
      pen.write("basis", basis)
      pen.write("id", difference.followUp.id)
      pen.write("period", difference.then.period)
      pen.write("knownThrough", difference.then.book.position)
      pen.write("presented", difference.followUp.presented)
      pen.write("differences", difference.points)
      pen.write("entries", difference.entries)
      pen.endObject()
    }
  }
}
