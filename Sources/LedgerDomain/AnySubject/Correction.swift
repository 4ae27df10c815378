package import StrictJSON
import Synchronization

/// How corrections and reversals change the entries of a subject: the first two steps of the fold.
package enum Correction {
  /// The entries that are reversed by the events given. A reversed correction no longer corrects.
  package static func reversed(in events: some Sequence<Event>) -> Set<EventID> {
    var ids: Set<EventID> = []
    for event in events {
      if case .entry(.reversed(let reversed)) = event.fact { ids.insert(reversed.event) }
    }
    return ids
  }

  /// The event as the known corrections make it: for each field the latest that is not reversed.
  ///
  /// Requires events in order of position. A correction that no longer fits (an older one that it built on was reversed) leaves the
  /// field as it is: the fold is total.
  package static func corrected(_ event: Event, by events: some Sequence<Event>) -> Event {
    let corrections = events.compactMap { other -> (id: EventID, corrected: EntryCorrected)? in
      if case .entry(.corrected(let corrected)) = other.fact, corrected.event == event.id {
        return (other.id, corrected)
      }
      return nil
    }
    guard !corrections.isEmpty else { return event }
    let reversed = reversed(in: events)
    return corrections.reduce(event) { current, correction in
      guard !reversed.contains(correction.id) else { return current }
      return (try? substituting(correction.corrected, in: current)) ?? current
    }
  }

  /// Whether an event of its type can have the field.
  static func has(_ field: Text, in event: Event) -> Bool {
    do throws(Refusal) {
      _ = try path(of: field, in: event)
      return true
    } catch { return false }
  }

  /// What a field of an event says; nil where it says nothing.
  package static func value(of field: Text, in event: Event) throws(Refusal) -> JSONValue? {
    let path = try path(of: field, in: event)
    if path == ["effective"] { return event.effective.map { .string($0.text) } }
    return lookUp(path[...], in: event.fact.data(with: event.circumstances))
  }

  /// The event with the new value in the field's place.
  package static func substituting(_ corrected: EntryCorrected, in event: Event) throws(Refusal) -> Event {
    let path = try path(of: corrected.field, in: event)
    var result = event
    if path == ["effective"] {
      result.effective = try effective(corrected)
      return result
    }
    let data = replace(path[...], in: event.fact.data(with: event.circumstances), with: corrected.new)
    do {
      let read = try Fact.read(type: event.fact.type, version: event.fact.version, data: data)
      result.fact = read.fact
      result.circumstances = read.circumstances
      return result
    } catch .mismatch(let mismatch) {
      throw .newMalformed(field: corrected.field, mismatch: mismatch)
    } catch {
      preconditionFailure("an event's own type and version are known")
    }
  }

  private static func effective(_ corrected: EntryCorrected) throws(Refusal) -> Effective? {
    guard let new = corrected.new else { return nil }
    let mismatch: JSONMismatch
    if case .string(let text) = new {
      if let effective = try? Effective(text: text) { return effective }
      mismatch = JSONMismatch(path: ["effective"], problem: .malformed(expected: "effective", found: text))
    } else {
      mismatch = JSONMismatch(path: ["effective"], problem: .wrongType(expected: "string", found: new.kind))
    }
    throw .newMalformed(field: corrected.field, mismatch: mismatch)
  }

  /// The steps of a field's path. The mark of irregularity is the domain's own and cannot be corrected.
  private static func path(of field: Text, in event: Event) throws(Refusal) -> [String] {
    let path = field.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let known = fields(of: event)
    guard let first = path.first, known.contains(where: { $0.utf8.elementsEqual(first.utf8) }),
      !path.contains(""), path.count <= depthLimit, first != "effective" || path.count == 1
    else { throw .notCorrectable(field: field, known: known) }
    return path
  }

  /// No payload nests its objects deeper.
  private static let depthLimit = 8

  /// The fields that can be corrected: `effective`, and every member that the type's data can have.
  package static func fields(of event: Event) -> [String] {
    let type = event.fact.type
    return known.withLock { known in
      if let fields = known[type] { return fields }
      let members = Fact.readers[type]?.shape().memberNames ?? []
      let fields = ["effective"] + members.filter { $0 != "irregular" }
      known[type] = fields
      return fields
    }
  }

  /// The fields of each type that was asked for: a fold asks again and again.
  private static let known = Mutex<[String: [String]]>([:])

  private static func lookUp(_ path: ArraySlice<String>, in value: JSONValue) -> JSONValue? {
    guard let name = path.first else { return value }
    guard case .object(let object) = value, let member = object[name] else { return nil }
    return lookUp(path.dropFirst(), in: member)
  }

  private static func replace(_ path: ArraySlice<String>, in value: JSONValue, with new: JSONValue?) -> JSONValue {
    guard let name = path.first else { return new ?? .null }
    var object = if case .object(let object) = value { object } else { JSONObject() }
    if path.count == 1 {
      object[name] = new
    } else {
      object[name] = replace(path.dropFirst(), in: object[name] ?? .object(JSONObject()), with: new)
    }
    return .object(object)
  }
}
