package import LedgerDomain

/// A fact on its way into the journal whose `data` is canonical JSON already: for importers and generators that record
/// thousands of events a second and have no use for a Swift value of each.
///
/// ```swift
/// let paused = FactTypes.number("measure.paused")
/// let raw = RawProposal(id: key, subject: "M-0007", type: paused, data: Array(#"{"reason":"Snö"}"#.utf8)[...])
/// let positions = try writer.append(raw: [raw], recordedBy: "Import")
/// ```
///
/// It becomes the line that the same fact as a `Proposal` would, and is held to all that a reader asks of a line. It was
/// not decided: what the domain refuses, that a measure is approved twice, say, is the caller's to know.
package struct RawProposal: Sendable {
  package var id: EventID
  package var subject: SubjectID
  /// The place of the fact's type in `FactTypes.names`.
  package var type: Int
  package var effective: Effective?
  /// The members of `data` in the newest schema version of the type: one object, canonical (`JSONValue.write`).
  package var data: ArraySlice<UInt8>
  package var correlation: EventID?
  package var causation: EventID?

  /// Requires a type that there is.
  package init(
    id: EventID, subject: SubjectID, type: Int, effective: Effective? = nil, data: ArraySlice<UInt8>,
    correlation: EventID? = nil, causation: EventID? = nil
  ) {
    precondition(FactTypes.names.indices.contains(type), "no type of event has this number")
    self.id = id
    self.subject = subject
    self.type = type
    self.effective = effective
    self.data = data
    self.correlation = correlation
    self.causation = causation
  }

  /// The head of the line that it becomes.
  func head(position: Int, subjectVersion: Int, batch: BatchPlace?, prev: ChainMark?) -> LineHead {
    LineHead(
      id: id, type: type, subject: subject, position: position, subjectVersion: subjectVersion, effective: effective,
      batch: batch, correlation: correlation, causation: causation, prev: prev)
  }
}
