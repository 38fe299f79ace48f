"""What follows from the record of a certificate on a day, said once more with days, sets and counting.

A record is plain data: `state`, `past` (dicts with event, on, until, period, undone; the oldest first),
`periods` (pairs of days), `plan` (state and whether it came late), and the dates and flags of the rulebook.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from tests.reference.lifecycle import INDEFINITE, parts

type Record = Mapping[str, Any]
type Findings = Mapping[str, bool]
type Happened = Mapping[str, Any]

DAY = timedelta(days=1)
SUSPENSIONS = {"schorsen_onderzoek", "schorsen_sanctie"}
WITHDRAWALS = {"intrekken", "tijdelijk_intrekken", "op_verzoek_intrekken"}
JUDGED = {"goedgekeurd", "afgekeurd", "te_laat", "uitgevoerd", "niet_uitgevoerd"}


def facts(record: Record, findings: Findings, today: date) -> dict[str, bool]:
    past = [each for each in record.get("past", ()) if not each.get("undone")]
    return {
        **of_application(past, findings),
        **of_days(record, today),
        **of_judgement(record, past, findings),
        **of_plan(record),
        **of_periods(record, past, findings),
        **of_cycle(record, past, today),
        "besluit_herroepen_of_vernietigd": record.get("annulled", False),
        "werking_geschorst_door_rechter": record.get("stayed", False),
        "voorziening_geeindigd": record.get("stay_ended", False),
        "opheffen_pas_na_uitvoering": record.get("lift_after_plan", False),
    }


def since_last(event: str, past: list[Happened]) -> Iterator[str]:
    """Codes of what happened from the last such event on; of everything when there was none."""
    places = [place for place, each in enumerate(past) if each["event"] == event]
    return (each["event"] for each in past[places[-1] if places else 0 :])


def of_application(past: list[Happened], findings: Findings) -> dict[str, bool]:
    now = list(since_last("aanvragen", past))
    earlier = [each["event"] for each in past][: len(past) - len(now)]
    held = list(since_last("toekennen_bepaalde_tijd", past))
    related = findings.get("verbonden_persoon_eerder_houder", False)
    return {
        "volledigheid_vastgesteld": "aanvraag_volledig" in now,
        "aanvulling_gevraagd": "aanvulling_vragen" in now,
        "beslistermijn_verlengd": "beslistermijn_verlengen" in now,
        "eerder_houder": "afwijzen" in earlier or "toekennen_bepaalde_tijd" in earlier or related,
        "eerder_verlengd": "verlengen" in held,
        "geschorst_geweest": any(event in SUSPENSIONS for event in held),
    }


def of_days(record: Record, today: date) -> dict[str, bool]:
    """Over is: yesterday was the last day, or it was earlier."""
    last_days = {
        "looptijd_voorbij": "fixed_until",
        "hersteltermijn_voorbij": "warned_until",
        "schorsing_voorbij": "suspended_until",
        "intrekkingsduur_voorbij": "withdrawn_until",
    }
    return {
        fact: record.get(name) is not None and record[name] + DAY <= today for fact, name in last_days.items()
    }


def of_judgement(record: Record, past: list[Happened], findings: Findings) -> dict[str, bool]:
    yes = {fact for fact, held in findings.items() if held}
    too_few = findings.get("voldoende_trajecten", True) is False
    extended = of_application(past, findings)["eerder_verlengd"]
    held = parts(record["state"])
    return {
        "meetperiode_te_beoordelen": {"resultatenaudit_op_tijd", "tevredenheidsonderzoek_op_tijd"} <= yes,
        "verlenging_hoort_te_volgen": too_few
        and {"hoofdnorm_1_voldaan", "tevredenheid_voldaan"} <= yes
        and not extended,
        "houder_onbepaalde_tijd": held is not None and held[0] == INDEFINITE,
    }


def of_plan(record: Record) -> dict[str, bool]:
    state, late = record.get("plan") or ("geen", False)
    return {
        "plan_beoordeeld_of_te_laat": state in JUDGED or late,
        "plan_goedgekeurd": state in {"goedgekeurd", "uitgevoerd"},
        "plan_afgekeurd": state == "afgekeurd",
        "plan_niet_op_tijd": state == "te_laat" or late,
        "plan_niet_uitgevoerd": state == "niet_uitgevoerd",
        "plan_uitgevoerd": state == "uitgevoerd",
    }


def of_periods(record: Record, past: list[Happened], findings: Findings) -> dict[str, bool]:
    """Compensation and leniency belong to the period they were about."""
    firsts = [first for first, _ in record.get("periods", ())]
    this, last = (firsts[-1] if firsts else None), (firsts[-2] if len(firsts) > 1 else None)

    def granted(event: str, first: date | None) -> bool:
        return first is not None and any(e["event"] == event and e.get("period") == first for e in past)

    too_few = findings.get("voldoende_trajecten", True) is False
    only_pass_rates = findings.get("alleen_slagingspercentage_niet_voldaan", False)
    compensated, lenient = granted("compenseren", this), granted("coulance_verlenen", this)
    return {
        "vorige_meetperiode_gecompenseerd": granted("compenseren", last),
        "vorige_meetperiode_coulance": granted("coulance_verlenen", last),
        "opnieuw_te_weinig_trajecten": too_few and granted("coulance_verlenen", last),
        "al_gecompenseerd_of_coulance": (compensated and only_pass_rates) or (lenient and too_few),
    }


def of_cycle(record: Record, past: list[Happened], today: date) -> dict[str, bool]:
    periods = list(record.get("periods", ()))
    return {
        "meetperiode_eerder_gewijzigd": any(each["event"] == "meetperiode_wijzigen" for each in past),
        "cyclusjaar_vier": bool(periods) and len(periods) % 4 == 0,
        "vrijstelling_vervallen": exemption_lost(periods, past),
        "coulance_in_vier_jaar": any(
            each["event"] == "coulance_verlenen" and not four_years_lie_between(each["on"], today)
            for each in past
        ),
        "geschorst_in_drie_cyclusjaren": suspended_since(three_cycle_years_ago(periods, today), past),
    }


def four_years_lie_between(day: date, today: date) -> bool:
    return (today.year - 4, today.month, today.day) >= (day.year, day.month, day.day)


def exemption_lost(periods: list[tuple[date, date]], past: list[Happened]) -> bool:
    if not periods:
        return False
    whole_cycles_before = (len(periods) - 1) // 4
    start = periods[whole_cycles_before * 4][0]
    grants = [each["on"] for each in past if each["event"] == "toekennen"]
    for each in past:
        in_cycle = each["on"] >= start
        if each["event"] == "compenseren" and in_cycle and (each.get("period") or each["on"]) >= start:
            return True
        if each["event"] in WITHDRAWALS and in_cycle:
            return True
        if each["event"] == "meetperiode_wijzigen" and in_cycle and grants and each["on"] >= max(grants):
            return True
    return any(day >= start for each in past for day in suspended_days(each))


def three_cycle_years_ago(periods: list[tuple[date, date]], today: date) -> date:
    """The first day of the three cycle years before the one that is judged; of the oldest if fewer."""
    if periods:
        return periods[max(0, len(periods) - 4)][0]
    day = today
    while (day.year, day.month, day.day) > (today.year - 3, today.month, today.day):
        day -= DAY
    return day


def suspended_since(since: date, past: list[Happened]) -> bool:
    withdrawn = any(each["event"] in WITHDRAWALS and each["on"] >= since for each in past)
    return withdrawn or any(day >= since for each in past for day in suspended_days(each))


def suspended_days(each: Happened) -> Iterator[date]:
    if each["event"] in SUSPENSIONS:
        day = each["on"]
        yield day
        while each.get("until") and day < each["until"]:
            day += DAY
            yield day
