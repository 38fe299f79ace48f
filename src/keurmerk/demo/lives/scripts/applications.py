"""Before a certificate is held: agreement, application, left aside, rejected."""

from datetime import timedelta

from keurmerk.certification.enums import CaseKind, CourtOutcome, Manner
from keurmerk.certification.models import Decision
from keurmerk.certification.service import objections
from keurmerk.demo.lives import objecting
from keurmerk.demo.lives.beginnings import agree, apply, complete, granting
from keurmerk.demo.lives.days import next_period_start, next_working_day
from keurmerk.demo.lives.deciding import Said, decide, prepare, put_forward
from keurmerk.demo.lives.life import Life
from keurmerk.demo.lives.script import Script
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter

MISSING = ("De begroting voor het eerste jaar", "De diploma's van twee docenten")


def acquaintance(life: Life) -> None:
    life.to(6)
    life.open(CaseKind.APPLICATION, "Kennismaking en overeenkomst")
    life.paper("Concept-overeenkomst", "Dit is het voorstel voor de overeenkomst.", word=True)
    life.note("Gebeld: de directie tekent de overeenkomst na overleg met de accountant.")
    life.hand_to(None)


def agreement(life: Life) -> None:
    life.to(9)
    agree(life)
    life.note("De school wil de aanvraag over een paar weken indienen.")


def completing(life: Life) -> None:
    life.to(40)
    agree(life)
    life.to(33)
    apply(life)
    life.to(12)
    life.establish("Controle van de aanvraag", no=[Fact.INFORMATION_COMPLETE])
    until = life.today + timedelta(days=3)
    life.step(Event.ASK_COMPLETION, values={Parameter.UNTIL: until.isoformat()})
    life.note("Gevraagd om " + " en ".join(each[0].lower() + each[1:] for each in MISSING) + ".")


def ready_to_grant(life: Life) -> None:
    """Waits for the signature, and the eight weeks are over within days."""
    life.to(75)
    agree(life)
    life.to(62)
    apply(life)
    life.to(next_working_day(life.today - timedelta(days=55)))
    complete(life)
    life.to(9)
    life.establish("Intakegesprek", Fact.REQUIREMENTS_MET, no=[Fact.ENDED_ON_MATERIAL_NORM])
    life.note("Intakegesprek gehad. Goed plan, kleine groepen, twee bevoegde docenten.")
    decision = prepare(life, Event.GRANT_FIXED, granting(next_period_start(life.today, 14), learners=45))
    put_forward(life, decision)


def left_aside(life: Life, decided: int) -> Decision:
    life.to(decided + 70)
    agree(life)
    life.to(decided + 63)
    apply(life)
    life.to(decided + 45)
    life.establish("Controle van de aanvraag", no=[Fact.INFORMATION_COMPLETE])
    until = life.ago(decided + 17)
    life.step(Event.ASK_COMPLETION, values={Parameter.UNTIL: until.isoformat()})
    life.to(decided)
    life.establish("Controle na de hersteltermijn", Fact.COMPLETION_MISSED)
    return decide(
        life,
        Event.LEAVE_ASIDE,
        Said(
            facts="De gevraagde begroting en diploma's zijn op de laatste dag niet ontvangen en ook "
            "daarna niet.",
            weighing="Uw school kreeg vier weken. Zonder deze stukken kan niemand de plannen beoordelen.",
            grounds=("onvolledig",),
            details={"completion": "niets", "missing": list(MISSING)},
        ),
    )


def left_aside_and_objection_not_mended(life: Life) -> None:
    decision = left_aside(life, 50)
    life.to(30)
    objection = objecting.object_to(
        life, decision, "Wij zijn het niet eens met uw besluit.", manner=Manner.POST, whole=False
    )
    life.to(27)
    objections.ask_repair(objection.pk, until=life.ago(12), by=life.people.lawyer, now=life.now)
    life.to(9)
    objections.miss_repairs(life.day)
    life.note("Geen aanvulling ontvangen. Voorstel: niet-ontvankelijk verklaren.", by=life.people.lawyer)
    life.settle("de aanvraag bleef onvolledig")
    life.close_finished(but=life.case)


def left_aside_upheld_in_court(life: Life) -> None:
    decision = left_aside(life, 330)
    life.to(300)
    objection = objecting.object_to(life, decision, "De termijn om aan te vullen was te kort.")
    life.to(294)
    objecting.admit(life, objection)
    life.to(270)
    objecting.hear(life, objection, "De school licht toe dat de accountant ziek was.")
    life.to(256)
    said = objecting.said_on(
        objection,
        "De termijn was te kort.",
        "Vier weken is gebruikelijk en uw school vroeg niet om meer tijd.",
        "Er verandert niets: de aanvraag blijft buiten behandeling.",
        facts="Uw school liet de hersteltermijn van vier weken voorbijgaan zonder om uitstel te vragen.",
        weighing="Uw school kan op elk moment een nieuwe, volledige aanvraag doen; haar nadeel is beperkt.",
    )
    objecting.answer(life, objection, ObjectionEvent.UNFOUND, said)
    life.to(225)
    court_case = objecting.appeal(life, objection, "VRZ 25/101")
    life.to(20)
    objecting.rule(life, court_case, CourtOutcome.REFUSED, "Het besluit blijft in stand.")
    life.settle("de aanvraag bleef onvolledig")
    life.close_finished()


def rejected(life: Life, decided: int) -> Decision:
    life.to(decided + 60)
    agree(life)
    life.to(decided + 50)
    apply(life)
    life.to(decided + 40)
    complete(life)
    life.to(decided)
    life.establish("Beoordeling van de aanvraag", no=[Fact.REQUIREMENTS_MET])
    return decide(
        life,
        Event.REJECT,
        Said(
            facts="Uw school heeft geen docent met een bevoegdheid NT2 en ook geen plan om die te vinden.",
            weighing="Zonder bevoegde docent is goed onderwijs niet te verwachten; een voorwaarde "
            "helpt dan niet.",
            grounds=("eisen",),
            heard=Heard.OWN_DATA,
            not_heard_because="Het besluit rust op de personeelslijst die uw school zelf meestuurde.",
        ),
    )


def rejected_and_objection_admitted(life: Life) -> None:
    decision = rejected(life, 60)
    life.to(35)
    objection = objecting.object_to(
        life, decision, "Wij hebben inmiddels een bevoegde docent aangenomen.", manner=Manner.POST
    )
    life.to(28)
    objecting.admit(life, objection)
    life.note("Hoorzitting plannen; vragen om het contract van de docent.", by=life.people.lawyer)
    life.settle("de school voldeed niet aan de eisen")
    life.close_finished(but=life.case)


def rejected_and_appeal_withdrawn(life: Life) -> None:
    decision = rejected(life, 245)
    life.to(220)
    objection = objecting.object_to(life, decision, "Onze docent is bijna klaar met de opleiding NT2.")
    life.to(215)
    objecting.admit(life, objection)
    life.to(204)
    objecting.waive_hearing(life, objection, "De school schreef dat zij niet gehoord wil worden.")
    life.to(190)
    said = objecting.said_on(
        objection,
        "De docent is bijna bevoegd.",
        "Bijna bevoegd is niet bevoegd; de opleiding duurt nog een jaar.",
        "Er verandert niets: de aanvraag blijft afgewezen.",
        facts="Volgens de opleiding haalt de docent de bevoegdheid op zijn vroegst over een jaar.",
        weighing="Cursisten hebben belang bij een bevoegde docent vanaf de eerste les; dat weegt zwaarder.",
    )
    objecting.answer(life, objection, ObjectionEvent.UNFOUND, said)
    life.to(165)
    court_case = objecting.appeal(life, objection, "VRZ 26/017")
    life.to(60)
    objecting.rule(life, court_case, CourtOutcome.WITHDRAWN, "De school doet een nieuwe aanvraag.")
    life.settle("de school voldeed niet aan de eisen")
    life.close_finished()


SCRIPTS = (
    Script(201, "Het Madeliefje", "Nog geen overeenkomst.", acquaintance),
    Script(202, "De Distel", "Overeenkomst gesloten, nog geen aanvraag.", agreement),
    Script(203, "De Klaver", "Vult de aanvraag aan; dat kan nog drie dagen.", completing),
    Script(204, "Het Viooltje", "Toekenning wacht op een handtekening.", ready_to_grant),
    Script(
        205,
        "De Brandnetel",
        "Buiten behandeling; het bezwaar is niet hersteld.",
        left_aside_and_objection_not_mended,
    ),
    Script(206, "De Lavendel", "Afgewezen; het bezwaar is in behandeling.", rejected_and_objection_admitted),
    Script(207, "De Bieslook", "Buiten behandeling; de rechter liet dat zo.", left_aside_upheld_in_court),
    Script(208, "De Munt", "Afgewezen; het beroep is ingetrokken.", rejected_and_appeal_withdrawn),
)
