"""What may be handed in, said before somebody tries."""

from keurmerk.intake.limits import MAX_ROWS, MAX_UNPACKED, MEGABYTE
from keurmerk.results.limits import MAX_UPLOAD_BYTES
from keurmerk.web.components import dutch

MOST = f"{dutch.number(MAX_UPLOAD_BYTES // MEGABYTE)} MB"
LIMITS = (
    "Eén werkmap (.xlsx) met een werkblad per tabel, of één zip met een CSV-bestand per tabel.",
    f"Hoogstens {MOST}, en uitgepakt hoogstens {dutch.number(MAX_UNPACKED // MEGABYTE)} MB.",
    f"Hoogstens {dutch.number(MAX_ROWS)} rijen in een tabel.",
    "Geen wachtwoord, geen macro's, geen formules en geen verwijzingen naar andere bestanden.",
    "De tabel tevredenheid hoort er niet in: die komt van het Tevredenheidsonderzoek.",
)
