import Foundation

/// The SHA-256 response files of NIST's CAVP, in the data folder beside the package.
enum NISTVectors {
  struct Message {
    let bytes: [UInt8]
    let digestHex: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/data/sha256").standardizedFileURL

  /// Whether the data are there; a checkout by itself does not have them.
  static let arePresent = FileManager.default.fileExists(atPath: folder.path)

  /// The messages of a file of `Len`, `Msg`, `MD` groups. Of an empty message the file says `Msg = 00`.
  static func messages(_ name: String) throws -> [Message] {
    let values = try assignments(name).filter { ["Len", "Msg", "MD"].contains($0.name) }
    return try stride(from: 0, to: values.count, by: 3).map { index in
      let bitCount = try require(Int(values[index].value))
      let bytes = try require(bytes(hex: values[index + 1].value))
      return Message(bytes: Array(bytes.prefix(bitCount / 8)), digestHex: values[index + 2].value)
    }
  }

  /// The seed and the hundred digests of the Monte Carlo file.
  static func monteCarlo() throws -> (seed: [UInt8], digestHexes: [String]) {
    let values = try assignments("SHA256Monte.rsp")
    let seed = try require(values.first { $0.name == "Seed" }.flatMap { bytes(hex: $0.value) })
    return (seed, values.filter { $0.name == "MD" }.map(\.value))
  }

  private struct Unreadable: Error {}

  private static func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Unreadable() }
    return value
  }

  private static func assignments(_ name: String) throws -> [(name: String, value: String)] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: " = ")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  /// Bytes from hex, apart from the code under test.
  private static func bytes(hex: String) -> [UInt8]? {
    let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue.map { UInt8($0) } }
    guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
  }
}
