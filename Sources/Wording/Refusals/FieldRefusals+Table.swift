import CommandArguments

extension FieldRefusals {
  /// What to do about a missing field, by its name or by `type/name`.
  static let missingRemedies: [String: Localized] = [
    "deviation": Localized(
      "Förklara varför åtgärden inte har genomförts, eller inte helt.",
      "Explain why the measure was not implemented, or not fully."),
    "promise": Localized(
      "Ange medborgarlöftet. Bara en beslutad åtgärd kan stå utanför ett löfte.",
      "Give the citizen promise. Only a decided measure can stand outside a promise."),
    "value": Localized(
      "Ange värdet. Bara en medborgardialog kan sakna värde.", "Give the value. Only a citizen dialogue can lack one."),
    "statement": Localized(
      "En medborgardialog utan värde behöver en redogörelse för vad som framkom.",
      "A citizen dialogue without a value needs a statement of what was said."),
    "targets.value": Localized(
      "Ange ett målvärde, eller utelämna jämförelsen.", "Give a target value, or leave out the comparison."),
    "grounds": Localized(
      "Ange vad lägesbilden bygger på: trygghetsmätning, medborgardialog, medarbetare eller statistik.",
      "State what the situation picture builds on: safety survey, citizen dialogue, staff or statistics."),
    "parties": Localized("Ange minst en part till löftet.", "Give at least one party to the promise."),
    "promise.adopted/commitments": Localized(
      "Ange minst en sak som parterna lovar, med löftets egna ord.",
      "State at least one thing that the parties promise, in the promise’s own words."),
    "entry.value-erased/commitments": Localized(
      "Ange vilka förseglade värden som har gallrats.", "State which sealed values were disposed of."),
    "person.registered/name": Localized(
      "Ange namnet, en kontaktuppgift eller båda; de förseglas.",
      "Give the name, a contact, or both; they are sealed."),
    "authority.organ": Localized("Ange vilket organ det gäller, som B-0001.", "Give the body, such as B-0001."),
    "authority.delegation": Localized(
      "Ange delegationen, som G-0001. Om befogenheten inte är känd anges slaget unknown.",
      "Give the delegation, such as G-0001. If the authority is not known, give the kind unknown."),
  ]

  /// What is said of two fields that are against each other, by `one/other`.
  static let contradictions: [String: Message] = [
    "municipalityWide/areas": Message(
      Localized(
        "En åtgärd som gäller hela kommunen kan inte också gälla vissa stadsdelar.",
        "A measure that is municipality-wide cannot also be for certain districts."),
      remedy: Localized("Ange det ena eller det andra.", "Give one or the other.")),
    "authority.kind/authority.delegation": Message(
      Localized(
        "Bara ett delegationsbeslut kan vila på en delegation.", "Only a delegated decision can rest on a delegation."),
      remedy: Localized(
        "Utelämna delegationen, eller ange slaget delegated.",
        "Leave out the delegation, or give the kind delegated.")),
    "authority.kind/authority.meeting": Message(
      Localized(
        "Bara ett beslut av ett organ fattas på ett sammanträde.", "Only a decision by a body is made at a meeting."),
      remedy: Localized(
        "Utelämna sammanträdet, eller ange slaget body.", "Leave out the meeting, or give the kind body.")),
    "meeting/calledOff": Message(
      Localized(
        "Sammanträdet är inställt; inget kan ha skett där.",
        "The meeting is called off; nothing can have happened there."),
      remedy: Localized(
        "Ange sammanträdet där det skedde. Hölls det ändå, makulera uppgiften att det ställdes in (”liggare reverse”). ",
        "Give the meeting where it happened. If it was held all the same, void the entry that called it off (“liggare reverse”). "
      )
        + see("meeting list")),
    "organ/meeting": Message(
      Localized("Sammanträdet hör till ett annat organ.", "The meeting belongs to another body."),
      remedy: Localized("Rätta organet eller sammanträdet. ", "Correct the body or the meeting. ")
        + see("meeting list")),
    "baseline/value": Message(
      Localized("Ett nulägesvärde måste ha ett värde.", "A baseline must have a value."),
      remedy: Localized(
        "Ange värdet, eller utelämna att det är ett nulägesvärde.",
        "Give the value, or leave out that it is a baseline.")),
    "decision/outcome": Message(
      Localized("Det beslutet hade en annan utgång.", "That decision had another outcome."),
      remedy: Localized(
        "Ange rätt beslut, eller registrera det med --authority. ",
        "Name the right decision, or record it with --authority. ")
        + see("decision list")),
    "decision/concerns": Message(
      Localized("Det beslutet gäller inte åtgärden.", "That decision does not concern the measure."),
      remedy: Localized(
        "Ange rätt beslut, eller registrera det med --authority. ",
        "Name the right decision, or record it with --authority. ")
        + see("decision list")),
    "correct/effective": ownDate,
    "reverse/effective": ownDate,
  ]

  private static let ownDate = Message(
    Localized(
      "En korrigering eller makulering har inget eget händelsedatum: den gäller uppgiften från början.",
      "A correction or reversal has no effective date of its own: it is about the entry from the start."),
    remedy: Localized("Utelämna datumet.", "Leave out the date."))
}
