"""Who manages a school at its grant is asked for certificates of conduct from then on (Norm 1.2.4)."""

from keurmerk.certification.models import Change
from keurmerk.journal.unit import journaled
from keurmerk.persons.enums import OrganisationKind
from keurmerk.persons.models import Organisation, Tie
from keurmerk.reporting.service.managers import enter_manager
from rulebook.lifecycle.events import Event
from rulebook.persons.ties import Management

CENTRES = (OrganisationKind.UNIVERSITY_CENTRE, OrganisationKind.COLLEGE_CENTRE, OrganisationKind.ROC_CENTRE)


def follow(change: Change) -> None:
    """In the transaction of the grant; a manager who is known already stays one."""
    if change.event == Event.GRANT_FIXED:
        enter_declared(change)


@journaled
def enter_declared(change: Change) -> None:
    """As the application told them; in a language centre who leads in fact leads it (noot 4)."""
    school = change.certificate.school
    own = Organisation.objects.filter(school=school).first()
    roles = [role.value for role in Management]
    ties = Tie.objects.filter(other=own, kind__in=roles, until=None).select_related("one").order_by("pk")
    names: dict[str, list[Management]] = {}
    for tie in ties if own else ():
        names.setdefault(tie.one.name, []).append(Management(tie.kind))
    for name, held in names.items():
        enter_manager(
            school,
            name=name,
            function=held[0].words,
            since=change.on,
            entered_by=change.user,
            leads_centre=own is not None and own.kind in CENTRES and Management.FACTUAL in held,
        )
