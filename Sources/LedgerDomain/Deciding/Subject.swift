package import StrictJSON

/// The state of one subject: what its events add up to.
///
/// `check` and `judge` are the two halves of *decide*; `evolve` is total and never fails on a recorded event. A state exists for
/// every identifier: before anything is known about it, it is empty and not founded.
package protocol Subject: JSONWritable, Hashable, Sendable {
  associatedtype Fact: SubjectFact
  static var kind: SubjectKind { get }
  init(id: SubjectID)
  var id: SubjectID { get }
  /// What every subject has: the trail of its entries, documents, secrecy marks, irregularities.
  var record: SubjectRecord { get set }
  /// Whether the event that begins the subject is among those folded.
  var isFounded: Bool { get }
  /// The fact as this kind's own, or nil.
  static func own(_ fact: LedgerDomain.Fact) -> Fact?
  /// Whether the fact begins a subject of this kind.
  static func founds(_ fact: Fact) -> Bool
  /// Whether the fact may also begin a subject that nothing is known of, although it usually does not.
  static func mayFound(_ fact: Fact) -> Bool
  /// Refuses a fact that has no meaning whatever the state: unknown references and codes, contradictions, malformed spans.
  static func check(_ fact: Fact, about id: SubjectID, in surroundings: Surroundings) throws(Refusal)
  /// Says how the fact is irregular in this state (the state as of the fact's effective moment), or refuses what is impossible.
  func judge(_ fact: Fact, on day: LocalDate?, in surroundings: Surroundings) throws(Refusal) -> [Irregularity]
  /// How a fact that looks regular is irregular where whoever records it gives a reason, and so says that it is.
  func declared(_ fact: Fact, in surroundings: Surroundings) -> [Irregularity]
  /// The state after the fact.
  mutating func evolve(_ fact: Fact, _ event: Event)
}

extension Subject {
  package static func mayFound(_ fact: Fact) -> Bool { false }

  package func declared(_ fact: Fact, in surroundings: Surroundings) -> [Irregularity] { [] }

  /// The state after the event, whatever kind of event it is.
  package mutating func apply(_ event: Event) {
    record.apply(event)
    if let fact = Self.own(event.fact) { evolve(fact, event) }
  }
}

/// What every subject has, whatever its kind.
package struct SubjectRecord: JSONWritable, Hashable, Sendable {
  /// The entries that count, in the order of the fold: type and place.
  package var steps: [Step] = []
  package var documents: [AttachedDocument] = []
  package var secrecy: [SecrecyMark] = []
  package var irregularities: [IrregularMark] = []
  package var erasures: [Erasure] = []

  package struct Step: JSONWritable, Hashable, Sendable {
    package var type: Text
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("type", type)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct AttachedDocument: JSONWritable, Hashable, Sendable {
    package var document: DocumentReference
    package var role: Text?
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("document", document)
      pen.write("role", role)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct SecrecyMark: JSONWritable, Hashable, Sendable {
    package var field: Text?
    package var provision: Text
    package var authority: Text
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("field", field)
      pen.write("provision", provision)
      pen.write("authority", authority)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct IrregularMark: JSONWritable, Hashable, Sendable {
    package var irregular: Irregular
    package var type: Text
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("irregular", irregular)
      pen.write("type", type)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Erasure: JSONWritable, Hashable, Sendable {
    package var erased: ValueErased
    package var mark: Mark

    package init(erased: ValueErased, mark: Mark) {
      self.erased = erased
      self.mark = mark
    }

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("erased", erased)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  mutating func apply(_ event: Event) {
    steps.append(Step(type: Text(event.fact.type), mark: event.mark))
    if let irregular = event.circumstances.irregular {
      irregularities.append(IrregularMark(irregular: irregular, type: Text(event.fact.type), mark: event.mark))
    }
    guard case .entry(let fact) = event.fact else { return }
    switch fact {
    case .documentAttached(let attached):
      documents.append(AttachedDocument(document: attached.document, role: attached.role, mark: event.mark))
    case .secrecyMarked(let marked):
      secrecy.append(
        SecrecyMark(field: marked.field, provision: marked.provision, authority: marked.authority, mark: event.mark))
    case .secrecyLifted(let lifted):
      secrecy.removeAll { $0.field == lifted.field }
    case .valueErased(let erased):
      erasures.append(Erasure(erased: erased, mark: event.mark))
    case .corrected, .reversed, .valueDisclosed:
      // The fold has already let corrections and reversals work on the entries they name; that something was given out changes nothing.
      break
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("steps", steps)
    pen.write("documents", documents)
    pen.write("secrecy", secrecy)
    pen.write("irregularities", irregularities)
    pen.write("erasures", erasures)
    pen.endObject()
  }
}
