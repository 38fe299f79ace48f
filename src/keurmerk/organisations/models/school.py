"""A language school that holds or asks for the mark."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.core.validators import RegexValidator
from django.db import models

from keurmerk.accounts.enums import Role
from keurmerk.journal.party import Party
from keurmerk.organisations.enums import SIGNING, CertificateKind
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from keurmerk.accounts.models import User

KVK_NUMBER = r"^[0-9]{8}$"


class SchoolQuerySet(models.QuerySet["School"]):
    def for_user(self, user: "User | AnonymousUser") -> "SchoolQuerySet":
        """The schools this person may know of; every read for a screen starts here."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        match Role(user.role):
            case Role.STAFF:
                return self.all()
            case Role.SCHOOL:
                return self.filter(memberships__user=user)
            case Role.AUDITOR:
                return self.filter(assignments__auditor=user, assignments__ended_on=None)

    def signed_by(self, user: "User") -> "SchoolQuerySet":
        """The schools for which this person signs; see `organisations.permissions`."""
        return self.filter(memberships__user=user, memberships__function__in=SIGNING)


class School(Record):
    kvk_number = models.CharField(
        "KvK-nummer",
        max_length=8,
        unique=True,
        validators=[RegexValidator(KVK_NUMBER, "Een KvK-nummer heeft acht cijfers.")],
    )
    name = models.CharField("naam", max_length=200)
    certificate = models.CharField("keurmerk", max_length=20, choices=CertificateKind)
    self_employed = models.BooleanField("zzp'er", default=False)
    oval_member = models.BooleanField("lid van OVAL", default=False)
    fictional = models.BooleanField("fictief", default=False)

    objects: ClassVar[models.Manager["School"]] = SchoolQuerySet.as_manager()

    class Meta:
        verbose_name = "school"
        verbose_name_plural = "scholen"
        ordering = ["name", "kvk_number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kvk_number__regex=KVK_NUMBER), name="school_kvk_number_has_eight_digits"
            ),
            models.CheckConstraint(
                condition=models.Q(certificate__in=CertificateKind.values), name="school_certificate_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_party(self) -> Party:
        return Party("school", str(self.public_id), self.name)
