import Glibc

/// The public page of the whole ledger, written by a cold process: a page and a fragment for each measure, lists, data and feed.
///
/// What a run has written is moved aside, and removed when all have run: on ext4 the inodes of removed files are not given out again for some
/// minutes (`recently_deleted` in fs/ext4/ialloc.c), and each new file looks past all of them, so that a site written just after another
/// one was removed takes two to three times as long.
func measurePublishing(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let out = "\(setting.scratch)/site"
  var aside: [String] = []
  let command = [setting.liggare, "site", "build", out, "--for", "kommun", "--journal", setting.ledger]
  let row = try setting.measure("publishing", "site build", command) { () throws(HarnessFailure) in
    let old = "\(out)-\(aside.count)"
    if rename(out, old) == 0 {
      aside.append(old)
    } else if errno != ENOENT {
      throw .systemCall("rename", path: out, code: errno)
    }
  }
  for path in aside + [out] { try setting.remove(path) }
  report(row)
}
