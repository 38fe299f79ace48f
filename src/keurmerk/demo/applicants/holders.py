"""Who stands behind a few fictional holders, so that the register of persons has something to find."""

from datetime import date, timedelta
from decimal import Decimal

from keurmerk.accounts.models import User
from keurmerk.organisations.models import School
from keurmerk.persons import service as persons
from keurmerk.persons.declaration import (
    APPLICANT,
    Declaration,
    DeclaredAddress,
    DeclaredInterest,
    DeclaredOrganisation,
    DeclaredPerson,
    DeclaredRole,
)
from keurmerk.persons.models import Organisation
from rulebook.persons.ties import Holding, Management

OF_SISTER_IN_LAW = "90000211"
"""De Korenbloem, a holder for a fixed term: owned through a holding by the sister-in-law of an applicant."""
WHOLE = Decimal(100)
SINCE = timedelta(days=900)


def declare_holders(staff: User, today: date) -> None:
    school = School.objects.filter(kvk_number=OF_SISTER_IN_LAW).first()
    if school is None or Organisation.objects.filter(school=school).exists():
        return
    persons.declare(
        school,
        Declaration(
            organisation=DeclaredOrganisation(
                APPLICANT, school.name, kvk_number=school.kvk_number, legal_form="bv"
            ),
            organisations=(
                DeclaredOrganisation(
                    "holding",
                    "Voorbeeldholding De Wit (verzonnen)",
                    kvk_number="90000998",
                    legal_form="bv",
                    interests=(
                        DeclaredInterest(Holding.SHARES, WHOLE),
                        DeclaredInterest(Holding.VOTES, WHOLE),
                    ),
                ),
            ),
            people=(
                DeclaredPerson(
                    "owner",
                    first_names="Hanna",
                    last_name="Fictief-de Wit",
                    birth_name="de Wit",
                    birth_date=date(1979, 5, 12),
                    addresses=(
                        DeclaredAddress(
                            street="Voorbeeldlaan", number="12", postcode="4811 BB", city="Breda"
                        ),
                    ),
                    interests=(
                        DeclaredInterest(Holding.SHARES, WHOLE, in_key="holding"),
                        DeclaredInterest(Holding.VOTES, WHOLE, in_key="holding"),
                    ),
                    roles=(DeclaredRole(Management.REGISTERED, in_key="holding"),),
                ),
                DeclaredPerson(
                    "director",
                    first_names="Peter",
                    last_name="Fictief",
                    birth_date=date(1975, 8, 30),
                    roles=(DeclaredRole(Management.REGISTERED), DeclaredRole(Management.DAILY)),
                ),
            ),
        ),
        declared_by=staff,
        source="Opgave van de school (verzonnen)",
        today=today - SINCE,
    )
