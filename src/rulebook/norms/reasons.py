"""What the reason codes of an explanation say to people."""

from functools import cache

from rulebook.norms.handbook_data import HandbookDataError, read


@cache
def reason_texts() -> dict[str, str]:
    """Return every reason code with its Dutch text, in the handbook's order."""
    return dict(read("reasons.yaml"))


def reason_text(code: str) -> str:
    try:
        return reason_texts()[code]
    except KeyError:
        raise HandbookDataError(f"Onbekende reden {code}.") from None
