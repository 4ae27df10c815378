/// The members of a JSON object in their order, with names that are unique as bytes.
///
/// Looking a name up is linear in the number of members: the objects of a ledger have a dozen or two.
package struct JSONObject: Sendable, Hashable {
  /// A name and its value.
  package struct Member: Sendable, Hashable {
    package let name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }

    package static func == (one: Member, other: Member) -> Bool {
      utf8Equal(one.name, other.name) && one.value == other.value
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(Text(name))
      hasher.combine(value)
    }
  }

  package private(set) var members: [Member]

  /// An object without members.
  package init() {
    members = []
  }

  /// An object with these members in this order; requires unique names.
  package init(_ members: [(name: String, value: JSONValue)]) {
    var names = NameRegister()
    self.members = []
    self.members.reserveCapacity(members.count)
    for member in members {
      precondition(names.insert(member.name, after: self.members), "an object has the member \(member.name) twice")
      self.members.append(Member(name: member.name, value: member.value))
    }
  }

  /// An object with members whose names the caller knows to be unique.
  init(unique members: [Member]) {
    self.members = members
  }

  package var names: [String] { members.map(\.name) }
  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }

  /// The value of a member. Setting replaces it in its place, appends it where the name is new, and removes it on nil.
  package subscript(name: String) -> JSONValue? {
    get {
      index(of: name).map { members[$0].value }
    }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The place of a member, looked for first at `guess`: members are mostly asked for in their order.
  func index(of name: String, guess: Int = 0) -> Int? {
    if guess < members.count, utf8Equal(members[guess].name, name) { return guess }
    return members.firstIndex(named: name)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with the members in the order written; requires unique names.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(members.map { (name: $0.0, value: $0.1) })
  }
}

extension [JSONObject.Member] {
  /// The place of a name. Only names are looked at, so that no value is copied on the way.
  fileprivate func firstIndex(named name: String) -> Int? {
    let byteCount = name.utf8.count
    for index in indices where self[index].name.utf8.count == byteCount && utf8Equal(self[index].name, name) {
      return index
    }
    return nil
  }
}

/// The names that an object has so far; a new one costs a few comparisons, and a hash once there are many.
struct NameRegister {
  private static let fewNames = 16
  private var many: Set<Text> = []

  /// Notes the name of a member that follows on others; false if one of them has it, as bytes.
  mutating func insert(_ name: String, after members: [JSONObject.Member]) -> Bool {
    guard members.count >= Self.fewNames else { return members.firstIndex(named: name) == nil }
    if many.isEmpty { many = Set(members.map { Text($0.name) }) }
    return many.insert(Text(name)).inserted
  }
}
