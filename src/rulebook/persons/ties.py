"""People, bodies and the dated ties between them: what is known, before any rule looks at it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Holding(StrEnum):
    """What somebody can hold a part of in a body, in per cent (Bijlage 1 Zeggenschap; Bijlage 7B)."""

    SHARES = "aandelen"
    VOTES = "stemrechten"
    BOARD = "benoeming"
    BENEFICIARY = "begunstigde"
    SPECIAL = "bijzondere_zeggenschap"

    @property
    def words(self) -> str:
        return _HOLDING_WORDS[self]


_HOLDING_WORDS = {
    Holding.SHARES: "de aandelen",
    Holding.VOTES: "de stemrechten",
    Holding.BOARD: "de bestuurders of commissarissen",
    Holding.BENEFICIARY: "het vermogen",
    Holding.SPECIAL: "het vermogen",
}


class Management(StrEnum):
    """As what somebody belongs to the management (Bijlage 1 Management)."""

    REGISTERED = "kvk"
    DAILY = "dagelijks"
    FACTUAL = "feitelijk_leidinggevende"
    POLICY = "feitelijk_beleidsbepaler"
    TITULAR = "titulair_directeur"

    @property
    def words(self) -> str:
        return _MANAGEMENT_WORDS[self]


_MANAGEMENT_WORDS = {
    Management.REGISTERED: "bestuurder volgens de KvK",
    Management.DAILY: "lid van het dagelijks management",
    Management.FACTUAL: "feitelijk leidinggevende",
    Management.POLICY: "feitelijk beleidsbepaler",
    Management.TITULAR: "titulair of uitvoerend directeur",
}


class Relation(StrEnum):
    """What one natural person is of another. The in-laws are for those declared without who is in between."""

    SPOUSE = "echtgenoot"
    REGISTERED_PARTNER = "geregistreerd_partner"
    COHABITANT = "samenwonend_partner"
    PARENT = "ouder"
    CHILD = "kind"
    SIBLING = "broer_of_zus"
    GRANDPARENT = "grootouder"
    GRANDCHILD = "kleinkind"
    PARENT_IN_LAW = "schoonouder"
    CHILD_IN_LAW = "schoon_of_stiefkind"
    SIBLING_IN_LAW = "zwager_of_schoonzus"
    GRANDPARENT_IN_LAW = "grootouder_van_partner"
    GRANDCHILD_IN_LAW = "partner_van_kleinkind"

    @property
    def words(self) -> str:
        return _RELATION_WORDS[self]

    @property
    def inverse(self) -> "Relation":
        """What the other is of the one."""
        return _INVERSE.get(self, self)


_RELATION_WORDS = {
    Relation.SPOUSE: "echtgenoot of echtgenote",
    Relation.REGISTERED_PARTNER: "geregistreerd partner",
    Relation.COHABITANT: "samenwonend partner",
    Relation.PARENT: "ouder",
    Relation.CHILD: "kind",
    Relation.SIBLING: "broer of zus",
    Relation.GRANDPARENT: "grootouder",
    Relation.GRANDCHILD: "kleinkind",
    Relation.PARENT_IN_LAW: "schoonouder of stiefouder",
    Relation.CHILD_IN_LAW: "schoonkind of stiefkind",
    Relation.SIBLING_IN_LAW: "zwager of schoonzus",
    Relation.GRANDPARENT_IN_LAW: "grootouder van de partner",
    Relation.GRANDCHILD_IN_LAW: "partner van een kleinkind",
}
_PAIRS = (
    (Relation.PARENT, Relation.CHILD),
    (Relation.GRANDPARENT, Relation.GRANDCHILD),
    (Relation.PARENT_IN_LAW, Relation.CHILD_IN_LAW),
    (Relation.GRANDPARENT_IN_LAW, Relation.GRANDCHILD_IN_LAW),
)
_INVERSE = dict(_PAIRS) | {younger: older for older, younger in _PAIRS}


@dataclass(frozen=True)
class Node:
    """A natural person, or an organisation of any legal form (Bijlage 1 Persoon)."""

    id: str
    name: str
    natural: bool


@dataclass(frozen=True, kw_only=True)
class Dated:
    """True from `since` up to and including `until`; None is not known, or still so."""

    since: date | None = None
    until: date | None = None

    def runs_on(self, day: date) -> bool:
        return self.began_by(day) and (self.until is None or day <= self.until)

    def began_by(self, day: date) -> bool:
        return self.since is None or self.since <= day


@dataclass(frozen=True)
class Stake(Dated):
    """`holder` holds `percent` (0 to 100) of something in `body`."""

    holder: str
    body: str
    what: Holding
    percent: Decimal


@dataclass(frozen=True)
class Employment(Dated):
    """`employer` is the employer of `employee`, a natural person."""

    employer: str
    employee: str


@dataclass(frozen=True)
class Role(Dated):
    """`person` belongs to the management of `body`."""

    person: str
    body: str
    role: Management


@dataclass(frozen=True)
class ActualControl(Dated):
    """`holder` in fact decides in `body`, in another way than by stakes; `how` is a Dutch phrase."""

    holder: str
    body: str
    how: str


@dataclass(frozen=True)
class Kinship(Dated):
    """`person` is the `relation` of `other`."""

    person: str
    relation: Relation
    other: str


@dataclass(frozen=True)
class Agreement(Dated):
    """The parties act together in `body`, so that what they hold there counts jointly."""

    parties: frozenset[str]
    body: str


Tie = Stake | Employment | Role | ActualControl | Kinship | Agreement
