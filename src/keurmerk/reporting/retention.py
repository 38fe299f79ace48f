"""What is kept of reports, management statements and certificates of conduct.

As long as the case they lie in (keurmerk.certification.retention): with the mark and seven years after. The
documents themselves, certificates of conduct too, go by the retention of documents.
"""

from datetime import date

from keurmerk.certification.queries.ended_marks import schools_to_forget
from keurmerk.documents.terms import KEPT_YEARS
from keurmerk.reporting.service import forgetting
from keurmerk.shared.retention import Retention, register

SERVICE = "Uitvoering van de overeenkomst met de school (AVG art. 6 lid 1 onder b)"
CHECK = "Toezicht op het Keurmerk, Norm 1.2.3 en 1.2.4 (AVG art. 6 lid 1 onder b en f)"
WITH_MARK = f"Zolang de school het Keurmerk heeft en {KEPT_YEARS} jaar daarna; daarna gaan de teksten weg"
WITH_REPORT = "Zo lang als de melding"


def purge_old(today: date) -> int:
    return forgetting.forget(schools_to_forget(today))


register(
    Retention("reporting.Report", "Wat een school meldde, wanneer, en wie", WITH_MARK, SERVICE, purge_old),
    Retention("reporting.ReportFile", "Welke bijlage bij welke melding hoort", WITH_REPORT, SERVICE),
    Retention("reporting.Question", "Vragen over een melding en de antwoorden", WITH_REPORT, SERVICE),
    Retention("reporting.Statement", "Managementverklaringen en wie ze ondertekende", WITH_MARK, CHECK),
    Retention("reporting.Manager", "Leden van het Management: naam en functie", WITH_MARK, CHECK),
    Retention(
        "reporting.Vog",
        holds="VOG's: datum, profiel, naam, wie ze bekeek",
        kept_for=WITH_MARK,
        ground=CHECK,
    ),
)
