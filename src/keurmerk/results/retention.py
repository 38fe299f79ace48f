"""What is kept of deliveries, registered with the app that shows and runs it."""

from keurmerk.results.service import delete_due
from keurmerk.results.terms import AFTER_JUDGEMENT_DAYS, DRAFT_DAYS, SNAPSHOT_YEARS
from keurmerk.shared.retention import Retention, register

AGREEMENT = "Uitvoering van de overeenkomst met de school (AVG art. 6 lid 1 onder b)"
NO_PERSONS = "Geen persoonsgegevens; verantwoording van besluiten"
AS_LONG_AS_THE_SCHOOL = "Zolang de school het keurmerk heeft of had"

register(
    Retention(
        "results.KeptFile",
        holds="Het bestand van de school, fouten, namen en contactgegevens, en de rijen zonder namen",
        kept_for=(
            f"Niet ingediend: {DRAFT_DAYS} dagen. Ingediend: het bestand, de fouten en de namen tot "
            f"{AFTER_JUDGEMENT_DAYS // 7} weken na de uiterste beoordelingsdatum van de Meetperiode; "
            f"de rijen zonder namen {SNAPSHOT_YEARS} jaar"
        ),
        ground="Handleiding Inburgeren 2025, bijlage 5 (bewaartermijnen van de verwerker)",
        purge=delete_due,
    ),
    Retention(
        "results.Upload",
        holds="Wie wanneer welk bestand aanleverde, en hoeveel fouten en waarschuwingen erin stonden",
        kept_for=AS_LONG_AS_THE_SCHOOL,
        ground=AGREEMENT,
    ),
    Retention("results.WarningTick", "Wie welke waarschuwing bevestigde", AS_LONG_AS_THE_SCHOOL, AGREEMENT),
    Retention("results.Delivery", "Welk dossier telt voor een Meetperiode", AS_LONG_AS_THE_SCHOOL, AGREEMENT),
    Retention("results.AnnouncedPassRate", "Bekendgemaakte slagingsnormen", "Blijvend", NO_PERSONS),
    Retention(
        "results.SurveyOutcome", "Uitkomst van het tevredenheidsonderzoek", AS_LONG_AS_THE_SCHOOL, NO_PERSONS
    ),
)
