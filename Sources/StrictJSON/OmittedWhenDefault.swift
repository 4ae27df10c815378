/// A value whose default says nothing: its member is left out of the object, and read back as the default.
///
/// There is one way to write such a value, so a member that states the default is refused as `notCanonical`. The rule is
/// that of members: the elements of an array are always written. It does not reach through an optional either: of a
/// `Bool?` the absent form is `nil`, and `false` is written.
package protocol OmittedWhenDefault {
  /// The value of an absent member; requires `omittedValue.isOmitted`.
  static var omittedValue: Self { get }

  /// Whether this is the default.
  var isOmitted: Bool { get }
}

extension Array: OmittedWhenDefault {
  package static var omittedValue: [Element] { [] }
  package var isOmitted: Bool { isEmpty }
}

extension Bool: OmittedWhenDefault {
  package static var omittedValue: Bool { false }
  package var isOmitted: Bool { !self }
}
