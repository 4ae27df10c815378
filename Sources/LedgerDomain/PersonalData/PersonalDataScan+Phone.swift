extension PersonalDataScan {
  /// A phone number that begins at a place, in one of the forms in which it is written in Sweden.
  ///
  ///     national      = ["("] area [")"] ( hyphen / space ) subscriber      ; 08-123 456 78, 0150-570 00, 070-123 45 67
  ///                   / mobile without a separator                           ; 0701234567
  ///     international = ( "+46" / "0046" ) ["(0)"] number / "+" other number  ; +46 70 123 45 67
  ///     subscriber    = groups of two or three digits / all its digits together
  ///
  /// The area is 0 and one to three digits, the number at most ten digits in all, the subscriber's at least five (the national
  /// numbering plan of Post- och telestyrelsen, PTS). Numbers of services (020, 077, 0900, 0939, 0944) are nobody's own. Digits that stand together and begin
  /// with 0 are told from other numbers only for mobile ones. Of other countries' numbers one whose groups are all of three
  /// digits is taken for an amount (`+10 000 000`).
  func phoneNumber(_ start: Int) -> PersonalData? {
    guard !isJoined(before: start, orBy: "-+.,:/"), self[start - 1] != UInt8(ascii: "+") else { return nil }
    return (internationalEnd(start) ?? nationalEnd(start)).map { PersonalData(.phoneNumber, start..<$0) }
  }

  private func nationalEnd(_ start: Int) -> Int? {
    guard self[start] == UInt8(ascii: "0") else { return nil }
    let count = digitCount(start)
    if count == 10 {
      return area(start, 3) == .mobile && !isJoined(after: start + 10) ? start + 10 : nil
    }
    guard (2...4).contains(count), let area = area(start, count) else { return nil }
    var at = start + count
    if self[start - 1] == UInt8(ascii: "("), self[at] == UInt8(ascii: ")") { at += 1 }
    let separator = hyphenByteCount(at) + spaceByteCount(at)
    if separator == 0, at == start + count { return nil }
    let least = area == .mobile || area == .national ? 10 : max(8, count + 5)
    return end(ofGroups: at + separator, digits: count, among: least...10)
  }

  /// The end of the longest number that begins with groups at a place, `digits` of its digits standing before it.
  private func end(ofGroups first: Int, digits: Int, among counts: ClosedRange<Int>) -> Int? {
    var (at, digits) = (first, digits)
    var end: Int?
    while true {
      let count = digitCount(at)
      let isAll = at == first && count >= 5
      guard (2...3).contains(count) || isAll, digits + count <= counts.upperBound else { return end }
      digits += count
      at += count
      if counts.contains(digits), !isJoined(after: at) { end = at }
      let separator = spaceByteCount(at) + hyphenByteCount(at)
      if isAll || separator == 0 { return end }
      at += separator
    }
  }

  private enum Area {
    case mobile, ordinary
    /// 010: as long as a mobile number, of the whole country.
    case national
  }

  /// What kind of area the first digits are, 0 among them; nil for none.
  private func area(_ start: Int, _ count: Int) -> Area? {
    switch count {
    case 2: return self[start + 1] == UInt8(ascii: "8") ? .ordinary : nil
    case 3, 4:
      let two = value(start + 1..<start + 3)
      let isMobile = [70, 72, 73, 76, 79].contains(two)
      if isMobile { return .mobile }
      if two == 10 { return count == 3 ? .national : nil }
      if Self.shortAreas.contains(two) { return count == 3 ? .ordinary : nil }
      let isLong = (11...69).contains(two) && two != 20 || (91...99).contains(two)
      let isService = count == 4 && [939, 944].contains(value(start + 1..<start + 4))
      return count == 4 && isLong && !isService ? .ordinary : nil
    default: return nil
    }
  }

  /// The areas of two digits after the 0.
  private static let shortAreas: Set<Int> = [
    11, 13, 16, 18, 19, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 90,
  ]

  private func internationalEnd(_ start: Int) -> Int? {
    if self[start] == UInt8(ascii: "+") {
      return isDigit(self[start + 1]) ? swedishEnd(start + 1) ?? foreignEnd(start + 1) : nil
    }
    return self[start] == UInt8(ascii: "0") && self[start + 1] == UInt8(ascii: "0") ? swedishEnd(start + 2) : nil
  }

  /// The end of a number whose country's digits stand at a place: seven to nine digits after 46, the first of them not 0.
  private func swedishEnd(_ start: Int) -> Int? {
    guard self[start] == UInt8(ascii: "4"), self[start + 1] == UInt8(ascii: "6") else { return nil }
    var at = start + 2 + separatorByteCount(start + 2)
    if self[at] == UInt8(ascii: "("), self[at + 1] == UInt8(ascii: "0"), self[at + 2] == UInt8(ascii: ")") {
      at += 3
      at += separatorByteCount(at)
    }
    if self[at] == UInt8(ascii: "0") { return nil }
    var digits = 0
    var end: Int?
    while true {
      let count = digitCount(at)
      guard count > 0, digits + count <= 9 else { return end }
      digits += count
      at += count
      if digits >= 7, !isJoined(after: at) { end = at }
      let separator = separatorByteCount(at)
      if separator == 0 { return end }
      at += separator
    }
  }

  /// The end of a number of another country: nine to fifteen digits (ITU-T E.164), together or in groups not all of three.
  private func foreignEnd(_ start: Int) -> Int? {
    var (at, groupCount, digits) = (start, 0, 0)
    var (end, isGrouped) = (start, false)
    while true {
      let count = digitCount(at)
      if count == 0 || digits + count > 15 || groupCount > 0 && count > 4 && digits > 3 { break }
      if groupCount > 0, count != 3 { isGrouped = true }
      groupCount += 1
      digits += count
      end = at + count
      at = end + separatorByteCount(end)
      if at == end || groupCount == 1 && digits > 3 { break }
    }
    guard self[start] != UInt8(ascii: "0"), (9...15).contains(digits), groupCount == 1 || isGrouped else { return nil }
    return isJoined(after: end) ? nil : end
  }

  /// How many bytes separate the groups of an international number at a place: a hyphen, a dot, a space, with a parenthesis.
  private func separatorByteCount(_ at: Int) -> Int {
    var end = at
    if self[end] == UInt8(ascii: ")") { end += 1 }
    if self[end] == UInt8(ascii: ".") { end += 1 } else { end += hyphenByteCount(end) + spaceByteCount(end) }
    if self[end] == UInt8(ascii: "("), isDigit(self[end + 1]), self[end + 1] != UInt8(ascii: "0") { end += 1 }
    return end - at
  }
}
