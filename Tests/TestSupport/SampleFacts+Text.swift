extension SampleFacts {
  static let ledgerAndPromise = """
    ledger.opened
      {"identity":"urn:uuid:1","title":"Löftet","owner":"Provköping","dataController":"Kommunstyrelsen",
      "reality":"real","validity":{"from":"2022-01-01","through":"2023-12-31"},"timeZone":"Europe/Stockholm",
      "language":"sv","periods":[{"label":"slut","from":"2022-01-01","through":"2023-12-31","final":true}],"format":1}
      {"identity":"urn:uuid:1","title":"Löftet","owner":"Provköping","reality":"illustrative",\
    "validity":{"from":"2022-01-01","through":"2023-12-31"},"timeZone":"Europe/Stockholm","language":"en","format":1}

    ledger.key-registered
      {"name":"provkoping","verifier":"provkoping+1+AA","holder":{"name":"Eva Ek","office":"revisor","organ":"KF"}}
      {"name":"provkoping","verifier":"provkoping+1+AA"}

    ledger.key-retired
      {"name":"provkoping","reason":"utbytt"}
      {"name":"provkoping","reason":"utbytt"}

    ledger.concluded
      {"statement":"Löftet är slut."}
      {"statement":"Löftet är slut."}

    promise.adopted
      {"title":"Tryggare","validity":{"from":"2022-01-01","through":"2023-12-31"},"commitments":[{"text":"Vi gör."}],
      "parties":[{"code":"kommun","name":"Kommunen"}],"signatories":[{"name":"Eva Ek","office":"ordförande"}],
      "parentGoals":["Trygg kommun"],"agreement":"Samverkansöverenskommelsen",
      "areas":[{"code":"norr","name":"Norr"}],"focusAreas":[{"code":"vald","name":"Våld"}],
      "effectGoals":[{"text":"Fler trygga","horizon":"long","followedUpBy":["enkät"]}],
      "reporting":{"to":"Rådet","timesPerYear":3,"occasion":"tertial","sites":[{"code":"kommun-se","name":"Webben"}]},
      "wording":[{"heading":"Löfte","text":"Vi lovar"}],"decision":"D-0001"}
      {"title":"Tryggare","validity":{"from":"2022-01-01","through":"2023-12-31"}}

    promise.signed
      {"party":"kommun","by":{"office":"ordförande"}}
      {"party":"polis","by":{"office":"kommunpolis"}}

    promise.published
      {"site":"Webben","address":"https://example.se"}
      {"site":"Webben"}

    promise.amended
      {"title":"Ännu tryggare","validity":{"from":"2022-01-01","through":"2024-12-31"},"commitments":[{"text":"Mer"}],
      "addedAreas":[{"code":"soder","name":"Söder"}],"addedFocusAreas":[{"code":"trafik","name":"Trafik"}],
      "reporting":{"to":"Rådet","timesPerYear":2},"reason":"förlängt","decision":"D-0001"}
      {"reason":"förlängt"}

    promise.concluded
      {"statement":"Slut."}
      {"statement":"Slut."}
    """

  static let pictureAndCase = """
    situation.assessed
      {"title":"Lägesbild","promise":"P-0001","summary":"Mörkt","grounds":[{"kind":"staff","description":"Personal"}],
      "findings":[{"text":"Otryggt","areas":["norr"],"focusAreas":["vald"],"timeOfDay":"kväll","arenas":["skola"],
      "groups":["unga"]}]}
      {"title":"Lägesbild"}

    indicator.defined
      {"name":"Trygghet","unit":"procent","kind":"effect","direction":"increase","promise":"P-0001",
      "description":"Andel trygga"}
      {"name":"Trygghet","unit":"procent","kind":"output"}

    indicator.observed
      {"value":"61.5","source":"survey","sourceName":"NTU","area":"norr","baseline":true,"statement":"Bättre"}
      {"source":"dialogue"}

    case.opened
      {"title":"Mörkt","registryNumber":"KS 2022/17","promise":"P-0001","areas":["norr"],"description":"Lampor saknas",
      "raisedBy":{"citizen":{"name":{"sealed":"#a"},"contact":{"sealed":"#b"}}},"due":"2022-04-01"}
      {"title":"Mörkt"}

    case.assigned
      {"officer":{"name":"Bo By","office":"handläggare","organ":"Kommunen"}}
      {"officer":{"office":"handläggare"}}

    case.linked
      {"measure":"M-0001"}
      {"measure":"M-0001"}

    case.activity-recorded
      {"activity":"Ringt","by":{"office":"handläggare"}}
      {"activity":"Ringt"}

    case.due-date-set
      {"due":"2022-05-01","reason":"snart"}
      {"due":"2022-05-01"}

    case.closed
      {"outcome":"Lagat","decision":"D-0001"}
      {"outcome":"Lagat"}

    case.reopened
      {"reason":"Trasigt igen"}
      {"reason":"Trasigt igen"}
    """

  static let measure = """
    measure.proposed
      {"title":"Belysning","binding":"promised","promise":"P-0001","case":"C-0001","situation":"S-0001",
      "cause":"Mörkt","goal":"Ljust","targets":[{"name":"lampor","unit":"st","comparison":"at-least","value":"8",
      "indicator":"I-0001"}],"deadline":"2022-10-31","order":2,"responsible":{"office":"parkchef"},
      "contact":{"sealed":"#c"},"followUp":"räknas","evaluationPromised":true,"areas":["norr"],"municipalityWide":true,
      "focusAreas":["vald"],"horizon":"short","timeOfDay":"kväll","arena":"park","targetGroup":"alla",
      "parties":["kommun"],"performers":["Elbolaget"],"proposedBy":{"official":{"office":"parkchef"}}}
      {"title":"Belysning","binding":"decided"}

    measure.referred-back
      {"reason":"oklart","decision":"D-0001"}
      {"reason":"oklart"}

    measure.tabled
      {"until":"2022-04-27","decision":"D-0001"}
      {}

    measure.approved
      {"decision":"D-0001","conditions":"inom budget"}
      {}

    measure.rejected
      {"reason":"för dyrt","decision":"D-0001"}
      {"reason":"för dyrt"}

    measure.started
      {"performedBy":["Elbolaget"]}
      {}

    measure.progress-reported
      {"statement":"på väg","results":[{"target":"lampor","actual":"3"}],"period":"2022-T1",
      "reportedBy":{"office":"parkchef"}}
      {"statement":"på väg"}

    measure.implemented
      {"extent":"partial","results":[{"target":"lampor","actual":"6"}],"deviation":"två saknas",
      "performedBy":["Elbolaget"],"reportedBy":{"office":"parkchef"}}
      {"extent":"full"}

    measure.paused
      {"reason":"tjäle","decision":"D-0001"}
      {"reason":"tjäle"}

    measure.resumed
      {"decision":"D-0001"}
      {}

    measure.deadline-extended
      {"deadline":"2022-12-31","reason":"leverans","decision":"D-0001"}
      {"deadline":"2022-12-31","reason":"leverans"}

    measure.reassigned
      {"responsible":{"office":"gatuchef"},"reason":"ny ordning"}
      {"responsible":{"office":"gatuchef"}}

    measure.amended
      {"title":"Bättre belysning","goal":"Ljusare","targets":[{"name":"stolpar","unit":"st"}],"areas":["norr"],
      "municipalityWide":true,"performers":["Nätbolaget"],"reason":"fler platser","decision":"D-0001"}
      {"reason":"fler platser"}

    measure.withdrawn
      {"reason":"behövs inte","decision":"D-0001"}
      {"reason":"behövs inte"}

    measure.evaluated
      {"kind":"effect","conclusion":"Det hjälpte","attainment":"reached","indicators":["I-0001"],
      "evaluatedBy":{"office":"utredare"}}
      {"kind":"process","conclusion":"Det gick","attainment":"inconclusive"}
    """

  static let decisionAndBody = """
    decision.made
      {"matter":"Belysning","outcome":"approved","authority":{"kind":"body","organ":"B-0001","meeting":"T-0001",
      "paragraph":"§ 14"},"decidedBy":[{"name":"Eva Ek","office":"ordförande"}],"rapporteur":{"office":"utredare"},
      "proposedBy":{"office":"ledamot"},"grounds":"Tjänsteskrivelsen","reference":"KS 2022/17",
      "validThrough":"2023-12-31","conflicts":[{"person":{"office":"ledamot"},"tookPart":true}],
      "concerns":["C-0001"],"reservedMatter":"direction","notBeforeFinal":"Kan inte göras ogjort"}
      {"matter":"Belysning","outcome":"other","authority":{"kind":"unknown"}}

    decision.announced
      {"place":"anslagstavlan"}
      {}

    decision.notified
      {"to":"B-0001","meeting":"T-0001","paragraph":"§ 3"}
      {"to":"B-0001"}

    decision.appealed
      {"court":"Förvaltningsrätten","caseNumber":"1-22","appellant":{"name":{"sealed":"#a"},"contact":{"sealed":"#b"}}}
      {"court":"Förvaltningsrätten"}

    decision.stayed
      {"by":"Förvaltningsrätten","caseNumber":"1-22"}
      {"by":"Förvaltningsrätten"}

    decision.annulled
      {"by":"Förvaltningsrätten","reason":"jäv","caseNumber":"1-22"}
      {"by":"Förvaltningsrätten","reason":"jäv"}

    decision.final
      {"ruling":"Förvaltningsrätten avslog överklagandet 2022-05-02"}
      {}

    body.registered
      {"name":"Kommunstyrelsen","kind":"executive-board","party":"kommun","chair":{"office":"ordförande"},
      "delegatedDecisionsNotified":true,"urgentMandate":{"office":"ordförande"}}
      {"name":"Rådet","kind":"advisory"}

    delegation.granted
      {"from":"B-0001","to":{"office":"chef"},"scope":"små åtgärder",
      "validity":{"from":"2022-01-01","through":"2022-12-31"},"reference":"KS 2021/9","mayDelegateFurther":true,
      "under":"G-0001","decision":"D-0001"}
      {"from":"B-0001","to":{"office":"chef"},"scope":"små åtgärder"}

    delegation.revoked
      {"reason":"ny ordning","decision":"D-0001"}
      {"reason":"ny ordning"}

    meeting.scheduled
      {"body":"B-0001","day":"2022-03-30"}
      {"body":"B-0001","day":"2022-03-30"}

    meeting.held
      {"body":"B-0001","name":"KS 2022-03-30","chair":{"office":"ordförande"}}
      {"body":"B-0001"}

    meeting.minutes-verified
      {"paragraphs":["§ 14"],"verifiedBy":[{"office":"justerare"}]}
      {}

    meeting.verification-announced
      {"paragraphs":["§ 14"],"place":"anslagstavlan"}
      {}

    meeting.announcement-removed
      {"paragraphs":["§ 14"]}
      {}

    meeting.moved
      {"day":"2022-04-06","reason":"Ordföranden är sjuk","by":{"office":"ordförande"}}
      {"day":"2022-04-06","reason":"Ordföranden är sjuk"}

    meeting.called-off
      {"reason":"För få ärenden","by":{"office":"ordförande"}}
      {"reason":"För få ärenden"}
    """

  static let followingUp = """
    follow-up.compiled
      {"period":"2022-T1","promise":"P-0001","measures":["M-0001"],"knownThrough":12,
      "compiledBy":{"office":"sekreterare"}}
      {"period":"2022-T1","promise":"P-0001","knownThrough":12}

    follow-up.sent
      {"to":"B-0002","meeting":"T-0002","leftOut":["M-0001"]}
      {"to":"B-0002"}

    follow-up.presented
      {"to":"B-0002","meeting":"T-0002","document":{"name":"Uppföljning","sha256":"#d","registryNumber":"KS 2022/40"}}
      {"to":"B-0002","document":{"name":"Uppföljning","sha256":"#d"}}

    follow-up.noted
      {"meeting":"T-0002","paragraph":"§ 4"}
      {}

    follow-up.published
      {"site":"kommun-se","address":"https://example.se/t1"}
      {"site":"kommun-se"}

    recommendation.delivered
      {"title":"Tidsgränser","text":"Sätt slutdatum","report":"Revisionsrapport 3","to":"B-0001",
      "measures":["M-0001"],"answerBy":"2022-09-30"}
      {"title":"Tidsgränser","text":"Sätt slutdatum"}

    recommendation.answered
      {"answer":"Vi gör så","by":{"office":"ordförande"},"decision":"D-0001"}
      {"answer":"Vi gör så"}

    recommendation.cleared
      {"statement":"Klart","by":{"office":"revisor"}}
      {}

    recommendation.carried-over
      {"statement":"Målen är ännu inte mätbara","report":"Revisionsrapport 7","answerBy":"2023-09-30"}
      {}

    person.registered
      {"name":{"sealed":"#a"},"contact":{"sealed":"#b"}}
      {}

    person.changed
      {"name":{"sealed":"#a"},"contact":{"sealed":"#b"}}
      {}
    """

  static let entry = """
    entry.corrected
      {"event":"00000000-0000-4000-8000-000000000002","field":"deadline","old":"2022-10-31","new":"2022-11-30",
      "reason":"skrivfel","orderedBy":{"office":"sekreterare"},"decision":"D-0001"}
      {"event":"00000000-0000-4000-8000-000000000002","field":"deadline","reason":"skrivfel"}

    entry.reversed
      {"event":"00000000-0000-4000-8000-000000000002","reason":"dubblett","orderedBy":{"office":"sekreterare"}}
      {"event":"00000000-0000-4000-8000-000000000002","reason":"dubblett"}

    entry.document-attached
      {"document":{"name":"Protokoll","sha256":"#d","registryNumber":"KS 2022/17"},"role":"protokoll"}
      {"document":{"name":"Protokoll","sha256":"#d"}}

    entry.secrecy-marked
      {"field":"note","provision":"OSL 25:1","authority":"Kommunstyrelsen"}
      {"provision":"OSL 25:1","authority":"Kommunstyrelsen"}

    entry.secrecy-lifted
      {"field":"note","authority":"Kommunstyrelsen"}
      {"authority":"Kommunstyrelsen"}

    entry.value-erased
      {"commitments":["#a","#b"],"reference":"KS 2024/3","decided":"2024-01-31","organ":"Kommunstyrelsen"}
      {"reference":"KS 2024/3","decided":"2024-01-31","organ":"Kommunstyrelsen"}

    entry.value-disclosed
      {"what":"registerutdrag","count":4,"by":{"name":"Kim Ek","office":"registrator","organ":"Kommunstyrelsen"}}
      {"what":"registerutdrag","count":4,"by":{"office":"registrator"}}
    """
}
