"""Terms of the handbook itself. The Algemene termijnenwet does not move them: they are in no law."""

from datetime import date, timedelta
from enum import StrEnum

from rulebook.terms.calendar import NONE_EQUATED, Days, add_working_days, last_day_of_months, months_after
from rulebook.terms.moving import term_of_handbook
from rulebook.terms.term import Kind, Step, Term
from rulebook.terms.wording import counted, in_words, until

EIGHT_WEEKS = timedelta(weeks=8)
FIXED_TERM_MONTHS = 16


class SuspensionGround(StrEnum):
    INQUIRY = "onderzoek"
    SANCTION = "sanctie"


SUSPENSION_SOURCE = {SuspensionGround.INQUIRY: "§7.4.1", SuspensionGround.SANCTION: "§7.4.2"}


def application(*, complete_on: date, extended: bool = False, equated: Days = NONE_EQUATED) -> Term:
    """Eight weeks after a complete application, once extended by eight."""
    last = complete_on + EIGHT_WEEKS
    text = f"acht weken vanaf de dag na de volledige aanvraag op {in_words(complete_on)}, {until(last)}"
    steps = [Step(text, "§2.4")]
    if extended:
        last += EIGHT_WEEKS
        steps.append(Step(f"eenmaal verlengd met acht weken, {until(last)}", "§2.4"))
    return term_of_handbook(Kind.HANDBOOK_APPLICATION, last, steps, equated)


def working_days(*, start: date, count: int, equated: Days = NONE_EQUATED) -> Term:
    """Saturdays, Sundays and holidays are not counted."""
    last = add_working_days(start, count, equated)
    text = f"{counted(count, 'werkdag', 'werkdagen')} na {in_words(start)}, {until(last)}"
    not_counted = Step("zaterdag, zondag en feestdagen niet meegeteld", "Algemene termijnenwet 3")
    return Term(Kind.WORKING_DAYS, last, last, (Step(text, "§7.2.2, §7.4.3, §7.5.2"), not_counted))


def days(*, start: date, count: int, equated: Days = NONE_EQUATED) -> Term:
    last = start + timedelta(days=count)
    text = f"{counted(count, 'dag', 'dagen')} na {in_words(start)}, {until(last)}"
    return term_of_handbook(Kind.DAYS, last, [Step(text, "Bijlage 3 artikel 14")], equated)


def weeks(*, start: date, count: int, equated: Days = NONE_EQUATED) -> Term:
    last = start + timedelta(weeks=count)
    text = f"{counted(count, 'week', 'weken')} na {in_words(start)}, {until(last)}"
    return term_of_handbook(Kind.WEEKS, last, [Step(text, "§5.6, §6.1.1, §6.2.2")], equated)


def months(*, start: date, count: int, equated: Days = NONE_EQUATED) -> Term:
    """Clamped to the last day of the month."""
    last = months_after(start, count)
    text = f"{counted(count, 'maand', 'maanden')} na {in_words(start)}, {until(last)}"
    return term_of_handbook(Kind.MONTHS, last, [Step(text, "§6.1.1, §6.2.2")], equated)


def fixed_term(*, start: date, extended_months: int = 0) -> Term:
    """Sixteen months from the first day of the chosen measuring period, once extended by sixteen at most."""
    normal = last_day_of_months(start, FIXED_TERM_MONTHS)
    last = last_day_of_months(start, FIXED_TERM_MONTHS + extended_months)
    steps = [Step(f"zestien maanden vanaf {in_words(start)}, {until(normal)}", "§2.1, §7.1.1")]
    if extended_months:
        steps.append(_extended(extended_months, last, "§7.2.1"))
    return Term(Kind.FIXED_TERM, last, last, tuple(steps))


def suspension(*, ground: SuspensionGround, start: date, months: int, extended_months: int = 0) -> Term:
    """Suspension of the certificate, its first day included; only an inquiry can be extended."""
    if ground is SuspensionGround.SANCTION and extended_months:
        raise ValueError("a suspension as sanction is not extended (§7.4.2)")
    source = SUSPENSION_SOURCE[ground]
    normal = last_day_of_months(start, months)
    last = last_day_of_months(start, months + extended_months)
    text = f"{counted(months, 'maand', 'maanden')} geschorst vanaf {in_words(start)}, {until(normal)}"
    steps = [Step(text, source)]
    if extended_months:
        steps.append(_extended(extended_months, last, source))
    return Term(Kind.SUSPENSION, last, last, tuple(steps))


def _extended(months: int, last: date, source: str) -> Step:
    return Step(f"verlengd met {counted(months, 'maand', 'maanden')}, {until(last)}", source)
