import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

/// The ledger as an object-centric event log: OCEL 2.0 in JSON.
///
/// Every subject is an object, of the type of its kind, related to those that its first event names. Every event is an
/// event of its own type, related to its subject (qualifier `subject`) and to each other subject that its data names, by the
/// member that does (`decision`, `promise`, `authority`, `refs`). The time of an event is when it was true; of an undated one,
/// which says so, when it was recorded. The ledger's own object, `L-0001`, states the basis.
///
/// The schema wants every value as text, and a time for each attribute of an object: that of an initial value is
/// 1970-01-01T00:00:00Z. Objects have the attributes that their first event states; what changed later is in the events. They wait in a
/// spool and are put behind the events at the end.
struct ObjectLog: ExportFormat {
  /// What the lines of a piece have become: events and objects.
  struct Piece {
    var events: [UInt8] = []
    var objects: [UInt8] = []
  }

  let sink: ExportSink
  /// Where objects wait.
  let objects: Spool
  let basis: ExportBasis
  var isFinal: Bool { sink.isFinal }

  func emptyPiece() -> Piece { Piece() }

  func add(_ line: ExportLine, to piece: inout Piece) {
    let relations = ObjectRelations(of: line)
    addEvent(line, relations, to: &piece.events)
    if line.facts.subjectVersion == 1 { addObject(line, relations, to: &piece.objects) }
  }

  private func addEvent(_ line: ExportLine, _ relations: ObjectRelations, to events: inout [UInt8]) {
    let tail = EnvelopeTail(line.tail)
    events.append(line.facts.position == 1 ? "\n{\"id\":\"" : ",\n{\"id\":\"")
    events.append(contentsOf: line.id)
    events.append("\",\"type\":\"")
    events.append(line.type)
    events.append("\",\"time\":\"")
    let isUndated = line.facts.effective == .undated
    if isUndated {
      events.append(contentsOf: line.recorded)
    } else {
      events.append(Instant(milliseconds: line.facts.effective.start).text)
    }
    events.append(
      "\",\"attributes\":[{\"name\":\"position\",\"value\":\"\(line.facts.position)\"},{\"name\":\"recorded\",\"value\":\""
    )
    events.append(contentsOf: line.recorded)
    events.append("\"}")
    if let recordedBy = tail.recordedBy {
      events.append(",{\"name\":\"recordedBy\",\"value\":")
      events.append(contentsOf: recordedBy)
      events.append("}")
    }
    if let effective = tail.effective {
      events.append(",{\"name\":\"effective\",\"value\":")
      events.append(contentsOf: effective)
      events.append("}")
    }
    line.withData { data in
      DataMembers(data).forEach { member in
        events.append(",")
        events.append(attribute: member)
        events.append("}")
        return false
      }
    }
    events.append("],\"relationships\":[{\"objectId\":\"")
    events.append(line.facts.subject.text)
    events.append("\",\"qualifier\":\"subject\"}")
    for relation in relations.all {
      events.append(",")
      events.append(relation: relation)
    }
    events.append("]}")
  }

  private func addObject(_ line: ExportLine, _ relations: ObjectRelations, to objects: inout [UInt8]) {
    let isFirst = line.facts.position == 1
    objects.append(isFirst ? "\n{\"id\":\"" : ",\n{\"id\":\"")
    objects.append(line.facts.subject.text)
    objects.append("\",\"type\":\"\(line.facts.subject.kind.text)\",\"attributes\":[")
    var isBegun = false
    line.withData { data in
      DataMembers(data).forEach { member in
        // What its first event says of the event, and not of the object.
        if ObjectLogTypes.circumstances.contains(where: { member.name.elementsEqual($0) }) { return false }
        if isBegun { objects.append(",") }
        isBegun = true
        objects.append(attribute: member)
        objects.append(Self.initialTime)
        return false
      }
    }
    if isFirst {
      for row in basis.rows where !ObjectLogTypes.stated.contains(row.name) {
        objects.append(",{\"name\":\"basis-\(row.name)\",\"value\":")
        JSONValue.string(row.value).write(into: &objects)
        objects.append(Self.initialTime)
      }
    }
    objects.append("],\"relationships\":[")
    for (index, relation) in relations.ofObject.enumerated() {
      if index > 0 { objects.append(",") }
      objects.append(relation: relation)
    }
    objects.append("]}")
  }

  private static let initialTime = ",\"time\":\"1970-01-01T00:00:00Z\"}"

  func join(_ piece: Piece) {
    sink.write(piece.events)
    objects.append(piece.objects)
  }

  func restart() throws(FileError) {
    try sink.restart()
    objects.removeAll()
    begin()
  }

  /// What stands before the first event.
  func begin() {
    sink.write("{\"objectTypes\":[")
    sink.write(ObjectLogTypes.objectTypes(basis).joined(separator: ","))
    sink.write("],\n\"eventTypes\":[")
    sink.write(ObjectLogTypes.eventTypes.joined(separator: ","))
    sink.write("],\n\"events\":[")
  }
}

/// The types of events and objects with the names of their attributes, all of which are texts.
enum ObjectLogTypes {
  private static let envelope = ["position", "recorded", "recordedBy", "effective"]
  /// The members that any event may have, and no object.
  static let circumstances = Circumstances.shape.memberNames.map { Array($0.utf8) }
  /// Rows of the basis that the ledger's opening states as well.
  static let stated: Set<String> = ["owner", "identity", "reality"]

  static var eventTypes: [String] {
    FactTypes.names.map { name in
      // A member that only an event has under the name of one of the envelope's would be declared twice.
      let members = (Fact.readers[name]?.shape().memberNames ?? []).filter { !envelope.contains($0) }
      return type(name, envelope + members)
    }
  }

  static func objectTypes(_ basis: ExportBasis) -> [String] {
    SubjectKind.allCases.map { kind in
      var names: [String] = []
      for type in FactTypes.names where type.hasPrefix(kind.text + ".") {
        for name in Fact.readers[type]?.shape().memberNames ?? []
        where !names.contains(name) && !Circumstances.shape.memberNames.contains(name) {
          names.append(name)
        }
      }
      if kind == .ledger { names += basis.rows.map(\.name).filter { !stated.contains($0) }.map { "basis-\($0)" } }
      return type(kind.text, names)
    }
  }

  private static func type(_ name: String, _ attributes: [String]) -> String {
    let attributes = attributes.map { "{\"name\":\"\($0)\",\"type\":\"string\"}" }.joined(separator: ",")
    return "\n{\"name\":\"\(name)\",\"attributes\":[\(attributes)]}"
  }
}

/// The other subjects that an event's data names, each by the member that does.
struct ObjectRelations {
  struct Relation: Hashable {
    let subject: SubjectID
    let member: String
  }

  private(set) var all: [Relation] = []
  /// Those that are of the object and not of the event.
  var ofObject: [Relation] { all.filter { $0.member != "refs" && $0.subject.kind != .decision } }

  init(of line: ExportLine) {
    guard !line.mentions.isEmpty else { return }
    let mentions = line.mentions
    var found: [Relation] = []
    line.withData { data in
      DataMembers(data).forEach { member in
        Self.subjects(in: member.value) { subject in
          guard mentions.contains(subject) else { return }
          let relation = Relation(
            subject: subject, member: String(decoding: member.name, as: UTF8.self))
          if !found.contains(relation) { found.append(relation) }
        }
        return false
      }
    }
    all = found
  }

  /// Calls `body` with every string in a value that is a subject's identifier.
  private static func subjects(in value: UnsafeBufferPointer<UInt8>, _ body: (SubjectID) -> Void) {
    var place = 0
    while place + 7 < value.count {
      guard value[place] == UInt8(ascii: "\""), value[place + 2] == UInt8(ascii: "-") else {
        place += 1
        continue
      }
      let end = value[(place + 1)...].prefix(12).firstIndex(of: UInt8(ascii: "\"")) ?? place + 1
      if let subject = try? SubjectID(text: String(decoding: value[(place + 1)..<end], as: UTF8.self)) { body(subject) }
      place = end
    }
  }
}

extension [UInt8] {
  mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// `{"name":"title","value":"…"`, the value as a text, without the closing brace.
  fileprivate mutating func append(attribute member: DataMembers.Member) {
    append("{\"name\":\"")
    append(contentsOf: member.name)
    append("\",\"value\":")
    if member.value.first == UInt8(ascii: "\"") {
      append(contentsOf: member.value)
    } else {
      append(UInt8(ascii: "\""))
      for byte in member.value {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    }
  }

  fileprivate mutating func append(relation: ObjectRelations.Relation) {
    append("{\"objectId\":\"")
    append(relation.subject.text)
    append("\",\"qualifier\":\"\(relation.member)\"}")
  }
}
