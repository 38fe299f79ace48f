"""What staff do with an objection before and after it is decided."""

from typing import Any

from keurmerk.certification.models import Objection
from keurmerk.certification.service import courts
from keurmerk.certification.service import objections as service
from keurmerk.certification.service.objections import Supplement
from keurmerk.web.staff.act_list import Act, Given
from keurmerk.web.staff.forms import objection as forms
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import ObjectionState
from rulebook.lifecycle.tables.objection import PENDING

TEXTS = ("objector", "address", "reference", "arguments")
REPAIRABLE = (ObjectionState.IN_REPAIR, ObjectionState.UNREPAIRED)
TICKS = ("authorised", "signed")


def ask_repair(objection: Objection, given: Given) -> Any:
    return service.ask_repair(objection.pk, until=given.values["until"], by=given.by, now=given.now)


def repair(objection: Objection, given: Given) -> Any:
    """What is left empty stays as it was."""
    values = given.values
    filled: dict[str, Any] = {name: values[name] for name in TEXTS if values[name].strip()}
    filled |= {name: True for name in TICKS if values[name]}
    supplement = Supplement(**filled, dated_on=values["dated_on"])
    return service.repair(
        objection.pk, supplement, by=given.by, today=given.today, received_on=values["received_on"]
    )


def explain(objection: Objection, given: Given) -> Any:
    return service.explain_lateness(
        objection.pk, reason=given.values["reason"], by=given.by, today=given.today
    )


def judge_lateness(objection: Objection, given: Given) -> Any:
    values = given.values
    return service.judge_lateness(
        objection.pk,
        excused=values["excused"] == "ja",
        because=values["because"],
        by=given.by,
        today=given.today,
    )


def judge_interest(objection: Objection, given: Given) -> Any:
    values = given.values
    return service.judge_interest(
        objection.pk, interested=values["interested"] == "ja", because=values["because"], by=given.by
    )


def admit(objection: Objection, given: Given) -> Any:
    ground = "op_tijd" if objection.in_time else "verschoonbaar"
    return service.admit(objection.pk, ground=ground, by=given.by, today=given.today)


def to_committee(objection: Objection, given: Given) -> Any:
    return service.to_committee(objection.pk, by=given.by, today=given.today, report=given.values["report"])


def report_committee(objection: Objection, given: Given) -> Any:
    return service.report_committee(objection.pk, by=given.by, today=given.today)


def record_advice(objection: Objection, given: Given) -> Any:
    return service.record_advice(objection.pk, advice=given.values["advice"], by=given.by)


def hear(objection: Objection, given: Given) -> Any:
    values = given.values
    return service.hear(
        objection.pk,
        heard_on=values["heard_on"],
        report=values["report"],
        by=given.by,
        today=given.today,
    )


def waive(objection: Objection, given: Given) -> Any:
    return service.waive_hearing(
        objection.pk, because=given.values["because"], by=given.by, today=given.today
    )


def postpone(objection: Objection, given: Given) -> Any:
    return service.postpone(objection.pk, because=given.values["because"], by=given.by, now=given.now)


def notice(objection: Objection, given: Given) -> Any:
    return service.give_notice_of_default(
        objection.pk, received_on=given.values["received_on"], by=given.by, today=given.today
    )


def withdraw(objection: Objection, given: Given) -> Any:
    return service.withdraw(objection.pk, by=given.by, today=given.today)


def decide_again(objection: Objection, given: Given) -> Any:
    return courts.decide_again(objection.pk, until=given.values["until"], by=given.by, today=given.today)


def is_pending(objection: Objection) -> bool:
    return objection.state_ in PENDING


ACTS = (
    Act(
        code="herstel-vragen",
        title="Vraag om herstel",
        told="De indiener is gevraagd om het bezwaar aan te vullen.",
        do=ask_repair,
        events=(ObjectionEvent.ASK_REPAIR,),
        form=forms.RepairForm,
    ),
    Act(
        code="aanvullen",
        title="Voer een aanvulling in",
        told="De aanvulling is bewaard.",
        do=repair,
        text="De indiener vult aan wat ontbrak. Wat per post of e-mail kwam, telt op de dag van ontvangst.",
        source="Awb 6:6",
        form=forms.SupplementForm,
        when=lambda each: each.state_ in REPAIRABLE,
    ),
    Act(
        code="uitleg",
        title="Voer in waarom het bezwaar te laat is",
        told="De uitleg is bewaard.",
        do=explain,
        text="De indiener legt uit waarom het bezwaar later is.",
        source="Awb 6:11",
        form=forms.LateReasonForm,
        when=lambda each: is_pending(each) and not each.in_time and not each.late_reason,
    ),
    Act(
        code="verschoonbaar",
        title="Beoordeel of te laat verschoonbaar is",
        told="Het oordeel over te laat is bewaard.",
        do=judge_lateness,
        text="Valt de indiener te verwijten dat het bezwaar te laat is?",
        source="Awb 6:11",
        form=forms.LatenessForm,
        when=lambda each: is_pending(each) and not each.in_time,
    ),
    Act(
        code="belang",
        title="Beoordeel het belang",
        told="Het oordeel over het belang is bewaard.",
        do=judge_interest,
        text="Is de indiener belanghebbende? De school tot wie het besluit zich richt, is dat altijd.",
        source="Awb 1:2",
        form=forms.InterestForm,
        when=lambda each: is_pending(each) and not each.by_school,
    ),
    Act(
        code="in-behandeling",
        title="Neem in behandeling",
        told="Het bezwaar is in behandeling genomen.",
        do=admit,
        events=(ObjectionEvent.ADMIT,),
    ),
    Act(
        code="commissie",
        title="Leg voor aan een commissie",
        told="Een commissie adviseert over het bezwaar.",
        do=to_committee,
        events=(ObjectionEvent.TO_COMMITTEE,),
        form=forms.CommitteeForm,
    ),
    Act(
        code="commissie-melden",
        title="Meld de indiener dat een commissie adviseert",
        told="De commissie is aan de indiener gemeld.",
        do=report_committee,
        text="Pas na deze melding is de beslistermijn twaalf weken.",
        source="Awb 7:13",
        when=lambda each: is_pending(each) and each.committee and not each.committee_reported,
    ),
    Act(
        code="advies",
        title="Voer het advies van de commissie in",
        told="Het advies is bewaard.",
        do=record_advice,
        text="Het advies van de commissie komt in de beslissing op bezwaar.",
        source="Awb 7:13",
        form=forms.CommitteeAdviceForm,
        when=lambda each: is_pending(each) and each.committee,
    ),
    Act(
        code="horen",
        title="Leg de hoorzitting vast",
        told="De hoorzitting is vastgelegd.",
        do=hear,
        events=(ObjectionEvent.HEAR,),
        form=forms.HearForm,
    ),
    Act(
        code="afzien-van-horen",
        title="Zie af van horen",
        told="Vastgelegd: van horen is afgezien.",
        do=waive,
        events=(ObjectionEvent.WAIVE_HEARING,),
        form=forms.WhyForm,
        fills=frozenset({Fact.HEARING_WAIVED}),
    ),
    Act(
        code="verdagen",
        title="Verdaag de beslissing",
        told="De beslissing is zes weken verdaagd.",
        do=postpone,
        events=(ObjectionEvent.POSTPONE,),
        form=forms.WhyForm,
    ),
    Act(
        code="ingebreke",
        title="Voer een ingebrekestelling in",
        told="De ingebrekestelling is vastgelegd; er zijn twee weken voor een dwangsom loopt.",
        do=notice,
        text="De indiener stelt Blik op Werk in gebreke omdat de beslistermijn voorbij is.",
        source="Awb 4:17",
        form=forms.NoticeForm,
        when=lambda each: is_pending(each) and each.default_notice_on is None,
    ),
    Act(
        code="intrekken",
        title="Leg vast dat de indiener het bezwaar intrekt",
        told="Het bezwaar is ingetrokken.",
        do=withdraw,
        events=(ObjectionEvent.WITHDRAW,),
        danger=True,
    ),
    Act(
        code="opnieuw",
        title="Beslis opnieuw, op last van de rechtbank",
        told="Er wordt opnieuw op het bezwaar beslist.",
        do=decide_again,
        events=(ObjectionEvent.DECIDE_AGAIN,),
        form=forms.DecideAgainForm,
    ),
)
