"""A fictional school that applies, and the answers and documents of its application."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from keurmerk.demo.generator.profile import MARK
from rulebook.application.pages import PAGES
from rulebook.application.statements import STATEMENTS
from rulebook.kernel.period import STARTS

MANAGER, OWNER, TEACHER = "directeur", "eigenaar", "docent"
"""The ids of the rows in which they stand."""
type Answers = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    number: int
    short_name: str
    story: str
    first_names: str
    last_name: str
    born: str
    city: str
    postcode: str
    street: str
    iban: str
    learners: int = 30
    turnover: str = "180.000"
    network: Mapping[str, object] = field(default_factory=dict)
    """What is answered otherwise on the page about the network."""

    @property
    def kvk_number(self) -> str:
        return f"9000{self.number:04}"

    @property
    def name(self) -> str:
        return f"Voorbeeldschool {self.short_name} {MARK}"

    @property
    def director(self) -> str:
        return f"{self.first_names} {self.last_name}"


def answers_of(applicant: Applicant, today: date) -> Answers:
    """A complete application on this day."""
    return {
        "onderneming": _company(applicant),
        "vestigingen": {
            "vestigingen": [{"id": "1", "naam": "Hoofdvestiging", **_address(applicant), "eerste_les": ""}]
        },
        "management": {"management": [_manager(applicant)]},
        "netwerk": {"verbonden": "nee", "eerder_houder": "nee", **applicant.network},
        "belanghebbenden": _owners(applicant),
        "managementverklaring": {
            **{each.code: "akkoord" for each in STATEMENTS},
            "ondertekenaar": applicant.director,
            "functie": "directeur",
            "plaats": applicant.city,
        },
        "cv": _career(applicant, today),
        "docenten": {"docenten": [_teacher(today)]},
        "meetperiode": {
            "start": f"{next_start(today):%d-%m-%Y}",
            "cursisten_soort": ["asiel", "gezin"],
            "cursisten": str(applicant.learners),
            "omzet": applicant.turnover,
        },
    }


def next_start(today: date) -> date:
    """The measuring period that begins at least four months from now: an assessment takes that long."""
    after = today + timedelta(days=120)
    days = (date(year, *start) for year in (after.year, after.year + 1) for start in STARTS)
    return min(day for day in days if day > after)


def titles() -> dict[str, str]:
    """Per demand for evidence the document in which it stands: a few documents carry all."""
    named = {
        "A2": "Uittreksel KvK",
        "A6": "VOG directeur",
        "A5a": "Identiteitsbewijs",
        "A5b": "Volmacht",
        "A5c": "Identiteitsbewijs",
        "A1": "Procesbeschrijving",
        "A7": "Bedrijfspresentatie",
        "E1": "Curriculum vitae",
        "F1": "Diploma docent",
        "F2": "Intentieverklaring docent",
        "F3": "VOG docent",
    }
    by_part = {
        "B": "Privacyreglement",
        "C": "Klachtenreglement",
        "D": "Functie-eisen en inkoopeisen",
        "G": "Onderwijsplan",
        "H": "Organisatieplan en begroting",
    }
    codes = [demand.code for page in PAGES for demand in page.evidence]
    return {
        code: named.get(code) or by_part[code[0]] for code in codes if code in named or code[0] in by_part
    }


def _company(applicant: Applicant) -> dict[str, object]:
    return {
        "naam": applicant.name,
        "rechtsvorm": "bv",
        "kvk_nummer": applicant.kvk_number,
        "btw_nummer": f"NL8{applicant.number:08}B01",
        "iban": applicant.iban,
        **_address(applicant),
        "telefoon": "030 555 01 23",
        "e_mail": f"info{applicant.number}@school.example",
        "e_mail_financieel": f"facturen{applicant.number}@school.example",
        "website": "",
        "medewerkers": "4",
        "zzp": "nee",
        "oval": "nee",
        "talencentrum": "geen",
    }


def _address(applicant: Applicant) -> dict[str, object]:
    return {
        "straat": applicant.street,
        "postcode": applicant.postcode,
        "plaats": applicant.city,
        "land": "",
    }


def _person(applicant: Applicant) -> dict[str, object]:
    return {
        "voornamen": applicant.first_names,
        "achternaam": applicant.last_name,
        "geboortenaam": "",
        "geboortedatum": applicant.born,
    }


def _manager(applicant: Applicant) -> dict[str, object]:
    return {
        "id": MANAGER,
        **_person(applicant),
        "functie": "directeur",
        "rollen": ["kvk", "dagelijks", "feitelijk"],
        **_address(applicant),
        "telefoon": "06 555 01 234",
        "e_mail": f"directie{applicant.number}@school.example",
    }


def _owners(applicant: Applicant) -> dict[str, object]:
    identity = {"id_soort": "paspoort", "id_nummer": f"NX{applicant.number:07}"}
    owner = {
        "id": OWNER,
        **_person(applicant),
        **_address(applicant),
        **identity,
        "aard": ["kapitaal", "stemmen"],
        "direct": "100",
        "indirect": "0",
    }
    return {
        "heeft_ubo": "ja",
        "ubo": [owner],
        "heeft_pep": "nee",
        "ondertekenaar": applicant.director,
        "ondertekenaar_geboren": applicant.born,
        "ondertekenaar_functie": "directeur",
        **identity,
    }


def _career(applicant: Applicant, today: date) -> dict[str, object]:
    graduated = date(today.year - 12, 7, 1)
    return {
        "loopbaan": [
            {
                "id": "1",
                "wie": MANAGER,
                "soort": "opleiding",
                "waar": "Voorbeeldhogeschool, Utrecht",
                "wat": "Lerarenopleiding Nederlands, richting NT2",
                "van": f"1-9-{graduated.year - 4}",
                "tot": f"{graduated:%d-%m-%Y}",
                "afgerond": "ja",
            },
            {
                "id": "2",
                "wie": MANAGER,
                "soort": "werk",
                "waar": f"Voorbeeldcollege, {applicant.city}",
                "wat": "Docent NT2, later teamleider",
                "van": f"1-9-{graduated.year}",
                "tot": "",
            },
        ],
        "referenties": [
            {
                "id": "1",
                "wie": MANAGER,
                "naam": "M. Fictief, Voorbeeldcollege",
                "telefoon": "030 555 09 87",
                "e_mail": "",
            }
        ],
    }


def _teacher(today: date) -> dict[str, object]:
    return {
        "id": TEACHER,
        "naam": "Noor Fictief",
        "telefoon": "06 555 04 321",
        "bevoegdheid": "bvnt2",
        "nummer": "F-0001",
        "start": f"{today + timedelta(days=30):%d-%m-%Y}",
    }
