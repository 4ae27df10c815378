package import LedgerDomain

/// Questions about which subjects there are whose cost is that of their answers, and not of all subjects.
extension LineIndex {
  /// The first position of a line about a subject; nil where there is none.
  package func firstPosition(about id: SubjectID) throws(CacheDamage) -> Int? {
    guard let entry = try subject(id) else { return nil }
    return try firstPosition(about: entry)
  }

  private func firstPosition(about entry: Subject) throws(CacheDamage) -> Int? {
    if entry.aboutCount == 0 { return nil }
    return Int(try sections.load(Table.postings, Int(entry.first), as: UInt32.self))
  }

  /// Where the subjects of a kind lie among all; those that lines only name are there too.
  func range(of kind: SubjectKind) throws(CacheDamage) -> Range<Int> {
    let letter = UInt64(kind.letterByte)
    let first = try sections.firstIndex(Table.subjects, as: Subject.self) { $0.key < letter << 32 }
    let end = try sections.firstIndex(Table.subjects, as: Subject.self) { $0.key < (letter + 1) << 32 }
    guard first <= end else { throw CacheDamage() }
    return first..<end
  }

  /// The last subject of a kind that any line here up to a position is about; nil where there is none. Some lookups, and
  /// one more for each later subject that only later lines are about.
  package func lastSubject(_ kind: SubjectKind, through position: Int) throws(CacheDamage) -> SubjectID? {
    for index in try range(of: kind).reversed() {
      let entry = try sections.load(Table.subjects, index, as: Subject.self)
      if let first = try firstPosition(about: entry), first <= position { return SubjectID(key: entry.key) }
    }
    return nil
  }

  /// The first subjects of a kind that any line here up to a position is about, at most so many, in order.
  package func firstSubjects(
    _ kind: SubjectKind, through position: Int, limit: Int
  ) throws(CacheDamage) -> [SubjectID] {
    var found: [SubjectID] = []
    for index in try range(of: kind) {
      if found.count >= limit { break }
      let entry = try sections.load(Table.subjects, index, as: Subject.self)
      guard let first = try firstPosition(about: entry), first <= position else { continue }
      if let subject = SubjectID(key: entry.key) { found.append(subject) }
    }
    return found
  }
}

extension JournalView {
  /// Whether any event up to a position is about a subject. Some lookups.
  package func isAbout(_ subject: SubjectID, through position: Int) -> Bool {
    asking(false) { () throws(JournalError) in
      try lines.all { index throws(CacheDamage) in try index.firstPosition(about: subject).map { [$0] } ?? [] }
        .contains { $0 <= position }
    }
  }

  /// The last subject of a kind that any event up to a position is about; nil where there is none. Some lookups.
  package func lastSubject(_ kind: SubjectKind, through position: Int) -> SubjectID? {
    asking(nil) { () throws(JournalError) -> SubjectID? in
      try lines.all { index throws(CacheDamage) in
        try index.lastSubject(kind, through: position).map { [$0] } ?? []
      }.max()
    }
  }

  /// The first subjects of a kind that any event up to a position is about, at most so many, in order. Some lookups for
  /// each.
  package func firstSubjects(_ kind: SubjectKind, through position: Int, limit: Int) -> [SubjectID] {
    asking([]) { () throws(JournalError) in
      let all = try lines.all { index throws(CacheDamage) in
        try index.firstSubjects(kind, through: position, limit: limit)
      }
      return Array(Set(all).sorted().prefix(limit))
    }
  }
}
