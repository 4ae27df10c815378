extension [UInt8] {
  /// Appends a number in so many bytes, the lowest first; what has no room in them is left out.
  mutating func put(_ number: Int, _ width: Int) {
    for index in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
