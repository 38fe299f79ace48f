"""What an applicant or holder tells of itself and of those behind it: plain values for `service.declare`.

A key names a person or organisation within one declaration, so that ties can refer to it; `APPLICANT` is
the school itself. Percentages are 0 to 100. Declared things become new records; identical ones (the same
number in the trade register; the same name and birth date) are joined to those that were known.

    Declaration(
        organisation=DeclaredOrganisation(APPLICANT, "Taalhuis De Brug B.V.", kvk_number="12345678"),
        people=(
            DeclaredPerson(
                "p1", first_names="Maria", last_name="Vries", prefix="de", birth_date=date(1980, 2, 1),
                roles=(DeclaredRole(Management.REGISTERED),),
                interests=(DeclaredInterest(Holding.SHARES, Decimal(60)),),
                family=(DeclaredRelative("p2", Relation.SPOUSE),),
            ),
            DeclaredPerson("p2", first_names="Jan", last_name="Bakker"),
        ),
    )
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from keurmerk.persons.enums import IdentityKind, OrganisationKind
from rulebook.persons.ties import Holding, Management, Relation

APPLICANT: Final = "aanvrager"


@dataclass(frozen=True, kw_only=True)
class DeclaredAddress:
    street: str = ""
    number: str = ""
    addition: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "NL"
    care_of: str = ""


@dataclass(frozen=True, kw_only=True)
class DeclaredAccount:
    iban: str
    in_name_of: str = ""


@dataclass(frozen=True, kw_only=True)
class DeclaredIdentity:
    """An identity paper (7B); kept encrypted."""

    kind: IdentityKind
    number: str


@dataclass(frozen=True, kw_only=True)
class DeclaredPep:
    """A prominent political function, now or in the last year; `of_key`: a relative has it."""

    function: str
    since: date | None = None
    until: date | None = None
    of_key: str = ""


@dataclass(frozen=True)
class DeclaredRole:
    """Belongs to the management of the organisation with key `in_key`."""

    role: Management
    in_key: str = APPLICANT
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredInterest:
    """Holds `percent` of something in the organisation with key `in_key`.

    Direct interests only: the rules compute the indirect ones from the chain. Give shares and votes apart.
    """

    what: Holding
    percent: Decimal
    in_key: str = APPLICANT
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredControl:
    """Decides in fact, in another way (7B, third kind of owner): how, in the words of who declares."""

    how: str
    in_key: str = APPLICANT
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredRelative:
    """The person with key `key` is this person's `relation`: Relation.CHILD means that `key` is the child."""

    key: str
    relation: Relation
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredEmployment:
    """Is employed by the organisation with key `by_key`."""

    by_key: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredAgreement:
    """Those with these keys act together in an organisation, so that what they hold there counts jointly."""

    keys: tuple[str, ...]
    in_key: str = APPLICANT
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class DeclaredPerson:
    """A natural person. Names as typed, in any script; `names_in_latin`: how an identity paper has them."""

    key: str
    first_names: str
    last_name: str
    prefix: str = ""
    birth_name: str = ""
    names_in_latin: str = ""
    birth_date: date | None = None
    birth_place: str = ""
    addresses: tuple[DeclaredAddress, ...] = ()
    accounts: tuple[DeclaredAccount, ...] = ()
    identity: DeclaredIdentity | None = None
    peps: tuple[DeclaredPep, ...] = ()
    roles: tuple[DeclaredRole, ...] = ()
    interests: tuple[DeclaredInterest, ...] = ()
    controls: tuple[DeclaredControl, ...] = ()
    family: tuple[DeclaredRelative, ...] = ()
    employments: tuple[DeclaredEmployment, ...] = ()


@dataclass(frozen=True)
class DeclaredOrganisation:
    """The applicant, an organisation above it, or another enterprise (from a CV).

    A Dutch one has `kvk_number`; a foreign one `register` (its name), `register_number` and `country`.
    """

    key: str
    name: str
    kvk_number: str = ""
    country: str = "NL"
    register: str = ""
    register_number: str = ""
    trade_names: tuple[str, ...] = ()
    legal_form: str = ""
    kind: OrganisationKind = OrganisationKind.COMPANY
    oval_member: bool = False
    addresses: tuple[DeclaredAddress, ...] = ()
    accounts: tuple[DeclaredAccount, ...] = ()
    interests: tuple[DeclaredInterest, ...] = ()
    controls: tuple[DeclaredControl, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeclaredLocation:
    """Where lessons are given; with more than three it is a location of the school (1.3.3.f)."""

    address: DeclaredAddress
    name: str = ""
    first_lesson: date | None = None
    lessons: int | None = None


@dataclass(frozen=True, kw_only=True)
class Declaration:
    organisation: DeclaredOrganisation
    people: tuple[DeclaredPerson, ...] = ()
    organisations: tuple[DeclaredOrganisation, ...] = ()
    agreements: tuple[DeclaredAgreement, ...] = ()
    locations: tuple[DeclaredLocation, ...] = ()


class DeclarationError(ValueError):
    """Something in a declaration cannot be: `problems` are (place, Dutch sentence) pairs."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(f"{place}: {text}" for place, text in problems))
        self.problems = problems


class SamePersonError(ValueError):
    """Two records cannot be called the same; the message is for people."""
