import LedgerDomain
import StrictJSON

/// A table of a read model: its columns, and what rows a state is there. The same for CSV and SQL.
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

    static let id = Column("id", key: true)
    static let title = Column("title")
  }

  let name: String
  let columns: [Column]
  /// The kinds of subjects whose states have rows; nil for all.
  let kind: SubjectKind?
  /// The rows of a state as of a day, each with a text for each column, nil where nothing is stated.
  let rows: @Sendable (SubjectState, LocalDate) -> [[String?]]

  /// A table of what every kind of subject has.
  init(_ name: String, _ columns: [Column], rows: @escaping @Sendable (SubjectState) -> [[String?]]) {
    (self.name, self.columns, kind) = (name, columns, nil)
    self.rows = { state, _ in rows(state) }
  }

  /// A table with rows for each subject of a kind.
  init<State: Subject>(
    _ name: String, _ own: Own<State>, _ columns: [Column],
    rows: @escaping @Sendable (State, LocalDate) -> [[String?]]
  ) {
    (self.name, self.columns, kind) = (name, columns, State.kind)
    self.rows = { state, day in own.state(state).map { rows($0, day) } ?? [] }
  }

  /// A table with one row for each subject of a kind.
  init<State: Subject>(
    one name: String, _ own: Own<State>, _ columns: [Column], row: @escaping @Sendable (State) -> [String?]
  ) {
    self.init(name, own, columns) { state, _ in [row(state)] }
  }

  /// How the state of a kind is had from any state.
  struct Own<State: Subject>: Sendable {
    let state: @Sendable (SubjectState) -> State?
  }

  /// Where in a row its subject may refer to one that does not exist at the reading: the columns that name a subject.
  var references: [(place: Int, isKey: Bool)] {
    columns.indices.filter { columns[$0].reference != nil }.map { ($0, columns[$0].isKey) }
  }
}

extension ExportTable.Own where State == CitizenPromise {
  static var promise: Self { Self { if case .promise(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Body {
  static var body: Self { Self { if case .body(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Delegation {
  static var delegation: Self { Self { if case .delegation(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Meeting {
  static var meeting: Self { Self { if case .meeting(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Situation {
  static var situation: Self { Self { if case .situation(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Indicator {
  static var indicator: Self { Self { if case .indicator(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Case {
  static var `case`: Self { Self { if case .case(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Measure {
  static var measure: Self { Self { if case .measure(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Decision {
  static var decision: Self { Self { if case .decision(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == FollowUp {
  static var followUp: Self { Self { if case .followUp(let state) = $0 { state } else { nil } } }
}

extension ExportTable.Own where State == Recommendation {
  static var recommendation: Self { Self { if case .recommendation(let state) = $0 { state } else { nil } } }
}
