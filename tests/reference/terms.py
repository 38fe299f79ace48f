"""Terms once more, slow and plain: written from `termijnen.md` alone, walking from day to day."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.reference.feasts import DAY, is_free

type Item = Mapping[str, Any]
type Told = dict[str, Any]


def reckon(item: Item) -> Told:
    """What the contract answers to a good item, without the steps. OverflowError after 9999."""
    equated = {day(each) for each in item.get("gelijkgesteld") or []}
    if item["soort"] in WITH_FREE_DAYS:
        return WITH_FREE_DAYS[item["soort"]](item, equated)
    return unmoved(BY_COUNTING[item["soort"]](item))


def day(text: str) -> date:
    year, month, number = text.split("-")
    return date(int(year), int(month), int(number))


def walk(start: date, days: int) -> date:
    for _ in range(days):
        start += DAY
    return start


def walk_working_days(start: date, number: int, equated: set[date]) -> date:
    while number > 0:
        start += DAY
        if not is_free(start, equated):
            number -= 1
    return start


def months_on(start: date, months: int) -> date:
    """Month by month; where the day does not exist, the last one before it that does."""
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    if year > 9999:
        raise OverflowError(year)
    for number in (start.day, 30, 29, 28):
        if number <= start.day and exists(year, month, number):
            return date(year, month, number)
    raise AssertionError("every month has 28 days")


def day_before(start: date, months: int) -> date:
    """The day before `months` later; before the first of a month comes the last of the month before it."""
    if start.day > 1:
        return months_on(start, months) - DAY
    month = months_on(start, months - 1)
    return max(
        month.replace(day=number) for number in range(1, 32) if exists(month.year, month.month, number)
    )


def exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def unmoved(last: date) -> Told:
    return {"laatste_dag": last.isoformat(), "voor_verlenging": last.isoformat()}


def lengthened(last: date, equated: set[date]) -> Told:
    working = last
    while is_free(working, equated):
        working += DAY
    return {"laatste_dag": working.isoformat(), "voor_verlenging": last.isoformat()}


def objection(item: Item, equated: set[date]) -> Told:
    told = lengthened(walk(day(item["verzonden_op"]), 42), equated)
    if item.get("ontvangen_op") is None:
        return told
    last, received = day(told["laatste_dag"]), day(item["ontvangen_op"])
    in_time = received <= last
    if item.get("wijze") == "post" and item.get("gepost_op") is not None:
        days_late = 0
        while received > last:
            received, days_late = received - DAY, days_late + 1
        in_time = in_time or (day(item["gepost_op"]) <= last and days_late <= 7)
    return {**told, "tijdig": in_time}


def application(item: Item, equated: set[date]) -> Told:
    start = day(item["ontvangen_op"])
    return lengthened(with_suspensions(walk(start, 56), start, item["opschortingen"]), equated)


def working_days(item: Item, equated: set[date]) -> Told:
    return unmoved(walk_working_days(day(item["vanaf"]), item["aantal"], equated))


def notice_of_default(item: Item, equated: set[date]) -> Told:
    return lengthened(walk(day(item["ontvangen_op"]), 14), equated)


def objection_decision(item: Item, equated: set[date]) -> Told:
    filing = lengthened(walk(day(item["bezwaar_verzonden_op"]), 42), equated)
    start = day(filing["laatste_dag"])
    last = walk(start, 84 if item["commissie"] and item["commissie_gemeld"] else 42)
    if item["verdaagd"]:
        last = walk(last, 42)
    return lengthened(with_suspensions(last, start, item["opschortingen"]), equated)


def with_suspensions(base: date, start: date, suspensions: list[Item]) -> date:
    """Every suspended day is put in a bag; the bag makes the term longer."""
    bag: set[date] = set()
    for one in sorted(suspensions, key=lambda each: str(each["uitnodiging_op"])):
        if day(one["uitnodiging_op"]) <= walk(base, len(bag)):
            bag |= {each for each in suspended_days(one) if each > start}
    return walk(base, len(bag))


def suspended_days(one: Item) -> set[date]:
    found = set()
    limit = day(one["hersteltermijn_tot"])
    completed = None if one["aangevuld_op"] is None else day(one["aangevuld_op"])
    each = day(one["uitnodiging_op"])
    while each < limit:
        each += DAY
        if completed is not None and completed <= limit and each >= completed:
            break
        found.add(each)
    return found


WITH_FREE_DAYS: dict[str, Callable[[Item, set[date]], Told]] = {
    "bezwaar": objection,
    "aanvraag_awb": application,
    "beslissing_bezwaar": objection_decision,
    "werkdagen": working_days,
    "ingebrekestelling": notice_of_default,
}
"""Those for which it matters which days are free."""

BY_COUNTING: dict[str, Callable[[Item], date]] = {
    "aanvraag_handleiding": lambda item: walk(day(item["volledig_op"]), 112 if item["verlengd"] else 56),
    "dagen": lambda item: walk(day(item["vanaf"]), item["aantal"]),
    "weken": lambda item: walk(day(item["vanaf"]), 7 * item["aantal"]),
    "maanden": lambda item: months_on(day(item["vanaf"]), item["aantal"]),
    "bepaalde_tijd": lambda item: day_before(day(item["ingang"]), 16 + item["verlengd_maanden"]),
    "schorsing": lambda item: day_before(day(item["vanaf"]), item["maanden"] + item["verlengd_maanden"]),
    "ingestemd": lambda item: day(item["tot_en_met"]),
}
