import CommandArguments
import LedgerDomain
import StrictJSON

extension Trace {
  /// The positions of the entries that are shown, those to come too.
  package var shownPositions: Set<Int> { Set((entries + later).map(\.event.position)) }

  /// The trace with what an examination of the same book found: each finding about its subject, and each about another that
  /// rests on an entry shown here. It stands once, at the last entry shown that it cites; one that cites none of them stands
  /// with the subject.
  package func remarked(by examination: Examination) -> Trace {
    let shown = shownPositions
    var trace = self
    trace.judgement = .judged(edition: examination.edition)
    trace.remarks = examination.results.flatMap { result in
      result.findings.compactMap { finding -> TraceRemark? in
        let position = finding.cited.map(\.position).last(where: shown.contains)
        guard finding.subject == subject || position != nil else { return nil }
        return TraceRemark(finding, result.rule, position: position)
      }
    }
    return trace
  }
}

extension TraceRemark {
  fileprivate init(_ finding: Finding, _ rule: Rule, position: Int?) {
    let reason = finding.reason.map { Localized(" Angivet skäl: \($0)", " Reason stated: \($0)") }
    self.init(
      rule: finding.rule, severity: rule.severity.text, severityWords: rule.severity.words, tone: rule.severity.tone,
      text: Localized(finding.sentence.sv + (reason?.sv ?? ""), finding.sentence.en + (reason?.en ?? "")),
      position: position)
  }
}
