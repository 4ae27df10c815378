package import CommandArguments

/// What the fields of a subject's state are called: the members of its JSON, and what registers show of it.
///
/// What an entry says lies in the state under the names of the entry's own fields, so the table here has only the state's
/// members; the rest of a path is for `FieldWords`.
package enum StateWords {
  /// The words of a path, its steps from the outermost: `plan / slutdatum`, `rapport 3 / utfall 1 / utfall`. A place in a
  /// list is counted from 1. The frame around what an entry says (`extended` in an extension) is no step for people.
  package static func words(of path: String, in type: String? = nil) -> Localized {
    var parts = path.split(separator: ".").map(String.init)
    if parts.first == "record" { parts.removeFirst() }
    guard let first = parts.first, let words = members[name(first)] else { return FieldWords.words(of: path, in: type) }
    let head = words + (place(first).map { " \($0 + 1)" } ?? "")
    var rest = Array(parts.dropFirst())
    if rest.count > 1, let frame = rest.first, frames.contains(frame) { rest.removeFirst() }
    if rest.isEmpty { return head }
    let inner = rest.first.flatMap { rest.count == 1 ? Self.inner[$0] : nil }
    return head + " / " + (inner ?? FieldWords.words(of: rest.joined(separator: "."), in: type))
  }

  /// What is said of the moment of a mark: `påbörjad` of `started`. Other members go by their own words.
  package static func moment(of member: String) -> Localized {
    moments[member] ?? members[member] ?? FieldWords.words(of: member)
  }

  private static let moments: [String: Localized] = [
    "mark": Localized("händelsedatum", "effective date"),
    "openedMark": Localized("öppnat", "opened"),
    "adopted": Localized("antaget", "adopted"),
    "proposed": Localized("föreslagen", "proposed"),
    "approved": Localized("beslutad", "approved"),
    "started": Localized("påbörjad", "started"),
    "ended": Localized("avslutad", "ended"),
    "announced": Localized("tillkännagivet", "announced"),
    "becameFinal": Localized("laga kraft", "final"),
    "revoked": Localized("återkallad", "revoked"),
    "held": Localized("hållet", "held"),
    "compiledMark": Localized("sammanställd", "compiled"),
    "noted": Localized("noterad", "noted"),
    "cleared": Localized("avslutad", "cleared"),
  ]

  /// Whether a member of a state has words.
  package static func isKnown(_ member: String) -> Bool { members[member] != nil }

  private static func name(_ part: String) -> String { String(part.prefix { $0 != "[" }) }

  private static func place(_ part: String) -> Int? {
    part.lastIndex(of: "[").flatMap { Int(part[part.index(after: $0)...].dropLast()) }
  }

  private static let frames: Set<String> = [
    "amended", "announced", "annulled", "answered", "appealed", "carriedOver", "closed", "erased", "evaluated",
    "extended", "mark",
    "notified", "observed", "presented", "published", "recorded", "registered", "removed", "sent", "signed", "verified",
  ]

  /// What stands only inside a member.
  private static let inner: [String: Localized] = [
    "mark": Localized("post", "entry"), "type": Localized("slag av post", "type of entry"),
  ]

  private static let members: [String: Localized] = [
    "id": Localized("beteckning", "identifier"),
    "steps": Localized("post", "entry"),
    "documents": Localized("handling", "document"),
    "secrecy": Localized("sekretessmarkering", "secrecy mark"),
    "irregularities": Localized("regelavvikelse", "irregularity"),
    "erasures": Localized("gallring", "disposal"),
    "mark": Localized("post", "entry"),
    "opened": Localized("öppnande", "opening"),
    "openedMark": Localized("öppnandets post", "entry of the opening"),
    "keys": Localized("nyckel", "key"),
    "conclusion": Localized("avslut", "conclusion"),
    "terms": Localized("löfte", "promise"),
    "adopted": Localized("antagandets post", "entry of the adoption"),
    "signatures": Localized("underskrift", "signature"),
    "publications": Localized("publicering", "publication"),
    "amendments": Localized("ändring", "amendment"),
    "assessed": Localized("bedömning", "assessment"),
    "defined": Localized("definition", "definition"),
    "observations": Localized("observation", "observation"),
    "baseline": Localized("nulägesvärde", "baseline"),
    "latest": Localized("senaste observation", "latest observation"),
    "officer": Localized("handläggare", "case officer"),
    "measures": Localized("åtgärder", "measures"),
    "activities": Localized("aktivitet", "activity"),
    "due": Localized("slutdatum", "due date"),
    "closing": Localized("avslutning", "closing"),
    "plan": Localized("plan", "plan"),
    "proposed": Localized("förslagets post", "entry of the proposal"),
    "status": Localized("status", "status"),
    "statusMark": Localized("post som gav status", "entry that gave the status"),
    "decisions": Localized("beslutssteg", "step of deciding"),
    "approved": Localized("post som beslutade den", "entry that approved it"),
    "started": Localized("påbörjandets post", "entry of the start"),
    "ended": Localized("post som avslutade den", "entry that ended it"),
    "deviation": Localized("avvikelse", "deviation"),
    "extensions": Localized("förlängning", "extension"),
    "reports": Localized("rapport", "report"),
    "evaluations": Localized("utvärdering", "evaluation"),
    "performers": Localized("utförare", "performers"),
    "deadline": Localized("slutdatum", "deadline"),
    "binding": Localized("bindningsgrad", "binding level"),
    "evidence": Localized("belägg", "evidence"),
    "schedule": Localized("tidplan", "schedule"),
    "made": Localized("beslut", "decision"),
    "standing": Localized("läge", "standing"),
    "announced": Localized("tillkännagivandets post", "entry of the announcement"),
    "notifications": Localized("anmälan", "notification"),
    "appeals": Localized("överklagande", "appeal"),
    "annulment": Localized("upphävande", "annulment"),
    "becameFinal": Localized("post som gav laga kraft", "entry that made it final"),
    "registered": Localized("registrering", "registration"),
    "granted": Localized("delegation", "delegation"),
    "revoked": Localized("återkallelsens post", "entry of the revocation"),
    "revocationReason": Localized("skäl till återkallelsen", "reason for the revocation"),
    "body": Localized("organ", "body"),
    "name": Localized("namn", "name"),
    "day": Localized("dag", "day"),
    "scheduledDay": Localized("planerad dag", "scheduled day"),
    "held": Localized("sammanträdets post", "entry of the meeting"),
    "verifications": Localized("justering", "verification"),
    "announcements": Localized("tillkännagivande", "announcement"),
    "compiled": Localized("sammanställning", "compilation"),
    "compiledMark": Localized("sammanställningens post", "entry of the compilation"),
    "sendings": Localized("utskick", "sending"),
    "presented": Localized("redovisning", "presentation"),
    "noted": Localized("noteringens post", "entry of the noting"),
    "notedParagraph": Localized("noterad i paragraf", "noted in paragraph"),
    "delivered": Localized("rekommendation", "recommendation"),
    "answers": Localized("svar", "answer"),
    "carryOvers": Localized("kvarstår", "carrying over"),
    "cleared": Localized("post som avslutade den", "entry that cleared it"),
    "clearedBy": Localized("avslutad av", "cleared by"),
    "answerBy": Localized("svar senast", "answer by"),
    "contact": Localized("kontaktuppgift", "contact"),
    "removals": Localized("nedtagande", "removal"),
    "moves": Localized("flyttning", "move"),
    "callingOff": Localized("inställande", "calling off"),
  ]
}
