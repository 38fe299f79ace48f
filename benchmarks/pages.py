"""What the page benchmark needs of Django: a judged school, a bare page, a signed-in visitor."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from tests.generators.columns import Tables
from tests.generators.country import as_tables, school_frames
from tests.generators.files import write_xlsx

from config.urls import urlpatterns as ours
from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.assessments import service as assessments
from keurmerk.assessments.models import Assessment
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from keurmerk.results import service as results
from rulebook.kernel.period import MeasuringPeriod

PERIOD = MeasuringPeriod.starting(date(2025, 1, 1))
OF_THE_SCHEME = ("tevredenheid", "parameters")
BARE = "/bare/"


def bare(request: HttpRequest) -> HttpResponse:
    """The person is fetched, as on every page for somebody signed in."""
    return HttpResponse(template().render(RequestContext(request, {"name": str(request.user)})))


@cache
def template() -> Template:
    return Template("<!DOCTYPE html><title>Bare</title><p>{{ name }}</p>")


urlpatterns = [path(BARE.lstrip("/"), bare), *ours]


def judged_school() -> tuple[Assessment, User]:
    """Deliver the school of the other benchmarks as its member would: upload, check, tick, commit."""
    call_command("migrate", verbosity=0)
    tables = as_tables(school_frames())
    school, member = registered(tables)
    data = workbook({name: rows for name, rows in tables.items() if name not in OF_THE_SCHEME})
    upload = results.receive(
        school=school,
        period=PERIOD,
        filename="dossier.xlsx",
        content=BytesIO(data),
        size=len(data),
        uploaded_by=member,
    ).upload
    assessments.check_upload(upload.pk)
    upload.refresh_from_db()
    results.tick_warnings(upload, places=range(len(upload.warnings)), ticked_by=member)
    return assessments.commit_upload(upload, committed_by=member), member


def registered(tables: Tables) -> tuple[School, User]:
    row = tables["organisatie"][0]
    school = organisations.register_school(
        kvk_number=row["kvk_nummer"],
        name=row["naam"],
        certificate=CertificateKind(row["keurmerk"]),
        self_employed=row["zzp"] == "ja",
        oval_member=row["oval_lid"] == "ja",
        fictional=True,
        registered_by=SYSTEM,
    )
    member = accounts.open_account(
        email="school@bench.example", name="Bench", role=Role.SCHOOL, opened_by=SYSTEM
    )
    organisations.add_member(school, member, added_by=SYSTEM)
    return school, member


def workbook(tables: Tables) -> bytes:
    with TemporaryDirectory() as folder:
        return write_xlsx(tables, Path(folder) / "dossier.xlsx").read_bytes()


@contextmanager
def signed_in(user: User) -> Iterator[Callable[[str], None]]:
    """Give what fetches a page for this person."""
    with override_settings(ROOT_URLCONF=__name__):
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

        def get(address: str) -> None:
            status = client.get(address).status_code
            if status != 200:  # noqa: PLR2004
                raise RuntimeError(f"{address} answered {status}")

        yield get


def number_of_queries(show: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        show()
    return len(queries)
