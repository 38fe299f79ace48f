"""Schools with the certificate for an indefinite time: granted, suspended, lifted, with their plans."""

from datetime import date, timedelta

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.service import plans
from keurmerk.demo.lives import objecting, planning
from keurmerk.demo.lives.beginnings import hold, hold_fixed, judged_in_time
from keurmerk.demo.lives.days import (
    noon,
    period_start,
    start_of_months_ending,
    working_day,
)
from keurmerk.demo.lives.deciding import Said, decide, decide_after_view, intend, prepare
from keurmerk.demo.lives.life import Life
from keurmerk.demo.lives.script import Script
from keurmerk.demo.lives.scripts import texts
from keurmerk.documents.enums import DocumentKind
from rulebook.kernel.period import add_months
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter

REINSPECTION = "Rapport Toezicht in de Klas"
LOW_GRADE = "Cursisten gaven in het Tevredenheidsonderzoek gemiddeld een 6,4; de Norm is een 6,5."


def holding(life: Life) -> date:
    """Since a few years; returns the first day of the newest period."""
    newest = period_start(life.today, 13)
    hold(life, add_months(newest, -36))
    return newest


def granted(life: Life) -> None:
    first = period_start(life.today, 15)
    hold_fixed(life, first)
    life.to(working_day(add_months(first, 12) + timedelta(days=50)))
    life.open(CaseKind.JUDGEMENT, f"Beoordeling van de Meetperiode vanaf {first:%d-%m-%Y}", period=first)
    life.paper(
        "Auditrapport",
        "Alle Normen zijn gehaald. De auditor adviseert om het Keurmerk toe te kennen.",
        kind=DocumentKind.AUDIT_REPORT,
    )
    judged_in_time(life, "Auditrapport", Fact.NORMS_MET, Fact.ENOUGH_TRACKS)
    said = Said(
        facts="Uw school voldeed in de hele Meetperiode aan alle Normen en heeft alle facturen voldaan.",
        values={Parameter.EFFECTIVE_ON: life.day.isoformat()},
    )
    decide(life, Event.GRANT, said)
    life.settle("toekenning van het Keurmerk")
    life.close_finished()


def inquiry_prolonged(life: Life) -> None:
    """The school was heard on its objection; the answer is being written."""
    holding(life)
    decided = life.ago(76)
    life.to(decided)
    life.open(CaseKind.SUPERVISION, "Onderzoek naar urenverklaringen")
    life.paper(
        "Melding",
        "Een gemeente meldt dat urenverklaringen niet kloppen met de presentie.",
        kind=DocumentKind.EVIDENCE,
        for_school=False,
    )
    first = decide(life, Event.SUSPEND_FOR_INQUIRY, texts.inquiry(decided.isoformat(), months=3))
    case = first.case
    life.to(50)
    objection = objecting.object_to(
        life, first, "Wij hadden vooraf gehoord moeten worden; er was geen spoed."
    )
    life.to(44)
    objecting.admit(life, objection)
    life.to(12)
    objecting.hear(
        life, objection, "De school legt originele lijsten voor. De melding van de gemeente is besproken."
    )
    life.take_up(case)
    life.to(8)
    life.establish("Tussenbericht van de onderzoeker", no=[Fact.INQUIRY_DONE])
    _prolong(life)
    life.take_up(objection.case)
    life.to(1)
    objection.refresh_from_db()
    said = objecting.said_on(
        objection,
        "Er was geen spoed.",
        "De melding van de gemeente was concreet en lijsten konden verdwijnen.",
        "De Schorsing blijft; de motivering van de spoed wordt aangevuld.",
        facts="Op de dag van het besluit waren de originele lijsten nog bij uw school.",
        weighing="",
    )
    prepare(life, ObjectionEvent.FOUND_PARTLY, said, objection=objection)
    life.settle("een onderzoek naar urenverklaringen")


def _prolong(life: Life) -> None:
    said = Said(
        facts="De onderzoeker heeft nog niet van alle gemeenten de urenverklaringen ontvangen.",
        weighing="Uw school werkt goed mee. Twee maanden extra is het minste waarin het onderzoek af kan.",
        values={Parameter.MONTHS: "2"},
        details={"inquiry": "Wij wachten op urenverklaringen van twee gemeenten en vergelijken die."},
        heard=Heard.URGENT,
        not_heard_because="De Schorsing eindigt binnenkort; uw school liet op de hoorzitting weten "
        "geen bezwaar "
        "te hebben tegen een paar weken extra.",
    )
    decide(life, Event.PROLONG_SUSPENSION, said)


def suspended_until_the_plan_is_done(life: Life) -> None:
    """The plan was approved; it must be carried out in four days, and the suspension ends ten days later."""
    holding(life)
    start = start_of_months_ending(life.today + timedelta(days=14), 5)
    decided = working_day(start)
    life.to(decided - timedelta(days=24))
    life.open(CaseKind.SUPERVISION, "Cursusplanning ontbreekt")
    life.establish("Controle van de cursusplanning", Fact.NORM_FAILED, Fact.MATERIAL_NORM_FAILED)
    said = Said(
        facts="Van drie cursussen is nooit een planning gestuurd, ook niet na twee herinneringen.",
        weighing="Zonder planning kan niemand onverwacht op bezoek. Vijf maanden sluit aan bij het "
        "cursusjaar.",
        grounds=("normen",),
        reasons=(texts.LATE_PLANNING,),
        values={
            Parameter.EFFECTIVE_ON: start.isoformat(),
            Parameter.MONTHS: "5",
            Parameter.LIFT_AFTER_PLAN: "ja",
        },
    )
    decide_after_view(
        life,
        Event.SUSPEND_AS_SANCTION,
        said,
        sent=(life.today - decided).days + 22,
        viewed=(life.today - decided).days + 12,
        decided=(life.today - decided).days,
        view="Onze planner was langdurig ziek. Wij sturen vanaf nu elke planning op tijd.",
    )
    life.to(100)
    plan = planning.ask(
        life, "schorsing", "Planningen kwamen niet of te laat; de oorzaak is niet weggenomen."
    )
    life.to(80)
    planning.file(
        life,
        plan,
        causes="Eén medewerker maakte alle planningen en niemand nam het over toen die ziek werd.",
        measures="Twee planners, een vaste controle op maandag, en een herinnering een week voor elke start.",
    )
    life.to(66)
    planning.approve(
        life,
        plan,
        until=life.today + timedelta(days=4),
        weighing="De maatregelen nemen de oorzaak weg en zijn na elke start te controleren.",
    )
    life.settle("Schorsing als sanctie")


def lifted(life: Life) -> None:
    """Suspended, a plan that was carried out, and lifted."""
    holding(life)
    decided = life.ago(160)
    life.to(decided)
    life.open(CaseKind.SUPERVISION, "Signaal over urenverklaringen")
    decide(life, Event.SUSPEND_FOR_INQUIRY, texts.inquiry(decided.isoformat(), months=8))
    life.to(140)
    plan = planning.ask(life, "schorsing", "De uren op de verklaringen kloppen niet altijd met de presentie.")
    life.to(120)
    planning.file(
        life,
        plan,
        causes="Verklaringen werden met de hand overgetypt uit de presentie.",
        measures="De verklaring komt voortaan uit hetzelfde systeem als de presentie, met controle "
        "door een tweede.",
    )
    life.to(105)
    planning.approve(
        life,
        plan,
        until=life.ago(40),
        weighing="De fout kan zo niet meer worden gemaakt; dat is te controleren.",
    )
    life.to(42)
    plans.carried_out(
        plan.pk,
        because="Van dertig nieuwe verklaringen klopte elk uur met de presentie.",
        by=life.people.staff,
        today=life.day,
    )
    life.to(35)
    said = Said(
        facts="Het onderzoek is afgerond en het plan is uitgevoerd. De verklaringen kloppen.",
        weighing="De fouten zijn hersteld en de controle erop blijft; er is geen reden om langer te "
        "schorsen.",
        grounds=("plan_uitgevoerd",),
        values={Parameter.EFFECTIVE_ON: life.day.isoformat()},
    )
    decide(life, Event.LIFT_SUSPENSION, said)
    life.settle("de Schorsing is opgeheven")
    life.close_finished()


def plan_with_a_body(life: Life) -> None:
    """Four weeks to judge are over; the advice is not there yet."""
    first = holding(life)
    life.to(58)
    life.open(CaseKind.JUDGEMENT, "Tevredenheid onder de Norm", period=first)
    life.establish("Tevredenheidsonderzoek", Fact.SATISFACTION_FAILED, no=[Fact.FAILED_AGAIN])
    plan = planning.ask(life, "tevredenheid", LOW_GRADE)
    life.to(31)
    planning.file(
        life,
        plan,
        causes="Cursisten vonden de lokalen te klein en de lestijden onhandig.",
        measures="Een tweede locatie vanaf volgende maand en avondlessen op twee dagen.",
        body_requested=True,
    )
    life.to(24)
    plans.refer(plan.pk, body_name="Certificatie Voorbeeld (verzonnen)", by=life.people.staff, today=life.day)
    life.note("Gebeld met de instelling: het advies komt na haar bezoek aan de school.")
    life.settle("")


def plan_missed(life: Life) -> None:
    """Withdrawal is intended, with a day on which the school can be heard."""
    first = holding(life)
    life.to(62)
    life.open(CaseKind.SUPERVISION, "Toezicht in de Klas onvoldoende", period=first)
    life.paper(
        REINSPECTION,
        "Drie van de vijf bezochte lessen zijn onvoldoende: weinig spreektijd, geen lesdoel.",
        kind=DocumentKind.AUDIT_REPORT,
    )
    life.establish(REINSPECTION, Fact.CLASSROOM_FAILED)
    planning.ask(
        life,
        "toezicht_in_de_klas",
        "Drie van de vijf bezochte lessen waren onvoldoende: weinig spreektijd en geen lesdoel.",
        report_on=life.ago(65),
    )
    life.to(34)
    plans.miss_due(life.day)
    life.to(5)
    intend(
        life,
        Event.WITHDRAW,
        Said(
            facts="Na het rapport is om een verbeterplan gevraagd. Dat is niet op tijd gekomen en "
            "ook daarna niet.",
            weighing="Een hoorzitting is mogelijk; tot dan kan uw school uitleggen waarom er geen plan kwam.",
            grounds=("geen_verbeterplan",),
        ),
        hearing_on=noon(working_day(life.today + timedelta(days=9))),
        place="Bedachte Laan 10, Verzonnenstad",
    )
    life.settle("")


def plan_not_needed(life: Life) -> None:
    first = holding(life)
    life.to(26)
    life.open(CaseKind.JUDGEMENT, "Tevredenheid opnieuw berekend", period=first)
    life.establish("Tevredenheidsonderzoek", Fact.SATISFACTION_FAILED, no=[Fact.FAILED_AGAIN])
    plan = planning.ask(life, "tevredenheid", LOW_GRADE)
    life.to(10)
    life.establish("Brief van de onderzoeker", no=[Fact.SATISFACTION_FAILED])
    plans.cancel(
        plan.pk,
        because="De onderzoeker had twaalf antwoorden van een andere school meegeteld. Het cijfer "
        "is een 6,8.",
        by=life.people.staff,
        today=life.day,
    )
    life.settle("")
    life.close_finished()


SCRIPTS = (
    Script(221, "De Zonnebloem", "Toegekend voor onbepaalde tijd.", granted),
    Script(
        222, "De Margriet", "Schorsing voor onderzoek verlengd; op het bezwaar is gehoord.", inquiry_prolonged
    ),
    Script(223, "De Tulp", "Geschorst als sanctie; plan goedgekeurd.", suspended_until_the_plan_is_done),
    Script(224, "De Aster", "Schorsing opgeheven nadat het plan was uitgevoerd.", lifted),
    Script(
        225, "De Pioen", "Plan bij een certificerende instelling; de termijn is voorbij.", plan_with_a_body
    ),
    Script(226, "De Papaver", "Plan niet ingediend; voornemen tot Intrekking.", plan_missed),
    Script(227, "De Gerbera", "Plan niet meer nodig.", plan_not_needed),
)
