/// The place and kind of what keeps a text from being XML that is read here.
package struct XMLProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The text ends where something was expected.
    case ended(expected: String)
    /// Something else than what was expected.
    case unexpected(expected: String)
    /// An end tag of another name than the element that is open.
    case otherEnd(open: String, found: String)
    /// An element that is never closed.
    case unclosed(String)
    /// An attribute that the element has already.
    case repeatedAttribute(String)
    /// A reference to an entity that is none of the five, or to no character.
    case unknownEntity(String)
    /// A document type, which could name files and grow without bounds: none is read.
    case documentType
    /// A character that XML does not allow.
    case character(UInt32)
    /// An encoding in the declaration that is not known, or not the one that the file is in.
    case encoding(String)
    /// An element inside as many others as are read.
    case tooDeep(limit: Int)
  }

  package let kind: Kind
  /// The line, and the character in it, from 1.
  package let line: Int
  package let column: Int
}
