/// The members of an object while a record asks for them: strict, and each kind of value with one way to say nothing.
///
/// A place that does not fit is thrown with the way to it; the way is made only then. Looking a member up costs one
/// comparison where members are asked for in the order in which they stand. In canonical bytes they must be.
///
/// Without an object it answers every question with a sample and notes what was asked: so a record's shape is found by
/// the very code that reads it.
package struct JSONMembers {
  private let members: [JSONObject.Member]
  /// Where the next member is looked for first.
  private var next = 0
  private var foundCount = 0
  /// Where the next member begins, in canonical bytes; behind the object at its end.
  private(set) var cursor = CanonicalCursor()
  /// Whether more members follow in canonical bytes; nil where there are none.
  private var goesOn: Bool?
  /// What was asked for so far, where there is no object.
  private(set) var asked: [JSONShape.Member]?

  init(_ object: JSONObject) {
    members = object.members
  }

  /// Those of an object whose opening bracket has been stepped over.
  init(_ cursor: CanonicalCursor, isEmpty: Bool) {
    members = []
    self.cursor = cursor
    goesOn = !isEmpty
  }

  private init(asked: [JSONShape.Member]) {
    members = []
    self.asked = asked
  }

  /// One that only notes what it is asked for.
  static func asked() -> JSONMembers { JSONMembers(asked: []) }

  /// A member that must be there.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> T {
    guard var source = take(name) else {
      guard asked != nil else { throw JSONMismatch(path: [], problem: .missingMember(name.description)) }
      note(name, T.shape, isRequired: true)
      return T.sample
    }
    return try value(of: &source, name) { source throws(JSONMismatch) in try T(json: &source) }
  }

  /// A member that is absent where there is nothing to say: never null.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> T? {
    guard var source = take(name) else {
      if asked != nil { note(name, T.shape) }
      return nil
    }
    return try value(of: &source, name) { source throws(JSONMismatch) in try T(json: &source) }
  }

  /// A list, absent where it is empty.
  package mutating func read<T: JSONCoded>(_ name: StaticString) throws(JSONMismatch) -> [T] {
    guard var source = take(name) else {
      if asked != nil { note(name, .array(T.shape), isOmittedWhenDefault: true) }
      return []
    }
    let list = try value(of: &source, name) { source throws(JSONMismatch) in try [T](json: &source) }
    if list.isEmpty { throw JSONMismatch(path: [name.description], problem: .notCanonical) }
    return list
  }

  /// A mark, absent where it is not set.
  package mutating func read(_ name: StaticString) throws(JSONMismatch) -> Bool {
    guard var source = take(name) else {
      if asked != nil { note(name, .bool, isOmittedWhenDefault: true) }
      return false
    }
    let isSet = try value(of: &source, name) { source throws(JSONMismatch) in try source.bool() }
    if !isSet { throw JSONMismatch(path: [name.description], problem: .notCanonical) }
    return true
  }

  /// A value of any kind but null, which would be a second way to say nothing.
  package mutating func read(_ name: StaticString) throws(JSONMismatch) -> JSONValue? {
    guard var source = take(name) else {
      if asked != nil { note(name, .any) }
      return nil
    }
    return try value(of: &source, name) { source throws(JSONMismatch) in try source.any() }
  }

  /// Refuses what nobody asked for; `asked` are the names that were.
  func finish(_ asked: @autoclosure () -> [String]) throws(JSONMismatch) {
    if goesOn == true { throw JSONMismatch(path: [], problem: .notCanonical) }
    guard foundCount < members.count else { return }
    let names = asked()
    for member in members where !names.contains(where: { utf8Equal($0, member.name) }) {
      throw JSONMismatch(path: [], problem: .unknownMember(member.name, known: names))
    }
  }

  private mutating func value<T>(
    of source: inout JSONSource, _ name: StaticString, read: (inout JSONSource) throws(JSONMismatch) -> T
  ) throws(JSONMismatch) -> T {
    do throws(JSONMismatch) {
      let value = try read(&source)
      if goesOn != nil {
        cursor = source.cursor
        goesOn = try cursor.goesOn(until: UInt8(ascii: "}"))
      }
      return value
    } catch {
      throw error.within(name.description)
    }
  }

  /// The value of a member that is there.
  private mutating func take(_ name: StaticString) -> JSONSource? {
    if let goesOn { return goesOn && cursor.skip(name: name) ? JSONSource(cursor) : nil }
    return find(name).map { JSONSource(members[$0].value) }
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
  package init(json source: inout JSONSource) throws(JSONMismatch) {
    var list: [Element] = []
    try source.elements { source throws(JSONMismatch) in list.append(try Element(json: &source)) }
    self = list
  }

  package init(json: JSONValue) throws(JSONMismatch) {
    var source = JSONSource(json)
    try self.init(json: &source)
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
