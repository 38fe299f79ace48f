"""What is kept of documents, registered with the app that shows and runs it."""

from keurmerk.documents.service import remove_due
from keurmerk.documents.terms import KEPT_YEARS
from keurmerk.shared.retention import Retention, register

register(
    Retention(
        "documents.Document",
        holds="Besluiten, brieven, bezwaarschriften, plannen en bewijsstukken: het bestand en de titel",
        kept_for=(
            f"Tot {KEPT_YEARS} jaar nadat het werd toegevoegd, en zolang de school het keurmerk heeft en "
            f"{KEPT_YEARS} jaar daarna; langer zolang een bezwaar of beroep loopt. Dat het document er was, "
            "en van wanneer, blijft staan"
        ),
        ground=(
            "Verantwoording van besluiten, die jaren later nog te betwisten zijn "
            "(AVG art. 6 lid 1 onder b en f)"
        ),
        purge=remove_due,
    ),
)
