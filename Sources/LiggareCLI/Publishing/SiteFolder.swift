import DurableFiles
import FollowUps
import Integrity
import LedgerDomain
import Projections
import StrictJSON
import Synchronization

/// The folder that a site is written to: all of it under a temporary name, which then takes the place, or nothing.
///
/// The place must be free, or empty; with `replacing` it may hold a site that Liggare wrote and nobody has changed since, as
/// its ``SiteManifest`` tells.
struct SiteFolder {
  let path: String
  private let isReplaced: Bool
  private let files = FileOperations.system

  /// What was written.
  struct Written {
    var fileCount = 0
    var pageCount = 0
    var byteCount = 0
  }

  /// Refuses a place that is taken.
  init(_ path: String, replacing: Bool) throws(Failure) {
    self.path = path
    let status: FileStatus?
    let isEmpty: Bool
    do throws(FileError) {
      status = try files.ownStatus(path)
      isEmpty = if status?.kind == .folder { try files.names(in: path).isEmpty } else { false }
    } catch { throw .file(error) }
    guard let status, !isEmpty else {
      isReplaced = false
      return
    }
    guard replacing else { throw .site(.taken(path)) }
    guard status.kind == .folder else { throw .site(.notOurs(path)) }
    try SiteManifest.check(path, files)
    isReplaced = true
  }

  /// Writes a site. A failure leaves the place as it was.
  ///
  /// The folders above are made where they are missing; mkdir beside it, each file written, rename. Nothing is synced, since the site
  /// can be built anew; but where an old one is replaced, the folder above, before that one is removed.
  func write(_ site: PublicSite, of basis: Basis, tell: (Int) -> Void) throws(Failure) -> Written {
    do throws(FileError) {
      try files.createFolders(FileOperations.parent(of: path))
      let temporary = try files.makeTemporaryFolder(beside: path)
      do throws(FileError) {
        let written = try write(site, of: basis, to: temporary, tell: tell)
        if isReplaced {
          try files.replaceFolder(path, with: temporary)
        } else {
          try files.moveFolder(temporary, to: path, isSynced: false)
        }
        return written
      } catch {
        files.discardFolder(temporary)
        throw error
      }
    } catch { throw .file(error) }
  }

  private func write(
    _ site: PublicSite, of basis: Basis, to folder: String, tell: (Int) -> Void
  ) throws(FileError) -> Written {
    var written = Written()
    var manifest = SiteManifest()
    let made = Mutex<Set<String>>([])
    let files = files
    try site.forEachFile { (file: SiteFile) throws(FileError) -> SiteManifest.Entry in
      let whole = "\(folder)/\(file.path)"
      let parent = FileOperations.parent(of: whole)
      if made.withLock({ !$0.contains(parent) }) {
        try files.createFolders(parent, isSynced: false)
        made.withLock { _ = $0.insert(parent) }
      }
      try files.createUnsynced(whole, with: file.bytes)
      return SiteManifest.Entry(file)
    } take: { entry in
      manifest.append(entry)
      written.fileCount += 1
      written.byteCount += entry.byteCount
      if entry.path.hasSuffix(".html"), !entry.path.hasPrefix("fragments/") { written.pageCount += 1 }
      tell(written.fileCount)
    }
    let bytes = manifest.bytes(basis)
    try files.createUnsynced("\(folder)/\(SiteManifestPath.path)", with: bytes)
    written.fileCount += 1
    written.byteCount += bytes.count
    return written
  }
}
