import StrictJSON

extension Event {
  /// The event without what people wrote in it: every free text (`Text`) in its data is the mask. Identifiers, codes, choices, days and
  /// numbers stay, so that it is folded like the event itself; sealed values stay commitments.
  ///
  /// By type, and not by a list of fields: a text in a new member is masked, too. A secrecy mark and its lifting keep theirs, which say
  /// why the rest is masked, and so does an erasure. What a correction says is masked unless it is a day, a short number or an identifier, since
  /// its own type says nothing of its field; so a correction of a code or of a list is not applied.
  package func redacted(mask: String) -> Event {
    var redacted = self
    let data = fact.data(with: circumstances)
    guard let value = redactedData(data, mask: mask), value != data else { return self }
    guard let read = try? Fact.read(type: fact.type, version: fact.version, data: value) else {
      preconditionFailure("a text of any length may stand in a text's place")
    }
    redacted.fact = read.fact
    // Which field it corrects is no text of anyone's, and without it nothing is corrected.
    if case .entry(.corrected(let corrected)) = fact, case .entry(.corrected(var masked)) = read.fact {
      masked.field = corrected.field
      redacted.fact = .entry(.corrected(masked))
    }
    redacted.circumstances = read.circumstances
    return redacted
  }

  private func redactedData(_ data: JSONValue, mask: String) -> JSONValue? {
    switch fact {
    case .entry(.secrecyMarked), .entry(.secrecyLifted), .entry(.valueErased), .entry(.valueDisclosed): return nil
    default: break
    }
    return Fact.readers[fact.type].map { Redaction(mask: mask).redacted(data, $0.shape()) }
  }
}

/// The walk through a value by its shape.
private struct Redaction {
  let mask: String
  private static let text = ObjectIdentifier(Text.self)

  init(mask: String) { self.mask = mask }

  func redacted(_ value: JSONValue, _ shape: JSONShape) -> JSONValue {
    switch (shape, value) {
    case (.text(let type), .string): return type == Self.text ? .string(mask) : value
    case (.any, _): return redacted(value)
    case (.array(let element), .array(let elements)): return .array(elements.map { redacted($0, element) })
    case (.object(let members), .object(let object)):
      var new = object
      for member in members {
        if let value = object[member.name] { new[member.name] = redacted(value, member.shape) }
      }
      return .object(new)
    case (.oneOf(let shapes), .object(let object)):
      let fitting = shapes.first { shape in object.names.allSatisfy(shape.memberNames.contains) }
      return fitting.map { redacted(value, $0) } ?? redacted(value)
    default: return value
    }
  }

  /// A value of which nothing is known: what is no day, short number, identifier or commitment is masked. A long number may be somebody's.
  private func redacted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      let isPlain =
        (try? LocalDate(text: text)) != nil || (try? SubjectID(text: text)) != nil
        || text.utf8.count < 8 && (try? Quantity(text: text)) != nil
      return isPlain ? value : .string(mask)
    case .array(let elements): return .array(elements.map { redacted($0) })
    case .object(let object):
      if SealedValue(of: object) != nil { return value }
      return .object(JSONObject(object.members.map { (name: $0.name, value: redacted($0.value)) }))
    case .null, .bool, .number: return value
    }
  }
}
