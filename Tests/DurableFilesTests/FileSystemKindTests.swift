import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Kind of file system")
struct FileSystemKindTests {
  /// As proc_pid_mountinfo(5) describes it, with no, one and two optional fields.
  private let mounts = """
    27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
    40 27 0:40 / /srv/shared rw shared:1 - nfs4 server:/export rw,vers=4.2
    41 27 0:41 / /srv/shared/local rw shared:2 master:1 - xfs /dev/vdb rw
    42 27 0:42 / /mnt/två\\040ord\\134 rw - cifs //server/share rw
    43 27 0:43 / /home/anna/moln rw - fuse.sshfs anna@server: rw
    44 27 0:44 / /media/usb rw - fuseblk /dev/sdb1 rw
    45 27 0:45 / /over rw - nfs server:/a rw
    46 27 0:46 / /over rw - ext4 /dev/vdc rw

    """

  @Test(
    "a path has the kind of the nearest mount at or above it",
    arguments: [
      ("/", .local), ("/etc", .local), ("/srv", .local), ("/srv/shared", .network(name: "nfs4")),
      ("/srv/shared/ledger", .network(name: "nfs4")), ("/srv/shared2", .local), ("/srv/shared/local", .local),
      ("/srv/shared/local/a/b", .local), ("/srv/shared/locale", .network(name: "nfs4")),
      ("/mnt/två ord\\/x", .network(name: "cifs")), ("/mnt/två", .local),
      ("/home/anna/moln/a", .network(name: "fuse.sshfs")),
      ("/media/usb/a", .network(name: "fuseblk")), ("/over/a", .local),
    ] as [(String, FileSystemKind)])
  func nearest(path: String, kind: FileSystemKind) {
    #expect(FileSystemKind(resolvedPath: path, mounts: mounts) == kind)
  }

  @Test("lines of another form are passed over")
  func otherForms() {
    let damaged = "\n-\n27 1 254:0 / / rw,relatime\n27 1 254:0 / / rw - \n"
    #expect(FileSystemKind(resolvedPath: "/a", mounts: damaged) == .local)
    #expect(
      FileSystemKind(resolvedPath: "/a", mounts: damaged + "1 1 0:1 / / rw - nfs s:/ rw\n") == .network(name: "nfs"))
  }

  @Test(
    "a type's name tells",
    arguments: [
      ("nfs", true), ("nfs4", true), ("cifs", true), ("smb3", true), ("fuse", true), ("fuse.gvfsd-fuse", true),
      ("9p", true),
      ("ext4", false), ("xfs", false), ("btrfs", false), ("tmpfs", false), ("overlay", false), ("zfs", false),
      ("nfsd", false),
      ("", false),
    ])
  func typeNames(name: String, isNetwork: Bool) {
    #expect(FileSystemKind(typeName: name) == (isNetwork ? .network(name: name) : .local))
  }

  @Test("the kernel's own process table is local, also through a relative path, and a missing path is an error")
  func real() throws {
    #expect(try FileSystemKind.of("/proc") == .local)
    #expect(try FileSystemKind.of("/proc/../proc/self") == .local)
    let missing = try ScratchFolder()("missing")
    #expect(throws: FileError(operation: .status, path: missing, errno: ENOENT)) { try FileSystemKind.of(missing) }
  }
}
