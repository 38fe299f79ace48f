"""What is kept of people and organisations: as long as the file of the school that told of them."""

from keurmerk.documents.terms import KEPT_YEARS
from keurmerk.persons.service.keeping import forget_old
from keurmerk.shared.retention import Retention, register

AS_LONG = f"Zolang de school het Keurmerk heeft of aanvraagt en {KEPT_YEARS} jaar daarna"
GROUND = "Toetsen van Verbonden Personen en UBO's voor een besluit (AVG art. 6 lid 1 onder b en f)"

register(
    Retention(
        "persons.Person",
        holds="Namen, geboortedatum en -plaats, soort legitimatiebewijs en het nummer (versleuteld)",
        kept_for=AS_LONG,
        ground=GROUND,
        purge=forget_old,
    ),
    Retention("persons.Entity", "De naam waaronder iemand in het register staat", f"{AS_LONG}", GROUND),
    Retention(
        "persons.Organisation",
        "Naam, nummer en rechtsvorm van een organisatie",
        "Blijvend: wie eerder het Keurmerk had, telt bij een nieuwe aanvraag (§7.7)",
        GROUND,
    ),
    Retention("persons.Tie", "Wie wat heeft of is: belang, functie, familie", AS_LONG, GROUND),
    Retention("persons.Address", "Adressen", AS_LONG, GROUND),
    Retention("persons.BankAccount", "Bankrekeningen", AS_LONG, GROUND),
    Retention("persons.Location", "Vestigingen van scholen", "Zolang de organisatie er is", GROUND),
    Retention("persons.Pep", "Politieke functies", AS_LONG, GROUND),
    Retention("persons.SearchKey", "Verkorte vormen om op te zoeken", "Zolang waar het bij hoort", GROUND),
    Retention("persons.SameAs", "Welke gegevens van dezelfde zijn, en waarom", AS_LONG, GROUND),
    Retention("persons.LeadFinding", "Wat medewerkers van een mogelijke band vonden", AS_LONG, GROUND),
)
