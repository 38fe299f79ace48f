"""Schools with people and organisations behind them, made by `service.declare`."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import (
    APPLICANT,
    Declaration,
    DeclaredAccount,
    DeclaredAddress,
    DeclaredInterest,
    DeclaredOrganisation,
    DeclaredPerson,
    DeclaredRole,
)
from keurmerk.persons.service import Declared, declare
from rulebook.persons.ties import Holding, Management
from tests.factories.organisations import make_school

DAY = date(2026, 11, 1)


def person(
    key: str, name: str = "Anna Bakker", birth_date: date | None = date(1980, 2, 1), **more: Any
) -> DeclaredPerson:
    """A declared person; the last word of the name is the last name."""
    first, _, last = name.rpartition(" ")
    return DeclaredPerson(key, first_names=first, last_name=last, birth_date=birth_date, **more)


def owner(key: str = "p1", name: str = "Anna Bakker", percent: int = 100, **more: Any) -> DeclaredPerson:
    """One who holds shares in the applicant and is its director."""
    return person(
        key,
        name,
        interests=(DeclaredInterest(Holding.SHARES, Decimal(percent)),),
        roles=(DeclaredRole(Management.REGISTERED),),
        **more,
    )


def address(postcode: str = "3511 AB", number: str = "1", **more: Any) -> DeclaredAddress:
    return DeclaredAddress(
        **({"street": "Kade", "city": "Utrecht", "postcode": postcode, "number": number} | more)
    )


def account(iban: str = "NL91ABNA0417164300") -> DeclaredAccount:
    return DeclaredAccount(iban=iban)


def declare_school(
    school: School | None = None,
    *,
    people: Sequence[DeclaredPerson] = (),
    organisations: Sequence[DeclaredOrganisation] = (),
    today: date = DAY,
    of_own: dict[str, Any] | None = None,
    **more: Any,
) -> Declared:
    """What a school declares of itself and these."""
    school = school or make_school()
    own = {"key": APPLICANT, "name": school.name, "kvk_number": school.kvk_number} | (of_own or {})
    declaration = Declaration(
        organisation=DeclaredOrganisation(**own),
        people=tuple(people),
        organisations=tuple(organisations),
        **more,
    )
    return declare(school, declaration, declared_by=SYSTEM, source="Aanvraag 1", today=today)
