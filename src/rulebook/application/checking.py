"""What is wrong with one answer, as a Dutch sentence that says what to type instead."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from rulebook.application.pieces import Kind, Question
from rulebook.kernel.period import STARTS

MISSING: Final = "Vul dit in."
CHOOSE: Final = "Kies een antwoord."
EARLIEST: Final = date(1900, 1, 1)
DUTCH_POSTCODE: Final = re.compile(r"[1-9][0-9]{3}\s?[A-Za-z]{2}")
EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
PHONE: Final = re.compile(r"\+?[0-9][0-9\s()./-]{6,}")
VAT: Final = re.compile(r"NL[0-9]{9}B[0-9]{2}|[A-Z]{2}[0-9A-Z+*]{2,12}")
IBAN: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


def problem_of(question: Question, value: object, today: date, *, abroad: bool = False) -> str | None:
    """What must change, or None. `value` is as typed: text, or a list of codes for several choices.

    `abroad`: the address has another country, so that any postcode will do.
    """
    if is_empty(value):
        return (CHOOSE if question.choices else MISSING) if question.required else None
    if question.choices:
        chosen = set(value) if isinstance(value, list) else {value}
        return None if chosen <= {code for code, _ in question.choices} else CHOOSE
    text = str(value).strip()
    if len(text) > question.longest:
        return f"Dit is te lang: {len(text)} tekens. Er passen er {question.longest}."
    if question.kind is Kind.DAY:
        return _day_problem(text, today, past=question.past)
    check = None if question.kind is Kind.POSTCODE and abroad else CHECKS.get(question.kind)
    return check(text) if check else None


def is_empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def day_of(value: object) -> date | None:
    """A day as typed: 2026-03-31, 31-3-2026 or 31/03/2026; None when it is no day."""
    text = str(value or "").strip()
    if found := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text):
        text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-01") else None
    except ValueError:
        return None


def percent_of(value: object) -> Decimal | None:
    """0 to 100, with a comma or a point; None when it is no percentage."""
    number = _number(str(value or "").replace("%", ""))
    return number if number is not None and 0 <= number <= 100 else None  # noqa: PLR2004 - of a hundred


def money_of(value: object) -> Decimal | None:
    """Euros as written in Dutch: 250.000 or 250000,50; None when it is no amount of zero or more."""
    text = re.sub(r"[€\s]", "", str(value or ""))
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?", text):
        text = text.replace(".", "")
    number = _number(text)
    return number if number is not None and number >= 0 else None


def plain_iban(value: object) -> str:
    return re.sub(r"\s", "", str(value or "")).upper()


def applies(question_when: object, answers: Mapping[str, object]) -> bool:
    """Whether something that depends on another answer is asked."""
    if question_when is None:
        return True
    given = answers.get(getattr(question_when, "name", ""))
    chosen = set(given) if isinstance(given, list) else {given}
    return bool(chosen & getattr(question_when, "answers", frozenset()))


def _day_problem(text: str, today: date, *, past: bool) -> str | None:
    day = day_of(text)
    if day is None:
        return "Dit is geen datum. Typ bijvoorbeeld 31-3-2026."
    if day < EARLIEST:
        return "Deze datum ligt voor 1900. Controleer het jaar."
    if past and day > today:
        return "Deze datum ligt in de toekomst. Controleer het jaar."
    return None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _kvk(text: str) -> str | None:
    ok = re.fullmatch(r"[0-9]{8}", text.replace(" ", ""))
    return None if ok else "Een KvK-nummer heeft acht cijfers, bijvoorbeeld 12345678."


def _iban(text: str) -> str | None:
    """Shape and check digits (ISO 13616: the number modulo 97 is 1)."""
    plain = plain_iban(text)
    if not IBAN.fullmatch(plain):
        return "Dit is geen IBAN. Een Nederlands IBAN heeft 18 tekens, bijvoorbeeld NL91 ABNA 0417 1643 00."
    digits = "".join(str(int(each, 36)) for each in plain[4:] + plain[:4])
    return None if int(digits) % 97 == 1 else "Het controlegetal van dit IBAN klopt niet. Typ het opnieuw."


def _vat(text: str) -> str | None:
    ok = VAT.fullmatch(re.sub(r"[\s.]", "", text).upper())
    return None if ok else "Een btw-nummer is bijvoorbeeld NL123456789B01."


def _email(text: str) -> str | None:
    return None if EMAIL.fullmatch(text) else "Dit is geen e-mailadres. Typ bijvoorbeeld naam@school.nl."


def _phone(text: str) -> str | None:
    ok = PHONE.fullmatch(text)
    return None if ok else "Dit is geen telefoonnummer. Typ bijvoorbeeld 030 291 60 25 of +31 6 12345678."


def _postcode(text: str) -> str | None:
    ok = DUTCH_POSTCODE.fullmatch(text)
    return (
        None
        if ok
        else "Een postcode is bijvoorbeeld 3511 AA. Vul bij een adres in het buitenland het land in."
    )


def _count(text: str) -> str | None:
    return None if re.fullmatch(r"[0-9]+", text) else "Typ een heel getal, bijvoorbeeld 25."


def _money(text: str) -> str | None:
    return None if money_of(text) is not None else "Typ een bedrag in euro, bijvoorbeeld 250.000."


def _percent(text: str) -> str | None:
    ok = percent_of(text)
    return None if ok is not None else "Typ een percentage van 0 tot en met 100, bijvoorbeeld 33,3."


CHECKS: Final[Mapping[Kind, Callable[[str], str | None]]] = {
    Kind.KVK: _kvk,
    Kind.IBAN: _iban,
    Kind.VAT: _vat,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.POSTCODE: _postcode,
    Kind.COUNT: _count,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
}


def start_problem(day: date, today: date) -> str | None:
    """A measuring period begins on one of three days, and not before today (§1.5.3, §7.1.1)."""
    if (day.month, day.day) not in STARTS:
        return "Een Meetperiode begint op 1 januari, 1 april of 1 september."
    return None if day > today else "Deze Meetperiode is al begonnen. Kies een latere."
