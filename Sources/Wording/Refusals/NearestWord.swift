package import CommandArguments

/// The one candidate nearest to a word by edit distance; nil where several are equally near, or none is near: more than
/// a third of the word's letters, and more than one, would have to change.
package func nearestWord(to word: String, among candidates: [String]) -> String? {
  let limit = max(1, word.count / 3)
  let near = candidates.map { (word: $0, distance: editDistance(Array(word), Array($0))) }
    .filter { $0.distance <= limit && $0.distance < word.count }
  let least = near.map(\.distance).min()
  let nearest = near.filter { $0.distance == least }
  return nearest.count == 1 ? nearest[0].word : nil
}

/// The least number of insertions, deletions and substitutions that make one word the other (Levenshtein).
///
/// Takes time in proportion to the product of the lengths.
func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var above = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var row = [i + 1]
    for (j, against) in other.enumerated() {
      row.append(min(above[j + 1] + 1, row[j] + 1, above[j] + (letter == against ? 0 : 1)))
    }
    above = row
  }
  return above[other.count]
}

/// ` Menade du ”centrum”?`, or nothing where no candidate is near.
package func guess(_ word: String, among candidates: [String]) -> Localized {
  guard let nearest = nearestWord(to: word, among: candidates) else { return Localized(both: "") }
  return Localized(" Menade du ", " Did you mean ") + quoted(nearest) + "?"
}
