import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// A meeting of the calendar: held on its day, typed the working day after; minutes verified and announced.
  private struct Sitting {
    var number: Int
    var body: Int
    var day: LocalDate
    var typed: String
    var verified: String?
    var announced: String?

    init(_ number: Int, _ body: Int, _ day: LocalDate, _ typed: String, _ verified: String?, _ announced: String?) {
      self.number = number
      self.body = body
      self.day = day
      self.typed = typed
      self.verified = verified
      self.announced = announced
    }
  }

  /// The meetings. The safety council is advisory and verifies nothing.
  func meetings() {
    together("2022-01-10 09:20", on: "2021-11-15", by: Self.secretary) { schedule(.t(1), of: .b(1), "2021-12-13") }
    plan("2022-01-10 09:31", on: "2021-12-15", year: 2022)
    plan("2023-01-09 13:10", on: "2022-12-14", year: 2023)
    plan("2024-01-08 10:05", on: "2023-12-13", year: 2024)
    for sitting in Exempel.calendar {
      let id = SubjectID.t(sitting.number)
      let held = Day.stated(.date(sitting.day))
      at("\(sitting.typed) 08:35", on: held, by: Self.secretary) {
        hold(
          id, of: .b(sitting.body), "\(Exempel.initials[sitting.body - 1]) \(sitting.day.text)", chair: chair(sitting))
      }
      // What the irregular stories below tell is left to them.
      if let verified = sitting.verified {
        at("\(verified) 15:05", by: Self.secretary) { verify(id, by: [chair(sitting), .holm]) }
      }
      if let announced = sitting.announced {
        at("\(announced) 15:40", by: Self.secretary) { announceVerification(id) }
      }
    }
    lateMinutes()
    changedPlans()
  }

  private func hold(_ id: SubjectID, of body: SubjectID, _ name: String, chair: PublicOfficial) {
    hold(id, of: body, Text(name), chair: chair)
  }

  private func chair(_ sitting: Sitting) -> PublicOfficial {
    [PublicOfficial.noren, .lindvall, .wikner, .sjogren, .lindvall][sitting.body - 1]
  }

  private func plan(_ time: String, on day: Day, year: Int) {
    together(time, on: day, by: Self.secretary) {
      // The extra meeting in October 2023 was called for later.
      for sitting in Exempel.calendar where sitting.day.year == year && sitting.number != 26 {
        schedule(.t(sitting.number), of: .b(sitting.body), Exempel.plannedFirst[sitting.number] ?? sitting.day)
      }
    }
  }

  /// The day that a meeting was planned for before it was moved.
  private static let plannedFirst: [Int: LocalDate] = [32: "2024-04-16"]

  private static let initials = ["KF", "KS", "SN", "BN", "Rådet"]

  private static let calendar = [
    Sitting(2, 2, "2022-01-26", "2022-01-27", "2022-02-03", "2022-02-04"),
    Sitting(3, 2, "2022-02-23", "2022-02-24", "2022-03-03", "2022-03-04"),
    Sitting(4, 3, "2022-03-16", "2022-03-17", "2022-03-24", "2022-03-25"),
    Sitting(5, 4, "2022-03-22", "2022-03-23", "2022-03-31", "2022-04-01"),
    Sitting(6, 2, "2022-03-30", "2022-03-31", "2022-04-07", "2022-04-08"),
    Sitting(7, 5, "2022-05-24", "2022-05-25", nil, nil),
    Sitting(8, 2, "2022-05-25", "2022-05-27", "2022-06-02", "2022-06-03"),
    Sitting(9, 3, "2022-06-15", "2022-06-16", "2022-06-22", "2022-06-22"),
    Sitting(10, 2, "2022-08-31", "2022-09-01", "2022-09-08", "2022-09-09"),
    Sitting(11, 4, "2022-09-20", "2022-09-21", "2022-09-29", "2022-09-30"),
    Sitting(12, 5, "2022-09-27", "2022-09-28", nil, nil),
    Sitting(13, 2, "2022-10-05", "2022-10-06", "2022-10-13", "2022-10-14"),
    Sitting(14, 3, "2022-11-16", "2022-11-17", nil, nil),
    Sitting(15, 1, "2022-11-21", "2022-11-22", "2022-12-01", "2022-12-02"),
    Sitting(16, 2, "2022-12-07", "2022-12-08", "2022-12-15", "2022-12-16"),
    Sitting(17, 5, "2023-01-31", "2023-02-01", nil, nil),
    Sitting(18, 4, "2023-02-14", "2023-02-15", "2023-02-23", "2023-02-24"),
    Sitting(19, 2, "2023-02-22", "2023-02-23", "2023-03-02", nil),
    Sitting(20, 3, "2023-03-15", "2023-03-16", "2023-03-23", "2023-03-24"),
    Sitting(21, 2, "2023-04-26", "2023-04-27", nil, nil),
    Sitting(22, 5, "2023-05-23", "2023-05-24", nil, nil),
    Sitting(23, 2, "2023-06-14", "2023-06-15", "2023-06-21", "2023-06-22"),
    Sitting(24, 1, "2023-06-19", "2023-06-20", "2023-06-28", "2023-06-29"),
    Sitting(25, 5, "2023-09-26", "2023-09-27", nil, nil),
    Sitting(26, 5, "2023-10-17", "2023-10-18", nil, nil),
    Sitting(27, 2, "2023-10-25", "2023-10-26", "2023-11-02", nil),
    Sitting(28, 3, "2023-11-15", "2023-11-16", "2023-11-23", "2023-11-24"),
    Sitting(29, 2, "2024-01-17", "2024-01-18", "2024-01-25", "2024-01-26"),
    Sitting(30, 5, "2024-01-30", "2024-01-31", nil, nil),
    Sitting(31, 2, "2024-02-28", "2024-02-29", "2024-03-07", "2024-03-08"),
    Sitting(32, 5, "2024-04-23", "2024-04-24", nil, nil),
    Sitting(34, 3, "2024-02-21", "2024-02-22", "2024-02-29", "2024-03-01"),
    Sitting(35, 4, "2024-02-13", "2024-02-14", "2024-02-22", "2024-02-23"),
    Sitting(33, 4, "2023-11-21", "2023-11-22", "2023-11-29", "2023-11-30"),
  ]

  /// Minutes that were verified or announced late, or announced before they were verified; those of T-0027 never were. Two
  /// announcements are recorded as taken down: one in time, one a week early.
  private func lateMinutes() {
    at("2022-01-10 11:15", on: "2021-12-13", by: Self.secretary) {
      hold(.t(1), of: .b(1), "KF 2021-12-13", chair: .noren)
    }
    at("2022-01-10 11:20", on: "2021-12-20", by: Self.secretary) { verify(.t(1), by: [.noren, .frid]) }
    at("2022-01-10 11:24", on: "2021-12-21", by: Self.secretary) { announceVerification(.t(1)) }
    at("2022-09-01 09:02", on: "2022-08-31", by: Self.secretary) { verify(.t(10), ["§ 79"], by: [.lindvall, .holm]) }
    at("2022-09-01 09:06", by: Self.secretary) { announceVerification(.t(10), ["§ 79"]) }
    at("2022-03-28 08:20", by: Self.secretary) { takeDown(.t(3)) }
    at("2022-09-15 16:05", by: Self.secretary, irregular: "Anslagstavlan rensades inför flytten av den.") {
      takeDown(.t(10), ["§ 79"])
    }
    at("2022-12-08 14:10", by: Self.secretary, irregular: "Justeraren var sjukskriven och ersättare utsågs sent.") {
      verify(.t(14), by: [.wikner, .frid])
    }
    at("2022-12-09 09:15", by: Self.secretary) { announceVerification(.t(14)) }
    at("2023-03-09 10:50", by: Self.secretary, irregular: "Anslaget glömdes bort under sportlovet.") {
      announceVerification(.t(19))
    }
    at("2023-05-03 15:20", by: Self.secretary, irregular: "Anslaget sattes upp innan justeraren hade skrivit under.") {
      announceVerification(.t(21))
    }
    at("2023-05-04 13:30", by: Self.secretary) { verify(.t(21), by: [.lindvall, .holm]) }
    at("2023-10-02 09:15", by: Self.secretary) { schedule(.t(26), of: .b(5), "2023-10-17") }
  }

  /// The council's last meeting about the promise waits for the final report; the one planned after it has nothing left to deal with.
  private func changedPlans() {
    at("2024-03-20 09:15", by: Self.secretary) {
      move(.t(32), to: "2024-04-23", "Slutrapporten blir klar först i april.", by: .lindvall)
    }
    at("2024-03-20 09:20", by: Self.secretary) { schedule(.t(36), of: .b(5), "2024-06-04") }
    at("2024-04-25 09:40", by: Self.secretary) {
      callOff(.t(36), "Löftet är avslutat; rådet har inget mer att behandla om det.", by: .lindvall)
    }
  }
}
