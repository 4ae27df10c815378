import StrictJSON

extension JSONValue {
  /// Where in this value's canonical text the value at the end of a path begins, in bytes.
  ///
  /// A path is written as in a `JSONMismatch`. Where it leads nowhere, the place is that of the last value on the way.
  /// Writes what lies before, so it is for errors only.
  func canonicalOffset(of path: ArraySlice<String>) -> Int {
    guard let step = path.first else { return 0 }
    var offset = 1
    switch self {
    case .object(let object):
      for member in object.members {
        offset += JSONValue.string(member.name).canonicalBytes.count + 1
        if utf8Equal(member.name, step) { return offset + member.value.canonicalOffset(of: path.dropFirst()) }
        offset += member.value.canonicalBytes.count + 1
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if step == "[\(index)]" { return offset + element.canonicalOffset(of: path.dropFirst()) }
        offset += element.canonicalBytes.count + 1
      }
    default: break
    }
    return 0
  }
}
