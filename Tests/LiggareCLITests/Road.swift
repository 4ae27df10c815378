import CommandArguments
import LedgerDomain
import TestSupport

/// The whole road of a new user, from an empty folder to the last follow-up, as lines typed on their days.
///
/// `{sv|en}` holds the words of either language. The clock of each line is its day at nine.
enum Road {
  struct Step {
    var day: LocalDate
    var line: String
  }

  static func steps(_ language: Language) -> [Step] {
    var day: LocalDate = "2024-01-08"
    return text.split(separator: "\n").compactMap { row in
      if row.hasPrefix("# ") {
        day = LocalDate(written: String(row.dropFirst(2)))
        return nil
      }
      return Step(day: day, line: spoken(String(row), language))
    }
  }

  /// A ledger whose road is walked: each line with its answer.
  struct Walked: Sendable {
    var scratch: ScratchFolder
    var answers: [(line: String, answer: Program.Answer)]

    /// A program of one's own on the ledger as it is at the end of the road, to read it; on the day after the last line.
    func reader() throws -> Program { try Program("2026-01-13T08:00Z", in: scratch) }

    /// The same for whoever goes on recording, in a walk of one's own.
    func recorder() throws -> Program { try Program("2026-01-13T08:00Z", in: scratch, seed: 2) }
  }

  /// Walks the road and gives what was answered to each line.
  static func walk(_ language: Language, options: String = "") throws -> Walked {
    let program = try Program()
    try program.write("Som det visades.\n", to: "visad.md")
    let answers = steps(language).map { step in
      program.now = Instant(milliseconds: SwedishTime.startOfDay(step.day).milliseconds + 9 * 3_600_000)
      let isOpening = step.line.hasPrefix("journal init")
      let line = step.line + (isOpening ? " --lang \(language.rawValue)" : "") + " --yes" + options
      return (step.line, program(line))
    }
    return Walked(scratch: program.scratch, answers: answers)
  }

  /// The road walked once in each language, for all tests that only read.
  static func walked(_ language: Language) throws -> Walked {
    try (language == .sv ? inSwedish : inEnglish).get()
  }

  private static let inSwedish = Result { try walk(.sv) }
  private static let inEnglish = Result { try walk(.en) }

  /// The reports that other rooms write, for the ledger at the end of the road.
  static let reports = [
    "status", "status --as-of 2024-10-01",
    "calendar --from 2024-02-01 --to 2024-12-31 --as-of 2024-10-01", "follow-up prepare 2024-T2",
    "follow-up prepare 2024-T2 --by area", "follow-up prepare 2024-T2 --by promise", "follow-up show F-0002 --now",
    "follow-up collect 2025-T3 --status",
    "follow-up prepare 2024-T2 --known-at 2024-09-11", "audit trace M-0001", "audit trace M-0002", "audit trace D-0008",
    "audit trace C-0001", "audit trace L-0001", "audit trace B-0001", "audit trace M-0001 --graph",
    "audit trace M-0002 --no-findings",
    "audit trace --person \"Ida Sten\"", "audit trace --registry \"KS 2024/17\"",
    "audit findings", "audit findings M-0001 --severity breach", "audit sample measure --size 1 --seed 4711",
    "audit why M-0001.deadline", "audit why M-0001.plan.targets", "audit why D-0008.standing",
    "audit why I-0001.latest.observed.value", "audit why C-0001.due", "audit why R-0001 --all",
    "audit diff --from 60 --to 70", "audit diff --from 2024-05-19 --to 2024-05-24", "audit diff --hindsight 2024-09-30",
    "audit trace M-0002 --none-between 2024-03-13 2024-04-09",
  ]

  /// The registers and sheets, for the same ledger.
  static let registers = [
    "promise list", "promise show", "situation list", "situation show S-0001",
    "case list", "case show C-0001", "measure list", "measure list --status implemented", "measure count",
    "find åtgärd", "find xyzzy --kind case",
    "measure show M-0001",
    "measure show M-0002", "decision list", "decision show D-0002", "decision show D-0008", "indicator list",
    "indicator show I-0001", "body list", "body show B-0002", "delegation list", "delegation show G-0001",
    "meeting list", "meeting show T-0001", "meeting show T-0003", "document list", "document list M-0001",
    "document show 52d4",
    "recommendation list", "recommendation show R-0001", "follow-up list", "follow-up show F-0002",
    "journal stats", "person list", "person list --reveal", "person show E-0001 --reveal",
    "person show E-0002 --reveal", "case show C-0001 --reveal", "journal person E-0001 --reveal",
    "journal person E-0002", "journal find-sealed ask --reveal",
  ]

  /// `{sv|en}` as said in a language.
  private static func spoken(_ row: String, _ language: Language) -> String {
    row.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "}"), let bar = part.firstIndex(of: "|"), bar < end else {
        return String(part)
      }
      let word = language == .sv ? part[..<bar] : part[part.index(after: bar)..<end]
      return String(word) + String(part[part.index(after: end)...])
    }.joined()
  }

  private static let text = #"""
    # 2024-01-08
    journal init @/ledger --title "{Medborgarlöfte|Citizen promise} 2024–2025" --owner "{Kommunen|The municipality}" --from 2024-01-01 --through 2025-12-31
    body register --name "{Kommunfullmäktige|Municipal council}" --kind council --undated
    body register --name "{Kommunstyrelsen|Executive board}" --kind executive-board --undated --delegated-notified --chair "Kim Ek, {ordförande|chair}" --urgent-mandate "Kim Ek, {ordförande|chair}"
    body register --name "{Trygghetsrådet|Safety council}" --kind advisory --undated
    promise adopt --title "{Medborgarlöfte|Citizen promise}" --from 2024-01-01 --through 2025-12-31 --commitment "{öka tryggheten|make people safer}" --party "kommun={Kommunen|The municipality}" --party "polis={Polisen|The police}" --area norr=Norr --area centrum=Centrum --focus "vald={Våld|Violence}" --parent-goal "{Trygg kommun|A safe municipality}" --effect-goal "{Fler känner sig trygga|More people feel safe}" --reports-to "{Trygghetsrådet|Safety council}" --site "kommun={Kommunens webbplats|The municipality's site}" --wording "{Löftet|The promise}={Vi gör det tillsammans.|We do it together.}" --authority body --organ B-0001 --paragraph "§ 4" --effective 2023-12-11
    # 2024-01-10
    promise sign P-0001 --party kommun --by "Kim Ek, {ordförande|chair}"
    promise sign P-0001 --party polis --by "{lokalpolisområdeschef|local police chief}" --undated
    promise publish P-0001 --site "{Kommunens webbplats|The municipality's site}" --effective 2024-01-15
    situation assess --title "{Lägesbild|Situation picture} 2024" --ground "survey={Trygghetsmätning|Safety survey} 2023" --finding "norr: {Otryggt efter mörkrets inbrott|Unsafe after dark}"
    indicator define --name "{Trygg utomhus kvällstid|Feels safe outdoors at night}" --unit procent --kind effect --direction increase
    indicator observe I-0001 --value 62,5 --from survey --baseline --effective 2023-11-30
    # 2024-01-22
    case open --title "{Mörk gångväg vid skolan|Dark path by the school}" --area norr --registry-number "KS 2024/17" --proposed-by-citizen "Bo Ask" --citizen-contact "bo@example.org"
    case assign C-0001 --officer "Ida Sten, {handläggare|case officer}"
    case record C-0001 --activity "{Platsbesök med fastighetsägaren|Visit with the owner}" --note "{Grinden var trasig|The gate was broken}"
    case due C-0001 --due 2024-06-30
    delegation grant --from-body B-0002 --delegate "{säkerhetschef|head of security}" --scope "{Belysning till 200 000 kr|Lighting up to SEK 200 000}" --scheme "3.4"
    # 2024-02-01
    meeting schedule --body B-0002 --day 2024-02-20
    measure propose --title "{Trygghetsvandringar|Safety walks}" --area norr --focus vald --target "{vandringar|walks}: >=4 st" --deadline 2024-11-30 --situation S-0001 --responsible "Ida Sten, {handläggare|case officer}" --evaluation-promised
    measure propose --title "{Belysning på gångvägen|Lighting on the path}" --area norr --case C-0001 --deadline 2024-05-31 --proposed-by-party kommun
    measure propose --title "{Ordningsvakter|Guards}" --municipality-wide
    measure propose --title "{Kamera på torget|Camera in the square}" --area centrum --binding example
    case link C-0001 M-0002
    # 2024-02-21
    meeting hold T-0001 --name "KS 2024-02-20" --effective 2024-02-20
    measure approve M-0001 --authority body --organ B-0002 --meeting T-0001 --paragraph "§ 14" --effective 2024-02-20
    measure reject M-0003 --reason "{Ryms inte i budgeten|Not within the budget}" --authority body --organ B-0002 --meeting T-0001 --paragraph "§ 15" --effective 2024-02-20
    measure table M-0002 --until 2024-03-12 --authority body --organ B-0002 --meeting T-0001 --paragraph "§ 16" --effective 2024-02-20
    # 2024-02-27
    meeting verify T-0001
    meeting announce T-0001 --place "{anslagstavlan|the notice board}" --effective 2024-02-28
    # 2024-03-12
    measure approve M-0002 --authority delegated --delegation G-0001 --decided-by "Siv Alm, {säkerhetschef|head of security}" --reference "DB 2024/3"
    decision notify D-0005 --to B-0002 --paragraph "§ 22" --effective 2024-04-16
    measure start M-0001 --effective 2024-03-01
    measure start M-0002
    # 2024-04-10
    measure pause M-0002 --reason "{Leveransen är sen|The delivery is late}"
    measure resume M-0002 --effective 2024-05-02
    measure extend M-0002 --deadline 2024-09-30 --reason "{Leveransen är sen|The delivery is late}" --authority delegated --delegation G-0001 --decided-by "Siv Alm, {säkerhetschef|head of security}"
    measure reassign M-0001 --responsible "Per Lind, {samordnare|coordinator}"
    measure amend M-0001 --target "{vandringar|walks}: >=5 st" --reason "{Fler områden|More areas}" --authority body --organ B-0002 --paragraph "§ 31"
    measure withdraw M-0004 --reason "{Behovet har upphört|No longer needed}"
    # 2024-05-06
    decision make --matter "{Kameror i centrum|Cameras in the centre}" --authority urgent-chair --organ B-0002 --decided-by "Kim Ek, {ordförande|chair}" --outcome approved --reference "KS 2024/40"
    decision announce D-0008 --place "{anslagstavlan|the notice board}"
    decision appeal D-0008 --court "{Förvaltningsrätten|The administrative court}" --appellant E-0001 --effective 2024-05-20
    decision stay D-0008 --by "{Förvaltningsrätten|The administrative court}" --effective 2024-05-24
    decision annul D-0008 --by "{Förvaltningsrätten|The administrative court}" --reason "{Ärendet var inte brådskande|The matter was not urgent}" --effective 2024-08-20
    decision final D-0002 --effective 2024-03-25
    # 2024-05-08
    follow-up prepare 2024-T1 --record
    follow-up send F-0001 --to B-0003
    follow-up present F-0001 --to B-0003 --document @/visad.md
    # 2024-08-30
    measure report M-0001 --statement "{Tre vandringar genomförda|Three walks done}" --result {vandringar|walks}=3 --period 2024-T2 --reported-by "Per Lind, {samordnare|coordinator}"
    meeting schedule --body B-0003 --day 2024-09-26
    # 2024-09-10
    follow-up prepare 2024-T2 --record --compiled-by "Ida Sten, {handläggare|case officer}"
    follow-up send F-0002 --to B-0003 --meeting T-0002 --effective 2024-09-12
    # 2024-09-27
    meeting hold T-0002 --effective 2024-09-26
    follow-up present F-0002 --to B-0003 --meeting T-0002 --document @/visad.md --registry-number "KS 2024/90" --effective 2024-09-26
    follow-up note F-0002 --meeting T-0002 --paragraph "§ 9" --effective 2024-09-26
    follow-up publish F-0002 --site kommun --effective 2024-10-01
    # 2024-10-02
    measure implement M-0002 --effective 2024-09-28
    measure report M-0002 --statement "{Felregistrerad|Recorded by mistake}"
    correct 20 --field deadline --to 2024-12-15 --reason "{Skrivfel|A slip of the pen}" --by "Ida Sten, {handläggare|case officer}"
    reverse 65 --reason "{Fel åtgärd|The wrong measure}"
    document attach M-0001 --file @/visad.md --role "{underlag|grounds}" --registry-number "KS 2024/91"
    secrecy mark C-0001 --provision "OSL 35:1" --by "{Kommunstyrelsen|Executive board}"
    secrecy lift C-0001 --by "{Kommunstyrelsen|Executive board}"
    case close C-0001 --outcome "{Belysningen är på plats|The lights are up}"
    case reopen C-0001 --reason "{Ny anmälan|A new report}"
    # 2024-12-02
    measure implement M-0001 --result {vandringar|walks}=5 --reported-by "Per Lind, {samordnare|coordinator}"
    indicator observe I-0001 --value 66 --from survey --effective 2024-11-29
    measure evaluate M-0001 --kind effect --attainment partly --indicator I-0001 --conclusion "{Tryggheten ökade något|People feel somewhat safer}"
    meeting take-down T-0001 --effective 2024-03-21
    meeting schedule --body B-0002 --day 2025-02-11
    meeting move T-0003 --day 2025-02-18 --reason "{Ordföranden är bortrest|The chair is away}" --by "Kim Ek, {ordförande|chair}"
    meeting call-off T-0003 --reason "{För få ärenden|Too few matters}" --by "Kim Ek, {ordförande|chair}" --effective 2024-12-02
    recommendation deliver --title "{Tydligare mål|Clearer targets}" --text "{Mål ska gå att mäta|Targets must be measurable}" --to B-0002 --measure M-0001 --answer-by 2025-03-31
    recommendation answer R-0001 --answer "{Mål med tal införs|Targets get numbers}" --by "Kim Ek, {ordförande|chair}"
    recommendation carry-over R-0001 --statement "{Målen saknar ännu tal|The targets still have no numbers}" --answer-by 2025-09-30
    recommendation clear R-0001 --by "Ida Ros, {revisor|auditor}"
    delegation revoke G-0001 --reason "{Ny delegationsordning|A new delegation scheme}"
    measure propose --title "{Fältassistenter|Field assistants}" --area centrum --effective 2024-11-20
    measure refer-back M-0005 --reason "{Kostnaden ska redovisas|The cost must be stated}" --authority body --organ B-0002 --paragraph "§ 79"
    person register --name "Ulla Berg" --contact "ulla@example.org"
    person change E-0002 --contact "070-174 06 05"
    case record C-0001 --activity "{Samtal|A call}" --note "{Ulla vill inte synas|Ulla wants to stay unnamed}" --ref E-0002
    journal erase E-0002 --reference "KS 2024/97" --decided 2024-11-27 --organ "{Kommunstyrelsen|Executive board}"
    promise amend P-0001 --area oster=Öster --reason "{Läget har ändrats|Things have changed}" --authority body --organ B-0001 --paragraph "§ 80"
    # 2026-01-12
    promise conclude P-0001 --statement "{Löftet har löpt ut|The promise has run out}" --effective 2025-12-31
    journal conclude --statement "{Boken är avslutad|The book is closed}" --effective 2026-01-12
    """#
}
