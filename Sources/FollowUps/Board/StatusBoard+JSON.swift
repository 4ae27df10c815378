import LedgerDomain
package import Projections
package import StrictJSON

extension StatusBoard {
  /// The board for machines, `liggare.status` version 1. What is not stated has no member; `daysLeft` is negative when overdue.
  ///
  /// ```json
  /// {"kind":"liggare.status","version":1,"basis":{…},"day":"2022-09-01",
  ///  "nextMeeting":{"id":"T-0004","body":"B-0002","day":"2022-09-20"},
  ///  "counts":{"carry-out":4,"verify-minutes":1},
  ///  "items":[{"kind":"carry-out","subject":"M-0002","title":"…","owner":{"office":"…"},"due":"2022-06-30",
  ///            "daysLeft":-63,"group":"overdue","command":"liggare measure implement M-0002"}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    let counts = ObligationKind.allCases.compactMap { kind -> (name: String, value: JSONValue)? in
      let count = items.count { $0.kind == kind }
      return count == 0 ? nil : (kind.text, JSONValue(count))
    }
    return JSONValue(
      of: Shape(
        basis: basis, day: book.day,
        nextMeeting: nextMeeting.map { Shape.Next(id: $0.id, body: $0.body, day: $0.day) },
        counts: .object(JSONObject(counts)), items: items))
  }

  private struct Shape: JSONWritable {
    var kind: Text = "liggare.status"
    var version = 1
    var basis: Basis
    var day: LocalDate
    var nextMeeting: Next?
    var counts: JSONValue
    var items: [Item]

    struct Next: JSONWritable {
      var id: SubjectID
      var body: SubjectID?
      var day: LocalDate?

      func write(into pen: inout JSONPen) {
        pen.beginObject()
        pen.write("id", id)
        pen.write("body", body)
        pen.write("day", day)
        pen.endObject()
      }
    }

    func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("kind", kind)
      pen.write("version", version)
      pen.write("basis", basis)
      pen.write("day", day)
      pen.write("nextMeeting", nextMeeting)
      pen.write("counts", counts)
      pen.write("items", items)
      pen.endObject()
    }
  }
}
