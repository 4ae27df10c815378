import JournalStore
import LedgerDomain

/// The subjects that a replay or a scan showed, with all their events, in the order in which they came.
struct ShownSubjects: SubjectTally {
  var subjects: [SubjectID] = []
  var events: [Event] = []

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    subjects.append(subject)
    self.events += events
  }

  mutating func join(_ next: ShownSubjects) {
    subjects += next.subjects
    events += next.events
  }
}
