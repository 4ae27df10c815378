import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// A small ledger for a rule, written out in words: the text is the test, and every line passes through `decide`.
///
/// One event a line, in the order of recording: the day it concerns (`-` for an undated fact), the subject, what happened
/// (the type without the kind), and members of its data as `name=value`.
///
/// ```
/// 2022-02-01 M-0001 proposed binding=decided deadline=2022-06-30 responsible=Ek
/// 2022-02-07 M-0001 started ! började före beslutet
/// 2022-03-30 D-0001 made authority={kind:body,organ:B-0001} concerns=[M-0001] @2022-04-02
/// -          M-0001 entry.corrected event=&r field=deadline old=2022-06-30 new=2022-07-31
/// ```
///
/// A value is a word (`_` stands for a blank), a text in quotation marks, a list, or an object; where a person is wanted a
/// word is their name, `Ek/ordförande` name and office. What the type requires and the line leaves out is filled in; `name=`
/// with nothing after it takes that away. `&r`
/// alone names the event, `event=&r` refers to it. `! …` is the reason of an irregular act, `@DAY` the day of recording:
/// without it the day that the event concerns, or a minute after the event before where that is later. A line that begins
/// with a blank continues the one before. A line that is refused is left out, and fails the test.
struct RuleLedger {
  private var desk = DecisionDesk()
  private var clock = Instant(milliseconds: 0)
  private var labels: [String: EventID] = [:]

  var chronicle: Chronicle { desk.chronicle }

  /// The standard setting, and after it a text.
  init(_ text: String, setting: String = RuleLedger.setting) {
    tell(setting)
    tell(text)
  }

  /// The same ledger as if nobody had marked anything as irregular.
  var unmarked: Chronicle {
    Chronicle(
      chronicle.events.map { event in
        var event = event
        event.circumstances.irregular = nil
        return event
      })
  }

  private mutating func tell(_ text: String) {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" "), !lines.isEmpty {
        lines[lines.count - 1] += String(line)
      } else {
        lines.append(String(line))
      }
    }
    for line in lines { record(line) }
  }

  private mutating func record(_ line: String) {
    var rest = Substring(line)
    var reason: Text?
    if let mark = rest.firstRange(of: " ! ") {
      reason = Text(String(rest[mark.upperBound...]))
      rest = rest[..<mark.lowerBound]
    }
    var words = RuleLedgerWords(rest)
    let day = words.next()
    let subject = SubjectID(written: words.next())
    let verb = words.next()
    let type = verb.contains(".") ? verb : "\(subject.kind.text).\(verb)"
    var data = RuleLedgerDefaults.members(of: type, day: day)
    var label: String?
    var recordedOn: String?
    while let word = words.optional() {
      if word.hasPrefix("@") {
        recordedOn = String(word.dropFirst())
      } else if word.hasPrefix("&") {
        label = word
      } else {
        let name = String(word.prefix { $0 != "=" })
        data[name] = words.value(after: word, name: name, labels: labels)
      }
    }
    let effective = day == "-" ? nil : Effective(written: day)
    tick(recordedOn.map { Effective(written: $0) } ?? effective, isStated: recordedOn != nil)
    do {
      let read = try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: .object(data))
      let command = Command(
        subject, read.fact, effective: effective, circumstances: read.circumstances, irregularReason: reason)
      let id = EventID.at(chronicle.position + 1)
      desk.accept(try desk.decide(command), id: id, at: clock, recordedBy: "Ylva Sundin, registrator")
      if let label { labels[label] = id }
    } catch {
      Issue.record("\(error) in: \(line)")
    }
  }

  /// Ten in the morning of the day, or a minute after the event before.
  private mutating func tick(_ day: Effective?, isStated: Bool) {
    let next = Instant(milliseconds: clock.milliseconds + 60_000)
    guard let day else { return clock = next }
    let stated = Instant(milliseconds: day.start.milliseconds + 36_000_000)
    clock = isStated ? stated : max(next, stated)
  }

  /// Two years with their periods; an executive board that wants to be told of delegated decisions and has mandated Ek, a
  /// committee that has not, an advisory council, the police; a promise of both parties with three districts.
  static let setting = """
    2022-01-01 L-0001 opened periods=[
     {label:2022-T1,from:2022-01-01,through:2022-04-30},{label:2022-T2,from:2022-05-01,through:2022-08-31},
     {label:slutrapport,from:2022-01-01,through:2023-12-31,final:true}]
    2022-01-01 B-0001 registered name=Styrelsen kind=executive-board delegatedDecisionsNotified=true urgentMandate=Ek
    2022-01-01 B-0002 registered name=Nämnden kind=committee
    2022-01-01 B-0003 registered name=Rådet kind=advisory
    2022-01-01 B-0004 registered name=Polisen kind=police party=polisen
    2022-01-01 P-0001 adopted areas=[{code:norr,name:Norr},{code:soder,name:Söder}] effectGoals=[{text:Trygghet}]
     reporting={to:Rådet,timesPerYear:3,sites:[{code:kommun-se,name:kommun.se},{code:polis-se,name:polis.se}]}
    """
}
