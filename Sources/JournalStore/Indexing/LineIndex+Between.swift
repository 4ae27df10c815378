package import LedgerDomain

extension LineIndex {
  /// The subjects that any line after a position, and up to another, is about, in order.
  ///
  /// Passes over the subjects and the positions of lines about them: some 10 ms a million lines, whatever lies between.
  package func subjects(after first: Int, through last: Int) throws(CacheDamage) -> [SubjectID] {
    guard first < end, last > start else { return [] }
    let subjects = try sections.load(
      Table.subjects, 0..<sections.count(Table.subjects, of: Subject.self), as: Subject.self)
    let positions = try sections.load(
      Table.postings, 0..<sections.count(Table.postings, of: UInt32.self), as: UInt32.self)
    var found: [SubjectID] = []
    for subject in subjects {
      let range = Int(subject.first)..<(Int(subject.first) + Int(subject.aboutCount))
      guard range.upperBound <= positions.count else { throw CacheDamage() }
      // In order: the first one behind `first` tells.
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if Int(positions[middle]) > first { high = middle } else { low = middle + 1 }
      }
      if low < range.upperBound, Int(positions[low]) <= last, let id = SubjectID(key: subject.key) { found.append(id) }
    }
    return found
  }
}

extension JournalView {
  /// The subjects that any event after a position, and up to another, is about, in order. None of the lines is read.
  package func subjects(after first: Int, through last: Int) -> [SubjectID] {
    asking([]) { () throws(JournalError) in
      let found = try lines.all { index throws(CacheDamage) in try index.subjects(after: first, through: last) }
      return Set(found).sorted()
    }
  }
}
