package import CommandArguments
import Exchange
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension Examination {
  /// The findings as a table, a row each (RFC 4180, UTF-8): for a spreadsheet, in the language asked for.
  ///
  /// ```csv
  /// rule,severity,subject,day,finding,ground,reason,entries,events,edition,basis_position,basis_root,as_of,known_at
  /// AU-01,breach,M-0011,2022-02-07,M-0011 (…) …,KL 13:14,…,82 130,20117784-… 384c872f-…,2026-3,643,6Yc…=,2024-05-06,
  /// ```
  ///
  /// `severity` is the word of the JSON; `entries` and `events` are positions and identities of the same entries, with a blank
  /// between; the last columns are the basis, the same in every row. With no findings there is the header alone.
  package func csv(_ language: Language, basis: Basis) -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "rule", "severity", "subject", "day", "finding", "ground", "reason", "entries", "events", "edition",
      "basis_position", "basis_root", "as_of", "known_at",
    ])
    for result in results {
      for finding in result.findings {
        writer.row([
          finding.rule, result.rule.severity.text, finding.subject.text, finding.day.text, finding.sentence[language],
          result.rule.ground.phrase[language], finding.reason?.text ?? "",
          finding.cited.map { String($0.position) }.joined(separator: " "),
          finding.cited.map(\.event.text).joined(separator: " "), edition, String(basis.position),
          basis.root?.text ?? "", basis.asOf?.text ?? "", basis.knownAt?.text ?? "",
        ])
      }
    }
    return writer.bytes
  }
}
