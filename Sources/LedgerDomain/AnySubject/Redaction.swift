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
    let walk = FreeTextWalk { _, text, isTyped in isTyped || !isPlain(text) ? mask : text }
    return Fact.readers[fact.type].map { walk.walk(data, $0.shape()) }
  }
}

/// Whether a text of unknown type is a day, an identifier or a short number. A long one may be somebody's.
private func isPlain(_ text: String) -> Bool {
  (try? LocalDate(text: text)) != nil || (try? SubjectID(text: text)) != nil
    || text.utf8.count < 8 && (try? Quantity(text: text)) != nil
}
