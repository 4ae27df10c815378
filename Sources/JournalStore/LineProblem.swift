package import LedgerDomain
package import StrictJSON

/// Why bytes are no line of a journal: the first thing that is wrong, and where.
package struct LineProblem: Error, Equatable {
  /// The place in the line, 0-based, in bytes; nil where it cannot be said.
  package var offset: Int?
  package var kind: Kind

  package init(offset: Int?, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }

  package enum Kind: Equatable, Sendable {
    /// No bytes at all.
    case empty
    /// More bytes than a line may have.
    case tooLong(byteCount: Int, limit: Int)
    /// Not strict JSON.
    case json(JSONProblem)
    /// JSON, but no object.
    case notAnObject(found: String)
    /// A member of the envelope that is not there.
    case missingMember(String)
    /// A member that the envelope does not have, with those it has.
    case unknownMember(String, known: [String])
    /// A member of the envelope in the wrong place, with the one that must come first; nil where it comes too late.
    case memberOrder(expected: String?, found: String)
    /// Another kind of JSON value than the member takes.
    case wrongType(member: String, expected: String, found: String)
    /// The right kind with a content that is not allowed.
    case malformed(member: String, expected: String, found: String)
    /// A type, or a schema version of it, that this program does not know.
    case unknownFact(FactProblem)
    /// The `data` does not fit its type.
    case data(JSONMismatch)
    /// An event of one kind of subject about a subject of another.
    case foreignFact(type: String, subject: SubjectID)
    /// The same event has another line: the byte it has at this place, and the one found; nil for the line's end.
    case notCanonical(expected: UInt8?, found: UInt8?)
  }
}
