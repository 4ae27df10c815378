extension PersonalDataScan {
  /// A personal identity number, or a coordination number, that begins at a place.
  ///
  ///     number = [century] date ( hyphen / "+" ) serial / [century] date serial
  ///     century = "18" / "19" / "20"      date = YYMMDD      serial = four digits, the last of which is the check digit
  ///
  /// `900101-0017`, `19900101-0017`, `9001010017`, `199001010017`; `+` in the place of the hyphen says that the person turned a hundred
  /// (folkbokföringslagen (1991:481) 18 §). Of a coordination number the day has 60 added (Skatteverket, SKV 707). The
  /// day must be one of the calendar, and the check digit the right one: ten less the last digit of the sum of the digits
  /// of YYMMDDNNN, multiplied by 2 and 1 in turn, the products' own digits added (Skatteverket, SKV 704). An organisation number has
  /// 20 or more in the place of the month (lagen (1974:174) om identitetsbeteckning för juridiska personer m.fl.), and is not one.
  ///
  /// One in ten of other numbers whose first digits are a day has the right check digit by chance, and is reported: ten or
  /// twelve digits together (a time written 202204131430), or with a hyphen (`220413-1234`).
  func personalNumber(_ start: Int) -> PersonalData? {
    let count = digitCount(start)
    let end: Int
    let serial: Int
    switch count {
    case 6, 8:
      let separator = self[start + count] == UInt8(ascii: "+") ? 1 : hyphenByteCount(start + count)
      serial = start + count + separator
      end = serial + 4
      guard separator > 0, digitCount(serial) == 4, !isJoined(before: start, orBy: "-+.,:"),
        !isJoined(after: end, orBy: "-+.,:")
      else { return nil }
    case 10, 12:
      end = start + count
      serial = end - 4
      guard self[start - 1] != UInt8(ascii: "+"), !isJoined(before: start), !isJoined(after: end) else { return nil }
    default: return nil
    }
    let date = start + (count % 4 == 0 ? 2 : 0)
    let century = date == start ? nil : value(start..<date)
    guard let isCoordination = isCoordination(date, century: century), isChecked(date, serial) else { return nil }
    return PersonalData(isCoordination ? .coordinationNumber : .identityNumber, start..<end)
  }

  /// Whether the day at a place has 60 added; nil where it is no day of the calendar.
  private func isCoordination(_ date: Int, century: Int?) -> Bool? {
    let (year, month, stated) = (value(date..<date + 2), value(date + 2..<date + 4), value(date + 4..<date + 6))
    let day = stated > 60 ? stated - 60 : stated
    // Without a century 00 may be the leap year 2000.
    guard (18...20).contains(century ?? 20),
      let date = LocalDate(year: (century ?? 20) * 100 + year, month: month, day: day)
    else { return nil }
    return date.day != stated
  }

  private func isChecked(_ date: Int, _ serial: Int) -> Bool {
    var sum = 0
    for (index, at) in (Array(date..<date + 6) + Array(serial..<serial + 4)).enumerated() {
      let product = Int(bytes[at] - 0x30) * (index % 2 == 0 ? 2 : 1)
      sum += product / 10 + product % 10
    }
    return sum % 10 == 0
  }
}
