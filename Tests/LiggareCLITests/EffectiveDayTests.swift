import TestSupport
import Testing

@Suite("the day on which something is said to have happened")
struct EffectiveDayTests {
  @Test("one that has not come is remarked on, once, with --yes and in a dry run", arguments: ["--yes", "--dry-run"])
  func ahead(_ way: String) throws {
    let program = try Program.withMeasure()
    let answer = program("measure report M-0001 --statement Klart --effective 2027-05-01 --irregular x \(way)")
    #expect(answer.exit == 0)
    let remark = "Dagen 2027-05-01 har inte kommit: det som registreras gäller först då.\n"
    #expect(answer.errors.ranges(of: remark).count == 1, "\(answer.errors)")
    #expect(
      !program("measure report M-0001 --statement Klart --effective 2024-01-08 --irregular x \(way)").errors
        .contains("har inte kommit"))
    #expect(
      program("measure report M-0001 --statement Klart --effective 2027-05-01 --irregular x \(way) --lang en").errors
        .contains("The day 2027-05-01 has not come: what is recorded holds only from then on."))
  }

  @Test("a decision of another day than its meeting's is remarked on")
  func decided() throws {
    let program = try Program.withMeasure()
    program.now = "2024-05-10T08:00Z"
    program("meeting schedule --body B-0001 --day 2024-02-18 --yes")
    let line = "measure approve M-0001 --authority body --organ B-0001 --meeting T-0001 --paragraph 14 --yes"
    let answer = program(line + " --effective 2024-03-18 --dry-run")
    #expect(answer.exit == 0)
    #expect(
      answer.errors.contains("Beslutet dateras 2024-03-18, men sammanträdet T-0001 är 2024-02-18."), "\(answer.errors)")
    #expect(!program(line).errors.contains("dateras"))
  }
}
