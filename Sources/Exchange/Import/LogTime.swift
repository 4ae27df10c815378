package import LedgerDomain

/// When something happened, as other programs write it.
///
///     moment = date [ ("T" / " ") hour ":" minute [ ":" second [ "." 1*digit ] ] [ [" "] zone ] ]
///     date   = year "-" month "-" day
///     zone   = "Z" / ("+" / "-") hour [":"] minute
///
/// That is RFC 3339 with what pm4py and databases leave out or write in another way. A date alone is a day. A moment
/// without a zone is Swedish local time; of an hour that autumn repeats the first is meant, and one that spring skips does not
/// exist. Decimals of a second are cut, as the ledger keeps seconds.
package enum LogTime {
  /// Reads a moment or a day; nil where the text is none.
  package static func effective(_ text: String) -> Effective? {
    var bytes = Array(text.utf8)
    if bytes.count == 10 { return (try? LocalDate(text: text)).map(Effective.date) }
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    bytes[10] = UInt8(ascii: "T")
    let zone = bytes[16...].firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "Z") }
    var clock = Array(bytes[..<(zone ?? bytes.count)])
    if zone != nil, clock.last == UInt8(ascii: " ") { clock.removeLast() }
    if clock.count == 16 { clock += Array(":00".utf8) }
    guard let zone else { return local(clock) }
    var offset = Array(bytes[zone...])
    if offset.count == 5 { offset.insert(UInt8(ascii: ":"), at: 3) }
    return instant(clock + offset)
  }

  private static func instant(_ bytes: [UInt8]) -> Effective? {
    guard let instant = Instant(rfc3339: String(decoding: bytes, as: UTF8.self)) else { return nil }
    return .instant(cut(instant))
  }

  private static func local(_ clock: [UInt8]) -> Effective? {
    guard let reading = Instant(rfc3339: String(decoding: clock + [UInt8(ascii: "Z")], as: UTF8.self)) else {
      return nil
    }
    for minutes in [120, 60] {
      let instant = Instant(milliseconds: reading.milliseconds - Int64(minutes) * 60_000)
      if SwedishTime.offsetMinutes(at: instant) == minutes { return .instant(cut(instant)) }
    }
    return nil
  }

  /// Without decimals of the second.
  private static func cut(_ instant: Instant) -> Instant {
    Instant(milliseconds: instant.milliseconds - ((instant.milliseconds % 1000) + 1000) % 1000)
  }
}
