"""Fill the demo's database through the services that screens use. Running it again changes nothing."""

import io
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from multiprocessing import get_context

from django.utils import timezone

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.assessments import service as assessments
from keurmerk.demo.generator import SCHOOLS, Profile
from keurmerk.demo.generator.profile import MARK
from keurmerk.demo.generator.schools import PASS_RATES_ANNOUNCED
from keurmerk.demo.generator.tables import Row
from keurmerk.demo.parcels import Parcel, parcels_of
from keurmerk.demo.scenes import (
    OF_THE_AUDITOR,
    OF_THE_SCHOOL_ACCOUNT,
    OF_THE_SUSPENDED_ACCOUNT,
    Ends,
    Scene,
    scenes_of,
)
from keurmerk.journal.unit import journaled
from keurmerk.organisations import service as organisations
from keurmerk.organisations.demo import SIGN_INS, SUSPENDED_SCHOOL
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from keurmerk.results import service as results
from keurmerk.results.models import AnnouncedPassRate, Upload

SOURCE = f"Demo {MARK}"


class DemoError(Exception):
    """A demo upload did not end as its scene says: the generator and the checks have grown apart."""


def load(schools: Sequence[Profile] = SCHOOLS) -> None:
    """Load what is not there yet; `keurmerk.organisations.demo.load` opened the accounts before."""
    users = {role: User.objects.get(email=email) for role, (email, _) in SIGN_INS.items()}
    announce_pass_rates(users[Role.STAFF])
    waiting = [school for school in schools if not is_loaded(school)]
    with made_ahead(waiting) as parcels:
        for school in waiting:
            load_school(school, next(parcels), users)


def is_loaded(school: Profile) -> bool:
    """Schools are loaded whole or not at all, so that it is enough to count."""
    known = Upload.objects.filter(school__kvk_number=school.kvk_number).count()
    return known >= len(list(scenes_of(school)))


@contextmanager
def made_ahead(schools: Sequence[Profile]) -> Iterator[Iterator[list[Parcel]]]:
    """Make the files of the next schools in another process while one is being loaded."""
    if len(schools) <= 1:
        yield map(parcels_of, schools)
        return
    # Ctrl-C reaches the other process too; this one tells it when to stop.
    deaf = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=signal.signal, initargs=deaf) as pool:
        yield pool.map(parcels_of, schools)


def announce_pass_rates(staff: User) -> None:
    for year, rates in PASS_RATES_ANNOUNCED.items():
        valid_from = date(year, 1, 1)
        if AnnouncedPassRate.objects.filter(valid_from=valid_from).exists():
            continue
        for profile, percentage in rates.items():
            results.announce_pass_rate(
                profile=profile,
                valid_from=valid_from,
                percentage=Decimal(percentage),
                source=SOURCE,
                entered_by=staff,
            )


@journaled
def load_school(school: Profile, parcels: list[Parcel], users: dict[Role, User]) -> None:
    """All of a school in one transaction: stopped halfway, it is not there."""
    registered = register(school, users[Role.STAFF])
    member = member_of(school, registered, users)
    if school.key in OF_THE_AUDITOR:
        organisations.assign_auditor(
            registered, users[Role.AUDITOR], assigned_by=users[Role.STAFF], today=timezone.localdate()
        )
    surveyed: set[int] = set()
    for scene, parcel in zip(scenes_of(school), parcels, strict=True):
        if scene.year not in surveyed:
            add_survey(registered, scene, parcel.survey, users[Role.STAFF])
            surveyed.add(scene.year)
        play(scene, registered, parcel.data, member)


def register(school: Profile, staff: User) -> School:
    return School.objects.filter(kvk_number=school.kvk_number).first() or organisations.register_school(
        kvk_number=school.kvk_number,
        name=school.name,
        certificate=CertificateKind.FIXED_TERM if school.fixed_term else CertificateKind.INDEFINITE,
        self_employed=school.self_employed,
        oval_member=school.oval_member,
        fictional=True,
        registered_by=staff,
    )


def member_of(school: Profile, registered: School, users: dict[Role, User]) -> User:
    """An account of the demo for some; the others have one of their own, without a password."""
    known = {
        **dict.fromkeys(OF_THE_SUSPENDED_ACCOUNT, SUSPENDED_SCHOOL),
        **dict.fromkeys(OF_THE_SCHOOL_ACCOUNT, users[Role.SCHOOL].email),
    }
    email = known.get(school.key, f"{school.key}@demo.example")
    user = User.objects.filter(email=email).first() or accounts.open_account(
        email=email,
        name=f"Beheerder van {school.short_name} {MARK}",
        role=Role.SCHOOL,
        opened_by=users[Role.STAFF],
    )
    organisations.add_member(registered, user, added_by=users[Role.STAFF])
    return user


def add_survey(registered: School, scene: Scene, survey: Row, staff: User) -> None:
    results.add_survey_outcome(
        school=registered,
        period=scene.school.period(scene.year),
        numbers=results.SurveyNumbers(
            invited=int(survey["uitgenodigd"]),
            completed=int(survey["ingevuld"]),
            grades=int(survey["cijfers"]),
            mean_grade=Decimal(survey["gemiddelde"]),
        ),
        source=SOURCE,
        entered_by=staff,
    )


def play(scene: Scene, registered: School, data: bytes, member: User) -> None:
    """Send the file in, check it, and commit it when the scene says so."""
    received = results.receive(
        school=registered,
        period=scene.school.period(scene.year),
        filename=scene.filename,
        content=io.BytesIO(data),
        size=len(data),
        uploaded_by=member,
    )
    upload = assessments.check_upload(received.upload.pk)
    expected = Ends.REFUSED if scene.ends is Ends.REFUSED else Ends.CHECKED
    if upload is None or upload.state != expected.value:
        raise DemoError(f"{scene.filename}: {upload and upload.get_state_display()}")
    if scene.ends is Ends.COMMITTED:
        results.tick_warnings(upload, places=range(len(upload.warnings)), ticked_by=member)
        assessments.commit_upload(upload, committed_by=member)
