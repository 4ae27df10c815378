package import CommandArguments

/// What the fields of events are called: the members of a line's `data`, and `effective`.
///
/// A path is written as corrections write it, `authority.paragraph`, and as mismatches do, `targets[2].value`. One name
/// can mean two things (`from` is a day in a span and a body in a delegation), so the table is asked for the longest end
/// of the path first, beginning with the event's type: `delegation.granted/from`, then `from`.
package enum FieldWords {
  /// The words of a path, its steps from the outermost: `beslutsbefogenhet / paragraf`. A name that is not known stands
  /// as it is; a place in a list is counted from 1.
  package static func words(of path: String, in type: String? = nil) -> Localized {
    let steps = steps(of: path)
    // No field lies so deep; what is not a field's path is shown as it is, at no cost.
    guard steps.count <= 8 else { return Localized(both: path) }
    let names = steps.map(\.name)
    let words = steps.indices.map { index in
      name(of: names[...index], in: type) + (steps[index].place.map { " \($0 + 1)" } ?? "")
    }
    return .joined(words, by: " / ")
  }

  /// The words of the last step of a path alone: `paragraf`.
  package static func lastWords(of path: String, in type: String? = nil) -> Localized {
    name(of: steps(of: path).map(\.name)[...], in: type)
  }

  /// Whether a field has words of its own.
  static func isKnown(_ names: [String], in type: String?) -> Bool {
    candidates(names[...], in: type).contains { table[$0] != nil }
  }

  private static func name(of names: ArraySlice<String>, in type: String?) -> Localized {
    let known = candidates(names, in: type).lazy.compactMap { table[$0] }.first
    return known ?? Localized(both: names.last ?? "")
  }

  private static func candidates(_ names: ArraySlice<String>, in type: String?) -> [String] {
    let ends = names.indices.map { names[$0...].joined(separator: ".") }
    return (type.map { [$0 + "/" + (ends.first ?? "")] } ?? []) + ends
  }

  /// `targets[2].value` as the names `targets`, with place 2, and `value`.
  private static func steps(of path: String) -> [(name: String, place: Int?)] {
    path.split(separator: ".").map { step in
      guard step.hasSuffix("]"), let open = step.lastIndex(of: "["),
        let place = Int(step[step.index(after: open)...].dropLast()), (0...1_000_000).contains(place)
      else { return (String(step), nil) }
      return (String(step[..<open]), place)
    }
  }
}
