extension PersonalData {
  /// Whether anything that is found in a text may stand in some bytes, such as a line of the journal: a quick look, sixteen bytes
  /// at a time, that says yes wherever something is found, and seldom elsewhere.
  ///
  /// What is found has one of these, and a line's own days, identities and numbers have none:
  ///
  ///     "@"        "+" digit        ten digits together
  ///     digit ( ")" / "(" / a byte that is not ASCII )
  ///     digit joint digit digit ( digit / space / a byte that is not ASCII )         ; 1-0017, 0-57 00
  ///     digit joint digit digit "-" any any ( joint / a byte that is not ASCII )     ; 8-12-34-56, but not 2022-08-12
  ///     joint = "-" / "+" / "." / space
  ///
  /// Cost: some 0.3 ns a byte.
  package static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    // The last place of a block is judged with seven bytes beyond it.
    while at + 23 <= raw.count {
      if isSuspect(raw, at), look(at..<at + 16, in: bytes) { return true }
      at += 16
    }
    return look(at..<bytes.count, in: bytes)
  }

  private typealias Block = SIMD16<UInt8>
  private typealias Mask = SIMDMask<Block.MaskStorage>

  /// The same of the sixteen places from one on, but that five digits together are enough.
  @inline(__always) private static func isSuspect(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    func block(_ offset: Int) -> Block { raw.loadUnaligned(fromByteOffset: at + offset, as: Block.self) }
    func all(_ character: Unicode.Scalar) -> Block { Block(repeating: UInt8(ascii: character)) }
    func digits(_ block: Block) -> Mask { (block &- all("0")) .< Block(repeating: 10) }
    func foreign(_ block: Block) -> Mask { block .>= Block(repeating: 0x80) }
    let (first, second, fifth, eighth) = (block(0), block(1), block(4), block(7))
    let (one, two, five) = (digits(first), digits(second), digits(fifth))
    let pair = one .& digits(block(2)) .& digits(block(3))
    let joins = (second .== all("-")) .| (second .== all(" ")) .| (second .== all(".")) .| (second .== all("+"))
    let joinsAgain = (eighth .== all("-")) .| (eighth .== all(" ")) .| (eighth .== all(".")) .| foreign(eighth)
    let goesOn = five .| (fifth .== all(" ")) .| foreign(fifth) .| ((fifth .== all("-")) .& joinsAgain)
    let odd = foreign(second) .| (second .== all(")")) .| (second .== all("("))
    let numbers = (pair .& joins .& goesOn) .| (pair .& two .& five) .| (one .& odd)
    return any(numbers .| (first .== all("@")) .| ((first .== all("+")) .& two))
  }

  private static func look(_ places: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }
    func isDigit(_ at: Int) -> Bool { byte(at) &- 0x30 < 10 }
    func joins(_ at: Int) -> Bool { Self.joints.contains(byte(at)) || byte(at) >= 0x80 }
    return places.contains { at in
      if byte(at) == UInt8(ascii: "@") { return true }
      if byte(at) == UInt8(ascii: "+") { return isDigit(at + 1) }
      guard isDigit(at) else { return false }
      let next = byte(at + 1)
      if next >= 0x80 || next == UInt8(ascii: ")") || next == UInt8(ascii: "(") { return true }
      if isDigit(at + 1) { return (2..<10).allSatisfy { isDigit(at + $0) } }
      guard joins(at + 1), isDigit(at + 2), isDigit(at + 3) else { return false }
      let end = byte(at + 4)
      return isDigit(at + 4) || end == UInt8(ascii: " ") || end >= 0x80
        || end == UInt8(ascii: "-") && joins(at + 7)
    }
  }

  private static let joints: [UInt8] = [
    UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: " "),
  ]
}
