"""A case with one of everything: suspended for inquiry, with work on both sides."""

from datetime import timedelta

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import Body, CaseKind
from keurmerk.certification.models import Case
from keurmerk.certification.service import cases, tasks
from keurmerk.documents import service as documents
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import assign_auditor
from rulebook.lifecycle.facts import Fact
from tests.factories.accounts import make_user
from tests.factories.certification import establish, make_certificate, suspended
from tests.factories.documents import make_document
from tests.factories.messages import make_bounced
from tests.factories.organisations import make_school, make_school_user

NOTE = "Gebeld met de school: de lijsten komen morgen."


def make_thick_case(handler: User) -> Case:
    today = timezone.localdate()
    school = make_school(name="Taalschool De Brug", fictional=True)
    make_school_user(school)
    assign_auditor(school, make_user(Role.AUDITOR), assigned_by=SYSTEM, today=today)
    case = cases.open_case(
        make_certificate(school),
        CaseKind.SUPERVISION,
        title="Signalen over presentielijsten",
        opened_by=handler,
        today=today - timedelta(days=20),
    )
    establish(case, Fact.INQUIRY_DONE, holds=False, today=today)
    suspended(case, today=today)
    add_work(case, handler)
    return case


def add_work(case: Case, handler: User) -> None:
    """A note, an opened document, a bounced mail, a duty done and one told."""
    today = timezone.localdate()
    number = case.notes.count()
    cases.write_note(case, f"{NOTE} ({number})", written_by=handler)
    document = make_document(case.school, title=f"Presentielijsten maart {number}", for_school=False)
    cases.add_paper(case, document, added_by=handler)
    documents.read(document, opened_by=handler)
    make_bounced(subject=f"Besluit over uw Keurmerk {number}", about=case.as_party(), school=case.school)
    done = case.tasks.filter(code="uit_register", done_on=None).first()
    if done:
        tasks.do_task(done.pk, by=handler, today=today, note="Gecontroleerd op de website.")
    told = case.tasks.filter(code="duo_informeren", done_on=None).first()
    tasks.disclose(
        case,
        body=Body.DUO,
        what=f"Geschorst voor onderzoek ({number}).",
        ground="§7.8",
        told_by=handler,
        today=today,
        task=told,
    )
