import Audit
import CommandArguments
import JournalStore
import LedgerDomain
import Projections
import Wording

/// `audit why`: for any field of any subject, why it has its value.
enum AuditWhy {
  /// A subject and a field of it: `M-0007.plan.deadline`; the subject alone for all of its fields.
  struct Target: Sendable {
    var subject: SubjectID
    var path: FieldPath?
  }

  private static let target = Positional<Target>(
    "ID.FIELD", Localized("fältet: beteckning, punkt, väg", "the field: identifier, full stop, path")
  ) { text throws(ValueProblem) in
    let (id, path) = cut(text, at: ".") ?? (text, "")
    let field = path.isEmpty ? nil : FieldPath(path)
    guard let subject = try? SubjectID(text: id), field != nil || id.utf8.count == text.utf8.count else {
      throw ValueProblem(
        expected: Localized(
          "en beteckning och ett fält, som M-0007.plan.deadline eller M-0007.reports[0].statement",
          "an identifier and a field, such as M-0007.plan.deadline or M-0007.reports[0].statement"))
    }
    return Target(subject: subject, path: field)
  }
  private static let all = Flag(
    "all",
    Localized(
      "vilken post som satte varje fält, en rad för varje", "which entry set each field, one line for each"))

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "why"], Localized("varför ett fält har sitt värde", "why a field has its value"),
      discussion: Localized(
        "Posten som satte värdet, vem som registrerade den, beslut och handlingar bakom, de korrigeringar som rör fältet, alla värden fältet har haft på båda klockorna, och beviset för posten.\n\nEtt fält är en väg i det som ”show --json” ger under subject: status, plan.deadline, reports[0].results[0].actual. En åtgärds deadline, binding, evidence och schedule, ett sammanträdes day och en indikators baseline och latest går också.",
        "The entry that set the value, who recorded it, the decisions and documents behind it, the corrections that concern the field, every value that the field has had on both clocks, and the proof of the entry.\n\nA field is a path in what “show --json” gives under subject: status, plan.deadline, reports[0].results[0].actual. A measure's deadline, binding, evidence and schedule, a meeting's day, and an indicator's baseline and latest are fields too."
      ),
      positionals: [target], options: [all, Unsealing.reveal] + Delivery.options,
      examples: [
        .init(
          "liggare audit why M-0007.deadline --journal journal/exempel",
          Localized("varför slutdatumet är vad det är", "why the deadline is what it is")),
        .init(
          "liggare audit why D-0003.standing --as-of 2022-10-14 --journal journal/exempel",
          Localized("vad som gällde en dag", "what was true on a day")),
        .init(
          "liggare audit why M-0007 --all --journal journal/exempel",
          Localized("alla fält", "every field")),
      ]),
    run: { session throws(Failure) in
      let target = try session.arguments.value(target)
      let reading = try session.reading()
      guard reading.book.state(of: target.subject) != nil else {
        try session.checkReading()
        if reading.chronicle.isAbout(target.subject) { throw .notFound(target.subject, known: true) }
        throw .tracing(.noSubject(target.subject, known: reading.chronicle.subjects(near: target.subject)))
      }
      guard !session.arguments[all], let path = target.path,
        let reader = FieldReader(path, of: target.subject.kind, on: reading.book.day)
      else { return try list(target, session, reading) }
      guard let why = Why(reader, of: target.subject, in: reading.book, reveal: reading.reveal),
        reader.isMember || !why.history.settings.isEmpty
      else { return try list(target, session, reading) }
      let proofs = try proved(why, reading.journal)
      try session.answer(
        why.document(reading.language, basis: reading.basis, proofs: proofs),
        json: why.json(basis: reading.basis, proofs: proofs))
    })

  /// Answers with the fields below a path; where there are none, that there is no such field.
  private static func list(_ target: Target, _ session: Session, _ reading: LedgerReading) throws(Failure) {
    let known = { Why.fields(of: target.subject, in: reading.book) }
    if target.path == nil, !session.arguments[all] {
      throw .asking(.noField(target.subject, stated: nil, known: known()))
    }
    guard let fields = FieldList(of: target.subject, below: target.path, in: reading.book), !fields.fields.isEmpty
    else {
      throw .asking(.noField(target.subject, stated: target.path?.text, known: known()))
    }
    try session.answer(
      fields.document(reading.language, basis: reading.basis, reveal: reading.reveal),
      json: fields.json(basis: reading.basis))
  }

  private static func proved(_ why: Why, _ journal: JournalView) throws(Failure) -> TraceProofs {
    let checkpoint = try JournalProve.covered(journal)
    do throws(JournalError) {
      return try TraceProofs(of: why.story, in: journal, to: checkpoint)
    } catch { throw .damaged(error) }
  }
}
