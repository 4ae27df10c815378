/// What stands at a journal's end and was never acknowledged: the bytes from the first line of a batch that is
/// incomplete or unreadable, and that the checkpoint does not cover.
///
/// A crash in the middle of an append leaves one; so does a look at the file while another process appends. The next
/// writer puts the bytes into a file of their own.
package struct TornTail: Equatable, Sendable {
  /// Where it begins.
  package let place: LinePlace
  /// The position that its first line has or would have.
  package let position: Int
  package let bytes: [UInt8]
  /// What is wrong with it, and where.
  package let reason: Damage
}
