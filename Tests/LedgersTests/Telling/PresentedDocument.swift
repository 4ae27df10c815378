import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// The document that the made-up safety council is shown: Markdown, one row for each measure, as known when it was compiled.
///
/// It is a plain list so that the digest in the ledger has real bytes behind it, not the report that the follow-ups make.
struct PresentedDocument {
  let bytes: [UInt8]

  init(_ compiled: FollowUpCompiled, _ chronicle: Chronicle) {
    let known = chronicle.known(through: compiled.knownThrough)
    var lines = [
      "# Uppföljning \(compiled.period.text)", "",
      "Påhittat exempel. Inget i dokumentet gäller en verklig kommun.", "",
      "Underlag: liggaren till och med post \(compiled.knownThrough).", "",
      "| Åtgärd | Rubrik | Status | Utfall |", "| --- | --- | --- | --- |",
    ]
    for id in compiled.measures {
      guard case .measure(let measure) = known.state(of: id), let plan = measure.plan else { continue }
      let results = plan.targets.map { target in
        let goal = target.value.map { " (mål \($0.text))" } ?? ""
        return "\(target.name.text): \(measure.latestResult(of: target)?.actual.text ?? "uppgift saknas")\(goal)"
      }
      let outcome = results.isEmpty ? "inget mål i tal" : results.joined(separator: "; ")
      lines.append("| \(id.text) | \(plan.title.text) | \(measure.status?.swedish ?? "uppgift saknas") | \(outcome) |")
    }
    lines += ["", "Förslag: rådet noterar informationen."]
    bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension MeasureStatus {
  fileprivate var swedish: String {
    switch self {
    case .proposed: "föreslagen"
    case .referredBack: "återremitterad"
    case .tabled: "bordlagd"
    case .rejected: "avslagen"
    case .approved: "beslutad"
    case .inProgress: "pågående"
    case .paused: "pausad"
    case .withdrawn: "avbruten"
    case .implemented: "genomförd"
    case .partlyImplemented: "delvis genomförd"
    case .notImplemented: "ej genomförd"
    }
  }
}
