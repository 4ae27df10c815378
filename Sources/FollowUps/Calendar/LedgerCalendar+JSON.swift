import CommandArguments
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

extension LedgerCalendar {
  /// The calendar for machines, `liggare.calendar` version 1. What is not stated has no member; `daysLeft` is negative when the day
  /// lies behind; `counted` and `passed` stand where a holiday or a weekend moved the end of a time; `sequence` counts how many times
  /// the day was moved or cancelled, or, for a day that rests on the next meeting, how many entries there are about all
  /// that it rests on. `callingOff` stands with a meeting that was called off.
  ///
  /// ```json
  /// {"kind":"liggare.calendar","version":1,"basis":{…},"day":"2022-10-14","from":"2022-10-14","through":"2023-04-30","overdueBefore":1,
  ///  "entries":[{"id":"verify-minutes.T-0014","kind":"verify-minutes","subject":"T-0014","title":"…","owner":"Socialnämnden",
  ///              "date":"2022-11-30","daysLeft":47,"standing":"open","rule":"KL 6:35, 5:69","counted":"…","passed":[{"day":"…",
  ///              "reason":"christmas-eve"}],"sequence":0,"command":"liggare meeting verify T-0014"}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    .object([
      "kind": "liggare.calendar", "version": 1, "basis": JSONValue(of: basis), "day": .string(book.day.text),
      "from": .string(from.text), "through": .string(through.text), "overdueBefore": JSONValue(overdueBefore),
      "entries": .array(entries.map(json)),
    ])
  }

  private func json(_ entry: CalendarEntry) -> JSONValue {
    var object: JSONObject = [
      "id": .string(entry.identity), "kind": .string(entry.kind.text), "subject": .string(entry.subject.text),
    ]
    object["title"] = entry.title.map { .string($0.text) }
    object["detail"] = entry.detail.map { .string($0.text) }
    object["owner"] = entry.owner.map { .string($0.sv) }
    object["date"] = .string(entry.date.text)
    object["daysLeft"] = JSONValue(entry.daysLeft(on: book.day))
    object["standing"] = .string(entry.standing.text)
    object["doneOn"] = entry.doneOn.map { .string($0.text) }
    object["callingOff"] = entry.callingOff.map { JSONValue(of: $0) }
    object["original"] = entry.original.map { .string($0.text) }
    object["rule"] = entry.rule.map { .string($0) }
    if let end = entry.end, !end.passed.isEmpty {
      object["counted"] = .string(end.counted.text)
      object["passed"] = .array(
        end.passed.map { ["day": .string($0.day.text), "reason": .string(word($0.reason))] })
    }
    object["dayOff"] = entry.dayOff.map { .string(word($0)) }
    object["sequence"] = JSONValue(moves(of: entry))
    object["command"] = entry.command.map { .string($0) }
    return .object(object)
  }

  private func word(_ reason: DayOff) -> String {
    switch reason {
    case .holiday(let holiday): holiday.text
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}
