/// What is shown to people: a title and blocks, without any idea of where it will be shown.
///
/// Texts are given as they are, unescaped: each renderer escapes what its form needs.
package struct Document: Sendable, Hashable {
  package var title: String
  package var blocks: [Block]
  /// The language of the texts as a BCP 47 tag, such as `sv`.
  package var language: String
  /// Whose it is, for the forms that say so in their properties.
  package var author: String?
  /// When what it says was last added to, as `2022-09-02T08:00:00Z` (W3CDTF), for the forms that say so; never the moment of
  /// writing, so that the same document always gives the same bytes.
  package var created: String?

  package init(_ title: String, language: String, blocks: [Block] = []) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }

  /// The banners, which every form shows above the title.
  package var banners: [Block] { blocks.filter(\.isBanner) }

  package var body: [Block] { blocks.filter { !$0.isBanner } }
}
