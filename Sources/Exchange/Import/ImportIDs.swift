import Integrity
package import LedgerDomain
import StrictJSON

/// The ids of imported events: made from what the log says, so that the same log gives the same ids, and a longer one the same and
/// some more.
///
/// An id is a UUID of version 8 (RFC 9562 section 5.8) whose bits are the first of
///
///     SHA-256("liggare-import" 0 "1" 0 log 0 key 0 kind 0 particulars)
///
/// `log` is the name that the mapping gives the log, `key` the case's key. A case has one opening, so its particulars are
/// empty; those of a closing are its moment; those of an activity are its moment, what was done, by whom, and how many
/// the same were before it. Lines and file names are no part of it. No text of a log holds a zero byte.
package struct ImportIDs: Sendable {
  private let log: String

  package init(log: String) {
    self.log = log
  }

  /// The id of the event of a kind about a case, or about the log's file where the key is its digest.
  package func id(_ kind: String, _ key: String, _ particulars: String...) -> EventID {
    let text = (["liggare-import", "1", log, key, kind] + particulars).joined(separator: "\0")
    return EventID(hashed: Array(SHA256.hash(Array(text.utf8)).bytes.prefix(16)))
  }
}
