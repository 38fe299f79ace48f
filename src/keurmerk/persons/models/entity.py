"""People and organisations, as they were told of. Whether two records are the same one, `SameAs` says."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.persons.enums import IdentityKind, OrganisationKind
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class EntityQuerySet(models.QuerySet["Entity"]):
    def for_user(self, user: "User | AnonymousUser") -> "EntityQuerySet":
        """Only the staff looks into the register."""
        return self.all() if user.has_perm("persons.view_register") else self.none()


class Entity(Record):
    """What can have ties: a natural person, or an organisation (Bijlage 1 Persoon)."""

    natural = models.BooleanField("natuurlijk persoon")
    name = models.CharField("naam", max_length=300)
    told_for = models.ForeignKey(
        "organisations.School", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """Whose application told of it: the data is kept as long as that school's."""

    objects: ClassVar[EntityQuerySet] = EntityQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "Persoon"
        verbose_name_plural = "Personen"

    def __str__(self) -> str:
        return self.name

    def as_party(self) -> Party:
        """The name of a natural person stays out of the journal, which outlives it."""
        label = "persoon" if self.natural else self.name
        return Party("person" if self.natural else "organisation", str(self.public_id), label)


class Person(Entity):
    """A natural person; names as typed, in any script."""

    first_names = models.CharField("voornamen", max_length=150)
    prefix = models.CharField("tussenvoegsel", max_length=30, blank=True)
    last_name = models.CharField("achternaam", max_length=150)
    birth_name = models.CharField("geboortenaam", max_length=150, blank=True)
    names_in_latin = models.CharField("naam in Latijns schrift", max_length=300, blank=True)
    latin = models.CharField(max_length=300, blank=True)
    """How we read it in Latin letters, for people who do not read the script."""
    birth_date = models.DateField("geboortedatum", null=True, blank=True)
    birth_place = models.CharField("geboorteplaats", max_length=100, blank=True)
    identity_kind = models.CharField("legitimatiebewijs", max_length=20, choices=IdentityKind, blank=True)
    identity_sealed = models.BinaryField(null=True, blank=True)
    """The number of the paper, encrypted; `service.identity_number` opens it."""

    class Meta:
        verbose_name = "natuurlijk persoon"
        verbose_name_plural = "natuurlijke personen"


class Organisation(Entity):
    """An organisation of any legal form; `school` where it is one that we deal with."""

    kvk_number = models.CharField("KvK-nummer", max_length=8, blank=True, db_index=True)
    country = models.CharField("land", max_length=200, default="NL")
    register = models.CharField("register", max_length=150, blank=True)
    register_number = models.CharField("nummer in het register", max_length=60, blank=True)
    trade_names = models.JSONField("handelsnamen", default=list, blank=True)
    legal_form = models.CharField("rechtsvorm", max_length=100, blank=True)
    kind = models.CharField(
        "soort", max_length=20, choices=OrganisationKind, default=OrganisationKind.COMPANY
    )
    oval_member = models.BooleanField("lid van OVAL", default=False)
    school = models.OneToOneField(
        "organisations.School", on_delete=models.CASCADE, null=True, blank=True, related_name="organisation"
    )

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
