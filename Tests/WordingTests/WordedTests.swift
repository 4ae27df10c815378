import CommandArguments
import LedgerDomain
import Testing

@testable import Wording

@Suite("the words of values")
struct WordedTests {
  @Test("no list of words leaves any out, repeats any, or ends in a full stop")
  func contract() {
    func check(_ type: (some Worded & CaseIterable).Type) {
      for language in Language.allCases {
        let words = type.allCases.map { $0.words[language] }
        #expect(Set(words).count == words.count, "\(type): \(words)")
        for text in words {
          #expect(!text.isEmpty && !text.hasSuffix(".") && text == text.trimmed, "\(type): \(text)")
          #expect(text.prefix(1) == text.prefix(1).lowercased(), "\(type): \(text)")
        }
      }
    }
    for type in ChoiceWords.types { check(type) }
    #expect(ChoiceWords.types.count == 19)
  }

  @Test("every symbol is one plain character, and no two signals share one")
  func symbols() {
    let symbols =
      MeasureStatus.allCases.map(\.symbol) + Evidence.allCases.map(\.symbol) + Schedule.allCases.map(\.symbol)
    #expect(Set(symbols).count == symbols.count)
    for symbol in symbols {
      #expect(symbol.unicodeScalars.count == 1)
      #expect(symbol.unicodeScalars.allSatisfy { !$0.properties.isEmoji && $0.value < 0x10000 }, "\(symbol)")
    }
    #expect(String(symbols) == "○↺…✕✓▸‖⊘●◐∅□◫▣■–>!=+~/")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
