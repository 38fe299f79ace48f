"""The outcome for people: every norm with its value, limit and oordeel, the stars, the advice."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from keurmerk.cli.output import WIDTH_WITHOUT_TERMINAL, number

VERDICTS = {
    "voldoet": ("voldoet", "green"),
    "voldoet_niet": ("voldoet niet", "bold red"),
    "niet_van_toepassing": ("niet van toepassing", "dim"),
    "onvoldoende_gegevens": ("onvoldoende gegevens", "yellow"),
    "geen_gegevens": ("geen gegevens", "yellow"),
    "handmatig": ("beoordeelt de auditor", "dim"),
}
UNITS = {"procent": "%", "aantal": "", "cijfer": "", None: ""}
YES = {True: "ja", False: "nee", None: "–"}


def print_outcome(outcome: Mapping[str, Any]) -> None:
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDTH_WITHOUT_TERMINAL)
    console.print(heading(outcome))
    console.print(norm_table(outcome["normen"]))
    console.print(stars(outcome["sterren"]))
    console.print(advice(outcome["advies"]))
    for title, key in (("Waarschuwingen", "waarschuwingen"), ("Opmerkingen", "opmerkingen")):
        told = [*outcome[key], *(outcome["sterren"]["opmerkingen"] if key == "opmerkingen" else ())]
        if told:
            console.print(Text("\n".join([f"\n{title}:", *(f"- {line}" for line in told)])))


def heading(outcome: Mapping[str, Any]) -> Text:
    school, period = outcome["organisatie"], outcome["meetperiode"]
    edition = outcome["handleiding"] or "per norm de editie die geldt"
    return Text(
        f"{school['naam']} (KvK {school['kvk_nummer']}, {school['keurmerk'].replace('_', ' ')})\n"
        f"Meetperiode {period['van']} tot en met {period['tot_en_met']}; handleiding: {edition}"
    )


def norm_table(norms: list[dict[str, Any]]) -> Table:
    table = Table()
    for name in ("norm", "groep"):
        table.add_column(name)
    for name in ("teller", "noemer", "waarde", "grens"):
        table.add_column(name, justify="right")
    table.add_column("oordeel")
    table.add_column("materieel")
    for row in norms:
        words, style = VERDICTS[row["oordeel"]]
        unit = UNITS[row["eenheid"]]
        table.add_row(
            row["norm"],
            Text(row["groep"] or ""),
            number(row["teller"]),
            number(row["noemer"]),
            with_unit(row["waarde"], unit),
            with_unit(row["grens"], unit),
            Text(words, style=style),
            "ja" if row["materieel"] else "",
        )
    return table


def with_unit(value: float | None, unit: str) -> str:
    return number(value) + (unit if value is not None else "")


def stars(found: Mapping[str, Any]) -> Text:
    parts = ", ".join(
        f"{part.replace('_', ' ')} {number(score)}" for part, score in found["onderdelen"].items()
    )
    if found["sterren"] is None:
        return Text(f"\nSterren: nog niet te bepalen ({parts})")
    return Text(f"\nSterren: {found['sterren']} van 4, eindscore {number(found['eindscore'])} ({parts})")


def advice(found: Mapping[str, Any]) -> Text:
    lines = [f"Advies op de berekende normen: {found['advies']}"]
    if found["norm_niet_voldaan"]:
        material = ", waaronder een Materiële Norm" if found["materieel"] else ""
        lines.append(f"Niet voldaan: {', '.join(found['norm_niet_voldaan'])}{material}")
    lines += [
        f"{ground.capitalize()} mogelijk"
        for ground in ("compensatie", "coulance", "verlenging")
        if found[f"{ground}_mogelijk"]
    ]
    return Text("\n".join(lines))
