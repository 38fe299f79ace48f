"""Lines of the journal about improvement plans, objections and courts, in words."""

from rulebook.lifecycle.events import ObjectionEvent, PlanEvent

PLANS: dict[PlanEvent, str] = {
    PlanEvent.ASK: "Plan van aanpak gevraagd",
    PlanEvent.FILE: "Plan van aanpak ingediend",
    PlanEvent.MISS: "Plan van aanpak niet op tijd ingediend",
    PlanEvent.FILE_LATE: "Plan van aanpak te laat ingediend",
    PlanEvent.REFER: "Plan van aanpak voorgelegd aan certificerende instelling",
    PlanEvent.BODY_ADVISES: "Advies van certificerende instelling ontvangen",
    PlanEvent.APPROVE: "Plan van aanpak goedgekeurd",
    PlanEvent.REFUSE: "Plan van aanpak afgekeurd",
    PlanEvent.CARRIED_OUT: "Vastgesteld dat het plan van aanpak is uitgevoerd",
    PlanEvent.FAIL: "Vastgesteld dat het plan van aanpak niet is uitgevoerd",
    PlanEvent.CANCEL: "Plan van aanpak vervallen",
}
OBJECTIONS: dict[ObjectionEvent, str] = {
    ObjectionEvent.FILE: "Bezwaar ontvangen",
    ObjectionEvent.ASK_REPAIR: "Herstel van het bezwaar gevraagd",
    ObjectionEvent.REPAIR: "Bezwaar hersteld",
    ObjectionEvent.REPAIR_MISSED: "Bezwaar niet op tijd hersteld",
    ObjectionEvent.ADMIT: "Bezwaar in behandeling genomen",
    ObjectionEvent.TO_COMMITTEE: "Bezwaar voorgelegd aan commissie",
    ObjectionEvent.HEAR: "Indiener van het bezwaar gehoord",
    ObjectionEvent.WAIVE_HEARING: "Afgezien van horen over het bezwaar",
    ObjectionEvent.POSTPONE: "Beslissing op bezwaar verdaagd",
    ObjectionEvent.DECLARE_INADMISSIBLE: "Bezwaar niet-ontvankelijk verklaard",
    ObjectionEvent.FOUND: "Bezwaar gegrond verklaard",
    ObjectionEvent.FOUND_PARTLY: "Bezwaar deels gegrond verklaard",
    ObjectionEvent.UNFOUND: "Bezwaar ongegrond verklaard",
    ObjectionEvent.WITHDRAW: "Bezwaar ingetrokken",
    ObjectionEvent.APPEAL: "Beroep ingesteld",
    ObjectionEvent.APPEAL_FOUNDED: "Beroep gegrond verklaard",
    ObjectionEvent.APPEAL_UNFOUNDED: "Beroep ongegrond verklaard",
    ObjectionEvent.APPEAL_WITHDRAWN: "Beroep ingetrokken",
    ObjectionEvent.DECIDE_AGAIN: "Rechtbank draagt op om opnieuw te beslissen",
}
KINDS: dict[str, str] = {
    **{f"plan.{event}": words for event, words in PLANS.items()},
    **{f"objection.{event}": words for event, words in OBJECTIONS.items()},
    "plan.body_requested": "School vraagt een certificerende instelling",
    "objection.supplemented": "Bezwaar gedeeltelijk aangevuld",
    "objection.committee_reported": "Commissie gemeld aan de indiener",
    "objection.advice_recorded": "Advies van de commissie vastgelegd",
    "objection.lateness_explained": "Uitleg over te laat bezwaar ontvangen",
    "objection.lateness_judged": "Beoordeeld of te laat bezwaar verschoonbaar is",
    "objection.interest_judged": "Beoordeeld of de indiener belanghebbende is",
    "objection.default_notice": "Ingebrekestelling ontvangen",
    "objection.relief_asked": "Voorlopige voorziening gevraagd",
    "objection.relief_decided": "Uitspraak over voorlopige voorziening",
    "objection.relief_ended": "Voorlopige voorziening geëindigd",
}
