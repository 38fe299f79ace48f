"""What is known of one person or organisation, with every record that is the same one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from keurmerk.organisations.models import School
from keurmerk.persons.models import (
    Address,
    BankAccount,
    Entity,
    Location,
    Organisation,
    Pep,
    Person,
    SameAs,
    Tie,
)
from keurmerk.persons.models.facts import TOGETHER
from keurmerk.persons.queries.loading import Loaded, load
from keurmerk.persons.queries.near import Near, around
from rulebook.persons.connected import Connection, connected
from rulebook.persons.graph import Graph, View
from rulebook.persons.owners import Owner, owners_of
from rulebook.persons.ties import Management

ROLES = [role.value for role in Management]
LEAST_SHOWN = 60
"""A weaker likeness than a lead needs is worth a look on the page."""


@dataclass(frozen=True)
class Known:
    """One person or organisation; lists of facts of all its records, with their sources."""

    entity: Entity
    person: Person | None
    organisation: Organisation | None
    records: tuple[Entity, ...]
    said: tuple[SameAs, ...]
    ties: tuple[Tie, ...]
    addresses: tuple[Address, ...]
    accounts: tuple[BankAccount, ...]
    locations: tuple[Location, ...]
    peps: tuple[Pep, ...]
    near: tuple[tuple[Entity, Near], ...]


def known_of(entity: Entity) -> Known:
    ids = same_as(entity)
    near, _ = around(ids, least=LEAST_SHOWN)
    best: dict[int, Near] = {}
    for each in near:
        best.setdefault(each.theirs, each)
    theirs = Entity.objects.in_bulk(best)
    organisations = Organisation.objects.filter(pk__in=ids).order_by("pk")
    return Known(
        entity=entity,
        person=Person.objects.filter(pk=entity.pk).first(),
        organisation=organisations.filter(pk=entity.pk).first(),
        records=tuple(Entity.objects.filter(pk__in=ids).order_by("pk").select_related("told_for")),
        said=tuple(
            SameAs.objects.filter(Q(one__in=ids) | Q(other__in=ids)).select_related("one", "other", "by")
        ),
        ties=tuple(
            Tie.objects.filter(Q(one__in=ids) | Q(other__in=ids))
            .exclude(kind=TOGETHER)
            .select_related("one", "other")
            .order_by("until", "kind", "pk")
        ),
        addresses=tuple(Address.objects.filter(entity__in=ids).order_by("pk")),
        accounts=tuple(BankAccount.objects.filter(entity__in=ids).order_by("pk")),
        locations=tuple(Location.objects.filter(organisation__in=ids)),
        peps=tuple(Pep.objects.filter(Q(person__in=ids) | Q(of__in=ids)).select_related("person", "of")),
        near=tuple((theirs[pk], each) for pk, each in best.items()),
    )


def same_as(entity: Entity) -> set[int]:
    """The ids of all records that are taken for this one, itself included."""
    found, waiting = {entity.pk}, {entity.pk}
    while waiting:
        pairs = SameAs.objects.filter(
            Q(one__in=waiting) | Q(other__in=waiting), same=True, undone_on=None
        ).values_list("one_id", "other_id")
        waiting = {end for pair in pairs for end in pair} - found
        found |= waiting
    return found


@dataclass(frozen=True)
class Network:
    """Everyone connected with somebody, and the graph in which they are."""

    start: str
    graph: Graph
    connections: tuple[Connection, ...]
    owners: tuple[Owner, ...]
    loaded: Loaded


def network_of(entity: Entity, today: date) -> Network:
    loaded = load([entity.pk])
    roots = loaded.roots()
    graph, start = loaded.graph(roots), str(roots[entity.pk])
    owners = () if entity.natural else owners_of(View(graph, today), start)
    return Network(start, graph, connected(graph, start, today), owners, loaded)


def locations_of(school: School) -> list[Location]:
    """Where it teaches now, each place once: the newest telling."""
    rows = Location.objects.filter(organisation__school=school, ended_on=None).order_by("pk")
    found = {(row.postcode, row.number, row.addition, row.street): row for row in rows}
    return sorted(found.values(), key=lambda each: (each.city, each.street, each.pk))


def management_of(school: School, today: date) -> list[Tie]:
    """Who belongs to its management on this day."""
    rows = Tie.objects.filter(other__organisation__school=school, kind__in=ROLES)
    running = rows.filter(Q(until=None) | Q(until__gte=today), Q(since=None) | Q(since__lte=today))
    return list(running.select_related("one").order_by("one__name", "kind"))
