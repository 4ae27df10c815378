/// Why a text is no checkpoint. Lines are counted from 1.
package enum CheckpointError: Error, Equatable {
  /// The text is not valid UTF-8.
  case notUTF8
  /// The text ends before this line.
  case missingLine(Int)
  /// The text ends within this line: its LF is missing.
  case unfinishedLine(Int)
  /// A character below U+0020 other than LF, or U+007F, stands in this line.
  case controlCharacter(line: Int)
  /// Line 1 is empty.
  case emptyOrigin
  /// Line 2 is not a decimal number 0...Int.max without leading zeros.
  case wrongSize(found: String)
  /// Line 3 is not the canonical base64 of 32 bytes.
  case wrongRoot(found: String)
  /// An empty line announces signatures, and none follows.
  case missingSignatures(line: Int)
  /// An empty line stands among the signatures.
  case emptySignature(line: Int)
}

extension Checkpoint {
  /// Reads a checkpoint, signed or not.
  package init(parsing text: String) throws(CheckpointError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads the bytes of a checkpoint, signed or not.
  package init(parsing bytes: [UInt8]) throws(CheckpointError) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let unfinished = lines.removeLast()
    // Missing comes before unfinished: an empty last piece is a complete text that is too short.
    guard unfinished.isEmpty else { throw .unfinishedLine(lines.count + 1) }
    guard lines.count >= 3 else { throw .missingLine(lines.count + 1) }
    if let index = lines.firstIndex(where: { !$0.isEmpty && !Checkpoint.isOrigin($0) }) {
      throw .controlCharacter(line: index + 1)
    }

    guard !lines[0].isEmpty else { throw .emptyOrigin }
    guard let size = Checkpoint.size(lines[1]) else {
      throw .wrongSize(found: String(decoding: lines[1], as: UTF8.self))
    }
    let rootText = String(decoding: lines[2], as: UTF8.self)
    guard let root = Digest(base64: rootText) else { throw .wrongRoot(found: rootText) }

    let rest = lines[3...]
    let separator = rest.firstIndex { $0.isEmpty } ?? rest.endIndex
    let signatures = rest[separator...].dropFirst()
    if separator < rest.endIndex, signatures.isEmpty { throw .missingSignatures(line: separator + 1) }
    if let index = signatures.firstIndex(where: { $0.isEmpty }) { throw .emptySignature(line: index + 1) }

    self.init(
      origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root,
      extensionText: Checkpoint.text(of: rest[..<separator]), signatureText: Checkpoint.text(of: signatures))
  }

  private static func size(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first, line.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    guard first != UInt8(ascii: "0") || line.count == 1 else { return nil }
    return Int(String(decoding: line, as: UTF8.self))
  }

  private static func text(of lines: ArraySlice<ArraySlice<UInt8>>) -> String {
    lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }
}
