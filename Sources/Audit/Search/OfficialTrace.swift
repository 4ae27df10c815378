package import LedgerDomain
package import Projections
import StrictJSON

/// Everything that an office-holder took part in by a role, by name: who acts in office is public (offentlighetsprincipen).
///
/// Entries are shown as they were recorded: a name that a correction put in or took out stands in the correction's own entry.
package struct OfficialTrace: Sendable {
  /// As it was asked for.
  package let name: String
  /// The offices in which the ledger has the name, each with the organ where one is stated, in the order of the entries.
  package let offices: [String]
  /// By role, in the order in which each first stands.
  package let roles: [Role]
  /// How many entries were recorded by someone of that name, and the first and the last of them.
  package let recordedCount: Int
  package let recorded: [Event]

  /// A role, and the entries in which the person has it, in order of position.
  package struct Role: Sendable {
    /// The path of members to the person: `decidedBy`, `conflicts.person`.
    package let path: String
    /// The type of the entries, where the role says nothing without it; else nil.
    package let type: String?
    package internal(set) var entries: [Entry]
  }

  package struct Entry: Sendable {
    package let event: Event
    package let isVoided: Bool
    /// Whether a correction of the entry stands.
    package let isCorrected: Bool
    /// Of a conflict of interest: whether the person took part all the same.
    package let tookPart: Bool?
  }

  /// Reads the entries that were found. Requires hits of that name in that chronicle.
  package init(_ name: String, _ hits: LedgerTextHits, in chronicle: Chronicle) {
    self.name = name
    recordedCount = hits.recorded.count
    let ends = [hits.recorded.first, hits.recorded.count > 1 ? hits.recorded.last : nil].compactMap(\.self)
    recorded = ends.compactMap { chronicle.event(at: $0) }
    let sought = LedgerText.official(name)
    var about: [SubjectID: (reversed: Set<EventID>, corrected: Set<EventID>)] = [:]
    var roles: [Role] = []
    var offices: [String] = []
    for position in hits.positions {
      guard let event = chronicle.event(at: position) else { continue }
      if about[event.subject] == nil { about[event.subject] = OfficialTrace.changes(event.subject, chronicle) }
      let changes = about[event.subject]
      for appearance in OfficialTrace.appearances(of: sought, in: event) {
        if !offices.contains(appearance.office) { offices.append(appearance.office) }
        let isPlain = ["by", "to", "new", "old", "holder", "chair"].contains(appearance.path)
        let type = isPlain ? event.fact.type : nil
        let entry = Entry(
          event: event, isVoided: changes?.reversed.contains(event.id) == true,
          isCorrected: changes?.corrected.contains(event.id) == true, tookPart: appearance.tookPart)
        if let index = roles.firstIndex(where: { $0.path == appearance.path && $0.type == type }) {
          if roles[index].entries.last?.event.position != position { roles[index].entries.append(entry) }
        } else {
          roles.append(Role(path: appearance.path, type: type, entries: [entry]))
        }
      }
    }
    self.roles = roles
    self.offices = offices
  }

  private static func changes(
    _ subject: SubjectID, _ chronicle: Chronicle
  ) -> (reversed: Set<EventID>, corrected: Set<EventID>) {
    let events = chronicle.events(about: subject, of: [EntryReversed.type, EntryCorrected.type])
    let reversed = Correction.reversed(in: events)
    let corrected = events.compactMap { event -> EventID? in
      guard case .entry(.corrected(let corrected)) = event.fact, !reversed.contains(event.id) else { return nil }
      return corrected.event
    }
    return (reversed, Set(corrected))
  }

  /// The places of the person in an entry: the path to them, the office, and of a conflict whether they took part.
  private static func appearances(
    of sought: LedgerText, in event: Event
  ) -> [(path: String, office: String, tookPart: Bool?)] {
    var found: [(String, String, Bool?)] = []
    func walk(_ value: JSONValue, _ path: [String], _ tookPart: Bool?) {
      switch value {
      case .array(let elements): for element in elements { walk(element, path, tookPart) }
      case .object(let object):
        if case .string(let name)? = object["name"], case .string(let office)? = object["office"], sought.fits(name) {
          let organ: String? = if case .string(let organ)? = object["organ"] { organ } else { nil }
          found.append(
            (path.joined(separator: "."), [office, organ].compactMap(\.self).joined(separator: ", "), tookPart))
        }
        let part: Bool? = if case .bool(let part)? = object["tookPart"] { part } else { nil }
        for member in object.members {
          walk(member.value, member.name == "official" ? path : path + [member.name], part ?? tookPart)
        }
      case .null, .bool, .number, .string: break
      }
    }
    walk(event.fact.data(with: event.circumstances), [], nil)
    return found
  }
}
