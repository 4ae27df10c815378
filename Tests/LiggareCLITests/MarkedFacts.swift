import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport

/// Facts of every type whose sealable fields are all filled, as the shapes of the types tell which they are: a type or a field that is new
/// is among them without anyone's doing.
struct MarkedFacts {
  /// The fields of a type that can be sealed: the paths of all that is a `SealedText`, and what a correction says.
  static func sealableFields(of type: String) -> [String] {
    guard let shape = Fact.readers[type]?.shape() else { preconditionFailure("no type \(type)") }
    return fields(shape, "") + (type == EntryCorrected.type ? ["new"] : [])
  }

  /// Data of a type with every sealable field filled by `seal`, in the form that lines have.
  static func data(
    of type: String, changing members: [String: JSONValue], refs: [SubjectID], seal: (String) -> JSONValue
  ) throws -> JSONValue {
    guard let reader = Fact.readers[type] else { preconditionFailure("no type \(type)") }
    let sample =
      SampleFacts.all.first { $0.type == type }.map { JSONValue.object($0.full) }
      ?? reader.sample().data(with: Circumstances())
    guard case .object(var object)? = fill(reader.shape(), sample, "", seal) else { preconditionFailure("no object") }
    for (name, value) in members { object[name] = value }
    if type == EntryCorrected.type { object["new"] = seal("new") }
    if !refs.isEmpty { object["refs"] = .array(refs.map { .string($0.text) }) }
    let read = try Fact.read(type: type, version: reader.version, data: .object(object))
    return read.fact.data(with: read.circumstances)
  }

  private static func isSealed(_ shape: JSONShape) -> Bool {
    guard case .object(let members) = shape, members.count == 1, members[0].name == "sealed",
      case .text(let type) = members[0].shape
    else { return false }
    return type == ObjectIdentifier(SealedValue.self)
  }

  private static func fields(_ shape: JSONShape, _ path: String) -> [String] {
    if isSealed(shape) { return [path] }
    switch shape {
    case .object(let members):
      return members.flatMap { fields($0.shape, path.isEmpty ? $0.name : "\(path).\($0.name)") }
    case .oneOf(let shapes): return shapes.flatMap { fields($0, path) }
    case .array(let element): return fields(element, "\(path)[0]")
    case .text, .choice, .integer, .bool, .any: return []
    }
  }

  /// The value with what can be sealed in it put in; of several objects the one that has it. Nil where there is nothing to say.
  private static func fill(
    _ shape: JSONShape, _ value: JSONValue?, _ path: String, _ seal: (String) -> JSONValue
  ) -> JSONValue? {
    if isSealed(shape) { return seal(path) }
    guard !fields(shape, "").isEmpty else { return value }
    switch shape {
    case .object(let members):
      let object: JSONObject? = if case .object(let object)? = value { object } else { nil }
      return .object(
        JSONObject(
          members.compactMap { member in
            fill(member.shape, object?[member.name], path.isEmpty ? member.name : "\(path).\(member.name)", seal)
              .map { (name: member.name, value: $0) }
          }))
    case .oneOf(let shapes):
      return shapes.first { !fields($0, "").isEmpty }.flatMap { fill($0, nil, path, seal) }
    case .array(let element): return fill(element, nil, "\(path)[0]", seal).map { .array([$0]) }
    case .text, .choice, .integer, .bool, .any: return value
    }
  }
}
