package import CommandArguments
import LedgerDomain
import StrictJSON

/// What a text or a JSON value should have been, with an example, for the keys that `MalformedText` and `JSONMismatch`
/// state.
package enum ExpectationWords {
  /// `ett datum som 2022-10-14`, for the key `date`. A key that is not known stands as it is, in quotation marks.
  package static func words(_ key: String) -> Localized {
    if let words = keys[key] { return words }
    if let words = choice(key) { return words }
    if let range = range(key) { return range }
    return quoted(key)
  }

  /// The words that a list `one of a, b, c` offers; empty for any other key.
  static func options(_ key: String) -> [String] {
    let lead = "one of "
    guard key.hasPrefix(lead) else { return [] }
    return key.dropFirst(lead.count).split(separator: ", ").map(String.init)
  }

  static let keys: [String: Localized] = [
    // Texts.
    "date": Localized("ett datum som 2022-10-14", "a date such as 2022-10-14"),
    "instant": Localized(
      "en tidpunkt i UTC med tre decimaler, som 2022-03-23T10:15:00.000Z",
      "a time in UTC with three decimals, such as 2022-03-23T10:15:00.000Z"),
    "effective": Localized(
      "ett datum som 2022-10-14 eller en tidpunkt som 2022-10-14T11:30:00Z",
      "a date such as 2022-10-14 or a time such as 2022-10-14T11:30:00Z"),
    "subject": Localized("en beteckning som M-0007", "an identifier such as M-0007"),
    "uuid": Localized(
      "ett händelse-id (UUID) med små bokstäver, som 6f1c2a9e-0b7d-4c53-9e21-5d0f8a3b7c64",
      "an event id (UUID) in lower case, such as 6f1c2a9e-0b7d-4c53-9e21-5d0f8a3b7c64"),
    "code": Localized(
      "en kod av bokstäverna a–z, siffror och bindestreck, som navertorp",
      "a code of the letters a–z, digits and hyphens, such as navertorp"),
    "sha256": Localized(
      "en kontrollsumma (SHA-256): 64 hexadecimala siffror med små bokstäver, som e3b0c442…",
      "a SHA-256 digest: 64 hexadecimal digits in lower case, such as e3b0c442…"),
    "commitment": Localized(
      "ett förseglat värde: 64 hexadecimala siffror med små bokstäver, som 9f86d081…",
      "a sealed value: 64 hexadecimal digits in lower case, such as 9f86d081…"),
    "number": Localized(
      "ett tal med högst 18 siffror och decimalpunkt, som 303 eller -4.5",
      "a number of at most 18 digits with a decimal point, such as 303 or -4.5"),
    "identity": Localized(
      "en absolut URI utan fragment, som urn:uuid:6f1c2a9e-0b7d-4c53-9e21-5d0f8a3b7c64",
      "an absolute URI without a fragment, such as urn:uuid:6f1c2a9e-0b7d-4c53-9e21-5d0f8a3b7c64"),
    "prev": Localized(
      "16 hexadecimala siffror med små bokstäver, som 9f86d081884c7d65: början av radens hash före",
      "16 hexadecimal digits in lower case, such as 9f86d081884c7d65: the beginning of the hash of the line before"),
    "name": Localized("ett namn utan styrtecken, som Anna Ek", "a name without control characters, such as Anna Ek"),
    "natural": Localized("ett heltal utan tecken, som 3", "a whole number without a sign, such as 3"),
    "batch": Localized("en plats i en grupp av händelser, som 2/7", "a place in a batch, such as 2/7"),
    // Kinds of JSON values.
    "null": Localized("null", "null"),
    "boolean": Localized("true eller false", "true or false"),
    "integer": Localized("ett heltal som 3", "a whole number such as 3"),
    "string": Localized("en text inom citattecken", "a text in quotation marks"),
    "array": Localized("en lista inom hakparenteser, [ ]", "a list in square brackets, [ ]"),
    "object": Localized("ett objekt inom klammerparenteser, { }", "an object in braces, { }"),
    "value": Localized("ett värde", "a value"),
  ]

  /// A kind of JSON value as something found.
  static func found(kind: String) -> Localized {
    switch kind {
    case "null": Localized("null", "null")
    case "boolean": Localized("true eller false", "true or false")
    case "number", "integer": Localized("ett tal", "a number")
    case "string": Localized("en text", "a text")
    case "array": Localized("en lista", "a list")
    case "object": Localized("ett objekt", "an object")
    default: Localized("något annat", "something else")
    }
  }

  /// `short (kortsiktig) eller long (långsiktig)`, for the lists of words that the domain has.
  private static func choice(_ key: String) -> Localized? {
    if let known = ChoiceWords.listings[key] { return .either(known) }
    let options = options(key)
    return options.isEmpty ? nil : .either(options.map { Localized(both: $0) })
  }

  /// `ett heltal från 0 till 255`, for the key `0...255`.
  private static func range(_ key: String) -> Localized? {
    guard let dots = key.firstRange(of: "...") else { return nil }
    let (low, high) = (key[..<dots.lowerBound], key[dots.upperBound...])
    guard Int128(low) != nil, Int128(high) != nil else { return nil }
    return Localized("ett heltal från \(low) till \(high)", "a whole number from \(low) to \(high)")
  }
}
