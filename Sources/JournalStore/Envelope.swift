import LedgerDomain
import StrictJSON

/// The members of one line on their way to becoming an event: every question fails with the place of its answer.
///
/// Places are those of canonical text, which is what a line must be.
struct Envelope {
  private let object: JSONObject

  init(_ object: JSONObject) {
    self.object = object
  }

  /// Refuses members that are unknown, missing or out of order.
  func checkOrder() throws(LineProblem) {
    if isOrdered { return }
    let members = LineFormat.members
    var expected = 0
    for name in object.names {
      guard let place = members.firstIndex(where: { utf8Equal($0.name, name) }) else {
        throw problem(atName: name, .unknownMember(name, known: members.map(\.name)))
      }
      let passed = place < expected ? members[expected...] : members[expected..<place]
      let required = passed.first { $0.isRequired }?.name
      if let required, object[required] == nil { throw problem(atName: name, .missingMember(required)) }
      guard place >= expected, required == nil else {
        throw problem(atName: name, .memberOrder(expected: required, found: name))
      }
      expected = place + 1
    }
    if let required = members[expected...].first(where: { $0.isRequired }) {
      throw LineProblem(offset: JSONValue.object(object).canonicalBytes.count - 1, kind: .missingMember(required.name))
    }
  }

  /// Whether all members are known, in order, and those there that must be.
  private var isOrdered: Bool {
    let members = LineFormat.members
    var place = 0
    for member in object.members {
      while place < members.count, !utf8Equal(members[place].name, member.name) {
        if members[place].isRequired { return false }
        place += 1
      }
      if place == members.count { return false }
      place += 1
    }
    return members[place...].allSatisfy { !$0.isRequired }
  }

  /// Refuses numbers in `data` that are no plain integers: with a sign, a fraction or an exponent.
  ///
  /// Decimals are texts, and no fact counts below nothing. It is the line's rule, not the type's: a correction holds any
  /// value.
  func checkNumbers() throws(LineProblem) {
    guard let data = object["data"], let found = Self.unplainNumber(in: data) else { return }
    let path = ["data"] + found.path
    throw LineProblem(
      offset: JSONValue.object(object).canonicalOffset(of: path[...]),
      kind: .malformed(member: path.joined(separator: "."), expected: "natural", found: found.text))
  }

  private static func unplainNumber(in value: JSONValue) -> (path: [String], text: String)? {
    switch value {
    case .number(let text):
      return text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? nil : ([], text)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let found = unplainNumber(in: element) { return (["[\(index)]"] + found.path, found.text) }
      }
      return nil
    case .object(let object):
      for member in object.members {
        if let found = unplainNumber(in: member.value) { return ([member.name] + found.path, found.text) }
      }
      return nil
    case .null, .bool, .string: return nil
    }
  }

  /// The value of a member that must be there.
  func required<Value: TextValue>(_ name: String, _ type: Value.Type) throws(LineProblem) -> Value {
    let text = try string(name)
    do throws(MalformedText) {
      return try Value(text: text)
    } catch {
      throw problem(name, .malformed(member: name, expected: error.expected, found: error.found))
    }
  }

  /// The value of a member, nil where it is absent.
  func optional<Value: TextValue>(_ name: String, _ type: Value.Type) throws(LineProblem) -> Value? {
    object[name] == nil ? nil : try required(name, type)
  }

  /// Requires one text only.
  func expect(_ name: String, _ text: String) throws(LineProblem) {
    let found = try string(name)
    guard utf8Equal(found, text) else {
      throw problem(name, .malformed(member: name, expected: text, found: found))
    }
  }

  /// An integer from 1 to `LineFormat.integerLimit`.
  func integer(_ name: String) throws(LineProblem) -> Int {
    guard case .number(let text)? = object[name] else { throw wrongType(name, "number") }
    guard let number = Self.integer(text) else {
      throw problem(name, .malformed(member: name, expected: "1...\(LineFormat.integerLimit)", found: text))
    }
    return number
  }

  /// The fact's type, without the prefix that every type has.
  func type() throws(LineProblem) -> String {
    let text = try string("type")
    guard text.utf8.starts(with: LineFormat.typePrefix.utf8) else {
      throw problem("type", .malformed(member: "type", expected: LineFormat.typePrefix, found: text))
    }
    return String(decoding: Array(text.utf8.dropFirst(LineFormat.typePrefix.utf8.count)), as: UTF8.self)
  }

  /// The schema version: 1 where nothing is said, else what stands after the type.
  func schemaVersion(of type: String) throws(LineProblem) -> Int {
    guard object["dataschema"] != nil else { return 1 }
    let text = try string("dataschema")
    let prefix = "\(LineFormat.schemaPrefix)\(type):"
    let number = String(decoding: Array(text.utf8.dropFirst(prefix.utf8.count)), as: UTF8.self)
    guard text.utf8.starts(with: prefix.utf8), let version = Self.integer(number), version >= 2 else {
      throw problem("dataschema", .malformed(member: "dataschema", expected: prefix, found: text))
    }
    return version
  }

  /// What the event says, and the data where it is of an older schema version.
  func fact(
    _ type: String, _ version: Int
  ) throws(LineProblem) -> (fact: Fact, circumstances: Circumstances, older: JSONValue?) {
    guard let data = object["data"], case .object = data else { throw wrongType("data", "object") }
    do throws(FactProblem) {
      let (fact, circumstances) = try Fact.read(type: type, version: version, data: data)
      guard version < fact.version else { return (fact, circumstances, nil) }
      let lifted: JSONValue
      do throws(JSONMismatch) {
        lifted = try Lifting.lift(data, type: type, from: version, to: fact.version)
      } catch {
        throw .mismatch(error)
      }
      guard lifted == fact.data(with: circumstances) else {
        throw .mismatch(JSONMismatch(path: [], problem: .notCanonical))
      }
      return (fact, circumstances, data)
    } catch {
      throw problem(of: error)
    }
  }

  /// Who typed it: a CloudEvents string (section "Type System") that says something.
  func recordedBy() throws(LineProblem) -> Text {
    let text = try string("recordedby")
    guard !text.utf8.isEmpty, text.unicodeScalars.allSatisfy(Self.isAllowed) else {
      throw problem("recordedby", .malformed(member: "recordedby", expected: "name", found: text))
    }
    return Text(text)
  }

  private func problem(atName name: String, _ kind: LineProblem.Kind) -> LineProblem {
    let value = JSONValue.object(object).canonicalOffset(of: [name])
    return LineProblem(offset: value - JSONValue.string(name).canonicalBytes.count - 1, kind: kind)
  }

  func problem(_ name: String, _ kind: LineProblem.Kind) -> LineProblem {
    LineProblem(offset: JSONValue.object(object).canonicalOffset(of: [name]), kind: kind)
  }

  private func problem(of error: FactProblem) -> LineProblem {
    switch error {
    case .unknownType: return problem("type", .unknownFact(error))
    case .unknownVersion: return problem("dataschema", .unknownFact(error))
    case .mismatch(let mismatch):
      var path = ["data"] + mismatch.path
      if case .unknownMember(let name, _) = mismatch.problem { path.append(name) }
      return LineProblem(offset: JSONValue.object(object).canonicalOffset(of: path[...]), kind: .data(mismatch))
    }
  }

  private func wrongType(_ name: String, _ expected: String) -> LineProblem {
    problem(name, .wrongType(member: name, expected: expected, found: object[name]?.kind ?? "nothing"))
  }

  private func string(_ name: String) throws(LineProblem) -> String {
    guard case .string(let text)? = object[name] else { throw wrongType(name, "string") }
    return text
  }

  private static func integer(_ text: String) -> Int? {
    guard text.utf8.count <= 10, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.first != 0x30,
      let number = Int(text), number <= LineFormat.integerLimit
    else { return nil }
    return number
  }

  /// Neither a control character nor a noncharacter.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
