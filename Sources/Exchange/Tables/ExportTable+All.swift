import LedgerDomain
import StrictJSON

extension ExportTable {
  /// All tables, each behind those that it refers to.
  static let all = parties + matters + decisions + plans + accounts

  /// Promises, bodies and their mandates, meetings.
  private static let parties: [ExportTable] = [
    ExportTable(
      one: "promise", .promise, [.id, .title, Column("valid_from"), Column("valid_through"), Column("adopted")]
    ) {
      [
        $0.id.text, $0.terms?.title.text, $0.terms?.validity.from.text, $0.terms?.validity.through.text,
        $0.adopted?.effective?.text,
      ]
    },
    ExportTable(one: "body", .body, [.id, Column("name"), Column("kind")]) {
      [$0.id.text, $0.registered?.name.text, $0.registered?.kind.text]
    },
    ExportTable(
      one: "delegation", .delegation,
      [
        .id, Column("from_body", of: "body"), Column("to_name"), Column("to_office"), Column("scope"),
        Column("valid_from"), Column("valid_through"), Column("revoked"),
      ]
    ) {
      [
        $0.id.text, $0.granted?.from.text, $0.granted?.to.name?.text, $0.granted?.to.office.text,
        $0.granted?.scope.text, $0.granted?.validity?.from.text, $0.granted?.validity?.through.text,
        $0.revoked?.effective?.text,
      ]
    },
    ExportTable(
      one: "meeting", .meeting,
      [
        .id, Column("body", of: "body"), Column("day"), Column("name"), Column("held"), Column("verified"),
        Column("announced"), Column("called_off"),
      ]
    ) {
      [
        $0.id.text, $0.body?.text, $0.day?.text, $0.name?.text, $0.held?.effective?.text,
        $0.verifications.last?.mark.effective?.text, $0.announcements.last?.mark.effective?.text,
        $0.callingOff?.mark.effective?.text,
      ]
    },
  ]

  /// Pictures of the situation, indicators, cases.
  private static let matters: [ExportTable] = [
    ExportTable(
      one: "situation", .situation,
      [.id, .title, Column("promise", of: "promise"), Column("assessed"), Column("summary")]
    ) {
      [
        $0.id.text, $0.assessed?.title.text, $0.assessed?.promise?.text, $0.mark?.effective?.text,
        $0.assessed?.summary?.text,
      ]
    },
    ExportTable(
      one: "indicator", .indicator,
      [.id, Column("name"), Column("unit"), Column("kind"), Column("direction"), Column("promise", of: "promise")]
    ) {
      [
        $0.id.text, $0.defined?.name.text, $0.defined?.unit.text, $0.defined?.kind.text, $0.defined?.direction?.text,
        $0.defined?.promise?.text,
      ]
    },
    ExportTable(
      "observation", .indicator,
      [
        Column("position", .integer, key: true), Column("indicator", of: "indicator"), Column("day"), Column("value"),
        Column("source"), Column("area"), Column("baseline", .integer),
      ]
    ) { indicator, _ in
      indicator.observations.map {
        [
          String($0.mark.position), indicator.id.text, $0.mark.effective?.text, $0.observed.value?.text,
          $0.observed.source.text, $0.observed.area?.text, $0.observed.baseline ? "1" : "0",
        ]
      }
    },
    ExportTable(
      one: "cases", .case,
      [
        .id, .title, Column("registry_number"), Column("promise", of: "promise"), Column("officer_name"),
        Column("officer_office"), Column("opened"), Column("closed"), Column("outcome"), Column("due"),
      ]
    ) {
      [
        $0.id.text, $0.opened?.title.text, $0.opened?.registryNumber?.text, $0.opened?.promise?.text,
        $0.officer?.name?.text, $0.officer?.office.text, $0.openedMark?.effective?.text,
        $0.closing?.mark.effective?.text, $0.closing?.closed.outcome.text, $0.due?.text,
      ]
    },
  ]

  private static let decisions: [ExportTable] = [
    ExportTable(
      one: "decision", .decision,
      [
        .id, Column("day"), Column("matter"), Column("outcome"), Column("authority"), Column("organ", of: "body"),
        Column("meeting", of: "meeting"), Column("paragraph"), Column("delegation", of: "delegation"),
        Column("reference"), Column("standing"),
      ]
    ) {
      [
        $0.id.text, $0.mark?.effective?.text, $0.made?.matter.text, $0.made?.outcome.text,
        $0.made?.authority.kind.text, $0.made?.authority.organ?.text, $0.made?.authority.meeting?.text,
        $0.made?.authority.paragraph?.text, $0.made?.authority.delegation?.text, $0.made?.reference?.text,
        $0.standing.text,
      ]
    },
    ExportTable(
      "decided_by", .decision,
      [
        Column("decision", key: true, of: "decision"), Column("number", .integer, key: true), Column("name"),
        Column("office"),
      ]
    ) { decision, _ in
      (decision.made?.decidedBy ?? []).enumerated().map {
        [decision.id.text, String($0.offset + 1), $0.element.name?.text, $0.element.office.text]
      }
    },
  ]

  private static let plans: [ExportTable] = [
    ExportTable(
      "measure", .measure,
      [
        .id, .title, Column("status"), Column("evidence"), Column("schedule"), Column("binding"), Column("deadline"),
        Column("original_deadline"), Column("responsible_name"), Column("responsible_office"),
        Column("promise", of: "promise"), Column("case_id", of: "cases"), Column("situation", of: "situation"),
        Column("municipality_wide", .integer), Column("proposed"), Column("approved"), Column("started"),
        Column("ended"),
      ]
    ) { measure, day in [row(of: measure, on: day)] },
    ExportTable("measure_area", .measure, [Column("measure", key: true, of: "measure"), Column("area", key: true)]) {
      measure, _ in (measure.plan?.areas ?? []).map { [measure.id.text, $0.text] }
    },
    ExportTable("measure_focus", .measure, [Column("measure", key: true, of: "measure"), Column("focus", key: true)]) {
      measure, _ in (measure.plan?.focusAreas ?? []).map { [measure.id.text, $0.text] }
    },
    ExportTable(
      "measure_target", .measure,
      [
        Column("measure", key: true, of: "measure"), Column("name", key: true), Column("comparison"),
        Column("promised"), Column("unit"), Column("actual"), Column("indicator", of: "indicator"),
      ]
    ) { measure, _ in
      (measure.plan?.targets ?? []).map {
        [
          measure.id.text, $0.name.text, $0.comparison?.text, $0.value?.text, $0.unit.text,
          measure.latestResult(of: $0)?.actual.text, $0.indicator?.text,
        ]
      }
    },
    ExportTable(
      "measure_decision", .measure,
      [
        Column("position", .integer, key: true), Column("measure", of: "measure"), Column("type"),
        Column("decision", of: "decision"),
      ]
    ) { measure, _ in
      measure.decisions.map { [String($0.mark.position), measure.id.text, $0.type.text, $0.decision?.text] }
    },
    ExportTable(
      "case_measure", .case, [Column("case_id", key: true, of: "cases"), Column("measure", key: true, of: "measure")]
    ) { state, _ in state.measures.map { [state.id.text, $0.text] } },
  ]

  private static func row(of measure: Measure, on day: LocalDate) -> [String?] {
    let plan = measure.plan
    return [
      measure.id.text, plan?.title.text, measure.status?.text, measure.evidence.text, measure.schedule(on: day).text,
      measure.binding?.text, measure.deadline?.text, measure.originalDeadline?.text, plan?.responsible?.name?.text,
      plan?.responsible?.office.text, plan?.promise?.text, plan?.case?.text, plan?.situation?.text,
      plan?.municipalityWide == true ? "1" : "0", measure.proposed?.effective?.text, measure.approved?.effective?.text,
      measure.started?.effective?.text, measure.ended?.effective?.text,
    ]
  }

  /// Follow-ups, the auditors' recommendations, and what every subject may have.
  private static let accounts: [ExportTable] = [
    ExportTable(
      one: "follow_up", .followUp,
      [
        .id, Column("period"), Column("promise", of: "promise"), Column("compiled"), Column("presented"),
        Column("presented_to", of: "body"), Column("noted"), Column("noted_paragraph"),
      ]
    ) {
      [
        $0.id.text, $0.compiled?.period.text, $0.compiled?.promise.text, $0.compiledMark?.effective?.text,
        $0.presented?.mark.effective?.text, $0.presented?.presented.to.text, $0.noted?.effective?.text,
        $0.notedParagraph?.text,
      ]
    },
    ExportTable(
      "follow_up_measure", .followUp,
      [Column("follow_up", key: true, of: "follow_up"), Column("measure", key: true, of: "measure")]
    ) { state, _ in (state.compiled?.measures ?? []).map { [state.id.text, $0.text] } },
    ExportTable(
      "publication", .followUp,
      [Column("position", .integer, key: true), Column("follow_up", of: "follow_up"), Column("site"), Column("day")]
    ) { followUp, _ in
      followUp.publications.map {
        [String($0.mark.position), followUp.id.text, $0.published.site.text, $0.mark.effective?.text]
      }
    },
    ExportTable(
      one: "recommendation", .recommendation,
      [
        .id, .title, Column("delivered"), Column("to_body", of: "body"), Column("answer_by"), Column("answered"),
        Column("cleared"),
      ]
    ) {
      [
        $0.id.text, $0.delivered?.title.text, $0.mark?.effective?.text, $0.delivered?.to?.text,
        $0.delivered?.answerBy?.text, $0.answers.last?.mark.effective?.text, $0.cleared?.effective?.text,
      ]
    },
    ExportTable(
      "irregularity",
      [Column("position", .integer, key: true), Column("subject"), Column("type"), Column("kinds"), Column("reason")]
    ) { state in
      let id = state.subject.id.text
      return state.record.irregularities.map {
        [
          String($0.mark.position), id, $0.type.text, $0.irregular.kinds.map(\.text).joined(separator: " "),
          $0.irregular.reason.text,
        ]
      }
    },
    ExportTable(
      "document",
      [Column("position", .integer, key: true), Column("subject"), Column("name"), Column("sha256"), Column("role")]
    ) { state in
      let id = state.subject.id.text
      return state.record.documents.map {
        [String($0.mark.position), id, $0.document.name.text, $0.document.sha256.text, $0.role?.text]
      }
    },
  ]
}
