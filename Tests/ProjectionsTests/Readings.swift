import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// Expects what a ledger says of M-0001 at each reading: known through a position (`-` for all), as of a moment (`-` for any), and
/// then the answer: status, since when, title, deadline.
func expectReadings(_ table: String, in ledger: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let chronicle = Chronicle(text: ledger)
  let answers = table.split(separator: "\n").map { line -> String in
    let fields = line.split(separator: "|").map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
    let known = fields[0] == "-" ? chronicle : chronicle.known(through: Int(fields[0])!)
    let state = known.state(of: "M-0001", asOf: fields[1] == "-" ? nil : Effective(written: fields[1]))
    guard case .measure(let measure) = state else { return "M-0001 is no measure" }
    return line.split(separator: "|")[0...1].joined(separator: "|") + "| " + answer(measure)
  }
  expectSame(answers.joined(separator: "\n"), table, sourceLocation: sourceLocation)
}

private func answer(_ measure: Measure) -> String {
  guard let status = measure.status else { return "nothing" }
  let since = measure.statusMark.map { $0.effective?.text ?? "undated" } ?? "never"
  let plan = measure.plan.map { plan in
    [plan.title.text] + (measure.deadline.map { ["by \($0.text)"] } ?? [])
  }
  return (["\(status.text) since \(since)"] + (plan ?? ["no plan"])).joined(separator: ", ")
}
