import DurableFiles
import StrictJSON

/// The file `backup.json`, which tells a backup from a ledger that someone writes in: only a folder that has it is ever brought up
/// to date.
///
///     {
///       "kind": "liggare.backup.folder",
///       "version": 1,
///       "identity": "urn:uuid:5f0c6c2e-6a3b-4a57-8d7e-0d7f3f1f7a11"
///     }
///
/// `identity` is that of the ledger. A later version may add members; one that changes what these say has another number.
struct BackupMarker: Equatable {
  static let file = "backup.json"
  private static let kind = "liggare.backup.folder"

  let identity: String

  init(identity: String) { self.identity = identity }

  /// Reads a marker; nil for anything else.
  init?(_ bytes: [UInt8]) {
    guard case .object(let object)? = try? JSONValue(parsing: bytes), object["kind"] == .string(Self.kind),
      object["version"] == 1, case .string(let identity)? = object["identity"]
    else { return nil }
    self.identity = identity
  }

  var bytes: [UInt8] {
    let object: JSONObject = ["kind": .string(Self.kind), "version": 1, "identity": .string(identity)]
    return Array((JSONValue.object(object).prettyText + "\n").utf8)
  }
}
