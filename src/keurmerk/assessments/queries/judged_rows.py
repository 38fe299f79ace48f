"""The rows that were judged, and the receipt that goes with them."""

from keurmerk.assessments.models import Assessment
from keurmerk.assessments.receipts import receipt_zip
from keurmerk.results.queries import dossier_of
from keurmerk.results.registration import without_scheme_tables
from keurmerk.results.snapshot import dossier_of as dossier_of_files
from keurmerk.results.snapshot import unpacked
from keurmerk.results.storage import contents_of
from rulebook.norms.dossier import Dossier


def judged_dossier_of(assessment: Assessment) -> Dossier:
    """The rows exactly as they were judged. Raises GoneError when they are no longer kept."""
    delivered = without_scheme_tables(dossier_of(assessment.delivery.upload))
    added = dossier_of_files(unpacked(contents_of(assessment.added)))
    return Dossier({**delivered.tables, **added.tables})


def receipt_archive(assessment: Assessment) -> bytes:
    """The receipt and its snapshot as a zip that `keurmerk verify` reads anywhere."""
    return receipt_zip(assessment.receipt_text, judged_dossier_of(assessment))
