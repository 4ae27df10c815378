package import CommandArguments

/// What is said of a field of a state that there is not.
package enum StatedField {
  /// `M-0007 har inget fält ”plan.dedline”. Menade du ”plan.deadline”?`
  ///
  /// The nearest is looked for among whole paths, then among last names: `deadlin` is near `deadline` of `plan.deadline`.
  package static func unknown(_ stated: String, of subject: String, among known: [String]) -> Localized {
    let lead =
      Localized("\(subject) har inget fält ", "\(subject) has no field ") + quoted(stated) + Localized(both: ".")
    if nearestWord(to: stated, among: known) != nil { return lead + guess(stated, among: known) }
    let ends = Dictionary(known.map { (String($0.split(separator: ".").last ?? ""), $0) }) { first, _ in first }
    guard let end = nearestWord(to: stated, among: ends.keys.sorted()), let path = ends[end] else { return lead }
    return lead + guess(path, among: [path])
  }
}
