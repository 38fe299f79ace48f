from keurmerk.shared.retention import Retention, register

register(
    Retention(
        model="journal.Entry",
        holds="Wie wat deed, op welke grond en wanneer; nummers van accounts, geen namen van personen",
        kept_for="Zolang het register bestaat",
        ground="Verantwoording van besluiten; wijzigen en wissen maakt het bewijs waardeloos",
    )
)
