/// The place of one JSON value that is being read, as the `Decoder` of `JSONCoding`.
///
/// It keeps count of what is asked for, whichever containers ask, and refuses what is left when the reading is over.
final class JSONTreeDecoder: Decoder {
  /// The last step of the way to a place.
  enum Step {
    case root
    case member(String)
    case element(Int)
  }

  private enum Use {
    case untouched, members, elements, whole
  }

  let value: JSONValue
  private let parent: JSONTreeDecoder?
  private let step: Step
  private var use = Use.untouched
  private var askedNames: [String] = []
  private var isAsked: [Bool] = []
  private var guess = 0
  private var elementsRead = 0
  /// Places within this one that have a container but no value of their own to end their reading.
  private var nested: [JSONTreeDecoder] = []

  init(_ value: JSONValue, parent: JSONTreeDecoder?, step: Step) {
    self.value = value
    self.parent = parent
    self.step = step
  }

  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var codingPath: [any CodingKey] { path.map { PathKey(stringValue: $0) } }

  /// The way from the outermost value.
  var path: [String] {
    let before = parent?.path ?? []
    return switch step {
    case .root: before
    case .member(let name): before + [name]
    case .element(let index): before + ["[\(index)]"]
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let object) = value else { throw wrongType("object") }
    if use == .untouched {
      use = .members
      isAsked = Array(repeating: false, count: object.count)
    }
    return KeyedDecodingContainer(KeyedDecoding(decoder: self, object: object))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = value else { throw wrongType("array") }
    if use == .untouched { use = .elements }
    return UnkeyedDecoding(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    SingleValueDecoding(decoder: self)
  }

  /// Notes that a member is asked for, and gives its value.
  func ask(_ name: String, of object: JSONObject) -> JSONValue? {
    askedNames.append(name)
    guard let index = object.index(of: name, guess: guess) else { return nil }
    guess = index + 1
    if use == .members { isAsked[index] = true }
    return object.members[index].value
  }

  /// Notes that an element is asked for.
  func askElement(_ index: Int) {
    elementsRead = max(elementsRead, index + 1)
  }

  /// Gives the value as it stands, with nothing left to ask for.
  func takeWhole() -> JSONValue {
    use = .whole
    return value
  }

  /// A place within this one, whose leftovers are refused together with those of this one.
  func nest(_ value: JSONValue, _ step: Step) -> JSONTreeDecoder {
    let decoder = JSONTreeDecoder(value, parent: self, step: step)
    nested.append(decoder)
    return decoder
  }

  /// The value of this place read anew from its start, as a single value container does.
  func again() -> JSONTreeDecoder {
    JSONTreeDecoder(takeWhole(), parent: parent, step: step)
  }

  /// Reads the value of this place to its end.
  func read<T: Decodable>(_ type: T.Type) throws(JSONMismatch) -> T {
    let result: T
    do {
      result = try T(from: self)
    } catch {
      throw mismatch(error, type)
    }
    try refuseLeftovers()
    return result
  }

  private func refuseLeftovers() throws(JSONMismatch) {
    switch (use, value) {
    case (.members, .object(let object)):
      if let index = isAsked.firstIndex(of: false) { throw unknown(object.members[index].name) }
    case (.untouched, .object(let object)):
      if let member = object.members.first { throw unknown(member.name) }
    case (.untouched, _):
      throw wrongType("object")
    case (.elements, .array(let elements)):
      if elementsRead < elements.count {
        throw mismatch(.unknownMember("[\(elementsRead)]", known: (0..<elementsRead).map { "[\($0)]" }))
      }
    default: break
    }
    for decoder in nested { try decoder.refuseLeftovers() }
  }

  private func unknown(_ name: String) -> JSONMismatch {
    var known: [String] = []
    for asked in askedNames where !known.contains(where: { utf8Equal($0, asked) }) { known.append(asked) }
    return mismatch(.unknownMember(name, known: known))
  }
}

/// A step of a path, for code that asks a decoder where it is.
private struct PathKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}
