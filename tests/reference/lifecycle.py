"""The legal life once more, per state instead of per event: what can happen there and where it leads.

Written from chapter 7 of the handbook and the issue. A held certificate is three words: how long it is held,
whether it was extended, and how it stands; the handbook's sentences speak of these words one by one.
"""

from tests.rulebook.lifecycle.cell_files import consequences

type Told = dict[str, tuple[str, str]]
"""By event: the state that follows (or 'daarvoor', 'daarna'), and who does it."""

SCHOOL, STAFF, DECIDER, LAW = "school", "medewerker", "beslisser", "van_rechtswege"
FIXED, EXTENDED, INDEFINITE = "bepaalde_tijd", "bepaalde_tijd_verlengd", "onbepaalde_tijd"
WARNED, INQUIRY, SANCTION = "_gewaarschuwd", "_geschorst_onderzoek", "_geschorst_sanctie"
BEFORE, AFTER = "daarvoor", "daarna"


def of(table: str, state: str) -> Told:
    return {"keurmerk": certificate, "plan": plan, "bezwaar": objection}[table](state)


def parts(state: str) -> tuple[str, str] | None:
    """How long it is held and how it stands; None when nothing is held."""
    for mark in (EXTENDED, FIXED, INDEFINITE):
        for standing in (WARNED, INQUIRY, SANCTION, ""):
            if state == mark + standing:
                return mark, standing
    return None


def certificate(state: str) -> Told:
    held = parts(state)
    return without(state) if held is None else {**held_by(*held), **in_court(*held)}


def without(state: str) -> Told:
    """Nobody holds anything: agreement, application, or the end."""
    application = {
        "aanvulling_vragen": (state, STAFF),
        "aanvraag_volledig": (state, STAFF),
        "beslistermijn_verlengen": (state, STAFF),
        "buiten_behandeling_laten": ("buiten_behandeling", DECIDER),
        "afwijzen": ("afgewezen", DECIDER),
        "toekennen_bepaalde_tijd": (FIXED, DECIDER),
        "besluit_herleeft": (AFTER, STAFF),
    }
    apply = {"aanvragen": ("aanvraag", SCHOOL)}
    contest = {"besluit_herroepen": (BEFORE, STAFF), "werking_schorsen": (BEFORE, STAFF)}
    return {
        "geen": {"overeenkomst_sluiten": ("overeenkomst", STAFF)},
        "overeenkomst": apply,
        "aanvraag": application,
        "afgelopen": {**apply, "aflopen_rechtzetten": (BEFORE, STAFF)},
    }.get(state, {**apply, **contest})


def held_by(mark: str, standing: str) -> Told:
    state = mark + standing
    told: Told = {
        "intrekken": ("ingetrokken", DECIDER),
        "tijdelijk_intrekken": ("tijdelijk_ingetrokken", DECIDER),
        "op_verzoek_intrekken": ("ingetrokken_op_verzoek", DECIDER),
        "zeggenschap_toestaan": (state, DECIDER),
        "zeggenschap_weigeren": (state, DECIDER),
        "meetperiode_niet_wijzigen": (state, DECIDER),
    }
    suspended = standing in {INQUIRY, SANCTION}
    if standing != SANCTION:
        told["schorsen_sanctie"] = (mark + SANCTION, DECIDER)
    if suspended:
        told["schorsing_opheffen"] = (mark, DECIDER)
        told["schorsing_loopt_af"] = (mark, LAW)
    else:
        told["waarschuwen"] = (mark + WARNED, DECIDER)
        told["schorsen_onderzoek"] = (mark + INQUIRY, DECIDER)
    if standing == INQUIRY:
        told["schorsing_verlengen"] = (state, DECIDER)
    if standing == WARNED:
        told["waarschuwing_beeindigen"] = (mark, STAFF)
    more = for_indefinite if mark == INDEFINITE else for_fixed
    return {**told, **more(mark, standing, suspended=suspended)}


def for_fixed(mark: str, standing: str, *, suspended: bool) -> Told:
    told: Told = {
        "niet_toekennen": ("niet_toegekend", DECIDER),
        "aflopen": ("afgelopen", LAW),
        "meetperiode_wijzigen": (mark + standing, DECIDER),
    }
    if mark == FIXED:
        told["verlengen"] = (EXTENDED + standing, DECIDER)
    if not suspended:
        told["toekennen"] = (INDEFINITE, DECIDER)
        told["voorwaarden_verruimen"] = (mark + standing, DECIDER)
    return told


def for_indefinite(mark: str, standing: str, *, suspended: bool) -> Told:
    told: Told = {"niet_vrijstellen": (mark + standing, DECIDER)}
    if not suspended:
        favours = ("compenseren", "coulance_verlenen", "vrijstellen", "meetperiode_wijzigen")
        told.update(dict.fromkeys(favours, (mark + standing, DECIDER)))
    return told


def in_court(_mark: str, standing: str) -> Told:
    """A suspension can be undone; what a court held up can come back wherever something is held."""
    told: Told = {"besluit_herleeft": (AFTER, STAFF)}
    if standing in {INQUIRY, SANCTION}:
        told.update({"besluit_herroepen": (BEFORE, STAFF), "werking_schorsen": (BEFORE, STAFF)})
    return told


def plan(state: str) -> Told:
    cancel = {"laten_vervallen": ("vervallen", STAFF)}
    return {
        "geen": {"vragen": ("gevraagd", STAFF)},
        "gevraagd": {"indienen": ("ingediend", SCHOOL), "termijn_verstrijkt": ("te_laat", LAW), **cancel},
        "te_laat": {
            "indienen": ("ingediend", SCHOOL),
            "te_laat_indienen": ("ingediend", SCHOOL),
            **cancel,
        },
        "ingediend": {
            "aan_instelling_voorleggen": ("bij_certificerende_instelling", STAFF),
            "goedkeuren": ("goedgekeurd", DECIDER),
            "afkeuren": ("afgekeurd", DECIDER),
            **cancel,
        },
        "bij_certificerende_instelling": {"instelling_adviseert": ("ingediend", STAFF), **cancel},
        "goedgekeurd": {
            "uitvoering_vaststellen": ("uitgevoerd", STAFF),
            "niet_uitgevoerd_vaststellen": ("niet_uitgevoerd", STAFF),
            **cancel,
        },
    }.get(state, {})


def objection(state: str) -> Told:
    open_ = {"verdagen": (state, STAFF), "intrekken": ("ingetrokken", SCHOOL)}
    inadmissible = {"niet_ontvankelijk_verklaren": ("niet_ontvankelijk", DECIDER)}
    heard = {"horen": ("gehoord", STAFF), "afzien_van_horen": ("gehoord", STAFF)}
    appeal = {"beroep_instellen": ("in_beroep", STAFF)}
    return {
        "geen": {"indienen": ("ontvangen", SCHOOL)},
        "ontvangen": {
            "herstel_vragen": ("herstel_gevraagd", STAFF),
            "in_behandeling_nemen": ("in_behandeling", STAFF),
            **inadmissible,
            **open_,
        },
        "herstel_gevraagd": {
            "herstellen": ("ontvangen", SCHOOL),
            "hersteltermijn_verstrijkt": ("niet_hersteld", LAW),
            **open_,
        },
        "niet_hersteld": {"herstellen": ("ontvangen", SCHOOL), **inadmissible, **open_},
        "in_behandeling": {"aan_commissie_voorleggen": ("bij_commissie", STAFF), **heard, **open_},
        "bij_commissie": {**heard, **open_},
        "gehoord": {
            "gegrond_verklaren": ("gegrond", DECIDER),
            "deels_gegrond_verklaren": ("deels_gegrond", DECIDER),
            "ongegrond_verklaren": ("ongegrond", DECIDER),
            **inadmissible,
            **open_,
        },
        "niet_ontvankelijk": appeal,
        "gegrond": appeal,
        "deels_gegrond": appeal,
        "ongegrond": appeal,
        "in_beroep": {
            "beroep_gegrond": ("beroep_gegrond", STAFF),
            "beroep_ongegrond": ("beroep_ongegrond", STAFF),
            "beroep_intrekken": ("beroep_ingetrokken", STAFF),
        },
        "beroep_gegrond": {"opnieuw_beslissen": ("gehoord", STAFF)},
    }.get(state, {})


def duties_in(state: str) -> list[str]:
    """What both sides must do when this state holds again after an annulment or a revival."""
    held = parts(state)
    if held is not None:
        return consequences()["tijdens_schorsing" if held[1] in {INQUIRY, SANCTION} else "na_opheffing"]
    if state == "niet_toegekend":
        return consequences()["na_niet_toekennen"]
    if state in {"ingetrokken", "tijdelijk_ingetrokken", "ingetrokken_op_verzoek"}:
        return consequences()["na_intrekking"]
    return []
