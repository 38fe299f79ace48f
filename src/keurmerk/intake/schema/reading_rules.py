"""How files are read, in the words of the manual; limits and spellings are filled in where they are set."""

from keurmerk.intake.limits import MAX_CSV_BYTES, MAX_ROWS, MAX_UNPACKED, MEGABYTE

UNPACKED = MAX_UNPACKED // MEGABYTE
LARGEST_CSV = MAX_CSV_BYTES // MEGABYTE
ROWS = f"{MAX_ROWS:,}".replace(",", ".")

READING_RULES = (
    (
        "Vorm",
        "Een Excel-werkmap (.xlsx) met een blad per tabel, of een map (of zip) met een CSV-bestand per tabel",
    ),
    ("Tekst", "CSV is UTF-8, met of zonder BOM, gescheiden met een komma of puntkomma"),
    ("Spaties", "Spaties rond een waarde tellen niet mee"),
    ("Kolommen", "Rij 1 bevat de kolomnamen, precies zoals hier, in elke volgorde"),
    (
        "Onbekend",
        "Een kolom zonder naam telt niet mee; een onbekende kolom of tabel geeft een waarschuwing",
    ),
    ("Bladen en bestanden", "Bij de naam van een blad of bestand maken hoofdletters niet uit"),
    ("Datums", "2025-03-31 of 31-03-2025; in een werkmap ook echte datumcellen"),
    ("Tijden", "09:30 of 9:30, van 00:00 tot en met 23:59; in een werkmap ook echte tijdcellen"),
    ("Ja of nee", "ja of nee, ook true/false en 1/0; hoofdletters maken niet uit; leeg is meestal nee"),
    ("Getallen", "Met een punt of komma voor de decimalen, ten hoogste negen daarvan"),
    ("Verplichte tabellen", "Alleen organisatie, cursisten en trajecten moeten er zijn"),
    ("Ontbrekende tabel", "De normen die een ontbrekende tabel nodig hebben, hebben geen gegevens"),
    ("Ontbrekende kolom", "Een niet-verplichte kolom die ontbreekt, is leeg"),
    ("Lege rij", "Een rij zonder ingevulde cellen wordt overgeslagen, maar telt mee in de nummering"),
    ("Buiten de tabel", "Een ingevulde cel rechts van de laatste kolom is een fout"),
    ("Geweigerd", "Formules, macro's, koppelingen, een wachtwoord en samengevoegde cellen"),
    ("Verborgen", "Een verborgen blad met de naam van een tabel is een fout"),
    (
        "Grootte",
        f"Ten hoogste {UNPACKED} MB uitgepakt, {LARGEST_CSV} MB per CSV-bestand en {ROWS} rijen per tabel",
    ),
    ("Voorbeeldrij", "De voorbeeldrij van het sjabloon telt niet mee zolang hij ongewijzigd is"),
    ("Fouten", "Alle fouten komen in één keer, en met één fout wordt niets bewaard"),
)
