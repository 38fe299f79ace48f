"""The dates and conditions of a certificate as JSON, so that undoing a change can put them back."""

from keurmerk.certification.models import Certificate

DAYS = ("period_first", "fixed_until", "warned_until", "suspended_from", "suspended_until", "withdrawn_until")
OTHERS = ("extended_months", "lift_after_plan", "most_learners")
AMOUNTS = ("most_turnover",)


def snapshot(certificate: Certificate) -> dict[str, object]:
    """The fields as JSON, so that undoing a change can put them back."""
    days = {name: day.isoformat() if (day := getattr(certificate, name)) else None for name in DAYS}
    amounts = {
        name: str(value) if (value := getattr(certificate, name)) is not None else None for name in AMOUNTS
    }
    return {**days, **{name: getattr(certificate, name) for name in OTHERS}, **amounts}
