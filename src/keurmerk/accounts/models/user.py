"""Somebody who signs in, known by an e-mail address."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.journal.party import Party


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, role=Role.STAFF, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=150)
    role = models.CharField("rol", max_length=10, choices=Role)
    is_active = models.BooleanField("actief", default=True)
    opened_at = models.DateTimeField("geopend op", default=timezone.now)
    closed_on = models.DateField("gesloten op", null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once_in_any_case"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_known"),
            models.CheckConstraint(
                condition=models.Q(is_active=True, closed_on=None)
                | models.Q(is_active=False, closed_on__isnull=False),
                name="user_closed_when_not_active",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def as_party(self) -> Party:
        """For the journal: the account and what kind it is, not the person."""
        return Party("user", str(self.pk), Role(self.role).label)

    @property
    def is_staff(self) -> bool:
        """May see the maintenance screens; what one may do there is a matter of permissions."""
        return self.role == Role.STAFF

    @property
    def is_school(self) -> bool:
        return self.role == Role.SCHOOL

    @property
    def is_auditor(self) -> bool:
        return self.role == Role.AUDITOR
