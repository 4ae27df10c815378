import LedgerDomain

extension DataGrammar.Table {
  /// Steps over a value that a node accepts; false, with the cursor anywhere, where it does not.
  ///
  /// `line` is where the line begins, for the places that `findings` takes.
  func skip(
    _ index: Int32, _ cursor: inout LineCursor, _ findings: inout LineFindings, line: UnsafePointer<UInt8>
  ) -> Bool {
    let node = nodes[Int(index)]
    switch node.kind {
    case .object: return skipObject(node, &cursor, &findings, line: line)
    case .oneOf: return skipOneOf(node, &cursor, &findings, line: line)
    case .array:
      guard cursor.skip(UInt8(ascii: "[")) else { return false }
      // An empty array is never written as a member, and no array holds arrays.
      while skip(node.first, &cursor, &findings, line: line) {
        if cursor.skip(UInt8(ascii: "]")) { return true }
        guard cursor.skip(UInt8(ascii: ",")) else { return false }
      }
      return false
    case .integer: return cursor.integer()
    case .bool: return cursor.skip("true") || cursor.skip("false")
    case .any: return skipAny(&cursor)
    case .slow: return false
    case .text: return cursor.skip(UInt8(ascii: "\"")) && cursor.restOfString()
    default:
      guard cursor.skip(UInt8(ascii: "\"")) else { return false }
      return skipText(node, &cursor, &findings, line: line)
    }
  }

  private func skipObject(
    _ node: DataGrammar.Node, _ cursor: inout LineCursor, _ findings: inout LineFindings, line: UnsafePointer<UInt8>
  ) -> Bool {
    guard cursor.skip(UInt8(ascii: "{")) else { return false }
    let end = Int(node.first + node.count)
    var isFirst = true
    for index in Int(node.first)..<end {
      let member = members[index]
      var ahead = cursor
      if !isFirst, !ahead.skip(UInt8(ascii: ",")) {
        // The object ends here, or this is no canonical text: either way nothing required may follow.
        if member.isRequired { return false }
        continue
      }
      guard ahead.skip(member.name) else {
        if member.isRequired { return false }
        continue
      }
      cursor = ahead
      let value = cursor.place
      guard skip(member.node, &cursor, &findings, line: line) else { return false }
      if member.isOmittedWhenDefault, value.pointee == UInt8(ascii: "f") { return false }
      isFirst = false
    }
    return cursor.skip(UInt8(ascii: "}"))
  }

  private func skipOneOf(
    _ node: DataGrammar.Node, _ cursor: inout LineCursor, _ findings: inout LineFindings, line: UnsafePointer<UInt8>
  ) -> Bool {
    let mentions = findings.mentions.count
    let commitments = findings.commitments.count
    for index in node.first..<(node.first + node.count) {
      var ahead = cursor
      if skip(index, &ahead, &findings, line: line) {
        cursor = ahead
        return true
      }
      findings.mentions.removeLast(findings.mentions.count - mentions)
      findings.commitments.removeLast(findings.commitments.count - commitments)
    }
    return false
  }

  /// A value of any shape, as long as it is a string, a plain integer or a truth value.
  private func skipAny(_ cursor: inout LineCursor) -> Bool {
    switch cursor.byte {
    case UInt8(ascii: "\""):
      cursor.place += 1
      return cursor.restOfString()
    case UInt8(ascii: "t"): return cursor.skip("true")
    case UInt8(ascii: "f"): return cursor.skip("false")
    default: return cursor.integer()
    }
  }

  /// The rest of a string, behind its opening quote, with the text form of a type.
  private func skipText(
    _ node: DataGrammar.Node, _ cursor: inout LineCursor, _ findings: inout LineFindings, line: UnsafePointer<UInt8>
  ) -> Bool {
    switch node.kind {
    case .subject:
      guard let subject = cursor.subject() else { return false }
      findings.mentions.append(subject)
    case .date: guard cursor.date() != nil else { return false }
    case .effective:
      guard cursor.date() != nil else { return false }
      if cursor.byte != UInt8(ascii: "\"") {
        guard cursor.skip(UInt8(ascii: "T")), cursor.secondOfDay() != nil, cursor.skip(UInt8(ascii: "Z")) else {
          return false
        }
      }
    case .hex64:
      if node.isCommitment { findings.commitments.append(cursor.place - line) }
      for _ in 0..<4 where cursor.hexNumber(digits: 16) == nil { return false }
    case .uuid: guard cursor.uuid() != nil else { return false }
    case .code: guard cursor.code() else { return false }
    case .quantity: guard cursor.quantity() else { return false }
    case .choice:
      for index in Int(node.first)..<Int(node.first + node.count) {
        var ahead = cursor
        if ahead.skip(words[index]) {
          cursor = ahead
          return true
        }
      }
      return false
    default: return false
    }
    return cursor.skip(UInt8(ascii: "\""))
  }
}

extension LineCursor {
  /// A whole number without a sign, of at most 18 digits.
  @inline(__always) mutating func integer() -> Bool {
    if byte == UInt8(ascii: "0") {
      place += 1
      return byte &- 0x30 >= 10 && Self.endsNumber(byte)
    }
    return natural(digitLimit: 18) != nil && Self.endsNumber(byte)
  }

  /// Whether a number can end before this byte: no fraction, no exponent.
  @inline(__always) private static func endsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  /// A `Code` up to its closing quote.
  @inline(__always) mutating func code() -> Bool {
    guard byte &- 0x61 < 26 else { return false }
    var count = 1
    place += 1
    while byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") {
      place += 1
      count += 1
    }
    return count <= 40
  }

  /// A `Quantity` up to its closing quote, without a sign: those with one go the slow way.
  @inline(__always) mutating func quantity() -> Bool {
    var count = 0
    let leading = byte
    while byte &- 0x30 < 10 {
      place += 1
      count += 1
    }
    guard count >= 1, count == 1 || leading != 0x30 else { return false }
    if byte == UInt8(ascii: ".") {
      place += 1
      let whole = count
      while byte &- 0x30 < 10 {
        place += 1
        count += 1
      }
      guard count > whole else { return false }
    }
    return count <= 18
  }
}
