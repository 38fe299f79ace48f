"""What cannot be in a declaration, each with its place and a Dutch sentence that says what to do."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from keurmerk.persons.declaration import (
    Declaration,
    DeclarationError,
    DeclaredInterest,
    DeclaredOrganisation,
    DeclaredPerson,
)
from rulebook.persons.ties import Holding

ALL = Decimal(100)
OLDEST = date(1900, 1, 1)
KVK = re.compile(r"[0-9]{8}")


def check(declaration: Declaration, today: date) -> None:
    """Raises DeclarationError with everything that cannot be, at once."""
    problems = (*_organisations(declaration), *_people(declaration, today), *_sums(declaration))
    problems += tuple(_locations(declaration, today))
    if problems:
        raise DeclarationError(problems)


def bodies_of(declaration: Declaration) -> tuple[DeclaredOrganisation, ...]:
    return (declaration.organisation, *declaration.organisations)


def _organisations(declaration: Declaration) -> Iterator[tuple[str, str]]:
    keys = [each.key for each in bodies_of(declaration)] + [each.key for each in declaration.people]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield key, "Deze sleutel komt twee keer voor. Geef elke persoon en organisatie een eigen sleutel."
    known = {each.key for each in bodies_of(declaration)}
    for body in bodies_of(declaration):
        if not body.name.strip():
            yield body.key, "De naam van de organisatie ontbreekt. Vul die in."
        if body.kvk_number and not KVK.fullmatch(body.kvk_number):
            yield body.key, f"‘{body.kvk_number}’ is geen KvK-nummer. Een KvK-nummer heeft acht cijfers."
        yield from _interests(body.key, body.name, body.interests, known)
        yield from _dated(body.key, (*body.interests, *body.controls))
        for control in body.controls:
            yield from _known(body.key, control.in_key, known)
    for agreement in declaration.agreements:
        for key in (*agreement.keys, agreement.in_key):
            yield from _known(agreement.in_key, key, set(keys))


def _people(declaration: Declaration, today: date) -> Iterator[tuple[str, str]]:
    bodies = {each.key for each in bodies_of(declaration)}
    persons = {each.key for each in declaration.people}
    for person in declaration.people:
        name = f"{person.first_names} {person.last_name}".strip()
        if not name:
            yield person.key, "De naam van deze persoon ontbreekt. Vul die in."
        if person.birth_date and not OLDEST <= person.birth_date <= today:
            day = f"{person.birth_date.day}-{person.birth_date.month}-{person.birth_date.year}"
            yield person.key, f"{day} kan geen geboortedatum zijn. Vul een datum tussen 1900 en vandaag in."
        yield from _interests(person.key, name, person.interests, bodies)
        yield from _dated(
            person.key,
            (
                *person.roles,
                *person.interests,
                *person.controls,
                *person.family,
                *person.employments,
                *person.peps,
            ),
        )
        for key in (
            *(role.in_key for role in person.roles),
            *(control.in_key for control in person.controls),
            *(job.by_key for job in person.employments),
        ):
            yield from _known(person.key, key, bodies)
        yield from _family(person, persons)


def _family(person: DeclaredPerson, persons: set[str]) -> Iterator[tuple[str, str]]:
    for relative in person.family:
        yield from _known(person.key, relative.key, persons)
        if relative.key == person.key:
            yield person.key, "Niemand is familie van zichzelf. Kies een ander."
    for pep in person.peps:
        if pep.of_key:
            yield from _known(person.key, pep.of_key, persons)


def _interests(
    key: str, name: str, interests: Iterable[DeclaredInterest], known: set[str]
) -> Iterator[tuple[str, str]]:
    for each in interests:
        yield from _known(key, each.in_key, known)
        if not 0 <= each.percent <= ALL:
            yield key, f"{each.percent}% voor {name} kan niet. Vul een percentage van 0 tot en met 100 in."


def _known(place: str, key: str, known: set[str]) -> Iterator[tuple[str, str]]:
    if key not in known:
        yield place, f"‘{key}’ staat niet in deze opgave. Voeg die persoon of organisatie toe."


def _dated(place: str, things: Iterable[object]) -> Iterator[tuple[str, str]]:
    for each in things:
        since, until = getattr(each, "since", None), getattr(each, "until", None)
        if since and until and until < since:
            yield place, "De einddatum ligt voor de begindatum. Verbeter een van beide."


def _sums(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """More than all of a body cannot be held at once."""
    totals: dict[tuple[str, Holding], Decimal] = {}
    holdings = [each.interests for each in declaration.people]
    holdings += [each.interests for each in bodies_of(declaration)]
    for interests in holdings:
        for each in interests:
            if each.until is None and each.what in {Holding.SHARES, Holding.VOTES}:
                key = (each.in_key, each.what)
                totals[key] = totals.get(key, Decimal(0)) + each.percent
    for (body, what), total in sorted(totals.items()):
        if total > ALL:
            yield body, f"Samen is dit {total}% van {what.words}. Meer dan 100% kan niet: verbeter een deel."


def _locations(declaration: Declaration, today: date) -> Iterator[tuple[str, str]]:
    for place in declaration.locations:
        if place.lessons is not None and place.lessons < 0:
            yield "vestigingen", "Het aantal lessen kan niet kleiner zijn dan nul."
        if place.first_lesson and place.first_lesson.year < 2000:  # noqa: PLR2004 - before the law
            yield (
                "vestigingen",
                f"De eerste les kan niet in {place.first_lesson.year} zijn, het is {today.year}.",
            )
