"""Reads the planted ties (see planted/README.md) and plays them: a holder declares, then an applicant."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from tests.factories.organisations import make_school
from tests.factories.persons import declare_school

from keurmerk.organisations.models import School
from keurmerk.persons.declaration import (
    APPLICANT,
    DeclaredAccount,
    DeclaredAddress,
    DeclaredAgreement,
    DeclaredControl,
    DeclaredEmployment,
    DeclaredInterest,
    DeclaredOrganisation,
    DeclaredPerson,
    DeclaredRelative,
    DeclaredRole,
)
from rulebook.persons.ties import Holding, Management, Relation

FOLDER = Path(__file__).parent / "planted"
BODY = re.compile(r"\[(?P<name>[^\]0-9]+?)(?: (?P<kvk>[0-9]{8}))?\]")
PERSON = re.compile(r"(?P<name>.+?)(?: (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?")


def cases() -> list[dict[str, Any]]:
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text())]


@dataclass
class Side:
    """What one side declares, gathered line by line."""

    school: School
    lines: list[str]
    people: dict[str, DeclaredPerson] = field(default_factory=dict)
    bodies: dict[str, DeclaredOrganisation] = field(default_factory=dict)
    agreements: list[DeclaredAgreement] = field(default_factory=list)

    def declare(self, today: date) -> None:
        own = DeclaredOrganisation(APPLICANT, self.school.name, kvk_number=self.school.kvk_number)
        self.bodies[APPLICANT] = own
        for line in self.lines:
            self._read(line)
        own = self.bodies.pop(APPLICANT)
        declare_school(
            self.school,
            people=list(self.people.values()),
            organisations=list(self.bodies.values()),
            agreements=tuple(self.agreements),
            today=today,
            of_own={
                name: getattr(own, name)
                for name in ("name", "kvk_number", "interests", "addresses", "accounts", "trade_names")
            },
        )

    def _read(self, line: str) -> None:
        if " = " in line:
            one, relation, other = (part.strip() for part in line.split(" = "))
            ends = relation.split(" tot ")
            relative = DeclaredRelative(
                self._key(one), Relation(ends[0].removesuffix(" van")), until=_day(ends[1:])
            )
            self._add(self._key(other), "family", relative)
            return
        one, what, *rest = (part.strip() for part in line.split(" > "))
        word, *more = what.split()
        if word == "samen":
            parties = tuple(self._key(each.strip()) for each in one.split(" & "))
            self.agreements.append(DeclaredAgreement(parties, self._key(rest[0])))
            return
        key = self._key(one)
        until = _day(more[more.index("tot") + 1 :]) if "tot" in more else None
        if word == "iban":
            self._add(key, "accounts", DeclaredAccount(iban=more[0]))
        elif word == "adres":
            self._add(key, "addresses", DeclaredAddress(postcode=more[0], number=more[1]))
        elif word == "werknemer":
            self._add(key, "employments", DeclaredEmployment(self._key(rest[0]), until=until))
        elif word == "feitelijk":
            self._add(key, "controls", DeclaredControl("volmacht", self._key(rest[0]), until=until))
        elif word in {each.value for each in Management}:
            self._add(key, "roles", DeclaredRole(Management(word), self._key(rest[0]), until=until))
        else:
            stake = DeclaredInterest(Holding(word), Decimal(more[0]), self._key(rest[0]), until=until)
            self._add(key, "interests", stake)

    def _key(self, text: str) -> str:
        if text == "SCHOOL":
            return APPLICANT
        if found := BODY.fullmatch(text):
            name = found["name"]
            self.bodies.setdefault(name, DeclaredOrganisation(name, name, kvk_number=found["kvk"] or ""))
            return name
        found = PERSON.fullmatch(text)
        assert found, text
        name, day = found["name"], found["day"]
        last, _, rest = name.partition(", ") if ", " in name else ("", "", "")
        first = rest or name.rpartition(" ")[0]
        self.people.setdefault(
            name,
            DeclaredPerson(
                name,
                first_names=first,
                last_name=last or name.rpartition(" ")[2],
                birth_date=date.fromisoformat(day) if day else None,
            ),
        )
        return name

    def _add(self, key: str, where: str, thing: Any) -> None:
        store: dict[str, Any] = self.bodies if key in self.bodies else self.people
        store[key] = replace(store[key], **{where: (*getattr(store[key], where), thing)})


def _day(parts: list[str]) -> date | None:
    return date.fromisoformat(parts[0]) if parts else None


def play(case: dict[str, Any], holder: School, today: date) -> School:
    """Both sides declare; returns the school that applies."""
    applicant = make_school(**{"name": case["naam_aanvrager"]} if "naam_aanvrager" in case else {})
    if "naam_houder" in case:
        School.objects.filter(pk=holder.pk).update(name=case["naam_houder"])
        holder.refresh_from_db()
    Side(holder, case["houder"]).declare(today)
    Side(applicant, case["aanvrager"]).declare(today)
    return applicant
