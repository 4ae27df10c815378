import Integrity

// Checkpoints, signed notes and keys: what is read and written again has the same bytes.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let checkpoint = try? Checkpoint(parsing: bytes) {
    precondition(Array(checkpoint.formatted.utf8) == bytes, "a checkpoint written otherwise")
    if let note = try? checkpoint.note {
      precondition(Array(note.formatted.utf8) == bytes, "a signed checkpoint written otherwise")
      let signatures = try? checkpoint.signatures
      precondition(note.signatures == signatures, "other signatures")
    }
  }
  if let note = try? SignedNote(parsing: bytes) {
    precondition(Array(note.formatted.utf8) == bytes, "a note written otherwise")
    let again = try? SignedNote(parsing: note.formatted)
    precondition(again == note, "another note")
  }
  if let text = String(validating: bytes, as: UTF8.self), let key = NoteKey(parsing: text) {
    precondition(Array(key.text.utf8) == bytes, "a key written otherwise")
  }
  return 0
}
