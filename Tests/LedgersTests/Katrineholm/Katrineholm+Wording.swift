import LedgerDomain
import StrictJSON
import TestSupport

extension Katrineholm {
  /// The wording of the promise under the document's own headings: its bytes, misprints included.
  static let wording: [Passage] = [
    Passage(heading: "Medborgarlöfte 2022–2023", text: "Lokalt brottsförebyggande arbete"),
    Passage(
      heading: "Inledning",
      text: """
        Medborgarlöftet är en del av polisens och kommunens samverkansöverenskommelse om lokalt trygghetskapande \
        och brottsförebyggande arbete.

        En av grundpelarna i Polismyndighetens arbete är att polisen ska verka närmare medborgarna i kommunen \
        och medborgarna ska kunna vara delaktiga i processer vid trygghetskapande och brottsförebyggande arbete. \
        Katrineholms kommun har som mål i kommunplanen att det ska vara tryggt och säkert att leva och verka i \
        kommunen. Tillsammans med polisen ska hela den kommunala organisationen arbeta mot brottslighet och \
        droger samt vara kompromisslösa i kampen mot kriminalitet och ha nolltolerans mot hot och våld. \
        Medborgarna, medarbetarna, trygghetsundersökningar och tillgänglig statistik har använts för att ta fram \
        en lägesbild. Utifrån denna gemensamma lägesbild har medborgarlöftet formulerats.
        """),
    Passage(
      heading: "Vad upplever medborgarna i Katrineholms kommun",
      text: """
        Utifrån trygghetsmätningar och dialoger ger Katrineholms medborgare en positiv bild av trygghetsläget i \
        kommunen. Det är förhållandevis få platser som pekas ut som otrygga. Vi vet dock sedan tidigare att \
        individer kan känna sig otrygga fastän individen lever i ett område med väldigt lite brottslighet och \
        vice versa. Utifrån denna kunskap blir det därför helt centralt att arbeta med medborgarnas upplevda \
        otrygghet. Trots det generella positiva läget visar trygghetsmätning och dialoger att medborgarna \
        upplever otrygghet i delar av centrum, norr och nävertorp. Det är främst under dygnets mörka timmar som \
        oro för att utsättas för brott finns och då främst för våldsbrott. Många människor har behov av att bli \
        sedda, hörda och bekräftade. Särskilt ungdomar har ett sådant behov och i synnerhet när de tar steget in \
        i vuxenlivet. Ungdomars "häng" i tätorten och framförallt i centrum kan skapa otrygghet och oro för både \
        vuxna och andra ungdomar.

        Utöver de geografiska platser som kommuninvånarna upplever som otrygga har Polisen och Katrineholms \
        kommun tillsammans identifierat följande fokusområden för det lokala brottsförebyggande arbetet:
        """),
    Passage(
      heading: "Våld",
      text: """
        Våld är fortfarande ett av de största samhällsproblemen i Sverige och orsakar ett enormt fysiskt och \
        psykiskt lidande. Våldet innebär också stora kostnader för samhället. I Katrineholm ser vi att våld är \
        vanligt förekommande, både i skolan, hemmet och i det offentliga rummet.
        """),
    Passage(
      heading: "Droger",
      text: """
        Droger är ett samhällsproblem och användandet av alkohol och tobak är det vanligaste folkhälsoproblemet \
        i Sverige. Det drabbar våra ungdomar och det drabbar boende i området både direkt och indirekt genom \
        droghandel och störningar samt de grova våldsbrott som sker som en konsekvens av uppgörelser och \
        konflikter inom dessa kretsar.
        """),
    Passage(
      heading: "Ungdomsbrottslighet",
      text: """
        Den lokala lägesbilden indikerar samma sak som den nationella samhällsutvecklingen. Vi upplever ett \
        tuffare klimat bland ungdomar där våld och våldsbrott ökar. Detta märks framförallt i högstadieskolan \
        och på gymnasiet. Mätningar visar att det är för lätt för ungdomar att få tillgång till droger vilket är \
        en utveckling som måste brytas.
        """),
    Passage(
      heading: "Effekter",
      text: """
        Det övergripande målet med aktiviteterna i medborgarlöftet är att den upplevda tryggheten för \
        kommuninvånarna ska öka och att utsattheten för brott minska i Katrineholm.
        """),
    Passage(
      heading: "Öka tryggheten på lång sikt:",
      text: """
        Polisen och kommunen har som mål att öka den generella känslan av trygghet hos medborgarna. Detta arbete \
        är långsiktigt och kräver tid och uthållighet. Medborgarlöftet är en del i det långsiktiga arbetet där \
        målet är att uppnå en generell förbättring avseende den upplevda tryggheten. målet kommer att följas upp \
        i trygghetsmätningar och medborgardialoger.

        Medborgarlöftet kommer vara en del av det trygghetsskapande arbetet som bedrivs i kommunen.
        """),
    Passage(
      heading: "Uppföljning och återkoppling mot medborgarna",
      text: """
        Uppföljning av aktiviteter kopplade till medborgarlöftet kommer ske i samband med ordinarie \
        verksamhetsuppföljning och redovisas i Rådet för Trygghet och Säkerhet tre gånger per år. Arbetet med \
        medborgarlöftet kommer återkopplas och redovisas löpande mot kommunens medborgare och sammanställas på \
        kommunens respektive polisens webbplats.
        """),
    Passage(
      heading: "Medborgarlöfte 2022–2023",
      text: """
        Kommunen och Polisen lovar gemensamt att:

        - sätta in åtgärder, både kortsiktiga och långsiktiga, för att öka tryggheten med särskilt fokus på \
        stadsdelarna centrum, norr och Nävertorp.
        Några exempel på åtgärder som kan vara aktuella är patrullering av polis, åtgärder kring belysning eller \
        växtlighet vid en fastighet eller övervakningskameror.
        """),
    Passage(
      heading: "Giltighetstid",
      text: """
        Medborgarlöftet gäller from 1 januari 2022 till 31 december 2023.
        """),
  ]
}
