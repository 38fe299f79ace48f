"""What is known of people and organisations, each fact with its source."""

from django.db import models

from keurmerk.persons.enums import FactSource
from keurmerk.shared.models import Record
from rulebook.persons.ties import Holding, Management, Relation

EMPLOYER, IN_FACT, TOGETHER = "werkgever", "feitelijk", "samen"
TIE_KINDS = [
    *((kind.value, kind.words) for kind in (*Holding, *Management, *Relation)),
    (EMPLOYER, "werkgever"),
    (IN_FACT, "feitelijke zeggenschap"),
    (TOGETHER, "handelen samen"),
]
KINDS = [kind for kind, _ in TIE_KINDS]
HOLDINGS = [kind.value for kind in Holding]


class Fact(Record):
    """Where something comes from. `told_for`: the school whose application or report told it."""

    source_kind = models.CharField("soort bron", max_length=20, choices=FactSource)
    source = models.CharField("bron", max_length=200)
    known_on = models.DateField("bekend sinds")
    told_for = models.ForeignKey(
        "organisations.School", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


class Tie(Fact):
    """What `one` is or has in `other`: holder or manager of a body, employer or relative of a person."""

    kind = models.CharField("soort", max_length=30, choices=TIE_KINDS)
    one = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="ties_here")
    percent = models.DecimalField("procent", max_digits=9, decimal_places=6, null=True, blank=True)
    how = models.CharField("hoe", max_length=300, blank=True)
    """In which way somebody decides in fact; of acting together the mark that the parties share."""
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "band"
        verbose_name_plural = "banden"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="tie_kind_known"),
            models.CheckConstraint(
                condition=(
                    models.Q(kind__in=HOLDINGS, percent__gte=0, percent__lte=100)
                    | (~models.Q(kind__in=HOLDINGS) & models.Q(percent=None))
                ),
                name="tie_percent_of_holdings",
            ),
        ]


class Place(Fact):
    """The parts of an address."""

    street = models.CharField("straat", max_length=150, blank=True)
    number = models.CharField("huisnummer", max_length=20, blank=True)
    addition = models.CharField("toevoeging", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=20, blank=True)
    city = models.CharField("plaats", max_length=100, blank=True)
    country = models.CharField("land", max_length=200, default="NL")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        line = f"{self.street} {self.number}{self.addition}".strip()
        return ", ".join(filter(None, (line, f"{self.postcode} {self.city}".strip())))


class Address(Place):
    entity = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="addresses")
    care_of = models.CharField("per adres", max_length=150, blank=True)

    class Meta:
        verbose_name = "adres"
        verbose_name_plural = "adressen"


class Location(Place):
    """Where a school teaches; with more than three lessons it is a location (1.3.3.f)."""

    organisation = models.ForeignKey(
        "persons.Organisation", on_delete=models.CASCADE, related_name="locations"
    )
    name = models.CharField("naam", max_length=150, blank=True)
    first_lesson = models.DateField("eerste les", null=True, blank=True)
    lessons = models.PositiveIntegerField("aantal lessen", null=True, blank=True)
    ended_on = models.DateField("laatste dag", null=True, blank=True)

    class Meta:
        verbose_name = "vestiging"
        verbose_name_plural = "vestigingen"
        ordering = ["city", "street", "number", "pk"]


class BankAccount(Fact):
    entity = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="accounts")
    iban = models.CharField("IBAN", max_length=34)
    in_name_of = models.CharField("op naam van", max_length=150, blank=True)

    class Meta:
        verbose_name = "bankrekening"
        verbose_name_plural = "bankrekeningen"


class Pep(Fact):
    """A prominent political function of a person, or of a relative (7B)."""

    person = models.ForeignKey("persons.Person", on_delete=models.CASCADE, related_name="peps")
    of = models.ForeignKey(
        "persons.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="peps_of_family"
    )
    function = models.CharField("functie", max_length=200)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "politieke functie"
        verbose_name_plural = "politieke functies"
