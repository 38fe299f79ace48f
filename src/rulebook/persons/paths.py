"""A path from one to another: steps that each are a Dutch sentence."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rulebook.persons.graph import View
from rulebook.persons.ties import ActualControl, Employment, Relation, Role, Stake


@dataclass(frozen=True)
class Step:
    """From one node to another. `by` says by which limb of control or degree of kinship."""

    source: str
    target: str
    text: str
    by: str = ""


def percent(value: Decimal | Fraction) -> str:
    """As Dutch writes it, at most two decimals, never rounded onto a border."""
    whole = Fraction(value)
    cut = Fraction(int(whole * 100), 100)
    text = f"{float(cut):.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{text}%" if cut == whole else f"ruim {text}%"


def stake_step(view: View, stake: Stake, by: str = "") -> Step:
    holder, body, part = view.name(stake.holder), view.name(stake.body), percent(stake.percent)
    verbs = {
        "aandelen": f"{holder} houdt {part} van de aandelen in {body}",
        "stemrechten": f"{holder} heeft {part} van de stemrechten in {body}",
        "benoeming": f"{holder} benoemt of ontslaat {part} van de bestuurders of commissarissen van {body}",
        "begunstigde": f"{holder} is begunstigde van {part} van het vermogen van {body}",
        "bijzondere_zeggenschap": (
            f"{holder} heeft bijzondere zeggenschap over {part} van het vermogen van {body}"
        ),
    }
    return Step(stake.holder, stake.body, f"{verbs[stake.what]}{_dates(stake)}.", by)


def role_step(view: View, role: Role) -> Step:
    text = f"{view.name(role.person)} is {role.role.words} van {view.name(role.body)}{_dates(role)}."
    return Step(role.body, role.person, text, "Management")


def employer_step(view: View, tie: Employment) -> Step:
    text = f"{view.name(tie.employer)} is werkgever van {view.name(tie.employee)}{_dates(tie)}."
    return Step(tie.employer, tie.employee, text, "Zeggenschap onder d")


def actual_step(view: View, tie: ActualControl) -> Step:
    text = f"{view.name(tie.holder)} beslist feitelijk in {view.name(tie.body)}: {tie.how}{_dates(tie)}."
    return Step(tie.holder, tie.body, text, "feitelijke zeggenschap")


def kin_step(view: View, person: str, relation: Relation, relative: str, by: str) -> Step:
    return Step(person, relative, f"{view.name(relative)} is {relation.words} van {view.name(person)}.", by)


def _dates(tie: Stake | Role | Employment | ActualControl) -> str:
    if tie.until is None:
        return ""
    until = f"{tie.until.day}-{tie.until.month}-{tie.until.year}"
    return f" (tot en met {until})"
