import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("The public page")
struct SiteTests {
  @Test("has a page for the promise, each measure, area, focus area and follow-up, with its data, feed and fragment")
  func files() throws {
    let site = try BuiltSite(SmallLedger.told())
    for path in [
      "index.html", "atgarder/index.html", "atgarder/m-0001.html", "atgarder/m-0006.html", "omraden/index.html",
      "omraden/omrade-norr.html", "omraden/omrade-centrum.html", "omraden/hela-kommunen.html",
      "uppfoljningar/index.html", "uppfoljningar/f-0001.html", "uppfoljningar/f-0001.csv", "uppfoljningar/f-0001.json",
      "uppfoljningar/f-0001-utfall.csv", "indikatorer/index.html", "data/index.html", "data/measures.csv",
      "data/measures.json", "data/decisions.csv", "data/results.json", "data/observations.csv", "data/follow-ups.csv",
      "kontrollera/index.html", "kontrollera/kontrollpunkt.txt", "kontrollera/liggare_verify.py", "tillganglighet.html",
      "flode.xml", "liggare.css", "fragments/anvisning.html", "fragments/index.html", "fragments/atgarder/m-0001.html",
      "fragments/liggare-fragment.css",
    ] { #expect(site.files[path] != nil, "\(path)") }
    #expect(Set(site.order).count == site.order.count)
    // The promise of this ledger has no wording to show.
    #expect(site.files["loftet.html"] == nil)
  }

  @Test("is the same bytes in the same order each time")
  func deterministic() throws {
    let (one, other) = (try BuiltSite(SmallLedger.told()), try BuiltSite(SmallLedger.told()))
    #expect(one.order == other.order && one.files == other.files)
  }

  @Test("is read by strict rules, whatever the language", arguments: Language.allCases)
  func wellFormed(_ language: Language) throws {
    let site = try BuiltSite(SmallLedger.told(), language: language)
    for path in site.pages {
      let tokens = try HTMLTokens(site.files[path] ?? [])
      #expect(!tokens.tags.contains("script"))
      guard !path.hasPrefix("fragments/") || path == "fragments/anvisning.html" else { continue }
      #expect(tokens.tags.filter { $0 == "h1" }.count == 1, "\(path)")
      #expect(tokens.attributes.first { $0.name == "lang" }?.value == language.rawValue)
      #expect(
        tokens.attributes.contains {
          $0.name == "content" && $0.value.hasPrefix("default-src 'none'; style-src 'self'")
        })
      #expect(tokens.texts.contains { $0.contains("ILLUSTRATION") }, "\(path)")
    }
  }

  @Test("every link within leads to a file that is there")
  func links() throws {
    let site = try BuiltSite(SmallLedger.told(), contact: "kontakt@kommunen.example")
    for path in site.pages {
      for attribute in try HTMLTokens(site.files[path] ?? []).attributes where attribute.name == "href" {
        let target = attribute.value.split(separator: "#", omittingEmptySubsequences: false)[0]
        if target.isEmpty || ["mailto:", "https:"].contains(where: target.hasPrefix) { continue }
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for step in target.split(separator: "/") {
          if step == ".." { parts.removeLast() } else { parts.append(String(step)) }
        }
        // The list of all files is written by whoever writes them.
        let file = parts.joined(separator: "/")
        #expect(file == "manifest.json" || site.files[file] != nil, "\(path) leads to \(attribute.value)")
      }
    }
  }

  @Test("says what is promised, how it stands, and that counting is no effect")
  func promise() throws {
    let words = try BuiltSite(SmallLedger.told()).words("index.html")
    #expect(
      words.contains(
        "Småstads kommun och Polisen har gett ett löfte som gäller 1 januari 2022 till och med 31 december 2023"))
    #expect(words.contains("Åtgärder på kort och lång sikt."))
    #expect(words.contains("Läget 5 september 2022"))
    #expect(words.contains("De visar inte om det har gjort någon tryggare."))
    #expect(
      words.contains("bara är exempel på vad som kan komma. Det är varken utlovat eller medräknat: M-0003 Kameror"))
    #expect(
      words.contains("5 åtgärder : 4 är beslutade. 1 är utlovad utan att något beslut finns. Så långt har de kommit:"))
  }

  @Test("says what is new since the last follow-up that was presented")
  func changes() throws {
    let words = try BuiltSite(SmallLedger.told()).words("index.html")
    #expect(words.contains("Sedan den senaste uppföljningen, 2022-T1 (redovisad 24 maj 2022 )"))
    #expect(words.contains("Fältgrupp på kvällarna (M-0004): beslutad, nytt slutdatum 30 november 2022"))
    #expect(words.contains("Grannsamverkan (M-0005): genomförd, ny uppgift lämnad"))
    #expect(words.contains("Trygghetsvärdar (M-0006): ny i liggaren"))
    #expect(!words.contains("Belysning på gångvägen vid stationen (M-0002):"))
  }

  @Test("a measure's page has both clocks, the decision with its authority, and what was irregular")
  func measure() throws {
    let site = try BuiltSite(SmallLedger.told())
    let words = site.words("atgarder/m-0004.html")
    #expect(words.contains("30 november 2022 (från början 15 september 2022 )"))
    #expect(words.contains("Beslutat av: Kommunstyrelsen 15 juni 2022 § 61"))
    #expect(
      words.contains(
        "15 juni 2022 Slutdatum framflyttat till 30 november 2022 : Behovet kvarstår. registrerat 20 juni 2022"))
    #expect(words.contains("utförd före beslut. Angivet skäl: Kvällsbråk krävde närvaro genast."))
    #expect(words.contains("Uppgift saknas: ingen har redovisat något om åtgärden."))
    #expect(site.text("atgarder/m-0004.html").contains(#"<time datetime="2022-06-15">15 juni 2022</time>"#))
    #expect(words.contains("Bindningsgrad Beslutad, men beslutet kom efter att arbetet hade börjat."))
    #expect(site.words("atgarder/m-0006.html").contains("Utlovad: parterna har lovat den, men inget beslut"))
    #expect(site.words("atgarder/m-0003.html").contains("Ingen har lovat eller beslutat det."))
  }

  @Test("a measure's course is a picture as well, told in words; a proposal of one day has none")
  func timeline() throws {
    let site = try BuiltSite(SmallLedger.told())
    let words = ">föreslagen 2022-02-01, beslutad 2022-02-23, slutdatum 2022-12-15."
    for path in ["atgarder/m-0001.html", "fragments/atgarder/m-0001.html"] {
      let text = site.text(path)
      #expect(text.contains("Tidslinje för M-0001") && text.ranges(of: "<svg").count == 1, "\(path)")
      #expect(text.contains(words), "\(path)")
    }
    #expect(!site.text("atgarder/m-0003.html").contains("<svg"))
  }

  @Test("targets stand against actuals, with no information where nothing was reported")
  func results() throws {
    let site = try BuiltSite(SmallLedger.told())
    #expect(site.words("atgarder/m-0001.html").contains("vandringar minst 4 st 2022: 3 st inte nått än"))
    // Its deadline is past, and then the promise is over.
    for later in ["2022-12-16", "2024-01-01"] {
      let words = try BuiltSite(SmallLedger.told(), asOf: later).words("atgarder/m-0001.html")
      #expect(words.contains("vandringar minst 4 st 2022: 3 st inte nått ") && !words.contains("inte nått än"))
    }
    #expect(site.words("atgarder/m-0002.html").contains("stolpar 12 st uppgift saknas uppgift saknas"))
    #expect(site.text("data/results.csv").contains("M-0001,vandringar,st,at-least,4,2022,3,2022-08-24\r\n"))
    #expect(site.text("data/results.csv").contains("M-0002,stolpar,st,,12,,,\r\n"))
  }

  @Test("a follow-up's page has the figures as they were, and says that its document is not with it")
  func followUp() throws {
    let site = try BuiltSite(SmallLedger.told())
    let words = site.words("uppfoljningar/f-0001.html")
    #expect(words.contains("Trygghetsrådet, 24 maj 2022 Noterad 24 maj 2022 , § 12"))
    #expect(words.contains("4 åtgärder, som liggaren såg ut när uppföljningen sammanställdes."))
    #expect(words.contains("Dokumentet följer inte med den här sidan."))
    #expect(words.contains("smastad.example: inte registrerat"))
    // What was reported in August is none of its business.
    #expect(site.text("uppfoljningar/f-0001-utfall.csv").contains("M-0001,vandringar,st,at-least,4,2022,1,2022-04-12"))
  }

  @Test("the publisher's own measures come first, and its name is on every page")
  func parties() throws {
    var book = try SmallLedger.told()
    for (measure, title, party) in [("M-0007", "Polisens pass", "polisen"), ("M-0008", "Kommunens lampor", "kommunen")]
    {
      try book.tell(
        measure,
        .measure(
          .proposed(
            MeasureProposed(
              title: Text(title), binding: .promised, promise: id("P-0001"), parties: [Code(written: party)]))),
        on: "2022-09-01")
    }
    for (party, own, other) in [
      ("kommunen", "Kommunens lampor", "Polisens pass"), ("polisen", "Polisens pass", "Kommunens lampor"),
    ] {
      let site = try BuiltSite(book, for: Code(written: party))
      let words = site.words("atgarder/index.html")
      let (first, second) = (try #require(words.firstRange(of: own)), try #require(words.firstRange(of: other)))
      #expect(first.lowerBound < second.lowerBound)
      #expect(site.text("index.html").contains("Utges av \(party == "polisen" ? "Polisen" : "Småstads kommun")."))
    }
  }

  @Test("a party is found by its code, or by that without the definite article; nothing else is a guess at one")
  func party() throws {
    var terms = PromiseAdopted(
      title: "Löftet", validity: DateSpan(from: "2022-01-01", through: "2023-12-31"), commitments: [],
      parties: [Named("kommunen", "K"), Named("polisen", "P"), Named("region-norr", "N"), Named("region-syd", "S")])
    #expect(PublicSite.party("kommun", of: terms) == "kommunen" && PublicSite.party("polis", of: terms) == "polisen")
    #expect(
      PublicSite.party("polisen", of: terms) == "polisen" && PublicSite.party("region-syd", of: terms) == "region-syd")
    for word: Code in [
      "region", "skolan", "k", "komm", "kommunn", "kommune", "kommunens", "kommunpolis", "polise", "polisx", "polisenn",
    ] { #expect(PublicSite.party(word, of: terms) == nil, "\(word)") }
    terms.parties = [Named("landstinget", "L"), Named("skolan", "S"), Named("en", "E")]
    for (word, code): (Code, Code) in [("landsting", "landstinget"), ("skola", "skolan"), ("en", "en")] {
      #expect(PublicSite.party(word, of: terms) == code)
    }
    // Of two that are shortened alike neither is meant.
    terms.parties = [Named("kommunen", "K"), Named("kommunet", "L")]
    #expect(PublicSite.party("kommun", of: terms) == nil)
  }

  @Test("says that a contact is missing, and shows the one that was stated with its address as a link")
  func contact() throws {
    let without = try BuiltSite(SmallLedger.told())
    #expect(without.words("tillganglighet.html").contains("Kontaktuppgift saknas."))
    #expect(without.text("index.html").contains("Kontaktuppgift är inte angiven."))
    let site = try BuiltSite(SmallLedger.told(), contact: "Växeln, vaxeln@smastad.example.")
    #expect(
      site.text("tillganglighet.html").contains(
        #"Växeln, <a href="mailto:vaxeln@smastad.example">vaxeln@smastad.example</a>."#))
    #expect(!site.text("tillganglighet.html").contains("Kontaktuppgift saknas."))
  }

  @Test("the feed's links are absolute where the site has an address, and its entries keep their identity")
  func feed() throws {
    let plain = try BuiltSite(SmallLedger.told()).text("flode.xml")
    let base = WebAddress(web: "https://smastad.example/loftet/")
    let absolute = try BuiltSite(SmallLedger.told(), base: base).text("flode.xml")
    #expect(plain.contains(#"href="atgarder/m-0005.html""#) && !plain.contains(#"rel="self""#))
    #expect(absolute.contains(#"href="https://smastad.example/loftet/atgarder/m-0005.html""#))
    #expect(
      absolute.contains(#"rel="self" type="application/atom+xml" href="https://smastad.example/loftet/flode.xml""#))
    func ids(_ feed: String) -> [Substring] { feed.split(separator: "\n").filter { $0.hasPrefix("<id>") } }
    #expect(ids(plain) == ids(absolute) && ids(plain).count > 10)
    #expect(plain.contains("<id>urn:uuid:00000000-0000-4000-8000-000000000001#kommunen</id>"))
  }

  @Test("in another language than the ledger's, what the ledger says is marked with its own")
  func languages() throws {
    let text = try BuiltSite(SmallLedger.told(), language: .en).text("atgarder/m-0001.html")
    #expect(text.contains(#"<h1><span lang="sv">Trygghetsvandringar</span>"#))
    #expect(text.contains(#"<time datetime="2022-12-15">15 December 2022</time>"#))
  }

  @Test("a conclusion about effect that no baseline stands behind says so")
  func effect() throws {
    var book = try SmallLedger.told()
    for (measure, indicators) in [("M-0005", [SubjectID]()), ("M-0001", ["I-0001"])] {
      try book.tell(
        measure,
        .measure(
          .evaluated(
            MeasureEvaluated(
              kind: .effect, conclusion: "Fler är trygga.", attainment: .reached, indicators: indicators))),
        on: "2022-09-02", irregular: "Utvärderat så.")
    }
    let site = try BuiltSite(book)
    let reservation = "Slutsatsen om effekt har inget nulägesvärde att jämföra med."
    #expect(site.words("atgarder/m-0005.html").contains(reservation))
    #expect(!site.words("atgarder/m-0001.html").contains(reservation))
    #expect(site.words("index.html").contains("Fler är trygga. \(reservation)"))
  }

  @Test("a district's table and its picture count alike, and what is done in part stands by itself")
  func areas() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "M-0001", .measure(.implemented(MeasureImplemented(extent: .partial, deviation: "Tre av fyra."))),
      on: "2022-09-03")
    let site = try BuiltSite(book)
    let words = site.words("index.html")
    #expect(
      words.contains("Område Åtgärder Genomförda Delvis genomförda Pågår eller pausade Norr 2 1 1 0 Centrum 3 0 1 0"))
    #expect(words.contains("Norr: genomförda, helt eller delvis 2."))
    #expect(site.words("omraden/omrade-norr.html").contains("2 åtgärder, varav 1 genomförda och 1 delvis genomförda."))
  }

  @Test("an indicator's picture says where its scale begins, and its days are written as on the rest of the site")
  func scale() throws {
    let words = try BuiltSite(SmallLedger.told()).words("indikatorer/index.html")
    #expect(words.contains("Skalan börjar inte vid noll: den går från 61,5 till 64."))
    #expect(words.contains("15 nov 2021") && !words.contains("2021-11-15"))
  }

  @Test("the accessibility statement says how far the site conforms, what is known to be wrong, and who supervises")
  func accessibility() throws {
    let site = try BuiltSite(SmallLedger.told(), presented: ["F-0001": Array("%PDF-".utf8)])
    let words = site.words("tillganglighet.html")
    #expect(words.contains("Webbplatsen är delvis förenlig med lagen (2018:1937)"))
    #expect(words.contains("visar läget 5 september 2022 , och gjordes när de byggdes."))
    #expect(words.contains("Kända brister") && words.contains("1 av dem finns bara som fil"))
    #expect(words.contains("Myndigheten för digital förvaltning, Digg, har tillsyn över lagen."))
    #expect(site.text("tillganglighet.html").contains(#"href="https://www.digg.se/tdosanmalan""#))
    let english = try BuiltSite(SmallLedger.told(), language: .en).words("tillganglighet.html")
    #expect(english.contains("partially compliant") && !english.contains("byte for byte"))
  }

  @Test("a promise that the ledger has as a fragment begins with a capital letter")
  func capital() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "P-0001",
      .promise(.amended(PromiseAmended(commitments: [Commitment(text: "öka tryggheten.")], reason: "Ordalydelsen."))),
      on: "2022-03-01", irregular: "Inget beslut behövdes.")
    #expect(try BuiltSite(book).words("index.html").contains("Det här lovar parterna Öka tryggheten."))
  }
}
