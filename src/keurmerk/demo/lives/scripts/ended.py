"""Where a certificate ended: not granted, lapsed, withdrawn; and what objection and court did to that."""

from datetime import timedelta

from keurmerk.certification.enums import CaseKind, CourtOutcome
from keurmerk.certification.models import Decision, Objection
from keurmerk.certification.service import objections, plans
from keurmerk.demo.lives import objecting, planning
from keurmerk.demo.lives.beginnings import hold_fixed, judged_in_time
from keurmerk.demo.lives.days import period_start, weeks_before_holiday, working_day
from keurmerk.demo.lives.deciding import Said, decide, decide_after_view
from keurmerk.demo.lives.life import Life
from keurmerk.demo.lives.script import Script
from keurmerk.demo.lives.scripts import texts
from keurmerk.demo.lives.scripts.indefinite import holding
from keurmerk.documents.enums import DocumentKind
from rulebook.kernel.period import add_months
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter


def not_granted_and_objection_too_late(life: Life) -> None:
    first = period_start(life.today, 19)
    hold_fixed(life, first)
    decided = working_day(add_months(first, 12) + timedelta(days=45))
    life.to(decided)
    life.open(CaseKind.JUDGEMENT, f"Beoordeling van de Meetperiode vanaf {first:%d-%m-%Y}", period=first)
    life.paper(
        "Auditrapport",
        "De registratie van aanwezigheid voldoet niet. De andere Normen zijn gehaald.",
        kind=DocumentKind.AUDIT_REPORT,
    )
    judged_in_time(life, "Auditrapport", Fact.ENOUGH_TRACKS, no=(Fact.NORMS_MET,))
    decision = decide(
        life,
        Event.NOT_GRANT,
        Said(
            facts="De auditor trof in vijf van de tien dossiers geen geldige presentielijsten aan.",
            weighing="Over een heel jaar zijn de uren niet na te gaan; dat is te veel voor een toekenning.",
            grounds=("normen",),
            reasons=(texts.ATTENDANCE,),
            values={Parameter.EFFECTIVE_ON: decided.isoformat()},
            heard=Heard.OWN_DATA,
            not_heard_because="Het besluit rust op dossiers die uw school zelf aan de auditor gaf.",
        ),
    )
    life.to(max(decided + timedelta(days=75), life.ago(58)))
    objection = objecting.object_to(life, decision, "Wij vinden het besluit te streng.")
    life.to(life.ago(40))
    objections.judge_lateness(
        objection.pk,
        excused=False,
        because="Uw school was op de hoogte van de termijn en gaf geen reden voor het te late bezwaar.",
        by=life.people.lawyer,
        today=life.day,
    )
    life.to(30)
    objecting.answer(
        life,
        objection,
        ObjectionEvent.DECLARE_INADMISSIBLE,
        Said(
            facts="Het bezwaar kwam ruim vier weken na de laatste dag. Een reden gaf uw school niet.",
            weighing="De termijn om bezwaar te maken is van openbare orde; er is geen ruimte om te wegen.",
            grounds=("te_laat",),
            details={
                "consequence": "Er verandert niets: het Keurmerk blijft niet toegekend.",
                "hearing": "Het bezwaar is kennelijk niet-ontvankelijk. Daarom is uw school niet gehoord.",
            },
        ),
    )
    life.settle("het Keurmerk is niet toegekend")
    life.close_finished(but=life.case)


def lapsed(life: Life) -> None:
    first = period_start(life.today, 17)
    hold_fixed(life, first)
    life.settle("toekenning van het Keurmerk")
    life.to(working_day(add_months(first, 13)))
    life.open(CaseKind.JUDGEMENT, f"Beoordeling van de Meetperiode vanaf {first:%d-%m-%Y}", period=first)
    life.note("De school heeft geen auditor gevonden en vraagt geen uitstel.")
    life.establish("Controle van de planning van audits", no=[Fact.AUDIT_IN_TIME])
    life.to(add_months(first, 16))
    life.settle("het Keurmerk voor bepaalde tijd is afgelopen")
    life.close_finished()


def withdrawn(life: Life, *, decided: int, ground: str = "onregelmatigheden") -> Decision:
    life.to(decided + 30)
    if life.certificate.cases.exists():
        life.take_up(life.certificate.cases.latest("pk"))
    else:
        life.open(CaseKind.SUPERVISION, "Uren gedeclareerd die niet zijn gegeven")
    said = Said(
        facts="Bij DUO zijn voor elf Cursisten uren gedeclareerd in weken waarin uw school gesloten was.",
        weighing="Uw school had baat bij de fouten en herstelde niets uit zichzelf. Het belang van "
        "Cursisten en "
        "van wie betaalt weegt zwaarder dan het voortbestaan van uw school.",
        grounds=(ground,),
        values={Parameter.EFFECTIVE_ON: life.ago(decided).isoformat()},
    )
    return decide_after_view(
        life,
        Event.WITHDRAW,
        said,
        sent=decided + 28,
        viewed=decided + 16,
        decided=decided,
        view="Het gaat om een fout in ons rooster. Wij betalen de uren terug.",
    )


def withdrawn_after_a_failed_plan(life: Life) -> None:
    holding(life)
    life.to(290)
    life.open(CaseKind.SUPERVISION, "Toezicht in de Klas onvoldoende")
    life.establish("Rapport Toezicht in de Klas", Fact.CLASSROOM_FAILED)
    plan = planning.ask(life, "toezicht_in_de_klas", "Vier van de zes bezochte lessen waren onvoldoende.")
    life.to(270)
    planning.file(
        life,
        plan,
        causes="Nieuwe docenten zijn niet ingewerkt.",
        measures="Elke docent krijgt een begeleider en volgt voor de zomer een training.",
    )
    life.to(255)
    planning.approve(
        life,
        plan,
        until=life.ago(170),
        weighing="De training pakt de oorzaak aan en is in een herinspectie te zien.",
    )
    life.to(165)
    plans.fail(
        plan.pk,
        grounds=("niet_op_tijd", "geen_verbetering"),
        because="Drie van de vijf docenten volgden geen training; bij het bezoek waren de lessen niet beter.",
        by=life.people.staff,
        today=life.day,
    )
    decision = withdrawn(life, decided=118, ground="plan_niet_uitgevoerd")
    life.to(95)
    objection = objecting.object_to(life, decision, "De training is uitgesteld door ziekte, niet afgesteld.")
    life.to(90)
    objecting.admit(life, objection)
    life.to(70)
    objecting.hear(life, objection, "De school toont een offerte voor een training in het najaar.")
    life.to(38)
    _unfounded(
        life, objection, "De training is alleen uitgesteld.", "Na anderhalf jaar is er nog geen training."
    )
    life.settle("het plan van aanpak is niet uitgevoerd")
    life.close_finished(but=life.case)


def _unfounded(life: Life, objection: Objection, argument: str, reply: str) -> None:
    said = objecting.said_on(
        objection,
        argument,
        reply,
        "Er verandert niets: het Keurmerk blijft ingetrokken.",
        facts="Op de hoorzitting kwamen geen feiten naar voren die bij het besluit niet bekend waren.",
        weighing="Uw school had ruim de tijd en hulp om te herstellen; een lichtere maatregel had "
        "niet geholpen.",
    )
    objecting.answer(life, objection, ObjectionEvent.UNFOUND, said)


def withdrawn_for_a_time(life: Life) -> None:
    """The objection was right about the reasons, not about the outcome."""
    holding(life)
    life.to(182)
    life.open(CaseKind.SUPERVISION, "Onjuiste informatie over docenten")
    said = Said(
        facts="Van twee docenten zijn diploma's gestuurd die de opleiding niet kent.",
        weighing="Uw school heeft de docenten zelf ontslagen. Daarom is een Intrekking voor een jaar genoeg.",
        grounds=("onjuiste_informatie",),
        values={
            Parameter.EFFECTIVE_ON: life.ago(150).isoformat(),
            Parameter.UNTIL: (life.today + timedelta(days=215)).isoformat(),
        },
    )
    decision = decide_after_view(
        life,
        Event.WITHDRAW_FOR_A_TIME,
        said,
        sent=180,
        viewed=168,
        decided=150,
        view="Wij wisten niet dat de diploma's vals waren en hebben aangifte gedaan.",
    )
    life.to(125)
    objection = objecting.object_to(life, decision, "Het besluit noemt niet waarom een jaar nodig is.")
    life.to(118)
    objecting.admit(life, objection)
    life.to(100)
    objecting.hear(life, objection, "De school vraagt om een kortere duur.")
    life.to(72)
    answered = objecting.said_on(
        objection,
        "De duur is niet gemotiveerd.",
        "Dat klopt. De duur volgt uit de tijd die nodig is om nieuwe docenten te werven en in te werken.",
        "De Intrekking blijft, met een betere motivering van de duur.",
        facts="Uw school heeft twee vacatures; zulke vacatures staan gemiddeld acht maanden open.",
        weighing="Met een half jaar inwerken erbij is een jaar niet te lang.",
    )
    objecting.answer(life, objection, ObjectionEvent.FOUND_PARTLY, answered)
    life.settle("onjuiste informatie over docenten")
    life.close_finished()


def withdrawn_at_request(life: Life) -> None:
    """Where a holiday is near, it moves the last day to object."""
    holding(life)
    decided = weeks_before_holiday(life.today, weeks=6, newest=4, oldest=38, otherwise=31)
    life.to(working_day(decided - timedelta(days=14)))
    life.open(CaseKind.REQUEST, "Opzegging van het Keurmerk")
    life.paper(
        "Opzegging", "Wij stoppen met inburgering en zeggen het Keurmerk op.", kind=DocumentKind.EVIDENCE
    )
    life.establish("Ondertekend formulier", Fact.REQUEST_SIGNED)
    life.to(decided)
    said = Said(
        facts="Uw school stopt met inburgering. De laatste groepen zijn klaar.",
        values={Parameter.EFFECTIVE_ON: life.day.isoformat()},
    )
    decide(life, Event.WITHDRAW_AT_REQUEST, said)
    life.settle("de school zegde het Keurmerk op", leave=("certificaat_terug",))


def _won(life: Life, *, decided: int) -> Objection:
    holding(life)
    decision = withdrawn(life, decided=decided)
    life.to(decided - 30)
    objection = objecting.object_to(
        life, decision, "In de genoemde weken gaven wij les op een andere locatie."
    )
    life.to(decided - 36)
    objecting.admit(life, objection)
    life.to(decided - 60)
    objecting.hear(life, objection, "De school legt huurcontracten en lijsten van de andere locatie voor.")
    return objection


def revoked_on_objection(life: Life) -> None:
    objection = _won(life, decided=120)
    life.to(45)
    said = objecting.said_on(
        objection,
        "Er is wel les gegeven.",
        "Dat blijkt uit de huurcontracten en de lijsten van de andere locatie.",
        "De Intrekking is herroepen. Het Keurmerk geldt alsof het niet was ingetrokken.",
        facts="Voor alle elf Cursisten zijn lijsten van de andere locatie gevonden, door henzelf getekend.",
        weighing="Nu de uren zijn gegeven, is er geen reden voor de Intrekking.",
    )
    objecting.answer(life, objection, ObjectionEvent.FOUND, said)
    life.settle("de Intrekking is herroepen")
    life.close_finished()


def held_up_by_the_court(life: Life) -> None:
    """On appeal; until the ruling the certificate is held again."""
    objection = _won(life, decided=170)
    life.to(88)
    _unfounded(life, objection, "Er is wel les gegeven.", "De lijsten zijn achteraf gemaakt.")
    life.to(60)
    objecting.appeal(life, objection, "VRZ 26/203")
    life.to(58)
    relief = objecting.ask_relief(life, objection, "VRZ 26/204 VV")
    life.to(25)
    objecting.rule(
        life, relief, CourtOutcome.GRANTED, "De Intrekking werkt niet tot de uitspraak op het beroep."
    )
    life.note("De zitting in de hoofdzaak is over twee maanden.", by=life.people.lawyer)
    life.settle("de rechter schorste de Intrekking")


def annulled_by_the_court(life: Life) -> None:
    objection = _won(life, decided=400)
    life.to(300)
    _unfounded(life, objection, "Er is wel les gegeven.", "De lijsten overtuigen niet.")
    life.to(270)
    court_case = objecting.appeal(life, objection, "VRZ 25/388")
    life.to(21)
    objecting.rule(
        life,
        court_case,
        CourtOutcome.GRANTED,
        "Het besluit is vernietigd: de feiten zijn onvoldoende onderzocht.",
    )
    life.settle("de rechtbank vernietigde de Intrekking")
    life.close_finished()


SCRIPTS = (
    Script(231, "De Krokus", "Niet toegekend; het bezwaar was te laat.", not_granted_and_objection_too_late),
    Script(232, "Het Sneeuwklokje", "Vanzelf afgelopen.", lapsed),
    Script(
        233, "De Hyacint", "Ingetrokken na een plan dat niet is uitgevoerd.", withdrawn_after_a_failed_plan
    ),
    Script(
        234, "De Narcis", "Voor een bepaalde duur ingetrokken; bezwaar deels gegrond.", withdrawn_for_a_time
    ),
    Script(235, "De Iris", "Ingetrokken op verzoek.", withdrawn_at_request),
    Script(236, "De Salie", "Intrekking herroepen na bezwaar.", revoked_on_objection),
    Script(
        237, "De Rozemarijn", "Intrekking geschorst door de rechter; het beroep loopt.", held_up_by_the_court
    ),
    Script(238, "De Tijm", "Intrekking vernietigd door de rechter.", annulled_by_the_court),
)
