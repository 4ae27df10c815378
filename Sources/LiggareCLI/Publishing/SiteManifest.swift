import DurableFiles
import FollowUps
import Integrity
import Projections
import StrictJSON

/// The list of a site's files, which tells a folder that Liggare wrote from any other.
///
/// ```json
/// {"kind":"liggare.site.manifest","version":1,"basis":{…},
///  "files":[{"path":"atgarder/m-0001.html","bytes":8123,"sha256":"…"},…]}
/// ```
/// Every file is in it but itself, in the order of its path's bytes.
struct SiteManifest {
  private var entries: [Entry] = []

  /// A file that was written.
  struct Entry: Sendable {
    let path: String
    let byteCount: Int
    let digest: String

    init(_ file: SiteFile) {
      path = file.path
      byteCount = file.bytes.count
      digest = SHA256.hash(file.bytes).hex
    }
  }

  static let kind = "liggare.site.manifest"

  mutating func append(_ entry: Entry) { entries.append(entry) }

  func bytes(_ basis: Basis) -> [UInt8] {
    let files = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map { entry in
      JSONValue.object([
        "path": .string(entry.path), "bytes": JSONValue(entry.byteCount), "sha256": .string(entry.digest),
      ])
    }
    let manifest: JSONObject = [
      "kind": .string(SiteManifest.kind), "version": 1, "basis": JSONValue(of: basis), "files": .array(files),
    ]
    return Array((JSONValue.object(manifest).prettyText + "\n").utf8)
  }

  /// Refuses a folder that is no site of Liggare's, or holds a file that it did not write as it is.
  static func check(_ folder: String, _ files: FileOperations) throws(Failure) {
    let listed: [String: String]?
    let stray: String?
    do throws(FileError) {
      listed = try read(folder, files)
      stray = try listed.flatMap { (listed: [String: String]) throws(FileError) -> String? in
        try strayFile(in: folder, listed, files)
      }
    } catch { throw .file(error) }
    guard listed != nil else { throw .site(.notOurs(folder)) }
    if let stray { throw .site(.changed(folder, file: stray)) }
  }

  /// The digests by path that a folder's manifest lists; nil where it has none.
  private static func read(_ folder: String, _ files: FileOperations) throws(FileError) -> [String: String]? {
    let path = "\(folder)/\(SiteManifestPath.path)"
    guard try files.ownStatus(path)?.kind == .file else { return nil }
    guard case .object(let manifest)? = try? JSONValue(parsing: files.read(path)),
      manifest["kind"] == .string(kind), case .array(let entries)? = manifest["files"]
    else { return nil }
    var listed: [String: String] = [:]
    for entry in entries {
      guard case .object(let entry) = entry, case .string(let path)? = entry["path"],
        case .string(let digest)? = entry["sha256"]
      else { return nil }
      listed[path] = digest
    }
    return listed
  }

  /// A file in the folder that is not listed, or is not what it was; nil where all are.
  private static func strayFile(
    in folder: String, _ listed: [String: String], _ files: FileOperations
  ) throws(FileError) -> String? {
    var waiting = [""]
    while let inner = waiting.popLast() {
      for name in try files.names(in: "\(folder)/\(inner)") {
        let path = inner + name
        switch try files.ownStatus("\(folder)/\(path)")?.kind {
        case .folder: waiting.append(path + "/")
        case .file:
          if path == SiteManifestPath.path { continue }
          guard let digest = listed[path] else { return path }
          if try SHA256.hash(files.read("\(folder)/\(path)")).hex != digest { return path }
        case .other, nil: return path
        }
      }
    }
    return nil
  }
}
