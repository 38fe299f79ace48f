"""From dry run to delivery: confirm warnings, commit, withdraw."""

from collections.abc import Collection

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.results.enums import CAN_BE_WITHDRAWN, FileKind, UploadState
from keurmerk.results.errors import NewerCommittedError, NotTickedError, WrongStateError
from keurmerk.results.models import Delivery, Upload, WarningTick
from keurmerk.results.queries import all_ticked, newer_delivery
from keurmerk.results.storage import forget, kept_file, locked
from keurmerk.results.terms import committed_until

NOT_CHECKED = "Deze aanlevering kan niet (meer) worden ingediend: de stand is '{state}'."
TICK_FIRST = "Bevestig eerst elke waarschuwing."
NEWER = (
    "Aanlevering {number} is nieuwer en al ingediend voor deze Meetperiode. "
    "Wilt u dat deze oudere aanlevering in plaats daarvan telt? Bevestig dat dan."
)
NOT_WITHDRAWN = "Deze aanlevering kan niet worden ingetrokken: de stand is '{state}'."
NO_SUCH_WARNING = "Deze waarschuwing is er niet (meer)."


def account(party: Party | Recordable) -> User | None:
    return party if isinstance(party, User) else None


@journaled
def tick_warnings(upload: Upload, *, places: Collection[int], ticked_by: Party | Recordable) -> int:
    """Confirm the warnings at these places in `upload.warnings`; returns how many were still open.

    One line in the journal, however many they are; confirming a second time changes nothing.
    """
    held = locked(Upload.objects.all(), upload.pk)
    if held.state != UploadState.CHECKED or not set(places) <= set(range(len(held.warnings))):
        raise WrongStateError(NO_SUCH_WARNING)
    still_open = sorted(set(places) - set(held.ticks.values_list("place", flat=True)))
    by = account(ticked_by)
    WarningTick.objects.bulk_create(
        WarningTick(upload=held, place=place, ticked_by=by) for place in still_open
    )
    if still_open:
        journal.record(
            actor=ticked_by, kind="upload.warnings_ticked", subject=held, payload={"places": still_open}
        )
    return len(still_open)


@journaled
def commit(upload: Upload, *, committed_by: Party | Recordable, over_newer: bool = False) -> Delivery:
    """Deliver for good. From screens use assessments.service.commit_upload, which judges as well.

    Raises NotTickedError while a warning is open, WrongStateError, and NewerCommittedError when a newer
    upload of this period was committed already, unless `over_newer` says that this is meant.
    """
    School.objects.select_for_update(no_key=True).get(pk=upload.school_id)
    held = locked(Upload.objects.all(), upload.pk)
    must_be_ready(held, over_newer=over_newer)
    held.state = UploadState.COMMITTED
    held.save(update_fields=["state"])
    _keep_as_delivery(held)
    delivery = Delivery.objects.create(
        upload=held,
        school=held.school,
        period_first=held.period_first,
        period_last=held.period_last,
        snapshot_hash=held.snapshot_hash,
        committed_by=account(committed_by),
    )
    journal.record(
        actor=committed_by,
        kind="delivery.committed",
        subject=delivery,
        payload={"upload": held.number, "snapshot": held.snapshot_hash, "over_newer": over_newer},
    )
    return delivery


@journaled
def withdraw(upload: Upload, *, withdrawn_by: Party | Recordable) -> Upload:
    """Take back what was not committed: all its files go at once, its number stays used."""
    held = locked(Upload.objects.all(), upload.pk)
    if held.state not in CAN_BE_WITHDRAWN:
        raise WrongStateError(NOT_WITHDRAWN.format(state=held.get_state_display()))
    held.state, held.check_token, held.filename = UploadState.WITHDRAWN, None, ""
    held.save(update_fields=["state", "check_token", "filename"])
    forget(held.files.all())
    journal.record(actor=withdrawn_by, kind="upload.withdrawn", subject=held, payload={})
    return held


def must_be_ready(upload: Upload, *, over_newer: bool) -> None:
    """Raises what a commit would raise now."""
    if upload.state != UploadState.CHECKED:
        raise WrongStateError(NOT_CHECKED.format(state=upload.get_state_display()))
    kept_file(upload, FileKind.SNAPSHOT)
    if not all_ticked(upload):
        raise NotTickedError(TICK_FIRST)
    newer = newer_delivery(upload)
    if newer and not over_newer:
        raise NewerCommittedError(NEWER.format(number=newer.upload.number))


def _keep_as_delivery(upload: Upload) -> None:
    """From now on the files follow the terms of a delivery."""
    today = timezone.localdate()
    for file in upload.files.all():
        file.keep_until = committed_until(FileKind(file.kind), upload.period, today)
        file.save(update_fields=["keep_until"])
