/// The place of one JSON value that is being written, as the `Encoder` of `JSONCoding`.
///
/// It becomes an object, an array or a single value by the container that is first taken from it, and an empty object if
/// none is: a struct without properties takes none. Mixing kinds is our own mistake.
final class JSONTreeEncoder: Encoder {
  /// A value that is finished, or one that may still grow.
  private enum Slot {
    case value(JSONValue)
    case growing(JSONTreeEncoder)

    var result: JSONValue {
      switch self {
      case .value(let value): value
      case .growing(let encoder): encoder.result
      }
    }
  }

  private enum Kind {
    case untouched, object, array, single
  }

  private var kind = Kind.untouched
  private var names = NameRegister()
  private var members: [(name: String, slot: Slot)] = []
  private var elements: [Slot] = []
  private var single = JSONValue.null

  // Nothing fails on writing, so nobody asks for a path.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The value written so far.
  var result: JSONValue {
    switch kind {
    case .untouched, .object:
      .object(JSONObject(unique: members.map { JSONObject.Member(name: $0.name, value: $0.slot.result) }))
    case .array: .array(elements.map(\.result))
    case .single: single
    }
  }

  var elementCount: Int { elements.count }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    become(.object)
    return KeyedEncodingContainer(KeyedEncoding(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    become(.array)
    return UnkeyedEncoding(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleValueEncoding(encoder: self)
  }

  /// Lets a value write itself here.
  func encode(_ value: some Encodable) {
    precondition(!(value is any RandomlyOrdered), "\(type(of: value)) has no order to be written in")
    do {
      try value.encode(to: self)
    } catch {
      preconditionFailure("\(type(of: value)) cannot be written: \(error)")
    }
  }

  /// Puts a finished value here; the members of an object join those that are here already.
  func set(_ value: JSONValue) {
    switch value {
    case .object(let object):
      become(.object)
      for member in object.members { add(member.value, named: member.name) }
    default:
      precondition(kind == .untouched, "a single value is written beside another one")
      kind = .single
      single = value
    }
  }

  func add(_ value: JSONValue, named name: String) {
    add(.value(value), named: name)
  }

  /// A new member to be written.
  func grow(named name: String) -> JSONTreeEncoder {
    let encoder = JSONTreeEncoder()
    add(.growing(encoder), named: name)
    return encoder
  }

  func append(_ value: JSONValue) {
    elements.append(.value(value))
  }

  /// A new element to be written.
  func growElement() -> JSONTreeEncoder {
    let encoder = JSONTreeEncoder()
    elements.append(.growing(encoder))
    return encoder
  }

  private func add(_ slot: Slot, named name: String) {
    precondition(names.insert(name), "the member \(name) is written twice")
    members.append((name, slot))
  }

  private func become(_ wanted: Kind) {
    precondition(
      kind == .untouched || kind == wanted, "an object, an array and a single value are written in one place")
    kind = wanted
  }
}

/// A collection of the standard library that has another order in every run.
private protocol RandomlyOrdered {}
extension Dictionary: RandomlyOrdered {}
extension Set: RandomlyOrdered {}
