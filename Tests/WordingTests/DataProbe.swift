import LedgerDomain
import StrictJSON

/// Finds every member that the data of a type can have, by growing a value until the type has nothing more to ask for.
///
/// The decoder says what is missing, of the wrong type or malformed, and each answer mends the value at its place. When
/// it reads, a member that no type has makes the decoder list those that there are; each one not yet there is put in
/// as `null`, whose refusal tells its type. Nothing here knows the payloads.
struct DataProbe {
  let type: String
  private(set) var data = JSONValue.object(JSONObject())
  /// Every path seen, without places in lists: `targets.value`.
  private(set) var paths: Set<[String]> = []
  private var tried: Set<[String]> = []

  init(type: String, version: Int) {
    self.type = type
    var steps = 0
    repeat {
      while let mismatch = mismatch(of: data, version) {
        mend(mismatch)
        steps += 1
        precondition(steps < 10_000, "the probe does not end: \(type) \(mismatch)")
      }
    } while grow(version)
  }

  private func mismatch(of data: JSONValue, _ version: Int) -> JSONMismatch? {
    do {
      _ = try Fact.read(type: type, version: version, data: data)
      return nil
    } catch .mismatch(let mismatch) {
      return mismatch
    } catch {
      preconditionFailure("a known type in a known version: \(error)")
    }
  }

  private mutating func mend(_ mismatch: JSONMismatch) {
    let path = mismatch.path
    switch mismatch.problem {
    case .missingMember(let name): set(.null, at: path + [name])
    case .unknownMember(let name, _): set(nil, at: path + [name])
    case .wrongType(let expected, _): set(Self.sample(kind: expected), at: path)
    case .malformed(let expected, _): set(.string(Self.sample(of: expected)), at: path)
    case .notCanonical: preconditionFailure("samples are not defaults: \(path)")
    }
  }

  /// Puts in one member that is known and not there; false when there is none left.
  private mutating func grow(_ version: Int) -> Bool {
    // The innermost first, so that one of several alternatives is known before another takes its place.
    for object in objects(in: data, at: []).reversed() {
      var probed = self
      probed.set(.null, at: object + ["\u{0}"])
      guard case .unknownMember(_, let known)? = probed.mismatch(of: probed.data, version)?.problem else { continue }
      let names = object.filter { !$0.hasPrefix("[") }
      paths.formUnion(known.map { names + [$0] })
      for name in known {
        if tried.insert(object + [name]).inserted, value(at: object + [name]) == nil {
          set(.null, at: object + [name])
          return true
        }
      }
    }
    return false
  }

  private static func sample(kind: String) -> JSONValue {
    switch kind {
    case "object": .object(JSONObject())
    case "array": .array([.null])
    case "boolean": true
    case "integer": 1
    default: "x"
    }
  }

  private static func sample(of expected: String) -> String {
    switch expected {
    case "date", "effective": "2022-01-01"
    case "subject": "M-0001"
    case "uuid": "00000000-0000-4000-8000-000000000000"
    case "code": "a"
    case "sha256", "commitment": String(repeating: "0", count: 64)
    case "number": "1"
    default:
      String(expected.dropFirst("one of ".count).prefix { $0 != "," })
    }
  }

  private func objects(in value: JSONValue, at path: [String]) -> [[String]] {
    switch value {
    case .object(let object): [path] + object.members.flatMap { objects(in: $0.value, at: path + [$0.name]) }
    case .array(let elements): elements.enumerated().flatMap { objects(in: $1, at: path + ["[\($0)]"]) }
    default: []
    }
  }

  private func value(at path: [String]) -> JSONValue? {
    path.reduce(data) { value, step in
      switch value {
      case .object(let object)?: object[step]
      case .array(let elements)?: elements[Int(step.dropFirst().dropLast()) ?? 0]
      default: nil
      }
    }
  }

  private mutating func set(_ new: JSONValue?, at path: [String]) {
    data = Self.setting(new, at: path[...], in: data) ?? data
  }

  private static func setting(_ new: JSONValue?, at path: ArraySlice<String>, in value: JSONValue) -> JSONValue? {
    guard let step = path.first else { return new }
    switch value {
    case .object(var object):
      object[step] = setting(new, at: path.dropFirst(), in: object[step] ?? .null)
      return .object(object)
    case .array(var elements):
      let index = Int(step.dropFirst().dropLast()) ?? 0
      elements[index] = setting(new, at: path.dropFirst(), in: elements[index]) ?? .null
      return .array(elements)
    default: return new
    }
  }
}
