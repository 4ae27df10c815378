import DurableFiles
import Integrity

/// The folder `set-aside`: what writers took from the journal's end, byte for byte. It counts for nothing, but someone
/// may still want to know what it said.
struct SetAsideFolder {
  private let path: String
  private let operations: FileOperations

  init(of ledger: LedgerFolder, operations: FileOperations) {
    path = ledger(LedgerFolder.setAside)
    self.operations = operations
  }

  /// What the files' text says of commitments. Reads every file.
  func mentions() throws(FileError) -> Mentions {
    var mentions = Mentions()
    guard try operations.exists(path) else { return mentions }
    for name in try operations.names(in: path) {
      guard try operations.status("\(path)/\(name)")?.kind == .file else { continue }
      mentions.add(try operations.read("\(path)/\(name)"))
    }
    return mentions
  }

  /// The commitments in text, of lines whole or broken: up to 64 hexadecimal digits after `{"sealed":"`.
  ///
  /// Of one that is cut, what is left stands for every commitment that begins so: a value is kept rather than removed.
  struct Mentions {
    private(set) var whole: Set<Commitment> = []
    private(set) var beginnings: Set<String> = []

    mutating func add(_ bytes: [UInt8]) {
      whole.formUnion(SetAsideFolder.commitments(in: bytes))
      for digits in SetAsideFolder.digits(in: bytes) where (Self.beginningLimit..<64).contains(digits.count) {
        beginnings.insert(String(decoding: digits, as: UTF8.self))
      }
    }

    func includes(_ commitment: Commitment) -> Bool {
      whole.contains(commitment) || beginnings.contains { commitment.hex.hasPrefix($0) }
    }

    /// How many digits tell a commitment from others: fewer would hold back values of no concern.
    private static var beginningLimit: Int { 8 }
  }

  static func commitments(in bytes: [UInt8]) -> Set<Commitment> {
    Set(digits(in: bytes).compactMap { Commitment(hex: String(decoding: $0, as: UTF8.self)) })
  }

  /// The hexadecimal digits after each `{"sealed":"`, 64 at most.
  private static func digits(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[brace...]
      if rest.starts(with: opening) {
        found.append(
          rest.dropFirst(opening.count).prefix(64).prefix { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
              || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
          })
      }
      rest = rest.dropFirst()
    }
    return found
  }

  private static let opening = Array("{\"sealed\":\"".utf8)
}
