package import StrictJSON

/// Old schema versions of a type, made new on reading: one small pure function for each step.
///
/// A step is kept for ever, and so is a stored line that it must lift (`Tests/JournalStoreTests/Frozen`). The line itself is never
/// rewritten: its bytes are what the proofs are about.
package enum Lifting {
  /// Lifts `data` from a version to a newer one. Requires 1 ≤ from ≤ to, and a step for each version between.
  package static func lift(_ data: JSONValue, type: String, from: Int, to: Int) throws(JSONMismatch) -> JSONValue {
    guard from < to else { return data }
    guard case .object(var object) = data else {
      throw JSONMismatch(path: [], problem: .wrongType(expected: "object", found: data.kind))
    }
    for version in from..<to { object = try step(object, type: type, from: version) }
    return .object(object)
  }

  /// One step: from `version` of a type to the next.
  private static func step(_ old: JSONObject, type: String, from version: Int) throws(JSONMismatch) -> JSONObject {
    switch (type, version) {
    case (MeasureImplemented.type, 1): return try extentFromFully(old)
    case (DecisionMade.type, 1):
      return try unchanged(old, without: ["reservedMatter", "notBeforeFinal"], in: DecisionMade.shape)
    case (RecommendationCleared.type, 1): return try unchanged(old, without: ["by"], in: RecommendationCleared.shape)
    default: preconditionFailure("a lifting step is missing: \(type) \(version)")
    }
  }

  /// A version that only added members that may be absent: the data as it was, which must not have one of them.
  private static func unchanged(
    _ old: JSONObject, without added: Set<String>, in shape: @autoclosure () -> JSONShape
  ) throws(JSONMismatch) -> JSONObject {
    for member in old.members where added.contains(member.name) {
      throw JSONMismatch(
        path: [], problem: .unknownMember(member.name, known: shape().memberNames.filter { !added.contains($0) }))
    }
    return old
  }

  /// `measure.implemented` 1 → 2: `fully: true | false` becomes `extent: full | partial`.
  private static func extentFromFully(_ old: JSONObject) throws(JSONMismatch) -> JSONObject {
    guard let member = old["fully"] else { throw JSONMismatch(path: [], problem: .missingMember("fully")) }
    guard case .bool(let fully) = member else {
      throw JSONMismatch(path: ["fully"], problem: .wrongType(expected: "boolean", found: member.kind))
    }
    // Version 1 had no extent, so a member of that name must not slip through as one of version 2.
    guard old["extent"] == nil else {
      let known = ["fully", "results", "deviation", "performedBy", "reportedBy"]
      throw JSONMismatch(path: [], problem: .unknownMember("extent", known: known))
    }
    var new = JSONObject([(name: "extent", value: .string(fully ? "full" : "partial"))])
    for member in old.members where member.name != "fully" { new[member.name] = member.value }
    return new
  }
}
