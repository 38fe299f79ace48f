"""Schools with the certificate for a fixed term, also extended."""

from datetime import date, timedelta

from keurmerk.certification.enums import CaseKind, Manner
from keurmerk.certification.models import Decision
from keurmerk.certification.service import objections
from keurmerk.demo.lives import objecting, planning
from keurmerk.demo.lives.beginnings import extend, hold_fixed
from keurmerk.demo.lives.days import period_start, start_of_months_ending, working_day
from keurmerk.demo.lives.deciding import Said, decide, decide_after_view, intend
from keurmerk.demo.lives.life import Life
from keurmerk.demo.lives.script import Script
from keurmerk.demo.lives.scripts import texts
from keurmerk.documents.enums import DocumentKind
from rulebook.kernel.period import add_months
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Parameter


def in_its_first_year(life: Life) -> None:
    hold_fixed(life, period_start(life.today, 1))
    life.to(3)
    life.paper(
        "Verslag schoolbezoek",
        "De lessen waren goed voorbereid. De lokalen zijn licht en de groepen klein.",
        kind=DocumentKind.AUDIT_REPORT,
        for_school=False,
    )
    life.note("Het schoolbezoek was positief. Financieel toezicht nog inplannen.")
    life.settle("toekenning van het Keurmerk")


def warned(life: Life) -> None:
    hold_fixed(life, period_start(life.today, 5))
    life.settle("toekenning van het Keurmerk")
    life.to(30)
    life.open(CaseKind.SUPERVISION, "Aanwezigheidsregistratie na het schoolbezoek")
    life.establish(
        "Verslag van het schoolbezoek", Fact.NORM_FAILED, no=[Fact.ONLY_PASS_RATES_FAILED, Fact.FAILED_AGAIN]
    )
    said = Said(
        facts="Bij het schoolbezoek ontbraken op zes van de twintig lijsten de namen van de Cursisten.",
        weighing="De lessen zelf zijn goed. Een maand om de lijsten op orde te brengen is genoeg.",
        grounds=("norm",),
        reasons=(texts.INCOMPLETE_LISTS,),
        values={Parameter.UNTIL: life.ago(-4).isoformat()},
    )
    decide(life, Event.WARN, said, by=life.people.lawyer)
    life.settle("een Norm is niet gehaald")


def suspended_at_once(life: Life) -> None:
    """Ends in five days; the objection came by post."""
    hold_fixed(life, period_start(life.today, 5))
    life.settle("toekenning van het Keurmerk")
    start = start_of_months_ending(life.today + timedelta(days=5), 1)
    decision = _inquiry(life, working_day(start), start.isoformat(), months=1)
    life.to(6)
    objecting.object_to(life, decision, "Het signaal komt van een ontevreden oud-docent.", manner=Manner.POST)
    life.settle("een onderzoek naar de presentielijsten")


def _inquiry(life: Life, on: date, effective: str, *, months: int) -> Decision:
    life.to(on)
    life.open(CaseKind.SUPERVISION, "Signaal over presentielijsten")
    life.paper(
        "Melding",
        "Een oud-docent meldt dat lijsten achteraf zijn ingevuld, en stuurt foto's mee.",
        kind=DocumentKind.EVIDENCE,
        for_school=False,
    )
    return decide(life, Event.SUSPEND_FOR_INQUIRY, texts.inquiry(effective, months=months))


def suspended_with_a_refused_plan(life: Life) -> None:
    """An objection came and was taken back; the plan was refused, and withdrawal is intended."""
    hold_fixed(life, period_start(life.today, 7))
    life.settle("toekenning van het Keurmerk")
    decision = _sanction(life, sent=130, viewed=119, decided=112, months=8)
    case = decision.case
    life.to(100)
    objection = objecting.object_to(life, decision, "Acht maanden is te lang voor een kleine school.")
    life.to(90)
    objections.withdraw(objection.pk, by=life.people.lawyer, today=life.day)
    life.take_up(case)
    life.to(85)
    plan = planning.ask(
        life, "schorsing", "De Schorsing duurt nog maanden en de registratie is nog niet op orde."
    )
    life.to(62)
    planning.file(
        life,
        plan,
        causes="De administratie was verdeeld over drie mensen.",
        measures="Wij gaan er beter op letten.",
    )
    life.to(40)
    planning.refuse(
        life, plan, weighing="Zonder maatregelen met een datum is niet te toetsen of het beter wordt."
    )
    life.to(5)
    intend(
        life,
        Event.WITHDRAW,
        Said(
            facts="Het plan van aanpak is afgekeurd en er kwam geen beter plan.",
            weighing="Cursisten moeten erop kunnen rekenen dat hun uren kloppen.",
            grounds=("plan_afgekeurd",),
        ),
    )
    life.settle("Schorsing als sanctie")
    life.close_finished(but=life.case)


def _sanction(life: Life, *, sent: int, viewed: int, decided: int, months: int) -> Decision:
    life.to(sent)
    life.open(CaseKind.SUPERVISION, "Aanwezigheidsregistratie klopt niet")
    life.establish("Onderzoek naar de presentielijsten", Fact.NORM_FAILED)
    said = Said(
        facts="In vier van de tien onderzochte groepen staan Cursisten als aanwezig die er niet waren.",
        weighing="Uw school erkent de fouten, maar de omvang is groot en er is op uren betaald.",
        grounds=("normen",),
        reasons=(texts.ATTENDANCE,),
        values={
            Parameter.EFFECTIVE_ON: life.ago(decided).isoformat(),
            Parameter.MONTHS: str(months),
            Parameter.LIFT_AFTER_PLAN: "ja",
        },
        details={"instructions": ["Laat elke les door de Cursisten zelf tekenen."]},
    )
    return decide_after_view(
        life,
        Event.SUSPEND_AS_SANCTION,
        said,
        sent=sent,
        viewed=viewed,
        decided=decided,
        view="Wij erkennen dat de lijsten niet klopten. Het was slordigheid, geen opzet.",
    )


def _extended(life: Life) -> None:
    first = period_start(life.today, 17)
    hold_fixed(life, first)
    life.to(working_day(add_months(first, 12) + timedelta(days=40)))
    extend(life, first, months=12, tracks="drie afgeronde Trajecten van drie Cursisten")
    life.settle("verlenging van de bepaalde tijd")
    life.close_finished(but=life.case)


def extended_and_warned(life: Life) -> None:
    _extended(life)
    life.to(32)
    life.open(CaseKind.SUPERVISION, "Cursusplanning niet op tijd")
    life.establish(
        "Controle van de cursusplanning",
        Fact.NORM_FAILED,
        no=[Fact.ONLY_PASS_RATES_FAILED, Fact.FAILED_AGAIN],
    )
    said = Said(
        facts="Van twee cursussen die in deze maand begonnen, kwam de planning pas na de eerste les.",
        weighing="Het is de eerste keer. Uw school kan dit snel herstellen.",
        grounds=("norm",),
        reasons=(texts.LATE_PLANNING,),
        values={Parameter.UNTIL: (life.today + timedelta(days=1)).isoformat()},
    )
    decide(life, Event.WARN, said, by=life.people.lawyer)


def extended_and_under_inquiry(life: Life) -> None:
    """The objection lacks its reasons and its signature; the school may still mend it."""
    _extended(life)
    on = life.ago(25)
    decision = _inquiry(life, on, on.isoformat(), months=3)
    life.to(14)
    objection = objecting.object_to(life, decision, "Hierbij maken wij bezwaar.", whole=False)
    life.to(11)
    objections.ask_repair(
        objection.pk, until=life.today + timedelta(days=6), by=life.people.lawyer, now=life.now
    )
    life.settle("een onderzoek naar de presentielijsten")


def extended_and_suspended(life: Life) -> None:
    """A committee advises on the objection."""
    _extended(life)
    decision = _sanction(life, sent=98, viewed=88, decided=82, months=6)
    life.to(60)
    objection = objecting.object_to(life, decision, "De steekproef was te klein voor zo'n zware maatregel.")
    life.to(52)
    objecting.admit(life, objection)
    life.to(45)
    objections.to_committee(objection.pk, by=life.people.lawyer, today=life.day)
    life.note("De commissie hoort de school over twee weken.", by=life.people.lawyer)
    life.settle("Schorsing als sanctie")


SCRIPTS = (
    Script(211, "De Korenbloem", "Bepaalde tijd, in het eerste jaar.", in_its_first_year),
    Script(212, "De Klaproos", "Bepaalde tijd, gewaarschuwd.", warned),
    Script(
        213, "De Boterbloem", "Bepaalde tijd, geschorst voor onderzoek; bezwaar ontvangen.", suspended_at_once
    ),
    Script(
        214,
        "De Paardenbloem",
        "Bepaalde tijd, geschorst als sanctie; plan afgekeurd, bezwaar ingetrokken.",
        suspended_with_a_refused_plan,
    ),
    Script(
        215,
        "Het Vergeet-mij-nietje",
        "Verlengd en gewaarschuwd; morgen is de laatste dag.",
        extended_and_warned,
    ),
    Script(
        216,
        "De Akelei",
        "Verlengd, geschorst voor onderzoek; bezwaar te herstellen.",
        extended_and_under_inquiry,
    ),
    Script(
        217,
        "De Anemoon",
        "Verlengd, geschorst als sanctie; bezwaar bij de commissie.",
        extended_and_suspended,
    ),
)
