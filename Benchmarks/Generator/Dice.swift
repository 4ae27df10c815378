/// Numbers that are the same for the same seed on every machine: SplitMix64 (Steele, Lea, Flood 2014).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next number, 0...UInt64.max.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Dice.mixed(state)
  }

  /// A number in 0..<limit. Requires 0 < limit < 2^32; the bias is below one in 2^32.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: limit)) >> 32)
  }

  /// Whether something that happens this many times in a thousand happens.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// One of the elements. Requires some.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// The finalizer of SplitMix64: a bijection in which each bit depends on all.
  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
