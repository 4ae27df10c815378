import CommandArguments
import LedgerDomain

/// A point on one of the two clocks as it is typed.
///
/// `2022-10-14` or a moment, of the effective clock; of the known clock `known:2022-10-14` or `known:` and a moment, a
/// position as `412` or `#412`, or the file of a checkpoint; `now` on the clock of the other. A file whose name looks like
/// another form is given with its folder: `./412`.
enum DiffPoint: Equatable, Sendable {
  case effective(Effective)
  case known(Instant)
  case position(Int)
  case now
  case checkpoint(path: String)

  init?(_ text: String) {
    if text == "now" {
      self = .now
    } else if let moment = text.hasPrefix("known:") ? String(text.dropFirst(6)) : nil {
      guard let instant = Instant(typed: moment) else { return nil }
      self = .known(instant)
    } else if let effective = try? Effective(typed: withSeconds(text)) {
      self = .effective(effective)
    } else if let position = Self.position(text) {
      self = .position(position)
    } else if text.utf8.allSatisfy({ Array("0123456789-+:.TZ#".utf8).contains($0) }) {
      // A day or a number that is none, and hardly anybody's file.
      return nil
    } else {
      self = .checkpoint(path: text)
    }
  }

  private static func position(_ text: String) -> Int? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard (1...18).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}

extension Option where Value == DiffPoint {
  /// A point on either clock.
  init(point name: String, _ help: Localized) {
    self.init(name, "POINT", help) { text throws(ValueProblem) in
      guard let point = DiffPoint(text) else {
        throw ValueProblem(
          expected: Localized(
            "en dag (2022-10-14), en känd tidpunkt (known:2022-10-14), en position (#412), en kontrollpunktsfil eller now",
            "a day (2022-10-14), a known time (known:2022-10-14), a position (#412), a checkpoint file or now"))
      }
      return point
    }
  }
}
