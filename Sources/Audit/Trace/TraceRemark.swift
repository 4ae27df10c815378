package import CommandArguments
package import Documents
import StrictJSON

/// What a rule book says inside a trace: of one entry, or of the subject as a whole.
///
/// The trace knows no rules; whoever judged the ledger gives it what was found, and the trace puts it where it belongs.
package struct TraceRemark: Sendable, Hashable {
  /// The rule's own identifier, such as `TI-03`.
  package let rule: String
  /// As machines read it, and as people do.
  package let severity: String
  package let severityWords: Localized
  package let tone: Tone
  package let text: Localized
  /// The entry it is about; nil for the subject as a whole.
  package let position: Int?

  package init(
    rule: String, severity: String, severityWords: Localized, tone: Tone, text: Localized, position: Int?
  ) {
    self.rule = rule
    self.severity = severity
    self.severityWords = severityWords
    self.tone = tone
    self.text = text
    self.position = position
  }

  /// `⚑ avvikelse från regel (TI-03): …`.
  func words(_ language: Language) -> Prose {
    .toned("⚑ \(severityWords[language]) (\(rule))", tone) + Prose(": \(text[language])")
  }

  /// `{"rule":"TI-03","severity":"breach","text":{"sv":"…","en":"…"},"position":31}`.
  var json: JSONValue {
    var object: JSONObject = [
      "rule": .string(rule), "severity": .string(severity), "text": ["sv": .string(text.sv), "en": .string(text.en)],
    ]
    object["position"] = position.map { JSONValue($0) }
    return .object(object)
  }
}
