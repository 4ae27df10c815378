package import Integrity
import StrictJSON

/// A vector of transparency-dev/merkle: `size1 size2 root1 root2 proof wantErr`.
///
/// Some of its hashes are no hashes: other bytes, fewer than 32. They are filled up with zeros, so that what was equal
/// stays equal and what was not stays so.
package struct ConsistencyVector: Sendable {
  /// `folder/file.json`.
  package let name: String
  package let from: Int
  package let to: Int
  package let fromRoot: Digest
  package let toRoot: Digest
  package let hashes: [Digest]
  package let isWrong: Bool

  private struct Unreadable: Error {}

  /// Every vector of the data folder; none where it is absent.
  package static func all() throws -> [ConsistencyVector] {
    try SharedData.names(in: "merkle/consistency").flatMap { folder in
      try SharedData.names(in: "merkle/consistency/\(folder)").map { try ConsistencyVector("\(folder)/\($0)") }
    }
  }

  private init(_ name: String) throws {
    guard case .object(let object) = try JSONValue(parsing: SharedData.bytes("merkle/consistency/\(name)")) else {
      throw Unreadable()
    }
    func number(_ name: String) throws -> Int {
      guard case .number(let number)? = object[name], let value = Int("\(number)") else { throw Unreadable() }
      return value
    }
    func digest(_ value: JSONValue?) throws -> Digest {
      guard case .string(let text)? = value, let bytes = Base64.decode(text), bytes.count <= 32,
        let digest = Digest(bytes: bytes + [UInt8](repeating: 0, count: 32 - bytes.count))
      else { throw Unreadable() }
      return digest
    }
    self.name = name
    from = try number("size1")
    to = try number("size2")
    fromRoot = try digest(object["root1"])
    toRoot = try digest(object["root2"])
    switch object["proof"] {
    case .array(let values): hashes = try values.map(digest)
    default: hashes = []
    }
    isWrong = object["wantErr"] == .bool(true)
  }
}
