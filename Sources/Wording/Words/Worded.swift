package import CommandArguments

/// A value of the domain that people read as a word or a short phrase.
///
/// The contract: the words are not empty, begin with a lower-case letter unless they are a name, have no full stop, and
/// no two values of one type have the same words in any language.
package protocol Worded {
  var words: Localized { get }
}

/// A signal that people also see as one character, so that colour never bears meaning alone.
///
/// The contract: one character of one Unicode scalar, never an emoji, and never shared by two values of any signals.
package protocol Signal: Worded {
  var symbol: Character { get }
}
