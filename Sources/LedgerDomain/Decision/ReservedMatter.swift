import StrictJSON

/// A matter that a committee may not leave to a delegate (KL 6:38).
///
/// Whoever records a decision says which it is; nothing in a decision's words is searched for it.
package enum ReservedMatter: String, Choice {
  /// The aims, direction, extent or quality of the activity (point 1).
  case direction
  /// A proposal or statement to the council, or a statement in an appeal of the whole body's own decision (point 2).
  case council
  /// The exercise of authority over individuals, where it is of principle or otherwise of greater weight (point 3).
  case principle
  /// What was raised by a citizens' proposal and handed over to the committee (point 4).
  case citizensProposal = "citizens-proposal"
  /// What another law or ordinance says may not be delegated (point 5).
  case statute
}
