"""The lives of the twelve schools that delivered data: their decisions rest on what was computed."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from keurmerk.certification.enums import CaseKind, RequestKind
from keurmerk.certification.service import requests
from keurmerk.certification.service.requests import Asked
from keurmerk.demo.lives import planning
from keurmerk.demo.lives.beginnings import extend, hold, hold_fixed
from keurmerk.demo.lives.days import next_working_day, working_day
from keurmerk.demo.lives.deciding import Said, decide, give_view, intend, prepare, put_forward
from keurmerk.demo.lives.life import Life
from rulebook.kernel.period import add_months
from rulebook.lifecycle.cycle import YEARS_IN_CYCLE
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter

JANUARY, APRIL, SEPTEMBER = (1, 1), (4, 1), (9, 1)
LAST_YEAR = 2025


def newest_ended(today: date, start: tuple[int, int]) -> date:
    """First day of the newest period with this start that is over."""
    first = date(today.year - 1, *start)
    return first if add_months(first, 12) <= today else date(today.year - 2, *start)


def _judgement(life: Life, start: tuple[int, int], title: str = "") -> None:
    first = date(LAST_YEAR, *start)
    life.open(
        CaseKind.JUDGEMENT, title or f"Beoordeling van de Meetperiode vanaf {first:%d-%m-%Y}", period=first
    )


def _hold(life: Life, start: tuple[int, int], years: int) -> None:
    hold(life, date(LAST_YEAR - years, *start))


def _recovered(life: Life) -> None:
    life.establish("Steekproef in de registratie", Fact.RECOVERED)
    life.step(Event.END_WARNING)


def exempted(life: Life) -> None:
    """Year four of the cycle, and three years without a fault."""
    newest = newest_ended(life.today, JANUARY)
    hold(life, add_months(newest, -12 * (YEARS_IN_CYCLE - 1)))
    life.to(35)
    life.open(CaseKind.REQUEST, "Vrijstelling van de resultatenaudit", period=newest)
    life.establish(
        "Rapportages van de drie eerdere cyclusjaren en de aanlevering van dit jaar",
        Fact.THREE_CLEAN_YEARS,
        Fact.SURVEY_DATA_IN_TIME,
        Fact.RESULTS_IN_TIME,
        Fact.NORMS_MET,
        Fact.TURNOVER_IN_TIME,
        Fact.INVOICES_PAID,
    )
    said = Said(
        facts="Uw school leverde alles op tijd aan en voldeed drie jaar aan alle Normen.",
        weighing="Er is geen aanleiding om dit jaar toch een resultatenaudit te vragen.",
    )
    decide(life, Event.EXEMPT, said, by=life.people.lawyer)
    life.close_finished()


def warned_until_tomorrow(life: Life) -> None:
    _hold(life, APRIL, 2)
    life.to(44)
    _judgement(life, APRIL)
    _warn(
        life,
        {
            "2.13": "Een derde van de Cursisten begon later dan afgesproken, omdat er in het najaar "
            "geen groep begon."
        },
        until=life.today + timedelta(days=1),
        facts="Uw school groeide snel en had te weinig docenten. Wie zich aanmeldde, wachtte weken "
        "op een plek.",
    )
    life.settle("Norm 2.13 is niet gehaald")


def _warn(life: Life, own_words: Mapping[str, str], *, until: date, facts: str) -> None:
    said = Said(
        facts=facts,
        weighing="Uw school kan dit herstellen en werkt mee. Een Waarschuwing met een termijn is genoeg.",
        grounds=("norm",),
        own_words=own_words,
        values={Parameter.UNTIL: until.isoformat()},
    )
    decide(life, Event.WARN, said, by=life.people.lawyer)


def warned_and_not_recovered(life: Life) -> None:
    """The recovery term is over; the school may still say what it thinks of the intended decision."""
    _hold(life, SEPTEMBER, 5)
    life.to(52)
    _judgement(life, SEPTEMBER)
    _warn(
        life,
        {
            "2.9.2": "Op de donderdagen ontbreken parafen van Cursisten die volgens de docent wel "
            "in de les waren."
        },
        until=life.ago(9),
        facts="De lessen zijn goed, maar de presentielijsten zijn voor het tweede jaar slordig bijgehouden.",
    )
    life.to(4)
    life.establish("Steekproef na de hersteltermijn", no=[Fact.RECOVERED])
    life.note("Steekproef: nog steeds ontbreken parafen op drie van de tien lijsten.")
    intend(
        life,
        Event.SUSPEND_AS_SANCTION,
        Said(
            facts="Na de hersteltermijn ontbreken op drie van de tien lijsten nog steeds parafen.",
            weighing="Uw school kreeg zes weken en heeft het werken met lijsten niet aangepast.",
            grounds=("geen_herstel",),
        ),
    )
    life.settle("Norm 2.9.2 is niet gehaald")


def suspended_for_inquiry(life: Life) -> None:
    _hold(life, JANUARY, 6)
    on = life.ago(17)
    life.to(on)
    life.open(CaseKind.SUPERVISION, "Lessen door een docent zonder bevoegdheid")
    said = Said(
        facts="Een docent zonder bevoegdheid geeft een op de drie lessen. Het register van docenten "
        "van uw school "
        "noemt haar wel als bevoegd.",
        weighing="Wie betaalt en wie les krijgt, moet op dat register kunnen vertrouwen. Het "
        "onderzoek is kort.",
        grounds=("normen_vermoed",),
        own_words={"1.7.1.a": "Volgens de opleiding is het diploma dat uw school stuurde nooit uitgegeven."},
        values={Parameter.EFFECTIVE_ON: on.isoformat(), Parameter.MONTHS: "2"},
        details={"inquiry": "Wij vragen de opleiding naar alle diploma's en spreken de docenten."},
        heard=Heard.URGENT,
        not_heard_because="Bij uitstel geeft de docent nog weken les waarvoor de gemeente betaalt.",
    )
    decide(life, Event.SUSPEND_FOR_INQUIRY, said)
    life.settle("een onderzoek naar de diploma's van docenten")


def suspended_again(life: Life) -> None:
    """Norm 2.16 failed twice: direct suspension. A plan is asked, and objection is open."""
    _hold(life, SEPTEMBER, 3)
    life.to(32)
    _judgement(life, SEPTEMBER)
    said = Said(
        facts="Ook in de tweede Meetperiode na elkaar slaagden te weinig Cursisten voor de "
        "taalexamens op B1.",
        weighing="Na het eerste jaar beloofde uw school verbetering. Zes maanden geeft haar de tijd "
        "tot het einde "
        "van het cursusjaar; lopende groepen worden niet geraakt.",
        grounds=("opnieuw",),
        own_words={
            "2.16": "Vooral voor schrijven zakten Cursisten: zij deden examen voordat de docent dat "
            "aanraadde."
        },
        values={Parameter.EFFECTIVE_ON: life.ago(14).isoformat(), Parameter.MONTHS: "6"},
        details={"instructions": ["Laat Cursisten pas examen doen na een positief advies van de docent."]},
    )
    intention = intend(life, Event.SUSPEND_AS_SANCTION, said)
    life.to(22)
    give_view(
        life,
        intention,
        "Onze Cursisten willen snel examen doen; wij raden dat af maar kunnen het niet verbieden.",
    )
    life.to(14)
    intention.refresh_from_db()
    decide(life, Event.SUSPEND_AS_SANCTION, said, intention=intention)
    life.to(12)
    planning.ask(
        life, "schorsing", "Cursisten doen te vroeg examen en zakken daardoor, vooral voor schrijven."
    )
    life.settle("Norm 2.16 is opnieuw niet gehaald", leave=("cursisten_informeren",))


def warning_ended(life: Life) -> None:
    _hold(life, APRIL, 4)
    life.to(120)
    _judgement(life, APRIL)
    _warn(
        life,
        {
            "2.2": "In het najaar zijn twee groepen van de Z-route samengevoegd; die groep had drie "
            "Cursisten te veel."
        },
        until=life.ago(30),
        facts="Door het samenvoegen van groepen waren lessen van de Z-route te vol.",
    )
    life.to(33)
    _recovered(life)
    life.note("Alle groepen zijn weer klein genoeg; de zaak kan dicht.")
    life.settle("Norm 2.2 is weer gehaald")


def waits_for_a_signature(life: Life) -> None:
    """A warning that was prepared by one and waits for another."""
    _hold(life, JANUARY, 2)
    life.to(5)
    _judgement(life, JANUARY)
    said = Said(
        facts="Van de vijf klachten van vorig jaar zijn er twee pas na maanden beantwoord.",
        weighing="Klachten zijn zeldzaam bij deze school, maar wie klaagt moet op tijd antwoord krijgen.",
        grounds=("norm",),
        own_words={
            "1.5.8": "De klachten over lestijden en over de opvang bleven liggen toen de directeur ziek was."
        },
        values={Parameter.UNTIL: life.ago(-60).isoformat()},
    )
    put_forward(life, prepare(life, Event.WARN, said))


def plan_filed(life: Life) -> None:
    """To be judged within days."""
    _hold(life, SEPTEMBER, 7)
    life.to(45)
    _judgement(life, SEPTEMBER)
    plan = planning.ask(
        life, "tevredenheid", "Cursisten gaven gemiddeld een 6,1. Vooral over lestijden zijn klachten."
    )
    life.to(next_working_day(life.today - timedelta(days=26)))
    planning.file(
        life,
        plan,
        causes="Lessen vielen uit zonder bericht, en roosters veranderden te vaak.",
        measures="Een vaste vervanger per locatie en een rooster dat een kwartaal vooruit vaststaat.",
    )


def extended(life: Life) -> None:
    """Granted for a fixed term, too few tracks, and extended."""
    first = newest_ended(life.today, APRIL)
    hold_fixed(life, first)
    life.to(working_day(add_months(first, 12) + timedelta(days=40)))
    extend(life, first, months=16, tracks="vier afgeronde Trajecten van vier Cursisten")
    life.settle("verlenging van de bepaalde tijd")
    life.close_finished(but=life.case)


def compensated(life: Life) -> None:
    _hold(life, JANUARY, 5)
    life.to(40)
    _judgement(life, JANUARY)
    said = Said(
        facts="Alleen bij leerprofiel midden bleef het slagingspercentage onder de Norm.",
        weighing="De andere leerprofielen zijn goed en vorig jaar is niet gecompenseerd.",
        own_words={
            "2.15": "Twee groepen sloten hun leerjaar af zonder examen te doen; die Cursisten "
            "tellen mee als niet geslaagd."
        },
        details={"profile": "midden"},
    )
    decide(life, Event.COMPENSATE, said, by=life.people.lawyer)
    life.close_finished()


def asked_for_another_owner(life: Life) -> None:
    _hold(life, SEPTEMBER, 4)
    life.to(50)
    asked = Asked(
        kind=RequestKind.CONTROL,
        text="Ik wil mijn school overdragen aan mijn dochter, die er nu al lesgeeft.",
        wanted_on=life.ago(-90),
    )
    request = requests.file_request(life.certificate, asked, by=life.sender, today=life.day)
    life.take_up(request.case)
    life.note("Uittreksel en verklaring van de nieuwe eigenaar opgevraagd.")


def in_order(life: Life) -> None:
    _hold(life, JANUARY, 8)
    life.to(15)
    _judgement(life, JANUARY)
    life.note("Alle Normen gehaald. Wachten op de omzetverklaring.")
    life.hand_to(None)


def without_deliveries(life: Life) -> None:
    """The school with which the accounts came: it can still try everything."""
    hold(life, add_months(newest_ended(life.today, JANUARY), 12))


LIVES: Mapping[str, Callable[[Life], None]] = {
    "de-wilg": exempted,
    "de-els": warned_until_tomorrow,
    "de-linde": warned_and_not_recovered,
    "de-berk": suspended_for_inquiry,
    "de-esdoorn": suspended_again,
    "de-populier": warning_ended,
    "de-beuk": waits_for_a_signature,
    "de-kastanje": plan_filed,
    "de-iep": extended,
    "de-meidoorn": compensated,
    "de-hazelaar": asked_for_another_owner,
    "de-eik": in_order,
}
