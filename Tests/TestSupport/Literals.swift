package import LedgerDomain
package import StrictJSON

// Values of the ledger as tests write them: "M-0001", "2022-02-23". A text that is none is our own mistake and stops the test.

extension TextValue {
  /// The value of a text that the test itself wrote.
  package init(written text: String) {
    do {
      try self.init(text: text)
    } catch {
      preconditionFailure("\(Self.self): expected \(error.expected), found \(error.found)")
    }
  }
}

extension SubjectID: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension LocalDate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension Effective: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension Quantity: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension SealedValue: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension DocumentDigest: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(written: text) }
}

extension Instant: ExpressibleByStringLiteral {
  /// Any RFC 3339 `date-time`; seconds may be left out: "2022-03-02T10:00Z".
  package init(stringLiteral text: String) { self.init(written: text) }

  package init(written text: String) {
    let whole = text.utf8.count == 17 ? text.dropLast() + ":00Z" : text[...]
    guard let instant = Instant(rfc3339: String(whole)) else { preconditionFailure("no instant: \(text)") }
    self = instant
  }
}

extension EventID {
  /// The identity that events of tests have at a position: the same in every run, and legible.
  package static func at(_ position: Int) -> EventID {
    let digits = String(position)
    let padding = String(repeating: "0", count: 12 - digits.utf8.count)
    return EventID(written: "00000000-0000-4000-8000-\(padding)\(digits)")
  }
}

extension SealedText: ExpressibleByStringLiteral {
  /// A commitment to nothing in particular: 64 times the same digit.
  package init(stringLiteral digit: String) {
    self.init(SealedValue(written: String(repeating: digit, count: 64)))
  }
}
