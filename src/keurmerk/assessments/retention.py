from keurmerk.shared.retention import Retention, register

GROUND = "Verantwoording van besluiten; cijfers per norm, geen personen"
KEPT = "Zolang de school het keurmerk heeft of had"

register(
    Retention("assessments.Assessment", "Uitkomst van een beoordeling en haar ontvangstbewijs", KEPT, GROUND),
    Retention("assessments.NormResult", "Uitkomst per norm", KEPT, GROUND),
    Retention("assessments.Preview", "Voorlopige uitkomst van een aanlevering", KEPT, GROUND),
)
