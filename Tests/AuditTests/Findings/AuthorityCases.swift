import LedgerDomain
import TestSupport

/// Was it decided, and was what was decided carried out as it stood?
enum AuthorityCases {
  static let all: [RuleCase] = [
    .finds(
      "AU-01", ["M-0001 2022-02-07"], "begun before the decision",
      """
      2022-02-01 M-0001 proposed
      2022-02-07 M-0001 started ! började inom löpande avtal
      2022-03-30 D-0001 made concerns=[M-0001]
      2022-03-30 M-0001 approved decision=D-0001 ! beslutet kom efteråt
      """),
    .finds(
      "AU-01", ["M-0001 2022-02-07"], "begun and then rejected",
      """
      2022-02-01 M-0001 proposed
      2022-02-07 M-0001 started ! började som försök
      2022-03-30 D-0001 made outcome=rejected concerns=[M-0001]
      2022-03-30 M-0001 rejected decision=D-0001 ! arbetet hade börjat
      """),
    .finds(
      "AU-01", ["M-0001 2022-02-07"], "carried out and never decided",
      """
      2022-02-01 M-0001 proposed
      2022-02-07 M-0001 implemented ! ingen visste
      """),
    .finds(
      "AU-01", ["M-0001 2022-03-30"], "begun on the day of the rejection",
      """
      2022-02-01 M-0001 proposed
      2022-03-30 D-0001 made outcome=rejected concerns=[M-0001]
      2022-03-30 M-0001 rejected decision=D-0001
      2022-03-30 M-0001 started ! samma dag
      """),
    .finds(
      "AU-01", ["M-0001 2022-02-07"], "never approved, and rejected nobody knows when",
      """
      2022-02-01 M-0001 proposed
      2022-02-07 M-0001 started ! började som försök
      2022-03-30 D-0001 made outcome=rejected concerns=[M-0001]
      - M-0001 rejected decision=D-0001 ! arbetet hade börjat
      """),
    .passes(
      "AU-01", "decided, appealed and begun before laga kraft, as KL 13:14 allows",
      """
      2022-02-01 M-0001 proposed
      2022-03-30 D-0001 made concerns=[M-0001]
      2022-03-30 M-0001 approved decision=D-0001
      2022-04-01 D-0001 appealed
      2022-04-02 M-0001 started
      """),
    .passes(
      "AU-01", "the decision was typed after the start but made before it",
      """
      2022-02-01 M-0001 proposed
      2022-02-07 M-0001 started ! beslutet var inte inskrivet
      2022-02-03 D-0001 made concerns=[M-0001]
      2022-02-03 M-0001 approved decision=D-0001
      """),
    .finds(
      "AU-02", ["M-0001 2022-05-01"], "carried out after the rejection",
      """
      2022-02-01 M-0001 proposed
      2022-03-30 D-0001 made outcome=rejected concerns=[M-0001]
      2022-03-30 M-0001 rejected decision=D-0001
      2022-05-01 M-0001 implemented ! trots avslaget
      """),
    .finds(
      "AU-02", ["M-0001 2022-05-01"], needsMark: true, "reported as going on after it was broken off",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-02 M-0001 started
      2022-04-01 M-0001 withdrawn
      2022-05-01 M-0001 progress-reported ! avtalet sades upp sent
      """),
    .passes(
      "AU-02", "rejected, and nothing done",
      """
      2022-02-01 M-0001 proposed
      2022-03-30 D-0001 made outcome=rejected concerns=[M-0001]
      2022-03-30 M-0001 rejected decision=D-0001
      """),
    .finds(
      "AU-03", ["M-0001 2022-05-01"], "ended while it was paused",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-02 M-0001 started
      2022-04-01 M-0001 paused
      2022-05-01 M-0001 implemented ! på eget initiativ
      """),
    .finds(
      "AU-03", ["M-0001 2022-05-01"], needsMark: true, "reported as going on while it was paused",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-02 M-0001 started
      2022-04-01 M-0001 paused
      2022-05-01 M-0001 progress-reported ! på eget initiativ
      """),
    .finds(
      "AU-04", ["M-0001 2022-04-15"], "begun while the decision was stayed",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-20 D-0001 appealed
      2022-04-01 D-0001 stayed
      2022-04-15 M-0001 started ! beskedet nådde inte fram
      """),
    .finds(
      "AU-04", ["M-0001 2022-06-15"], "carried out after the decision was annulled",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-20 D-0001 appealed
      2022-06-01 D-0001 annulled
      2022-06-15 M-0001 implemented ! domen var inte känd
      """),
    .finds(
      "AU-04", ["M-0001 2022-04-15"], needsMark: true, "reported as going on while the decision was stayed",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-04-01 D-0001 stayed
      2022-04-15 M-0001 progress-reported ! beskedet nådde inte fram
      """),
    .finds(
      "AU-05", ["M-0001 2022-03-05"], "begun before final though the decision says why to wait",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001] notBeforeFinal="Träden kan inte återställas."
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-05 M-0001 started ! fel startdag
      2022-03-29 D-0001 final
      """),
    .finds(
      "AU-06", ["D-0001 2022-03-01"], "nobody knows who decided",
      """
      2022-03-01 D-0001 made authority={kind:unknown} ! framgår inte
      """),
    .finds(
      "AU-06", ["D-0001 2023-06-30"], "nobody knows who decided, or when",
      """
      - D-0001 made authority={kind:unknown} ! framgår inte
      """),
    .finds(
      "AU-07", ["D-0001 2022-03-01"], "the one with the conflict took part",
      """
      2022-03-01 D-0001 made conflicts=[{person:Falk,tookPart:true},{person:Ek}] ! deltog
      """),
    .finds(
      "AU-08", ["D-0001 2022-04-10"], "noted as final while the appeal is pending",
      """
      2022-03-01 D-0001 made
      2022-03-20 D-0001 appealed
      2022-04-10 D-0001 final ! av misstag
      """),
    .passes(
      "AU-08", "never appealed",
      """
      2022-03-01 D-0001 made
      2022-03-29 D-0001 final
      """),
  ]
}
