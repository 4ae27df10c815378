import CommandArguments
package import JournalStore
import LedgerDomain
package import Projections
import StrictJSON

/// A text that an auditor looks for in the data of all entries: the name of an office-holder, or a registry number.
///
/// A name is compared without regard to capitals, and to whether marks are composed; a registry number (*diarienummer*) is
/// opaque text and is compared exactly.
package enum LedgerText: Sendable, Hashable {
  case official(String)
  case registryNumber(String)

  package var text: String {
    switch self {
    case .official(let text), .registryNumber(let text): text
    }
  }

  /// Whether a text of the ledger is the one looked for.
  func fits(_ found: String) -> Bool {
    switch self {
    case .official(let name): name.lowercased() == found.lowercased()
    case .registryNumber(let number): number.utf8.elementsEqual(found.utf8)
    }
  }

  /// The members that hold registry numbers; of a decision also what it calls its reference.
  static let registryMembers: [String] = ["registryNumber", "reference", "caseNumber"]

  /// Where in an event's data such texts stand: the path of member names without places in lists, and the text.
  ///
  /// Of an office-holder the path leads to the object that has name and office, so that its last name is the role.
  func places(in event: Event) -> [(path: String, text: String)] {
    var found: [(String, String)] = []
    func walk(_ value: JSONValue, _ path: [String]) {
      switch value {
      case .array(let elements): for element in elements { walk(element, path) }
      case .object(let object):
        if case .official = self, case .string(let name)? = object["name"], object["office"] != nil {
          found.append((path.joined(separator: "."), name))
        }
        for member in object.members {
          if case .registryNumber = self, LedgerText.registryMembers.contains(member.name),
            case .string(let text) = member.value
          {
            found.append(((path + [member.name]).joined(separator: "."), text))
          }
          walk(member.value, member.name == "official" ? path : path + [member.name])
        }
      case .null, .bool, .number, .string: break
      }
    }
    walk(event.fact.data(with: event.circumstances), [])
    return found
  }
}

/// Where a text stands in the ledger.
package struct LedgerTextHits: Sendable, Hashable {
  /// The entries whose data has it, in order.
  package var positions: [Int] = []
  /// Those that were recorded by the person with the name, in order; who typed an entry is a claim, not a proof.
  package var recorded: [Int] = []
  /// Where there are none of either, the texts of the same kind that are nearest to it; the nearest first.
  package var near: [String] = []

  package var isEmpty: Bool { positions.isEmpty && recorded.isEmpty }
}

extension LedgerText {
  /// Looks through every entry that a chronicle knows.
  ///
  /// Of a journal the bytes are searched in one sweep over all lines, which also proves that none was left out; events in
  /// memory, and a journal in which the sweep is not sure of everything, are looked at one by one.
  package func hits(
    in chronicle: Chronicle, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> LedgerTextHits {
    func tally(wantsNear: Bool) throws(JournalError) -> LedgerTextTally {
      try swept(chronicle, wantsNear, progress) ?? looked(chronicle, wantsNear: wantsNear)
    }
    var hits = try tally(wantsNear: false).hits
    hits.positions.removeAll { $0 > chronicle.position }
    hits.recorded.removeAll { $0 > chronicle.position }
    // Only where there is nothing is what comes near looked for, in a second pass.
    if hits.isEmpty { hits.near = try tally(wantsNear: true).near?.texts ?? [] }
    return hits
  }

  private func swept(
    _ chronicle: Chronicle, _ wantsNear: Bool, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(JournalError) -> LedgerTextTally? {
    guard let view = chronicle.view, view.count >= chronicle.position else { return nil }
    do {
      return try JournalSweep(view.folder.path)?.run(
        empty: LedgerTextTally(self, wantsNear: wantsNear), progress: progress)?.tally
    } catch { throw .file(error) }
  }

  /// The slow and obvious way.
  func looked(_ chronicle: Chronicle, wantsNear: Bool = false) -> LedgerTextTally {
    var tally = LedgerTextTally(self, wantsNear: wantsNear)
    for event in chronicle.events {
      for place in places(in: event) { tally.take(place.text, at: event.position) }
      tally.takeRecorder(event.recordedBy.text, at: event.position)
    }
    return tally
  }
}
