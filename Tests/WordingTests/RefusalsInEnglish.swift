extension RefusalSamples {
  /// The messages of all samples in English, in their order, as people see them.
  static let inEnglish = """
    M-0042 is not in the ledger.
    Known measures: M-0001, M-0002 and M-0012. See “liggare measure list”.

    D-0001 is not in the ledger.
    The ledger has no decisions. See “liggare decision list”.

    The ledger is not opened.
    Open it with “liggare journal init”.

    M-0002 is already in the ledger.
    The next free identifier is M-0013.

    C-0001 is already in the ledger.
    Use a free identifier. See “liggare case list”.

    The ledger is already opened.
    A new ledger is opened in a folder of its own.

    M-0007 is a measure; expected here was a decision, such as D-0001.
    See “liggare decision list”.

    The event “referred back” (measure.referred-back) is about measures, but B-0001 is a body.
    Give a measure, such as M-0001.

    “centrun” is not among the districts of the citizen promise. Did you mean “centrum”?
    Known districts: centrum, norr, navertorp.

    “polis” is not among the parties of the citizen promise.
    The citizen promise has no parties. See “liggare promise amend --help”.

    “2022-T4” is not a reporting period of the ledger.
    The ledger’s periods: 2022-T1, 2022-T2, slutrapport.

    “2022-T1” is not a reporting period of the ledger.
    The ledger has no reporting periods.

    “vandringr” is not a target of the measure. Did you mean “vandringar”?
    The measure’s targets: “vandringar”, “kontroller”.

    “x” is not a target of the measure.
    The measure has no targets. See “liggare measure amend --help”.

    “norr” already occurs in the list of districts.
    Give it only once.

    “M-0001” already occurs in the list of measures.
    Give it only once.

    “vandringar” already occurs in the list of targets.
    Give it only once.

    The document with the digest e3b0c442 is already attached.
    It need not be attached again.

    “M-0001” is already marked secret.
    Lift the earlier mark first, if it is to be replaced.

    A key named “kommunen” is already registered.
    Use another name, or retire the old key first.

    The field “title” is empty.
    What is not known is left out; it is not written as an empty text.

    The reason after --irregular is empty.
    Write why: --irregular "reason".

    The field “deviation” is missing.
    Explain why the measure was not implemented, or not fully.

    The field “promise” (citizen promise) is missing.
    Give the citizen promise. Only a decided measure can stand outside a promise.

    The measure has no deadline to extend.
    If it is missing by mistake, correct the proposal with “liggare correct”.

    The field “value” is missing.
    Give the value. Only a citizen dialogue can lack one.

    The field “statement” is missing.
    A citizen dialogue without a value needs a statement of what was said.

    The field “targets[1].value” (targets 2 / target value) is missing.
    Give a target value, or leave out the comparison.

    The field “grounds” is missing.
    State what the situation picture builds on: safety survey, citizen dialogue, staff or statistics.

    The field “parties” is missing.
    Give at least one party to the promise.

    The field “commitments” is missing.
    State at least one thing that the parties promise, in the promise’s own words.

    The field “commitments” (values disposed of) is missing.
    State which sealed values were disposed of.

    The field “authority.organ” (authority / body) is missing.
    Give the body, such as B-0001.

    The field “authority.delegation” (authority / delegation) is missing.
    Give the delegation, such as G-0001. If the authority is not known, give the kind unknown.

    The field “nothingKnown” is missing.
    Give it and repeat the command.

    A measure that is municipality-wide cannot also be for certain districts.
    Give one or the other.

    Only a delegated decision can rest on a delegation.
    Leave out the delegation, or give the kind delegated.

    Only a decision by a body is made at a meeting.
    Leave out the meeting, or give the kind body.

    The meeting belongs to another body.
    Correct the body or the meeting. See “liggare meeting list”.

    The meeting is called off; nothing can have happened there.
    Give the meeting where it happened. If it was held all the same, void the entry that called it off (“liggare reverse”). See “liggare meeting list”.

    A baseline must have a value.
    Give the value, or leave out that it is a baseline.

    A correction or reversal has no effective date of its own: it is about the entry from the start.
    Leave out the date.

    A correction or reversal has no effective date of its own: it is about the entry from the start.
    Leave out the date.

    T-0001 is planned for another body.
    See “liggare meeting show T-0001”.

    G-0001 cannot rest on itself.
    Give the delegation that G-0001 rests on.

    The fields “deadline” and “until” cannot both be as stated.
    Leave out or correct one of them.

    The time begins on 2023-12-31 but ends already on 2022-01-01.
    The last day must be the same as the first, or later.

    The field “reporting.timesPerYear” (reporting / times per year) is 13, but must be from 1 to 12.
    Correct the number and repeat the command.

    The field “order” is 0, but must be at least 1.
    Correct the number and repeat the command.

    The field “format” (format version) is 2, but must be 1.
    Correct the number and repeat the command.

    The new deadline 2022-05-01 is not later than the current one, 2022-06-01.
    Give a later date. If the current one was miswritten, correct it with “liggare correct”.

    “referred back” cannot be recorded: the measure is approved.
    See “liggare measure show”. If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).

    “started” cannot be recorded: the measure is in progress.
    See “liggare measure show”. If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).

    “key retired” cannot be recorded: no key in use has that name.
    If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).

    “secrecy mark lifted” cannot be recorded: there is no secrecy mark to lift.
    If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).

    “reopened” cannot be recorded: the case is in the state “something-new”.
    See “liggare case show”. If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).

    The command changes nothing: what it states holds already, or it states nothing.
    State what is to change.

    M-0007 has no event 00000000-0000-4000-8000-000000000001.
    See “liggare audit trace M-0007”.

    The field “dedline” cannot be corrected in that event. Did you mean “deadline”?
    Fields that can be corrected: effective, title, deadline.

    A correction, a reversal or another event about an entry cannot be corrected.
    A correction can be voided with “liggare reverse”, and the entry recorded anew.

    No entry about it has the field “titl”. Did you mean “title”?
    Fields: note, title.

    The field “deadline” has the value “2022-06-01”, but the command states the value “2022-05-01” as the old value.
    Someone may have corrected it before you. Read the entry anew and state its current value.

    The field “order” has no value, but the command states the value “1” as the old value.
    Someone may have corrected it before you. Read the entry anew and state its current value.

    The field “contact” has the value [masked], but the command states no value as the old value.
    Someone may have corrected it before you. Read the entry anew and state its current value.

    authority.paragraph: The new value of the field “authority.paragraph” (authority / paragraph) cannot be read. Expected a text in quotation marks, found a number.

    The event 00000000-0000-4000-8000-000000000001 is a reversal, and a reversal cannot be reversed.
    If the entry is to hold, record it anew.

    The event 00000000-0000-4000-8000-000000000001 is already voided.
    If the entry is to hold, record it anew.

    No event about this has the sealed value 0000000000000000000000000000000000000000000000000000000000000000.
    Check the value against the line of the event. See “liggare journal erase --help”.

    The field “timeZone” (time zone) is “Europe/Oslo”, which is not supported.
    Give Europe/Stockholm.

    The field “language” is “no”, which is not supported.
    Give sv or en.

    The field “format” (format version) is “0”, which is not supported.

    The entry goes against the rules: carried out before a decision.
    If it did happen, repeat the command with --irregular "reason". The entry is marked and becomes a finding.

    The entry goes against the rules: no decision; outside the validity of the promise.
    If there is a decision, give it with --decision or --authority. If it was another day, give --effective. If it did happen, repeat the command with --irregular "reason". The entry is marked and becomes a finding.
    """
}
