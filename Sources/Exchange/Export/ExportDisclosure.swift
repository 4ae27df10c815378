package import LedgerDomain

/// What an export shows of what is sealed or marked secret: nothing, unless it is asked to reveal.
package struct ExportDisclosure: Sendable {
  /// The text of a sealed value that is revealed; nil masks. Asked on any thread.
  package var reveal: @Sendable (SealedValue) -> String?
  /// The subjects whose free texts are masked, since they are marked secret.
  package var withheld: Set<SubjectID>

  package init(
    withheld: Set<SubjectID> = [], reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    self.withheld = withheld
    self.reveal = reveal
  }
}
