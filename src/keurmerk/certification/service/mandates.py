"""Who may sign which decisions."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Mandate
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.pieces import DecisionKind


@journaled
def give_mandate(
    user: User,
    *,
    kinds: Collection[DecisionKind] = (),
    valid_from: date,
    source: str,
    given_by: User | Party,
    valid_until: date | None = None,
) -> Mandate:
    """No kinds is all kinds. Giving exactly the same once more gives the one there is."""
    if user.role != Role.STAFF:
        raise refuse("geen_medewerker", "Alleen een medewerker kan mandaat krijgen.")
    if given_by == user:
        raise refuse("eigen_mandaat", "U kunt uzelf geen mandaat geven. Vraag een ander.", "Awb 10:3")
    if valid_until is not None and valid_until < valid_from:
        raise refuse("datums", "De laatste dag van het mandaat ligt voor de eerste.")
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    given = {"kinds": sorted(kind.value for kind in kinds), "valid_from": valid_from, "source": source}
    same = Mandate.objects.filter(user=user, valid_until=valid_until, **given).first()
    if same is not None:
        return same
    mandate = Mandate.objects.create(user=user, valid_until=valid_until, **given)
    journal.record(
        actor=given_by,
        kind="mandate.given",
        subject=user,
        payload={"kinds": mandate.kinds},
        ground=source[:300],
    )
    return mandate


@journaled
def end_mandate(mandate: Mandate, *, ended_by: User, today: date) -> None:
    """From tomorrow on; one that had not begun holds on its first day only."""
    mandate = Mandate.objects.select_for_update(no_key=True).get(pk=mandate.pk)
    last = max(today, mandate.valid_from)
    if mandate.valid_until is not None and mandate.valid_until <= last:
        return
    mandate.valid_until = last
    mandate.save(update_fields=["valid_until"])
    journal.record(actor=ended_by, kind="mandate.ended", subject=mandate.user, payload={})


def mandate_for(user: User, kind: DecisionKind, today: date) -> Mandate | None:
    """The mandate by which this person may sign this kind today, if any."""
    running = Mandate.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today), user=user, valid_from__lte=today
    )
    return next((each for each in running if not each.kinds or kind.value in each.kinds), None)
