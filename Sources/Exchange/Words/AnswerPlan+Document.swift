import CommandArguments
package import Documents
import LedgerDomain
import Projections
package import StrictJSON
import Wording

extension AnswerPlan {
  /// The plan as it is shown: each answer beside what the book says, and the entries it gives.
  package var blocks: [Block] {
    var facts = [
      KeyValue(word("Formulär", "Forms"), Prose(String(fileCount))),
      KeyValue(word("Svar", "Answers"), Prose(String(answers.count))),
      KeyValue(word("Poster", "Entries"), Prose(String(recording.proposals.count))),
    ]
    if recordedCount > 0 {
      facts.append(
        KeyValue(word("Redan registrerade svar", "Answers already recorded"), Prose(String(recordedCount))))
    }
    if !unanswered.isEmpty {
      let shown = unanswered.prefix(20).map(\.text).joined(separator: ", ") + (unanswered.count > 20 ? " …" : "")
      facts.append(KeyValue(word("Inget svar om", "No answer about"), Prose("\(unanswered.count): \(shown)")))
    }
    return [.keyValues(facts)] + answers.filter { !$0.events.isEmpty }.flatMap(blocks)
      + SheetProblem.blocks(doubts: doubts, language) + SheetProblem.blocks(problems, language)
  }

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private func blocks(_ answer: Answer) -> [Block] {
    let place =
      fileCount > 1
      ? word("\(answer.file), rad \(answer.row)", "\(answer.file), row \(answer.row)")
      : word("Rad \(answer.row)", "Row \(answer.row)")
    return [
      .group(
        Prose([.strong("\(answer.subject)"), .text(" \(answer.title) "), .toned("(\(place))", .muted)]),
        [SheetShowing.table(answer.changes, language), SheetShowing.entries(answer.events, recording, language)])
    ]
  }

  /// The members of the answer in JSON:
  ///
  ///     {"forms":4,"unanswered":["M-0004"],"alreadyRecorded":0,
  ///      "answers":[{"file":"svar-2022-t2-….csv","row":2,"subject":"M-0007","changes":[{"column":"vandringar","old":"3","new":"4"}],"events":["…"]}],
  ///      "doubts":[{"row":2,"column":"SVAR: utfall hittills i år","value":"-3","problem":"…"}],
  ///      "problems":[{"row":9,"column":"SVAR: läge","value":"klart","problem":"…"}]}
  package var json: JSONObject {
    [
      "forms": JSONValue(fileCount), "unanswered": .array(unanswered.map { .string($0.text) }),
      "alreadyRecorded": JSONValue(recordedCount),
      "answers": .array(
        answers.map { answer in
          .object([
            "file": .string(answer.file), "row": JSONValue(answer.row), "subject": .string(answer.subject.text),
            "changes": SheetShowing.json(answer.changes),
            "events": .array(answer.events.map { .string($0.id.text) }),
          ])
        }),
      "doubts": .array(doubts.map { $0.json(language) }),
      "problems": .array(problems.map { $0.json(language) }),
    ]
  }
}
