import CommandArguments
package import LedgerDomain

extension FactProblem {
  /// Why the data of an event could not be read; `type` is the event's type, where it is known.
  package func message(in type: String? = nil) -> Message {
    switch self {
    case .unknownType(let type, let known):
      return Message(
        Localized("Händelsetypen ", "The event type ") + quoted(type) + Localized(" finns inte.", " does not exist.")
          + guess(type, among: known),
        remedy: FactProblem.offer(type, known))
    case .unknownVersion(let type, let version, let newest):
      let known =
        newest == 1 ? Localized("version 1", "version 1") : Localized("version 1–\(newest)", "versions 1–\(newest)")
      return Message(
        Localized("Händelsetypen ", "The event type ") + quoted(type)
          + Localized(
            " har version \(version), men programmet känner bara till ",
            " has version \(version), but this program knows only ")
          + known + ".",
        remedy: version > newest
          ? Localized(
            "Läs liggaren med en nyare version av programmet.", "Read the ledger with a newer version of the program.")
          : nil)
    case .mismatch(let mismatch): return mismatch.message(in: type)
    }
  }

  /// The types about the same kind of subject, else the kinds there are.
  private static func offer(_ type: String, _ known: [String]) -> Localized? {
    func kind(_ type: String) -> Substring { type.prefix { $0 != "." } }
    let related = known.filter { kind($0) == kind(type) }
    if !related.isEmpty {
      return Localized("Kända typer: ", "Known types: ") + related.joined(separator: ", ") + "."
    }
    let kinds = known.map(kind).reduce(into: [Substring]()) { if !$0.contains($1) { $0.append($1) } }
    guard !kinds.isEmpty else { return nil }
    return Localized("En typ börjar med något av ", "A type begins with one of ") + kinds.joined(separator: ", ") + "."
  }
}
