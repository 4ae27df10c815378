import CommandArguments
package import JournalStore
import LedgerDomain
import StrictJSON

/// What a sweep finds of a text: the entries that have it, and what comes near. Memory: 8 bytes a hit.
///
/// Names of members stand in a line as they are, so each is searched for as bytes, and only the string behind it is read.
package struct LedgerTextTally: LineTally {
  let sought: LedgerText
  var hits = LedgerTextHits()
  /// What comes near, where that is wanted: it costs more than the search.
  var near: NearestTexts?

  init(_ sought: LedgerText, wantsNear: Bool) {
    self.sought = sought
    near = wantsNear ? NearestTexts(to: sought.text) : nil
  }

  private static let office = ByteSearch(#","office":""#)
  private static let recorder = ByteSearch(#","recordedby":""#)
  private static let registry = LedgerText.registryMembers.map { ByteSearch("\"\($0)\":\"") }

  package mutating func take(_ line: SweptLine) {
    let data = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line.bytes)[line.facts.data])
    let position = line.facts.position
    switch sought {
    case .official:
      var start = 0
      while let place = LedgerTextTally.office.place(in: data, from: start) {
        start = place + 1
        if let name = data.nameBefore(place) { take(name, at: position) }
      }
      let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line.bytes)[line.facts.data.upperBound...])
      let recorder = LedgerTextTally.recorder
      if let place = recorder.place(in: rest), let text = rest.string(at: place + recorder.needle.count) {
        takeRecorder(text, at: position)
      }
    case .registryNumber:
      for member in LedgerTextTally.registry {
        var start = 0
        while let place = member.place(in: data, from: start) {
          start = place + member.needle.count
          if let text = data.string(at: start) { take(text, at: position) }
        }
      }
    }
  }

  package mutating func join(_ next: LedgerTextTally) {
    hits.positions += next.hits.positions
    hits.recorded += next.hits.recorded
    if let others = next.near { near?.join(others) }
  }

  mutating func take(_ text: String, at position: Int) {
    if sought.fits(text) {
      if hits.positions.last != position { hits.positions.append(position) }
    } else {
      near?.take(text)
    }
  }

  /// `NAME, OFFICE`, or a name alone.
  mutating func takeRecorder(_ text: String, at position: Int) {
    guard case .official = sought else { return }
    let name = text.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? text
    if sought.fits(name) { hits.recorded.append(position) } else { near?.take(name) }
  }
}

/// The few texts nearest to one: those that contain it, then by edit distance, at most a third of its letters.
struct NearestTexts: Sendable, Hashable {
  private static let limit = 3
  private let sought: [Character]
  private let text: String
  private var found: [String: Int] = [:]
  /// Texts that were looked at lately and are not near.
  private var last: String?

  init(to text: String) {
    self.text = text.lowercased()
    sought = Array(self.text)
  }

  /// The nearest first, then in the order of their bytes.
  var texts: [String] {
    found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  mutating func take(_ candidate: String) {
    if last == candidate || found[candidate] != nil { return }
    last = candidate
    let folded = candidate.lowercased()
    let most = max(1, sought.count / 3)
    let distance =
      sought.count >= 3 && folded.contains(text) ? 0 : editDistance(sought, Array(folded), limit: most)
    guard distance <= most else { return }
    found[candidate] = distance
    keep()
  }

  mutating func join(_ next: NearestTexts) {
    found.merge(next.found) { one, _ in one }
    keep()
  }

  private mutating func keep() {
    for text in texts.dropFirst(NearestTexts.limit) { found[text] = nil }
  }
}

extension UnsafeRawBufferPointer {
  /// The string whose opening quote stands before a byte, with its escapes undone; nil for none.
  fileprivate func string(at start: Int) -> String? {
    var end = start
    var isEscaped = false
    while end < count, self[end] != UInt8(ascii: "\"") {
      if self[end] == UInt8(ascii: "\\") {
        isEscaped = true
        end += 1
      }
      end += 1
    }
    guard end < count else { return nil }
    if !isEscaped { return String(decoding: self[start..<end], as: UTF8.self) }
    guard case .string(let text)? = try? JSONValue(parsing: Array(self[(start - 1)...end])) else { return nil }
    return text
  }

  /// The string of the member `name` that ends just before a byte; nil where another member does.
  fileprivate func nameBefore(_ end: Int) -> String? {
    let member = Array(#""name":""#.utf8)
    // Within a string every quote has a backslash before it, so the last such member is the one.
    var place = end - member.count
    while place >= 0 {
      if self[place] == member[0], self[place..<(place + member.count)].elementsEqual(member) {
        let start = place + member.count
        guard let text = string(at: start), stringEnd(at: start) == end else { return nil }
        return text
      }
      place -= 1
    }
    return nil
  }

  /// The byte behind the closing quote of a string whose opening quote stands before a byte.
  private func stringEnd(at start: Int) -> Int {
    var end = start
    while end < count, self[end] != UInt8(ascii: "\"") { end += self[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return end + 1
  }
}
