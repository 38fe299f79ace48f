"""What staff do with an improvement plan."""

from typing import Any

from keurmerk.certification.models import Plan
from keurmerk.certification.service import plans as service
from keurmerk.certification.service.plans import Filed
from keurmerk.documents.enums import DocumentKind
from keurmerk.web.staff.act_list import Act, Given, attached
from keurmerk.web.staff.forms.plan import AdviceForm, BecauseForm, BodyForm, FailedForm, FiledForm
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import PlanState


def file(plan: Plan, given: Given) -> Any:
    values = given.values
    document = attached(
        given, title="Plan van aanpak", kind=DocumentKind.IMPROVEMENT_PLAN, school=plan.case.school
    )
    filed = Filed(
        causes=values["causes"],
        measures=values["measures"],
        body_requested=values["body_requested"],
        received_on=values["received_on"],
    )
    return service.file(plan.pk, filed, filed_by=given.by, today=given.today, document=document)


def request_body(plan: Plan, given: Given) -> Any:
    return service.request_body(plan.pk, by=given.by)


def refer(plan: Plan, given: Given) -> Any:
    return service.refer(plan.pk, body_name=given.values["body_name"], by=given.by, today=given.today)


def advise(plan: Plan, given: Given) -> Any:
    return service.body_advises(plan.pk, advice=given.values["advice"], by=given.by, today=given.today)


def carried_out(plan: Plan, given: Given) -> Any:
    return service.carried_out(plan.pk, because=given.values["because"], by=given.by, today=given.today)


def fail(plan: Plan, given: Given) -> Any:
    values = given.values
    return service.fail(
        plan.pk,
        grounds=tuple(values["grounds"]),
        because=values["because"],
        by=given.by,
        today=given.today,
    )


def cancel(plan: Plan, given: Given) -> Any:
    return service.cancel(plan.pk, because=given.values["because"], by=given.by, today=given.today)


ACTS = (
    Act(
        code="indienen",
        title="Voer het plan in dat per post of e-mail kwam",
        told="Het plan van aanpak is ingevoerd.",
        do=file,
        events=(PlanEvent.FILE, PlanEvent.FILE_LATE),
        form=FiledForm,
        fills=frozenset({Fact.PLAN_COMPLETE, Fact.PLAN_TERM_OVER}),
        files=True,
    ),
    Act(
        code="instelling-gevraagd",
        title="Leg vast dat de school een certificerende instelling vraagt",
        told="Vastgelegd: de school vraagt een certificerende instelling.",
        do=request_body,
        text="De school kan vragen dat een certificerende instelling het plan beoordeelt.",
        source="§7.6",
        when=lambda plan: plan.state_ is PlanState.FILED and not plan.body_requested,
    ),
    Act(
        code="voorleggen",
        title="Leg voor aan een certificerende instelling",
        told="Het plan ligt bij de certificerende instelling.",
        do=refer,
        events=(PlanEvent.REFER,),
        form=BodyForm,
    ),
    Act(
        code="advies",
        title="Voer het oordeel van de instelling in",
        told="Het oordeel van de instelling is bewaard.",
        do=advise,
        events=(PlanEvent.BODY_ADVISES,),
        form=AdviceForm,
    ),
    Act(
        code="uitgevoerd",
        title="Stel vast dat het plan is uitgevoerd",
        told="Vastgesteld: het plan is uitgevoerd.",
        do=carried_out,
        events=(PlanEvent.CARRIED_OUT,),
        form=BecauseForm,
    ),
    Act(
        code="niet-uitgevoerd",
        title="Stel vast dat het plan niet is uitgevoerd",
        told="Vastgesteld: het plan is niet uitgevoerd.",
        do=fail,
        events=(PlanEvent.FAIL,),
        form=FailedForm,
        danger=True,
    ),
    Act(
        code="vervallen",
        title="Laat het plan vervallen",
        told="Het plan van aanpak is vervallen.",
        do=cancel,
        events=(PlanEvent.CANCEL,),
        form=BecauseForm,
        danger=True,
    ),
)
