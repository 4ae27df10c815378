import LedgerDomain
import StrictJSON
import TestSupport

/// The people of Ekeborg who act in office. All are made up.
extension PublicOfficial {
  static let lindvall = PublicOfficial(
    name: "Margareta Lindvall", office: "kommunstyrelsens ordförande", organ: "Kommunstyrelsen")
  static let noren = PublicOfficial(
    name: "Gunilla Norén", office: "kommunfullmäktiges ordförande", organ: "Kommunfullmäktige")
  static let wikner = PublicOfficial(name: "Lars Wikner", office: "socialnämndens ordförande", organ: "Socialnämnden")
  static let sjogren = PublicOfficial(
    name: "Elin Sjögren", office: "bildningsnämndens ordförande", organ: "Bildningsnämnden")
  static let holm = PublicOfficial(name: "Anders Holm", office: "ledamot, justerare")
  static let frid = PublicOfficial(name: "Camilla Frid", office: "ledamot, justerare")
  static let falk = PublicOfficial(name: "Bertil Falk", office: "ledamot", organ: "Kommunstyrelsen")
  static let ask = PublicOfficial(name: "Henrik Ask", office: "chef lokalpolisområde Ekeborg", organ: "Polisen")
  static let feldt = PublicOfficial(name: "Oskar Feldt", office: "kommunpolis", organ: "Polisen")
  static let brandt = PublicOfficial(name: "Sofia Brandt", office: "trygghetssamordnare", organ: "Kommunstyrelsen")
  static let thulin = PublicOfficial(name: "Karin Thulin", office: "kommunsekreterare", organ: "Kommunstyrelsen")
  static let ekholm = PublicOfficial(name: "Jonas Ekholm", office: "gatuchef", organ: "Kommunstyrelsen")
  static let berggren = PublicOfficial(name: "Nils Berggren", office: "driftledare gata och park")
  static let haddad = PublicOfficial(name: "Amira Haddad", office: "socialchef", organ: "Socialnämnden")
  static let stahl = PublicOfficial(name: "Maria Ståhl", office: "alkoholhandläggare", organ: "Socialnämnden")
  static let rosen = PublicOfficial(name: "Tove Rosén", office: "vikarierande alkoholhandläggare")
  static let nyman = PublicOfficial(name: "Petra Nyman", office: "skolchef", organ: "Bildningsnämnden")
  static let roos = PublicOfficial(name: "Daniel Roos", office: "fritidschef", organ: "Bildningsnämnden")
  static let lund = PublicOfficial(name: "Hedda Lund", office: "biträdande skolchef", organ: "Bildningsnämnden")
  static let ahlstedt = PublicOfficial(name: "Björn Ahlstedt", office: "ordförande i Ekeborgs revisorer")
}

/// On what authority the decisions of the story are made.
extension Authority {
  static func council(_ meeting: Int, _ paragraph: Int) -> Authority { sitting(1, meeting, paragraph) }
  static func board(_ meeting: Int, _ paragraph: Int) -> Authority { sitting(2, meeting, paragraph) }
  static func social(_ meeting: Int, _ paragraph: Int) -> Authority { sitting(3, meeting, paragraph) }
  static func schools(_ meeting: Int, _ paragraph: Int) -> Authority { sitting(4, meeting, paragraph) }
  static func under(_ delegation: Int) -> Authority { Authority(.delegated, delegation: .g(delegation)) }
  static func urgently(for body: Int) -> Authority { Authority(.urgentChair, organ: .b(body)) }
  static let ofThePolice = Authority(.police, organ: .b(6))
  static let carryingOut = Authority(.mereExecution)

  private static func sitting(_ body: Int, _ meeting: Int, _ paragraph: Int) -> Authority {
    Authority(.body, organ: .b(body), meeting: .t(meeting), paragraph: Text("§ \(paragraph)"))
  }
}
