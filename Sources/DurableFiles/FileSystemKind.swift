import Glibc

/// Whether a path lies on a disk of this machine or on one that other machines or programs share.
///
/// On a shared one, locks and syncs promise less than they do here, so the writer refuses it unless asked.
package enum FileSystemKind: Hashable, Sendable {
  case local
  /// A network file system, by the type's name as the kernel lists it, such as `nfs4`, `cifs` or `fuse.sshfs`. FUSE is
  /// among them, since what is behind it cannot be seen from here.
  case network(name: String)

  /// The types that count as network; beside them all whose name begins with `fuse`. Any other type is local.
  private static let networkTypes: Set<String> = [
    "9p", "afs", "ceph", "cifs", "coda", "lustre", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs",
  ]

  /// The kind of the file system that an existing path lies on: realpath, then `/proc/self/mountinfo` is read.
  ///
  /// Sad paths: where `/proc` is not mounted, the read's error is thrown; a mount that another one at a shorter path
  /// has since covered is still taken for the path's own.
  package static func of(_ path: String, operations: FileOperations = .system) throws(FileError) -> FileSystemKind {
    var resolved = ""
    try operations.perform(.status, path) { _ in
      guard let pointer = realpath(path, nil) else { return -1 }
      defer { free(pointer) }
      resolved = String(cString: pointer)
      return 0
    }
    let mounts = try operations.read("/proc/self/mountinfo")
    return FileSystemKind(resolvedPath: resolved, mounts: String(decoding: mounts, as: UTF8.self))
  }

  /// The kind that belongs to a type's name.
  package init(typeName: String) {
    let isNetwork = FileSystemKind.networkTypes.contains(typeName) || typeName.hasPrefix("fuse")
    self = isNetwork ? .network(name: typeName) : .local
  }

  /// The kind of the mount with the longest path at or above `resolvedPath`, the latest of equals, in a text of the
  /// form that proc_pid_mountinfo(5) describes; local if there is none.
  package init(resolvedPath: String, mounts: String) {
    var best: (length: Int, typeName: Substring)?
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      // After six fixed fields come optional ones, ended by a lone hyphen; the type follows.
      guard fields.count > 6, let hyphen = fields[6...].firstIndex(of: "-"), hyphen + 1 < fields.count else { continue }
      let point = FileSystemKind.unescaped(fields[4])
      guard FileSystemKind.holds(point, Array(resolvedPath.utf8)), point.count >= best?.length ?? 0 else { continue }
      best = (point.count, fields[hyphen + 1])
    }
    self.init(typeName: String(best?.typeName ?? ""))
  }

  /// Whether the path is the mount point or lies below it.
  private static func holds(_ point: [UInt8], _ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    return path.starts(with: point) && (point.last == slash || path.count == point.count || path[point.count] == slash)
  }

  /// A field of the table, in which a space, a tab, a line end and a backslash are written as `\` and three octal
  /// digits.
  private static func unescaped(_ field: Substring) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        result.append(code)
        rest = rest.dropFirst(digits.count)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
