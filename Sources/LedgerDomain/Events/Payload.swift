package import StrictJSON

/// What one type of event says: the members of `data`, in the order of the properties.
///
/// A property that is optional, a list or a `Bool` is left out of the line when it says nothing. `version` is the schema version
/// that is written; older ones are lifted on reading (``Lifting``).
package protocol Payload: Codable, Hashable, Sendable {
  /// The type as it follows `liggare.` in the line: `measure.approved`.
  static var type: String { get }
  static var version: Int { get }
}

extension Payload {
  package static var version: Int { 1 }
}

/// The events of one kind of subject: an enumeration with one case for each payload.
package protocol SubjectFact: Hashable, Sendable {
  var payload: any Payload { get }
  /// How each type is read, by its name.
  static var readers: [FactReader<Self>] { get }
}

/// Reads the data of one type of event into its case.
package struct FactReader<Fact>: Sendable {
  package let type: String
  package let version: Int
  package let read: @Sendable (JSONValue) throws(JSONMismatch) -> (Fact, Circumstances)
  /// What `data` looks like in the newest schema version; made when asked for.
  package let shape: @Sendable () -> JSONShape

  /// A reader for the payload that `embed` takes: `FactReader(MeasureFact.approved)`.
  init<P: Payload>(_ embed: @escaping @Sendable (P) -> Fact) {
    type = P.type
    version = P.version
    shape = { JSONShape(of: P.self).merged(with: JSONShape(of: Circumstances.self)) }
    read = { data throws(JSONMismatch) in
      let stated = try JSONCoding.decode(Stated<P>.self, from: data)
      return (embed(stated.payload), stated.circumstances)
    }
  }
}

/// A payload and the circumstances that lie in the same `data` object, the payload's members first.
struct Stated<P: Payload>: Codable {
  var payload: P
  var circumstances: Circumstances

  init(payload: P, circumstances: Circumstances) {
    self.payload = payload
    self.circumstances = circumstances
  }

  init(from decoder: any Decoder) throws {
    payload = try P(from: decoder)
    circumstances = try Circumstances(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try payload.encode(to: encoder)
    try circumstances.encode(to: encoder)
  }
}

extension Payload {
  /// The `data` object of an event that says this under these circumstances.
  func data(with circumstances: Circumstances) -> JSONValue {
    JSONCoding.encode(Stated(payload: self, circumstances: circumstances))
  }
}
