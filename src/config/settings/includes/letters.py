"""Letters: where their reviewed texts lie, and whose seal they bear."""

from pathlib import Path

from config.seal import Seal
from config.settings.includes.storage import HOME

LETTER_TEXTS = Path(__file__).resolve().parents[3] / "keurmerk" / "certification" / "letters"

# Without a certificate a test authority seals, made on first use and kept here; letters say so.
LETTER_SEAL: Seal | None = None
LETTER_TEST_AUTHORITY = HOME / "secrets" / "testzegel.p12"
