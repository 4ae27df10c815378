package import StrictJSON

/// One recorded event: the envelope of its line, and what it says.
package struct Event: Hashable, Sendable {
  package var fact: Fact
  package var id: EventID
  package var subject: SubjectID
  /// When it was recorded, by the store's clock.
  package var recorded: Instant
  /// 1, 2, 3 … in the ledger, with no gaps.
  package var position: Int
  /// 1, 2, 3 … among the events of the subject.
  package var subjectVersion: Int
  /// When it was true; nil for an undated fact.
  package var effective: Effective?
  /// Who typed it: a claim, not a proof.
  package var recordedBy: Text
  package var batch: BatchPlace?
  package var correlation: EventID?
  package var causation: EventID?
  package var circumstances: Circumstances
}

extension Event {
  /// By the initializer of the members in their order, which moves them; one that assigned each would copy the whole event.
  package init(
    id: EventID, subject: SubjectID, recorded: Instant, position: Int, subjectVersion: Int, effective: Effective?,
    recordedBy: Text, batch: BatchPlace? = nil, correlation: EventID? = nil, causation: EventID? = nil, fact: Fact,
    circumstances: Circumstances = Circumstances()
  ) {
    self.init(
      fact: fact, id: id, subject: subject, recorded: recorded, position: position, subjectVersion: subjectVersion,
      effective: effective, recordedBy: recordedBy, batch: batch, correlation: correlation, causation: causation,
      circumstances: circumstances)
  }
}

/// The place of an event in a batch that is recorded whole or not at all: `2/7`. Requires 1 ≤ place ≤ count, count ≥ 2.
package struct BatchPlace: TextValue {
  package let place: Int
  package let count: Int

  package init(place: Int, count: Int) {
    precondition(count >= 2 && (1...count).contains(place), "a batch has at least two places")
    self.place = place
    self.count = count
  }

  package init(text: String) throws(MalformedText) {
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...6).contains($0.count) && $0.first != UInt8(ascii: "0") }),
      let place = decimal(parts[0]), let count = decimal(parts[1]), count >= 2, (1...count).contains(place)
    else { throw MalformedText(expected: "batch", found: text) }
    self.init(place: place, count: count)
  }

  package var text: String { "\(place)/\(count)" }
}

/// Where in the book something stands: the entry, and both its clocks.
package struct Mark: JSONWritable, Hashable, Sendable {
  package var event: EventID
  package var position: Int
  package var effective: Effective?
  package var recorded: Instant

  package init(event: EventID, position: Int, effective: Effective?, recorded: Instant) {
    self.event = event
    self.position = position
    self.effective = effective
    self.recorded = recorded
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("event", event)
    pen.write("position", position)
    pen.write("effective", effective)
    pen.write("recorded", recorded)
    pen.endObject()
  }
}

extension Event {
  package var mark: Mark { Mark(event: id, position: position, effective: effective, recorded: recorded) }
}
