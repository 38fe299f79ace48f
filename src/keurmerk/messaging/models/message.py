"""A mail to one person, from the moment it is certain that it must leave."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.journal.party import Party
from keurmerk.messaging.enums import UNDER_WAY, MessageState
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from datetime import datetime

    from keurmerk.accounts.models import User

LONGEST_SUBJECT = 250


class MessageQuerySet(models.QuerySet["Message"]):
    def for_user(self, user: "User | AnonymousUser") -> "MessageQuerySet":
        """Staff all; others what was sent to them, and a school what colleagues got about it."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        match Role(user.role):
            case Role.STAFF:
                return self
            case Role.SCHOOL:
                of_school = Q(recipient__role=Role.SCHOOL, school__in=School.objects.for_user(user))
                return self.filter(Q(recipient=user) | of_school)
            case _:
                return self.filter(recipient=user)

    def newest_first(self) -> "MessageQuerySet":
        return self.order_by("-pk")

    def mentioning(self, words: str) -> "MessageQuerySet":
        found = Q(subject__icontains=words) | Q(address__icontains=words) | Q(about_label__icontains=words)
        return self.filter(found)

    def due(self, now: "datetime") -> "MessageQuerySet":
        """What a worker may take: waiting and its time has come, or left behind by a worker that died."""
        return self.filter(state__in=UNDER_WAY, next_attempt_at__lte=now).order_by("next_attempt_at", "pk")


class Message(Record):
    """Written by messaging.service only. `key` says which act it belongs to: one act, one message.

    `message_id` is the header that mail servers and bounces know it by, the same at every attempt.
    `next_attempt_at` is when a worker may take it; while it is being sent, the end of that worker's lease.
    `possible_duplicates` counts the attempts after which nobody knows whether the server took it, and that
    were followed by another. `sent_at` is when the server took it; a bounce can still come after that.
    """

    recipient = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="messages"
    )
    address = models.EmailField("aan", blank=True)
    subject = models.CharField("onderwerp", max_length=LONGEST_SUBJECT, blank=True)
    body = models.TextField("tekst", blank=True)
    kind = models.CharField("soort", max_length=80)
    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=250, unique=True)
    state = models.CharField(
        "stand", max_length=10, choices=MessageState, default=MessageState.QUEUED, db_default="queued"
    )
    attempts = models.PositiveIntegerField("pogingen", default=0)
    next_attempt_at = models.DateTimeField("volgende poging", null=True, blank=True)
    give_up_at = models.DateTimeField("proberen tot")
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    last_error = models.TextField("laatste melding", blank=True)
    possible_duplicates = models.PositiveIntegerField("misschien dubbel", default=0)
    school = models.ForeignKey(
        "organisations.School", on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.CharField(max_length=64, blank=True)
    about_label = models.CharField("waarover", max_length=200, blank=True)
    content_deleted_on = models.DateField("inhoud verwijderd op", null=True, blank=True)

    objects: ClassVar[MessageQuerySet] = MessageQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(state__in=sorted(UNDER_WAY)), name="message_due"
            ),
            models.Index(fields=["state", "-id"], name="message_by_state"),
            models.Index(fields=["about_type", "about_id"], name="message_about"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MessageState.values), name="message_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(UNDER_WAY), next_attempt_at__isnull=False)
                | (~Q(state__in=sorted(UNDER_WAY)) & Q(next_attempt_at=None)),
                name="message_next_attempt_while_under_way",
            ),
            models.CheckConstraint(
                condition=~Q(state=MessageState.SENT) | Q(sent_at__isnull=False),
                name="message_sent_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(address="") | Q(content_deleted_on__isnull=False), name="message_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def as_party(self) -> Party:
        return Party("message", str(self.public_id), f"bericht {self.kind}")

    @property
    def about(self) -> Party | None:
        return Party(self.about_type, self.about_id, self.about_label) if self.about_type else None

    @property
    def can_be_resent(self) -> bool:
        return self.state in {MessageState.FAILED, MessageState.BOUNCED} and not self.content_deleted_on
