/// The members of an object while a record asks for them: strict, and each kind of value with one way to say nothing.
///
/// A place that does not fit is thrown with the way to it; the way is made only then. Looking a member up costs one
/// comparison where members are asked for in the order in which they stand.
///
/// Without an object it answers every question with a sample and notes what was asked: so a record's shape is found by
/// the very code that reads it.
package struct JSONMembers {
  private let members: [JSONObject.Member]
  /// Where the next member is looked for first.
  private var next = 0
  private var foundCount = 0
  /// What was asked for so far, where there is no object.
  private(set) var asked: [JSONShape.Member]?

  /// The members of a value; requires an object.
  package init(_ json: JSONValue) throws(JSONMismatch) {
    guard case .object(let object) = json else { throw .wrongType("object", json) }
    members = object.members
  }

  private init(asked: [JSONShape.Member]) {
    members = []
    self.asked = asked
  }

  /// One that only notes what it is asked for.
  static func asked() -> JSONMembers { JSONMembers(asked: []) }

  /// A member that must be there.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> T {
    guard let index = find(name) else {
      guard asked != nil else { throw JSONMismatch(path: [], problem: .missingMember(name.description)) }
      note(name, T.shape, isRequired: true)
      return T.sample
    }
    return try value(index, name)
  }

  /// A member that is absent where there is nothing to say: never null.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> T? {
    guard let index = find(name) else {
      if asked != nil { note(name, T.shape) }
      return nil
    }
    return try value(index, name)
  }

  /// A list, absent where it is empty.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> [T] {
    guard let index = find(name) else {
      if asked != nil { note(name, .array(T.shape), isOmittedWhenDefault: true) }
      return []
    }
    let list: [T]
    do throws(JSONMismatch) {
      list = try [T](json: members[index].value)
    } catch {
      throw error.within(name.description)
    }
    if list.isEmpty { throw JSONMismatch(path: [name.description], problem: .notCanonical) }
    return list
  }

  /// A mark, absent where it is not set.
  package mutating func read(_ name: StaticString) throws(JSONMismatch) -> Bool {
    guard let index = find(name) else {
      if asked != nil { note(name, .bool, isOmittedWhenDefault: true) }
      return false
    }
    guard case .bool(let isSet) = members[index].value else {
      throw JSONMismatch.wrongType("boolean", members[index].value).within(name.description)
    }
    if !isSet { throw JSONMismatch(path: [name.description], problem: .notCanonical) }
    return true
  }

  /// A value of any kind but null, which would be a second way to say nothing.
  package mutating func read(_ name: StaticString) throws(JSONMismatch) -> JSONValue? {
    guard let index = find(name) else {
      if asked != nil { note(name, .any) }
      return nil
    }
    let value = members[index].value
    if case .null = value { throw JSONMismatch.wrongType("value", value).within(name.description) }
    return value
  }

  /// Refuses what nobody asked for; `asked` are the names that were.
  package func finish(_ asked: @autoclosure () -> [String]) throws(JSONMismatch) {
    guard foundCount < members.count else { return }
    let names = asked()
    for member in members where !names.contains(where: { utf8Equal($0, member.name) }) {
      throw JSONMismatch(path: [], problem: .unknownMember(member.name, known: names))
    }
  }

  private func value<T: JSONCoded>(_ index: Int, _ name: StaticString) throws(JSONMismatch) -> T {
    do throws(JSONMismatch) {
      return try T(json: members[index].value)
    } catch {
      throw error.within(name.description)
    }
  }

  private mutating func find(_ name: StaticString) -> Int? {
    if foundCount == members.count { return nil }
    var index = next
    for _ in members.indices {
      if index == members.count { index = 0 }
      if name.isEqual(to: members[index].name) {
        next = index + 1
        foundCount += 1
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func note(
    _ name: StaticString, _ shape: JSONShape, isRequired: Bool = false, isOmittedWhenDefault: Bool = false
  ) {
    asked?.append(
      JSONShape.Member(
        name: name.description, shape: shape, isRequired: isRequired, isOmittedWhenDefault: isOmittedWhenDefault))
  }
}

extension Array where Element: JSONCoded {
  /// Reads every element of an array.
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .array(let elements) = json else { throw .wrongType("array", json) }
    self = []
    reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do throws(JSONMismatch) {
        append(try Element(json: element))
      } catch {
        throw error.within("[\(index)]")
      }
    }
  }
}

extension StaticString {
  /// Whether a text has the same bytes.
  func isEqual(to text: String) -> Bool {
    guard text.utf8.count == utf8CodeUnitCount else { return false }
    var text = text
    return text.withUTF8 { utf8 in
      for index in utf8.indices where utf8[index] != utf8Start[index] { return false }
      return true
    }
  }
}
