"""What an application tells of people and organisations, as the register of persons takes it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from keurmerk.persons.declaration import (
    APPLICANT,
    Declaration,
    DeclaredAccount,
    DeclaredAddress,
    DeclaredControl,
    DeclaredIdentity,
    DeclaredInterest,
    DeclaredLocation,
    DeclaredOrganisation,
    DeclaredPep,
    DeclaredPerson,
    DeclaredRelative,
    DeclaredRole,
)
from keurmerk.persons.enums import IdentityKind, OrganisationKind
from rulebook.application.checking import day_of, percent_of, plain_iban
from rulebook.application.checklist import Answers, rows_of
from rulebook.application.pieces import MANAGEMENT, YES
from rulebook.persons.ties import Holding, Management, Relation

type Row = Mapping[str, object]
FOREIGN = "buitenlands"
"""The legal form of which the register abroad is asked."""
ROLES = {
    "kvk": Management.REGISTERED,
    "dagelijks": Management.DAILY,
    "feitelijk": Management.FACTUAL,
    "titulair": Management.TITULAR,
}
CENTRES = {
    "universiteit": OrganisationKind.UNIVERSITY_CENTRE,
    "hogeschool": OrganisationKind.COLLEGE_CENTRE,
    "roc": OrganisationKind.ROC_CENTRE,
}
HELD = {
    "kapitaal": Holding.SHARES,
    "stemmen": Holding.VOTES,
    "begunstigde": Holding.BENEFICIARY,
    "bijzonder": Holding.SPECIAL,
}


def declaration_of(answers: Mapping[str, Answers]) -> Declaration:
    """Of a complete application. Somebody who is both manager and owner is told twice and joined there."""
    company = answers.get("onderneming", {})
    above = rows_of(answers.get("belanghebbenden", {}), "holdings")
    return Declaration(
        organisation=_applicant(company),
        people=(
            *_managers(answers),
            *_owners(answers),
            *_directors_above(above),
            *_prominent(answers),
            *_relatives(answers),
        ),
        organisations=(
            *(_holding(row, above, company) for row in above),
            *_enterprises(answers),
            *_enterprises_of_family(answers),
        ),
        locations=tuple(
            DeclaredLocation(
                address=_address(row), name=_text(row, "naam"), first_lesson=day_of(row.get("eerste_les"))
            )
            for row in rows_of(answers.get("vestigingen", {}), "vestigingen")
        ),
    )


def _applicant(company: Row) -> DeclaredOrganisation:
    iban = plain_iban(company.get("iban"))
    kind = CENTRES.get(_text(company, "talencentrum"))
    register = company if company.get("rechtsvorm") == FOREIGN else {}
    alone = OrganisationKind.SELF_EMPLOYED if company.get("zzp") == YES else OrganisationKind.COMPANY
    return DeclaredOrganisation(
        APPLICANT,
        _text(company, "naam"),
        kvk_number=_kvk(company),
        country=_text(register, "register_land") or "NL",
        register=_text(register, "register"),
        register_number=_text(register, "register_nummer"),
        legal_form=_text(company, "rechtsvorm"),
        kind=kind or alone,
        oval_member=company.get("oval") == YES,
        addresses=(_address(company),),
        accounts=(DeclaredAccount(iban=iban),) if iban else (),
    )


def _managers(answers: Mapping[str, Answers]) -> Iterator[DeclaredPerson]:
    enterprises = rows_of(answers.get("cv", {}), "ondernemingen")
    relatives = rows_of(answers.get("netwerk", {}), "familie")
    for row in rows_of(answers.get(MANAGEMENT, {}), MANAGEMENT):
        mine = [each for each in enterprises if each.get("wie") == row.get("id")]
        yield _person(
            f"management:{row.get('id')}",
            row,
            roles=tuple(DeclaredRole(ROLES[code]) for code in _codes(row, "rollen") if code in ROLES),
            interests=tuple(
                DeclaredInterest(Holding.SHARES, share, in_key=f"cv:{each.get('id')}")
                for each in mine
                if (share := percent_of(each.get("aandelen")))
            ),
            family=tuple(
                DeclaredRelative(f"familie:{each.get('id')}", Relation(_text(each, "relatie")))
                for each in relatives
                if each.get("wie") == row.get("id")
            ),
        )


def _owners(answers: Mapping[str, Answers]) -> Iterator[DeclaredPerson]:
    """Only what is held directly: the rest follows from the chain of organisations."""
    given = answers.get("belanghebbenden", {})
    for row in rows_of(given, "ubo") if given.get("heeft_ubo") == YES else []:
        direct = percent_of(row.get("direct")) or Decimal(0)
        kinds = _codes(row, "aard")
        control: tuple[DeclaredControl, ...] = ()
        if "zeggenschap" in kinds:
            control = (DeclaredControl("feitelijke zeggenschap volgens de UBO-verklaring"),)
        yield _person(
            f"ubo:{row.get('id')}",
            row,
            identity=_identity(row),
            interests=tuple(
                DeclaredInterest(HELD[kind], direct) for kind in kinds if kind in HELD and direct
            ),
            controls=control,
        )


def _prominent(answers: Mapping[str, Answers]) -> Iterator[DeclaredPerson]:
    given = answers.get("belanghebbenden", {})
    for row in rows_of(given, "pep") if given.get("heeft_pep") == YES else []:
        yield _person(
            f"pep:{row.get('id')}",
            row,
            identity=_identity(row),
            peps=(DeclaredPep(function=_text(row, "functie")),),
        )


def _directors_above(above: list[dict[str, object]]) -> Iterator[DeclaredPerson]:
    """Who directs an organisation above the applicant: without an owner he counts as one (Bijlage 7A)."""
    for row in above:
        first, _, last = _text(row, "bestuurder").partition(" ")
        if first:
            yield DeclaredPerson(
                f"bestuurder:{row.get('id')}",
                first_names=first if last else "",
                last_name=last or first,
                birth_date=day_of(row.get("bestuurder_geboren")),
                roles=(DeclaredRole(Management.REGISTERED, in_key=f"holding:{row.get('id')}"),),
            )


def _relatives(answers: Mapping[str, Answers]) -> Iterator[DeclaredPerson]:
    for row in rows_of(answers.get("netwerk", {}), "familie"):
        share = percent_of(row.get("aandelen"))
        body = f"familiebedrijf:{row.get('id')}"
        held = (DeclaredInterest(Holding.SHARES, share, in_key=body),) if share else ()
        yield _person(f"familie:{row.get('id')}", row, interests=held)


def _person(key: str, row: Row, **more: object) -> DeclaredPerson:
    addresses = (_address(row),) if _text(row, "straat") or _text(row, "postcode") else ()
    return DeclaredPerson(
        key,
        first_names=_text(row, "voornamen"),
        last_name=_text(row, "achternaam"),
        birth_name=_text(row, "geboortenaam"),
        birth_date=day_of(row.get("geboortedatum")),
        addresses=addresses,
        **more,  # type: ignore[arg-type]
    )


def _holding(row: Row, above: list[dict[str, object]], company: Row) -> DeclaredOrganisation:
    """An organisation above the applicant: what it holds in the one that it names."""
    wanted = _text(row, "houdt").casefold()
    below = next(
        (f"holding:{each['id']}" for each in above if _text(each, "naam").casefold() == wanted), None
    )
    in_key = APPLICANT if below is None or wanted == _text(company, "naam").casefold() else below
    parts = ((Holding.SHARES, "aandelen"), (Holding.VOTES, "stemmen"))
    return DeclaredOrganisation(
        f"holding:{row.get('id')}",
        _text(row, "naam"),
        kvk_number=_kvk(row),
        interests=tuple(
            DeclaredInterest(what, part, in_key=in_key)
            for what, name in parts
            if (part := percent_of(row.get(name)))
        ),
    )


def _enterprises(answers: Mapping[str, Answers]) -> Iterator[DeclaredOrganisation]:
    for row in rows_of(answers.get("cv", {}), "ondernemingen"):
        yield DeclaredOrganisation(f"cv:{row.get('id')}", _text(row, "naam"), kvk_number=_kvk(row))


def _enterprises_of_family(answers: Mapping[str, Answers]) -> Iterator[DeclaredOrganisation]:
    for row in rows_of(answers.get("netwerk", {}), "familie"):
        yield DeclaredOrganisation(
            f"familiebedrijf:{row.get('id')}", _text(row, "onderneming"), kvk_number=_kvk(row)
        )


def _address(row: Row) -> DeclaredAddress:
    street, _, number = _text(row, "straat").rpartition(" ")
    if not any(each.isdigit() for each in number):
        street, number = _text(row, "straat"), ""
    return DeclaredAddress(
        street=street,
        number=number,
        postcode=_text(row, "postcode").upper(),
        city=_text(row, "plaats"),
        country=_text(row, "land") or "NL",
    )


def _identity(row: Row) -> DeclaredIdentity | None:
    kind, number = _text(row, "id_soort"), _text(row, "id_nummer")
    return DeclaredIdentity(kind=IdentityKind(kind), number=number) if kind and number else None


def _kvk(row: Row) -> str:
    return _text(row, "kvk_nummer").replace(" ", "")


def _codes(row: Row, name: str) -> list[str]:
    value = row.get(name)
    return [str(each) for each in value] if isinstance(value, list) else []


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "").strip()
