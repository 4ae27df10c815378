import LedgerDomain
import Projections
import StrictJSON

/// A table of a read model: its columns, and its rows at a reading. The same for CSV and SQL.
///
/// The first columns make the key; a column that names a subject says of which table. Names are in `snake_case`, as SQL has them.
struct ExportTable: Sendable {
  struct Column: Sendable {
    enum Kind: Sendable {
      case text, integer
    }

    let name: String
    let kind: Kind
    /// The table whose key it names, if it does.
    let reference: String?
    let isKey: Bool

    init(_ name: String, _ kind: Kind = .text, key isKey: Bool = false, of reference: String? = nil) {
      self.name = name
      self.kind = kind
      self.isKey = isKey
      self.reference = reference
    }
  }

  let name: String
  let columns: [Column]
  /// The rows, each with a text for each column, nil where nothing is stated.
  let rows: @Sendable (Book) -> [[String?]]

  init(_ name: String, _ columns: [Column], rows: @escaping @Sendable (Book) -> [[String?]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// All tables, each behind those that it refers to.
  static let all = parties + matters + plans + accounts

  /// Promises, bodies and their mandates, meetings.
  private static let parties: [ExportTable] = [
    ExportTable("promise", [.id, .title, Column("valid_from"), Column("valid_through"), Column("adopted")]) {
      $0.promises.map {
        [
          $0.id.text, $0.terms?.title.text, $0.terms?.validity.from.text, $0.terms?.validity.through.text,
          $0.adopted?.effective?.text,
        ]
      }
    },
    ExportTable("body", [.id, Column("name"), Column("kind")]) {
      $0.bodies.map { [$0.id.text, $0.registered?.name.text, $0.registered?.kind.text] }
    },
    ExportTable(
      "delegation",
      [
        .id, Column("from_body", of: "body"), Column("to_name"), Column("to_office"), Column("scope"),
        Column("valid_from"), Column("valid_through"), Column("revoked"),
      ]
    ) {
      $0.delegations.map {
        [
          $0.id.text, $0.granted?.from.text, $0.granted?.to.name?.text, $0.granted?.to.office.text,
          $0.granted?.scope.text, $0.granted?.validity?.from.text, $0.granted?.validity?.through.text,
          $0.revoked?.effective?.text,
        ]
      }
    },
    ExportTable(
      "meeting",
      [
        .id, Column("body", of: "body"), Column("day"), Column("name"), Column("held"), Column("verified"),
        Column("announced"),
      ]
    ) {
      $0.meetings.map {
        [
          $0.id.text, $0.body?.text, $0.day?.text, $0.name?.text, $0.held?.effective?.text,
          $0.verifications.last?.mark.effective?.text, $0.announcements.last?.mark.effective?.text,
        ]
      }
    },
  ]

  /// Pictures of the situation, indicators, cases.
  private static let matters: [ExportTable] = [
    ExportTable("situation", [.id, .title, Column("promise", of: "promise"), Column("assessed"), Column("summary")]) {
      $0.situations.map {
        [
          $0.id.text, $0.assessed?.title.text, $0.assessed?.promise?.text, $0.mark?.effective?.text,
          $0.assessed?.summary?.text,
        ]
      }
    },
    ExportTable(
      "indicator",
      [.id, Column("name"), Column("unit"), Column("kind"), Column("direction"), Column("promise", of: "promise")]
    ) {
      $0.indicators.map {
        [
          $0.id.text, $0.defined?.name.text, $0.defined?.unit.text, $0.defined?.kind.text, $0.defined?.direction?.text,
          $0.defined?.promise?.text,
        ]
      }
    },
    ExportTable(
      "observation",
      [
        Column("position", .integer, key: true), Column("indicator", of: "indicator"), Column("day"), Column("value"),
        Column("source"), Column("area"), Column("baseline", .integer),
      ]
    ) {
      $0.indicators.flatMap { indicator in
        indicator.observations.map {
          [
            String($0.mark.position), indicator.id.text, $0.mark.effective?.text, $0.observed.value?.text,
            $0.observed.source.text, $0.observed.area?.text, $0.observed.baseline ? "1" : "0",
          ]
        }
      }
    },
    ExportTable(
      "cases",
      [
        .id, .title, Column("registry_number"), Column("promise", of: "promise"), Column("officer_name"),
        Column("officer_office"), Column("opened"), Column("closed"), Column("outcome"), Column("due"),
      ]
    ) {
      $0.cases.map {
        [
          $0.id.text, $0.opened?.title.text, $0.opened?.registryNumber?.text, $0.opened?.promise?.text,
          $0.officer?.name?.text, $0.officer?.office.text, $0.openedMark?.effective?.text,
          $0.closing?.mark.effective?.text, $0.closing?.closed.outcome.text, $0.due?.text,
        ]
      }
    },
  ]

  /// Measures and decisions.
  private static let plans: [ExportTable] = [
    ExportTable(
      "decision",
      [
        .id, Column("day"), Column("matter"), Column("outcome"), Column("authority"), Column("organ", of: "body"),
        Column("meeting", of: "meeting"), Column("paragraph"), Column("delegation", of: "delegation"),
        Column("reference"), Column("standing"),
      ]
    ) {
      $0.decisions.map {
        [
          $0.id.text, $0.mark?.effective?.text, $0.made?.matter.text, $0.made?.outcome.text,
          $0.made?.authority.kind.text, $0.made?.authority.organ?.text, $0.made?.authority.meeting?.text,
          $0.made?.authority.paragraph?.text, $0.made?.authority.delegation?.text, $0.made?.reference?.text,
          $0.standing.text,
        ]
      }
    },
    ExportTable(
      "decided_by",
      [
        Column("decision", key: true, of: "decision"), Column("number", .integer, key: true), Column("name"),
        Column("office"),
      ]
    ) {
      $0.decisions.flatMap { decision in
        (decision.made?.decidedBy ?? []).enumerated().map {
          [decision.id.text, String($0.offset + 1), $0.element.name?.text, $0.element.office.text]
        }
      }
    },
    ExportTable(
      "measure",
      [
        .id, .title, Column("status"), Column("evidence"), Column("schedule"), Column("binding"), Column("deadline"),
        Column("original_deadline"), Column("responsible_name"), Column("responsible_office"),
        Column("promise", of: "promise"), Column("case_id", of: "cases"), Column("situation", of: "situation"),
        Column("municipality_wide", .integer), Column("proposed"), Column("approved"), Column("started"),
        Column("ended"),
      ]
    ) { book in book.measures.map { row(of: $0, on: book.day) } },
    ExportTable("measure_area", [Column("measure", key: true, of: "measure"), Column("area", key: true)]) {
      $0.measures.flatMap { measure in (measure.plan?.areas ?? []).map { [measure.id.text, $0.text] } }
    },
    ExportTable("measure_focus", [Column("measure", key: true, of: "measure"), Column("focus", key: true)]) {
      $0.measures.flatMap { measure in (measure.plan?.focusAreas ?? []).map { [measure.id.text, $0.text] } }
    },
    ExportTable(
      "measure_target",
      [
        Column("measure", key: true, of: "measure"), Column("name", key: true), Column("comparison"),
        Column("promised"),
        Column("unit"), Column("actual"), Column("indicator", of: "indicator"),
      ]
    ) {
      $0.measures.flatMap { measure in
        (measure.plan?.targets ?? []).map {
          [
            measure.id.text, $0.name.text, $0.comparison?.text, $0.value?.text, $0.unit.text,
            measure.latestResult(of: $0)?.actual.text, $0.indicator?.text,
          ]
        }
      }
    },
    ExportTable(
      "measure_decision",
      [
        Column("position", .integer, key: true), Column("measure", of: "measure"), Column("type"),
        Column("decision", of: "decision"),
      ]
    ) {
      $0.measures.flatMap { measure in
        measure.decisions.map { [String($0.mark.position), measure.id.text, $0.type.text, $0.decision?.text] }
      }
    },
    ExportTable(
      "case_measure", [Column("case_id", key: true, of: "cases"), Column("measure", key: true, of: "measure")]
    ) { book in
      let exist = Set(book.measures.map(\.id))
      return book.cases.flatMap { state in
        state.measures.filter(exist.contains).map { [state.id.text, $0.text] }
      }
    },
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

  /// Follow-ups and the auditors' recommendations.
  private static let accounts: [ExportTable] = [
    ExportTable(
      "follow_up",
      [
        .id, Column("period"), Column("promise", of: "promise"), Column("compiled"), Column("presented"),
        Column("presented_to", of: "body"), Column("noted"), Column("noted_paragraph"),
      ]
    ) {
      $0.followUps.map {
        [
          $0.id.text, $0.compiled?.period.text, $0.compiled?.promise.text, $0.compiledMark?.effective?.text,
          $0.presented?.mark.effective?.text, $0.presented?.presented.to.text, $0.noted?.effective?.text,
          $0.notedParagraph?.text,
        ]
      }
    },
    ExportTable(
      "follow_up_measure",
      [Column("follow_up", key: true, of: "follow_up"), Column("measure", key: true, of: "measure")]
    ) { book in
      let exist = Set(book.measures.map(\.id))
      return book.followUps.flatMap { state in
        (state.compiled?.measures ?? []).filter(exist.contains).map { [state.id.text, $0.text] }
      }
    },
    ExportTable(
      "publication",
      [Column("position", .integer, key: true), Column("follow_up", of: "follow_up"), Column("site"), Column("day")]
    ) {
      $0.followUps.flatMap { followUp in
        followUp.publications.map {
          [String($0.mark.position), followUp.id.text, $0.published.site.text, $0.mark.effective?.text]
        }
      }
    },
    ExportTable(
      "recommendation",
      [
        .id, .title, Column("delivered"), Column("to_body", of: "body"), Column("answer_by"), Column("answered"),
        Column("cleared"),
      ]
    ) {
      $0.recommendations.map {
        [
          $0.id.text, $0.delivered?.title.text, $0.mark?.effective?.text, $0.delivered?.to?.text,
          $0.delivered?.answerBy?.text, $0.answers.last?.mark.effective?.text, $0.cleared?.effective?.text,
        ]
      }
    },
    ExportTable(
      "irregularity",
      [Column("position", .integer, key: true), Column("subject"), Column("type"), Column("kinds"), Column("reason")]
    ) { book in
      book.chronicle.allSubjects.compactMap { book.state(of: $0) }.flatMap { state in
        state.record.irregularities.map {
          [
            String($0.mark.position), state.subject.id.text, $0.type.text,
            $0.irregular.kinds.map(\.text).joined(separator: " "), $0.irregular.reason.text,
          ]
        }
      }
    },
    ExportTable(
      "document",
      [Column("position", .integer, key: true), Column("subject"), Column("name"), Column("sha256"), Column("role")]
    ) { book in
      book.chronicle.allSubjects.compactMap { book.state(of: $0) }.flatMap { state in
        state.record.documents.map {
          [
            String($0.mark.position), state.subject.id.text, $0.document.name.text, $0.document.sha256.text,
            $0.role?.text,
          ]
        }
      }
    },
  ]
}

extension ExportTable.Column {
  static let id = ExportTable.Column("id", key: true)
  static let title = ExportTable.Column("title")
}

extension ExportTable {
  /// The rows at a reading, without references to what does not exist there: a date may lie behind the day asked, or the one referred to be
  /// reversed. So every reference in an export leads somewhere.
  func soundRows(_ book: Book) -> [[String?]] {
    rows(book).map { row in
      zip(row, columns).map { value, column in
        guard column.reference != nil, !column.isKey, let value else { return value }
        guard let id = try? SubjectID(text: value) else { return value }
        return book.state(of: id) == nil ? nil : value
      }
    }
  }
}
