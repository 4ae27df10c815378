package import LedgerDomain
import StrictJSON

/// The format of a journal's lines. One event is one line, and one event has exactly one line.
///
/// A line is a CloudEvents 1.0 event in the JSON event format, as compact JSON in UTF-8 without a byte order mark, at
/// most 65,535 bytes without the LF that ends it. Its members, in this order:
///
///     line           = "{" members "}"
///     specversion    "1.0"
///     id             the event's UUID in lower case; which version and variant is not looked at
///     source         the ledger's identity, an absolute URI; the same in every line (LedgerIdentity)
///     type           "liggare." and the fact's type
///     subject        what it is about: the letter of a kind (one of BCDEFGILMPRST), a hyphen, and a number from 1 to
///                    999,999,999 with at least four digits, and no more zeros before it than they need
///     time           when it was recorded: RFC 3339 in UTC with three decimals
///     dataschema   ? "urn:liggare:" fact's type ":" version, from schema version 2 of the type on
///     data           what it says: an object, by its type and schema version
///     position       1, 2, 3 … in the ledger, at most 2,147,483,647
///     subjectversion 1, 2, 3 … of the subject, at most 2,147,483,647
///     effective    ? when it was true: a date, or a second in UTC; absent for an undated fact
///     recordedby     who typed it: not empty, without control characters (below U+0020, U+007F to U+009F) and
///                    noncharacters (U+FDD0 to U+FDEF, and the last two of every plane)
///     batch        ? place "/" count in a batch of 2 to 999,999, decimal without leading zeros
///     correlationid? the UUID of the event that began the matter
///     causationid  ? the UUID of the event that led to this one
///     prev         ? the first 16 hexadecimal digits of the previous line's leaf hash; absent in line 1 only
///
/// A member marked `?` is absent where it says nothing; no member is ever null. Strings are escaped as RFC 8785 section
/// 3.2.2.2 says, integers have no sign, exponent or leading zero, no white space stands between tokens, and arrays and
/// objects are at most 64 deep, the line itself being the first. Dates are of the Gregorian calendar, years 0000 to
/// 9999; a second is 00 to 59, so there is no text for a leap second. For example, broken here before each comma that
/// separates members of the envelope:
///
///     {"specversion":"1.0"
///     ,"id":"00000000-0000-4000-8000-000000000002"
///     ,"source":"urn:uuid:00000000-0000-4000-8000-00000000000a"
///     ,"type":"liggare.measure.paused"
///     ,"subject":"M-0007"
///     ,"time":"2022-10-20T09:30:00.000Z"
///     ,"data":{"reason":"Snö på planen"}
///     ,"position":2
///     ,"subjectversion":1
///     ,"effective":"2022-10-14"
///     ,"recordedby":"Anna Ek"
///     ,"prev":"0123456789abcdef"}
///
/// What may be added: new types, and new schema versions of a type, whose old lines stay readable through `Lifting`. A
/// new member of the envelope, or another order, makes a new format of the ledger (`format` in its first event).
package enum LineFormat {
  /// How many bytes a line may have, without its LF.
  package static let byteLimit = 65_535

  /// The largest position and subject version: that of the CloudEvents type Integer.
  package static let integerLimit = 2_147_483_647

  /// The bytes that every line begins with.
  static let beginning = Array("{\"specversion\":\"1.0\",".utf8)

  static let typePrefix = "liggare."
  static let schemaPrefix = "urn:liggare:"

  /// The members of a line in their order, and whether each must be there.
  static let members: [(name: String, isRequired: Bool)] = [
    ("specversion", true), ("id", true), ("source", true), ("type", true), ("subject", true), ("time", true),
    ("dataschema", false), ("data", true), ("position", true), ("subjectversion", true), ("effective", false),
    ("recordedby", true), ("batch", false), ("correlationid", false), ("causationid", false), ("prev", false),
  ]

  /// The line of an event, without LF. It may be longer than `byteLimit`, which is the caller's to refuse.
  ///
  /// Requires 1 ≤ position and 1 ≤ subject version, both at most `integerLimit`.
  package static func encode(_ event: Event, source: LedgerIdentity, prev: ChainMark?) -> [UInt8] {
    encode(event, source: source, prev: prev, older: nil)
  }

  /// The line of an event, in an older schema version where one is given: the version, and the data as it writes it.
  static func encode(
    _ event: Event, source: LedgerIdentity, prev: ChainMark?, older: (version: Int, data: JSONValue)?
  ) -> [UInt8] {
    precondition((1...integerLimit).contains(event.position) && (1...integerLimit).contains(event.subjectVersion))
    let (type, newest) = event.fact.typeAndVersion
    let version = older?.version ?? newest
    var pen = JSONPen()
    pen.bytes.reserveCapacity(1024)
    pen.beginObject()
    pen.write("specversion", "1.0" as Text)
    pen.write("id", event.id)
    pen.write("source", source)
    pen.write("type", Text(typePrefix + type))
    pen.write("subject", event.subject)
    pen.write("time", event.recorded)
    if version > 1 { pen.write("dataschema", Text("\(schemaPrefix)\(type):\(version)")) }
    pen.write(name: "data")
    if let older { older.data.write(into: &pen) } else { event.fact.write(with: event.circumstances, into: &pen) }
    pen.write("position", event.position)
    pen.write("subjectversion", event.subjectVersion)
    pen.write("effective", event.effective)
    pen.write("recordedby", event.recordedBy)
    pen.write("batch", event.batch)
    pen.write("correlationid", event.correlation)
    pen.write("causationid", event.causation)
    pen.write("prev", prev)
    pen.endObject()
    return pen.bytes
  }
}
