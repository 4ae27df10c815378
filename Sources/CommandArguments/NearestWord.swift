/// The candidate that someone most likely meant by a word that is none of them.
///
/// That is the only candidate that begins with the word, or else the first among the nearest by edit distance, when it
/// is near enough: one edit for up to three letters, two for up to six, three for longer words.
func nearest(_ word: String, among candidates: [String]) -> String? {
  let letters = Array(word.lowercased())
  if letters.count >= 2 {
    let continued = candidates.filter { Array($0).starts(with: letters) }
    if continued.count == 1 { return continued[0] }
  }
  let limit = letters.count <= 3 ? 1 : letters.count <= 6 ? 2 : 3
  let distances = candidates.map { (candidate: $0, distance: editDistance(letters, Array($0), limit: limit)) }
  return distances.filter { $0.distance <= limit && $0.distance < letters.count }
    .min { $0.distance < $1.distance }?.candidate
}

/// The Damerau-Levenshtein distance between two words, in its restricted form (optimal string alignment): the least
/// number of insertions, deletions, substitutions and swaps of neighbours, no part being edited twice.
///
/// Beyond the limit the answer is only known to be more than the limit. Takes time and memory in proportion to
/// `a.count * b.count`, and none to speak of when the lengths alone settle it.
package func editDistance(_ a: [Character], _ b: [Character], limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var twoAbove: [Int] = []
  var above = Array(0...b.count)
  for i in 1..<(a.count + 1) {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in 1..<(b.count + 1) {
      let substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(above[j] + 1, row[j - 1] + 1, substituted)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], twoAbove[j - 2] + 1)
      }
    }
    if row.allSatisfy({ $0 > limit }) { return limit + 1 }
    twoAbove = above
    above = row
  }
  return above[b.count]
}
