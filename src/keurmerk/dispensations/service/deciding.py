"""Deciding by another than who advised, ending early, and what is established for a measuring period."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Mandate
from keurmerk.certification.service import cases
from keurmerk.dispensations.enums import COUNTING, Advice, State
from keurmerk.dispensations.models import Dispensation, Establishment
from keurmerk.dispensations.queries.granted import last_day
from keurmerk.dispensations.service.letter import dispensation_letter
from keurmerk.dispensations.service.running import finish, held, note, tell
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.journal.unit import journaled
from rulebook.dispensations import overlap
from rulebook.kernel.period import MeasuringPeriod


@journaled
def decide(dispensation_id: int, reasons: str, *, by: User, now: datetime) -> Dispensation:
    """As was advised; who sees it otherwise gives it back. Letter, mail and journal are one with it."""
    today = timezone.localdate(now)
    dispensation = held(dispensation_id, *State)
    if dispensation.state_ is not State.ADVISED:
        if dispensation.decided_by_id == by.pk:
            return dispensation  # a button pressed twice
        raise refuse("andere_stand", f"{dispensation.reference} ligt niet ter beslissing.")
    if dispensation.advised_by_id == by.pk:
        text = "Wie adviseerde, beslist niet zelf. Vraag een ander."
        raise refuse("vier_ogen", text, "Awb 10:3")
    mandate = mandate_of(by, today)
    if not reasons.strip():
        raise refuse("leeg", "Schrijf op waarom u dit besluit.", "Awb 3:46")
    grants = dispensation.advice == Advice.GRANT
    dispensation.state = State.GRANTED if grants else State.REFUSED
    dispensation.decided_by, dispensation.decided_on = by, today
    dispensation.reasons = reasons.strip()
    document = _letter(dispensation, by, mandate, now)
    dispensation.save()
    finish(dispensation, by=by, on=today)
    tell(
        dispensation,
        "school_dispensation_decided",
        {"granted": grants, "valid_from": dispensation.valid_from, "valid_until": dispensation.valid_until},
        today=today,
        attachments=(document,),
    )
    note(
        dispensation,
        "granted" if grants else "refused",
        by,
        {
            "from": _iso(dispensation.valid_from),
            "until": _iso(dispensation.valid_until),
            "norms": {each.norm: each.effect for each in dispensation.norms.all() if each.granted},
        },
        ground=mandate.source,
    )
    return dispensation


@journaled
def end(dispensation_id: int, because: str, *, from_day: date, by: User, today: date) -> Dispensation:
    """What was granted stops holding from a day on, with the reason; what went before stays."""
    dispensation = held(dispensation_id, State.GRANTED, State.ENDED)
    if dispensation.state_ is State.ENDED:
        return dispensation
    mandate = mandate_of(by, today)
    if not because.strip():
        raise refuse("because", "Schrijf op waarom het eerder eindigt.", "Awb 3:46")
    if from_day < today:
        raise refuse("from_day", "Beëindigen werkt niet terug. Kies vandaag of een latere dag.")
    if dispensation.valid_until is not None and from_day > dispensation.valid_until:
        text = f"Het eindigt al op {dispensation.valid_until:%d-%m-%Y}. Kies een eerdere dag."
        raise refuse("from_day", text)
    dispensation.state, dispensation.ended_on = State.ENDED, from_day
    dispensation.ended_because, dispensation.ended_by = because.strip(), by
    dispensation.save()
    tell(
        dispensation,
        "school_dispensation_ended",
        {"from_day": from_day, "because": dispensation.ended_because},
        today=today,
    )
    note(dispensation, "ended", by, {"from": from_day.isoformat()}, ground=mandate.source)
    return dispensation


@journaled
def establish(
    dispensation_id: int,
    norm: str,
    period: MeasuringPeriod,
    *,
    holds: bool,
    source: str,
    by: User,
    today: date,
) -> Establishment:
    """Write down whether the norm is lawfully failed over this period; the newest counts."""
    dispensation = held(dispensation_id, *sorted(COUNTING))
    if not dispensation.norms.filter(norm=norm, granted=True).exists():
        raise refuse("norm", f"{dispensation.reference} gaat niet over Norm {norm}.")
    first = dispensation.valid_from
    if first is None or overlap(first, last_day(dispensation), period) is None:
        raise refuse("period", "Het geldt op geen enkele dag van deze Meetperiode.")
    if not source.strip():
        raise refuse("source", "Schrijf op waar dit uit blijkt.", "Awb 3:46")
    same = dispensation.established.filter(norm=norm, period_first=period.first).last()
    if same is not None and (same.holds, same.source, same.period_last) == (
        holds,
        source.strip(),
        period.last,
    ):
        return same
    made = Establishment.objects.create(
        dispensation=dispensation,
        norm=norm,
        period_first=period.first,
        period_last=period.last,
        holds=holds,
        source=source.strip(),
        established_by=by,
        established_on=today,
    )
    note(
        dispensation,
        "established",
        by,
        {"norm": norm, "period": period.first.isoformat(), "holds": holds},
    )
    return made


def mandate_of(user: User, today: date) -> Mandate:
    """One that runs and is for every kind of decision: no kind of the table stands for a dispensation."""
    running = Mandate.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today), user=user, valid_from__lte=today
    )
    found = next((each for each in running if not each.kinds), None)
    if found is None:
        text = "U hebt geen mandaat voor alle besluiten. Vraag een collega die dat wel heeft."
        raise refuse("geen_mandaat", text, "Awb 10:3")
    return found


def _letter(dispensation: Dispensation, by: User, mandate: Mandate, now: datetime) -> Document:
    letter = dispensation_letter(dispensation, signer=by, mandate=mandate, today=timezone.localdate(now))
    document = documents.add(
        data=letters.seal(letters.to_pdf(letter), reason=letter.title, at=now),
        filename=f"{dispensation.reference}.pdf",
        title=f"{letter.title} ({dispensation.reference})",
        kind=DocumentKind.LETTER,
        school=dispensation.school,
        added_by=None,
        sealed=True,
    )
    cases.add_paper(dispensation.case, document, added_by=None)
    dispensation.letter, dispensation.letter_html = document, letters.to_html(letter)
    return document


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
