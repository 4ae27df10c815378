package import Integrity
package import LedgerDomain

extension SealedText {
  /// What stands in a line for a sealing: its commitment.
  package init(_ sealing: Sealing) {
    guard let value = try? SealedValue(text: sealing.commitment.hex) else {
      preconditionFailure("a commitment is 64 hexadecimal digits")
    }
    self.init(value)
  }
}
