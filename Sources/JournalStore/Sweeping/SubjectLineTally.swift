package import LedgerDomain
import StrictJSON

/// The lines about a subject, and those of others that name it: what an absence is scanned for.
package struct SubjectLineTally: LineTally {
  /// What such a line says of itself.
  package struct Line: Equatable, Sendable {
    package let position: Int
    /// The place of its type in `FactTypes.names`.
    package let type: Int
    package let recorded: Instant
    package let effective: EffectiveKey
    /// The moment that a correction says its entry was effective from.
    package let correctedEffective: EffectiveKey?
    /// Whether it is about the subject; else it names it.
    package let isAbout: Bool
  }

  private let subject: SubjectID
  /// In order of position.
  package private(set) var lines: [Line] = []

  package init(of subject: SubjectID) { self.subject = subject }

  package mutating func take(_ line: SweptLine) {
    let facts = line.facts
    let isAbout = facts.subject == subject
    guard isAbout || line.mentions.contains(subject) else { return }
    lines.append(
      Line(
        position: facts.position, type: facts.type, recorded: Instant(milliseconds: facts.recorded),
        effective: facts.effective,
        correctedEffective: facts.type == Self.correction ? Self.correctedEffective(in: line.bytes[facts.data]) : nil,
        isAbout: isAbout))
  }

  package mutating func join(_ next: SubjectLineTally) { lines += next.lines }

  /// Takes an event that was read in order.
  package mutating func take(_ event: Event) {
    let isAbout = event.subject == subject
    guard isAbout || event.mentions.contains(subject) else { return }
    var moved: EffectiveKey?
    if case .entry(.corrected(let corrected)) = event.fact {
      moved = Self.effective(corrected.field.text, corrected.new)
    }
    lines.append(
      Line(
        position: event.position, type: FactTypes.number(event.fact.type), recorded: event.recorded,
        effective: EffectiveKey(event.effective), correctedEffective: moved, isAbout: isAbout))
  }

  static let correction = FactTypes.number(EntryCorrected.type)

  /// The moment that the data of a correction says; nil where it is of another field, or takes the day away.
  static func correctedEffective(in data: some Sequence<UInt8>) -> EffectiveKey? {
    guard case .object(let object)? = try? JSONValue(parsing: Array(data)), case .string(let field)? = object["field"]
    else { return nil }
    return effective(field, object["new"])
  }

  private static func effective(_ field: String, _ new: JSONValue?) -> EffectiveKey? {
    guard utf8Equal(field, "effective"), case .string(let text)? = new, let effective = try? Effective(text: text)
    else {
      return nil
    }
    return EffectiveKey(effective)
  }
}
