import LedgerDomain
import StrictJSON
import Synchronization

/// The canonical `data` of every type of event as a table that bytes are held against: `JSONShape`, laid flat.
///
/// What it accepts, `LineFormat.decode` accepts; the reverse does not hold: what is rare (an older schema version, a
/// correction whose value is an object) is left to the slow way. So a refusal here means nothing by itself.
///
/// Each type's part is made when its first line is met, in some 30 microseconds, and never freed.
struct DataGrammar: @unchecked Sendable {
  /// What a value must be.
  enum Kind: UInt8 {
    case object, oneOf, array, integer, bool, any
    case text, code, subject, date, effective, hex64, uuid, quantity, choice
    /// A text of a type that has no fast reading.
    case slow
  }

  struct Node {
    var kind: Kind
    /// Of an object, a choice or a `oneOf`: the first of its members, words or nodes; of an array: its element's node.
    var first: Int32 = 0
    var count: Int32 = 0
    /// Whether the 64 hexadecimal digits are a commitment.
    var isCommitment = false
  }

  struct Member {
    /// `"name":`
    var name: UnsafeBufferPointer<UInt8>
    var node: Int32
    var isRequired: Bool
    var isOmittedWhenDefault: Bool
  }

  /// One type of event.
  struct TypeEntry {
    /// The name after `liggare.`, with the quote and comma that follow it.
    var name: UnsafeBufferPointer<UInt8>
    var number: Int
    var kind: SubjectKind?
    /// The member `dataschema` where the newest version is not the first, with its comma; else empty.
    var schema: UnsafeBufferPointer<UInt8>
  }

  /// One value's nodes and what they consist of.
  struct Table {
    let root: Int32
    let nodes: UnsafeBufferPointer<Node>
    let members: UnsafeBufferPointer<Member>
    let words: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  }

  /// The types in `FactTypes` order.
  let types: UnsafeBufferPointer<TypeEntry>
  /// A table of `Self.slotCount` slots: type numbers by a hash of their names; -1 for none. Collisions go to the next.
  let slots: UnsafeBufferPointer<Int16>
  /// The tables by type, each made when it is first asked for.
  private let tables: UnsafeMutableBufferPointer<Atomic<Int>>

  static let slotCount = 256
  static let shared = DataGrammar()

  private init() {
    var entries: [TypeEntry] = []
    for (number, name) in FactTypes.names.enumerated() {
      guard let reader = Fact.readers[name] else { preconditionFailure("every type has a reader") }
      let schema =
        reader.version == 1 ? "" : "\"dataschema\":\"\(LineFormat.schemaPrefix)\(name):\(reader.version)\","
      entries.append(
        TypeEntry(
          name: Self.keep(Array("\(name)\",".utf8)), number: number, kind: Self.subjectKind(ofType: name),
          schema: Self.keep(Array(schema.utf8))))
    }
    types = Self.keep(entries)
    var slots = [Int16](repeating: -1, count: Self.slotCount)
    for entry in entries {
      let following = Array("\(FactTypes.names[entry.number])\",\"subject\":\"".utf8)
      precondition(following.count >= 16, "what follows a name fills its 16 bytes")
      var slot = following.withUnsafeBufferPointer { Self.slot(of: $0.baseAddress!) }
      while slots[slot] >= 0 { slot = (slot + 1) % Self.slotCount }
      slots[slot] = Int16(entry.number)
    }
    self.slots = Self.keep(slots)
    tables = .allocate(capacity: entries.count)
    for index in entries.indices { (tables.baseAddress! + index).initialize(to: Atomic(0)) }
  }

  /// The table of a type.
  @inline(__always) func table(_ type: Int) -> UnsafePointer<Table> {
    UnsafePointer(bitPattern: tables[type].load(ordering: .acquiring)) ?? make(type)
  }

  /// Makes the table of a type. Two threads may both make one; the first to be done is kept.
  private func make(_ type: Int) -> UnsafePointer<Table> {
    guard let reader = Fact.readers[FactTypes.names[type]] else { preconditionFailure("every type has a reader") }
    var builder = Builder()
    let root = builder.node(reader.shape())
    let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    table.initialize(
      to: Table(
        root: root, nodes: Self.keep(builder.nodes), members: Self.keep(builder.members),
        words: Self.keep(builder.words)))
    let exchange = tables[type].compareExchange(
      expected: 0, desired: Int(bitPattern: table), ordering: .acquiringAndReleasing)
    if exchange.exchanged { return UnsafePointer(table) }
    table.deallocate()
    guard let first = UnsafePointer<Table>(bitPattern: exchange.original) else {
      preconditionFailure("an exchange fails only where another table is")
    }
    return first
  }

  /// Where to begin to look for a type, by the 16 bytes from its name on. Requires that they are there; those behind a
  /// short name are what stands behind every name.
  @inline(__always) static func slot(of name: UnsafePointer<UInt8>) -> Int {
    let (head, tail) = (LineCursor.word(name), LineCursor.word(name + 8))
    let hash = (head &* 0x9E37_79B9_7F4A_7C15 ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: hash >> 32) & (slotCount - 1)
  }

  /// The kind of subject that a type of event is about; nil where any can have it.
  private static func subjectKind(ofType name: String) -> SubjectKind? {
    // A type's name begins with its kind; the events of any subject begin with `entry`.
    let prefix = name.prefix { $0 != "." }
    return SubjectKind.allCases.first { $0.rawValue == prefix }
  }

  fileprivate static func keep<T>(_ array: [T]) -> UnsafeBufferPointer<T> {
    let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: max(array.count, 1))
    _ = buffer.initialize(from: array)
    return UnsafeBufferPointer(rebasing: buffer[..<array.count])
  }
}

/// Lays shapes flat.
private struct Builder {
  var nodes: [DataGrammar.Node] = []
  var members: [DataGrammar.Member] = []
  var words: [UnsafeBufferPointer<UInt8>] = []

  mutating func node(_ shape: JSONShape) -> Int32 {
    let made: DataGrammar.Node
    switch shape {
    case .object(let stated):
      let own = stated.map { member in
        DataGrammar.Member(
          name: DataGrammar.keep(JSONValue.string(member.name).canonicalBytes + [UInt8(ascii: ":")]),
          node: node(member.shape), isRequired: member.isRequired, isOmittedWhenDefault: member.isOmittedWhenDefault)
      }
      made = DataGrammar.Node(kind: .object, first: Int32(members.count), count: Int32(own.count))
      members += own
    case .oneOf(let shapes):
      // Their nodes must lie in a row, so they are made last: one node each that is a copy of what was made.
      let own = shapes.map { nodes[Int(node($0))] }
      made = DataGrammar.Node(kind: .oneOf, first: Int32(nodes.count), count: Int32(own.count))
      nodes += own
    case .array(let element): made = DataGrammar.Node(kind: .array, first: node(element))
    case .integer: made = DataGrammar.Node(kind: .integer)
    case .bool: made = DataGrammar.Node(kind: .bool)
    case .any: made = DataGrammar.Node(kind: .any)
    case .text(let type): made = Self.text(type)
    case .choice(let stated):
      let own = stated.map { DataGrammar.keep(Array($0.utf8) + [UInt8(ascii: "\"")]) }
      made = DataGrammar.Node(kind: .choice, first: Int32(words.count), count: Int32(own.count))
      words += own
    }
    nodes.append(made)
    return Int32(nodes.count - 1)
  }

  private static func text(_ type: ObjectIdentifier) -> DataGrammar.Node {
    switch type {
    case ObjectIdentifier(Text.self): DataGrammar.Node(kind: .text)
    case ObjectIdentifier(Code.self): DataGrammar.Node(kind: .code)
    case ObjectIdentifier(SubjectID.self): DataGrammar.Node(kind: .subject)
    case ObjectIdentifier(LocalDate.self): DataGrammar.Node(kind: .date)
    case ObjectIdentifier(Effective.self): DataGrammar.Node(kind: .effective)
    case ObjectIdentifier(SealedValue.self): DataGrammar.Node(kind: .hex64, isCommitment: true)
    case ObjectIdentifier(DocumentDigest.self): DataGrammar.Node(kind: .hex64)
    case ObjectIdentifier(EventID.self): DataGrammar.Node(kind: .uuid)
    case ObjectIdentifier(Quantity.self): DataGrammar.Node(kind: .quantity)
    default: DataGrammar.Node(kind: .slow)
    }
  }
}
