import DurableFiles
import Integrity
import StrictJSON

extension IndexCache {
  /// What a room above has made of the first lines of a journal and kept by a name, with how many lines those are; nil where that is
  /// nothing, or not of this journal: the root over so many lines must be the one that it was kept with.
  package func table(_ name: String, of view: JournalView) -> (position: Int, bytes: [UInt8])? {
    guard !FileOperations.programIdentity.isEmpty,
      let sections = FileSections(path(view.identity, name), key: key(view.identity, name), operations: operations),
      case .object(let note)? = try? JSONValue(parsing: sections.note), case .number(let text)? = note["count"],
      let count = Int(text), (1...max(1, view.count)).contains(count), case .string(let stated)? = note["root"],
      let root = count == view.count ? view.range.root : try? view.root(size: count), root.base64 == stated,
      let bytes = try? sections.load(0, 0..<sections.byteCount(of: 0), as: UInt8.self)
    else { return nil }
    return (count, bytes)
  }

  /// Keeps by a name what was made of all lines of a journal; says nothing where it cannot, since nothing depends on it.
  package func keep(_ bytes: [UInt8], as name: String, of view: JournalView) {
    let note: JSONObject = ["count": JSONValue(view.count), "root": .string(view.range.root.base64)]
    write(
      path(view.identity, name), key: key(view.identity, name), note: JSONValue.object(note).canonicalBytes,
      [(number: 0, bytes: bytes)])
  }
}
