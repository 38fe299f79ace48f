"""Let the fictional lives happen, each school whole or not at all. Running it again changes nothing."""

from collections.abc import Sequence
from datetime import date

from keurmerk.certification.models import Case, Certificate
from keurmerk.certification.service import law
from keurmerk.demo.generator import SCHOOLS, Profile
from keurmerk.demo.lives import days
from keurmerk.demo.lives.life import Life
from keurmerk.demo.lives.people import People, people, retire
from keurmerk.demo.lives.script import Script
from keurmerk.demo.lives.scripts import SCRIPTS
from keurmerk.demo.lives.scripts.delivered import LIVES, without_deliveries
from keurmerk.journal.unit import journaled
from keurmerk.organisations import service as organisations
from keurmerk.organisations.demo import KVK_NUMBER
from keurmerk.organisations.models import School
from rulebook.lifecycle.states import State


def load(today: date, schools: Sequence[Profile] = SCHOOLS, scripts: Sequence[Script] = SCRIPTS) -> None:
    """Those that have no life yet: schools of which the deliveries are loaded, and small ones without any."""
    known = {school.kvk_number: school for school in School.objects.filter(fictional=True)}
    delivered = [school for school in schools if not has_lived(known[school.kvk_number])]
    small = [script for script in scripts if script.kvk_number not in known]
    if not delivered and not small:
        return
    acting = people(today)
    for school in delivered:
        play_delivered(school, known[school.kvk_number], acting, today)
    for script in small:
        play(script, acting, today)
    first = known[KVK_NUMBER]
    if not has_lived(first):
        without_deliveries(Life(first, acting, today))
    retire(acting, today)
    law.carry_out_law(days.noon(today))


def has_lived(school: School) -> bool:
    moved = Certificate.objects.filter(school=school).exclude(state=State.NONE)
    return moved.exists() or Case.objects.filter(school=school).exists()


@journaled
def play_delivered(school: Profile, registered: School, acting: People, today: date) -> None:
    member = registered.memberships.select_related("user")[0].user
    LIVES[school.key](Life(registered, acting, today, member))


@journaled
def play(script: Script, acting: People, today: date) -> None:
    school = organisations.register_school(
        kvk_number=script.kvk_number,
        name=script.name,
        certificate=script.registered_as,
        fictional=True,
        registered_by=acting.staff,
    )
    script.play(Life(school, acting, today))
