import Integrity
package import LedgerDomain
import StrictJSON

/// A random sample of a population that anybody can draw again: from the subjects' numbers and a seed alone.
///
/// ```
/// simple      each subject S has the key SHA-256(seed ‖ LF ‖ S), in UTF-8; the N subjects with the least keys, in the
///             order of their keys
/// systematic  M subjects in order of number, counted from 0; r = the first 8 bytes of SHA-256(seed ‖ LF ‖ "start") as a
///             big-endian number, modulo M; the subjects at (r + ⌊i·M/N⌋) modulo M for i = 0 … N−1
/// ```
///
/// Ten lines of any language repeat it (`Tests/Outside/sample_check.py`). Whether nobody could choose the seed is what makes
/// a sample random: that of the checkpoint's root is fixed as soon as the checkpoint is kept elsewhere.
package struct Sample: Sendable, Hashable {
  package enum Method: String, CaseIterable, Sendable {
    case simple, systematic
  }

  package let method: Method
  package let seed: String
  /// In the order in which they were drawn.
  package let drawn: [Drawn]
  /// Systematic: where the first one stands in the population, from 0.
  package let start: Int?

  package struct Drawn: Sendable, Hashable {
    package let subject: SubjectID
    /// Where it stands in the population, from 0.
    package let index: Int
    /// Simple: its key, in hexadecimal.
    package let key: String?
  }

  /// Draws. Requires 1 ≤ size ≤ the population's. Cost: a hash of each subject. Memory: a few
  /// times the sample.
  package init(_ size: Int, of population: [SubjectID], seed: String, method: Method) {
    precondition(1 <= size && size <= population.count, "a sample is of at least one and at most all")
    self.method = method
    self.seed = seed
    switch method {
    case .simple:
      var least: [(index: Int, key: Digest)] = []
      // No subject with a key above this one is among the least.
      var bound: Digest?
      for (index, subject) in population.enumerated() {
        let key = Sample.hash(seed, subject.text)
        if let bound, bound < key { continue }
        least.append((index, key))
        if least.count >= 2 * size + 1024 {
          least.sort { $0.key < $1.key }
          least.removeLast(least.count - size)
          bound = least.last?.key
        }
      }
      drawn = least.sorted { $0.key < $1.key }.prefix(size).map {
        Drawn(subject: population[$0.index], index: $0.index, key: $0.key.hex)
      }
      start = nil
    case .systematic:
      let first = Sample.hash(seed, "start").bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let start = Int(first % UInt64(population.count))
      drawn = (0..<size).map { place in
        let index = (start + place * population.count / size) % population.count
        return Drawn(subject: population[index], index: index, key: nil)
      }
      self.start = start
    }
  }

  private static func hash(_ seed: String, _ text: String) -> Digest { SHA256.hash(Array("\(seed)\n\(text)".utf8)) }

  /// SHA-256 over the numbers of a population in their order, each with an LF behind it, in hexadecimal.
  package static func digest(of population: [SubjectID]) -> String {
    var bytes: [UInt8] = []
    for subject in population {
      bytes += subject.text.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return SHA256.hash(bytes).hex
  }
}
