"""Lines of the journal about interests, agreements, applications and invoices, in words."""

from keurmerk.applications.enums import Aspect, InterestState, TalkState

TALKS = {
    TalkState.HELD: "Intakegesprek gehouden",
    TalkState.REFUSED: "Intakegesprek geweigerd door de school",
    TalkState.CANCELLED: "Intakegesprek vervallen",
}
ASKED = {
    Aspect.COMPLETENESS: "Aanvulling van de aanvraag gevraagd",
    Aspect.CONTENT: "Aanpassing van de plannen gevraagd",
}
INTERESTS = {
    InterestState.ACCEPTED: "Belangstelling: uitgenodigd om aan te vragen",
    InterestState.DECLINED: "Belangstelling: afgesloten",
}
KINDS = {
    "interest.shown": "Belangstelling getoond",
    **{f"interest.{state.name.lower()}": words for state, words in INTERESTS.items()},
    "agreement.signed": "Overeenkomst getekend door de school",
    "agreement.all_signed": "Beide overeenkomsten getekend door de school",
    "agreement.concluded": "Overeenkomst getekend door Blik op Werk",
    "application.started": "Aanvraag begonnen",
    "application.submitted": "Aanvraag ingediend",
    "application.judged": "Onderdeel van de aanvraag beoordeeld",
    **{f"application.{aspect.name.lower()}_asked": words for aspect, words in ASKED.items()},
    "application.answered": "Aanvraag aangevuld of aangepast",
    "application.chance_missed": "Aanvraag niet op tijd aangevuld of aangepast",
    "application.evidence_confirmed": "Gegevens van een document nagekeken",
    "application.identity_seen": "Nummers van identiteitsbewijzen bekeken",
    "application.source_consulted": "Bron geraadpleegd over een persoon",
    "application.inquiry_closed": "Onderzoek naar de Persoon afgerond",
    "application.talk_planned": "Uitgenodigd voor het intakegesprek",
    **{f"application.talk_{state.name.lower()}": words for state, words in TALKS.items()},
    "application.expired": "Concept van een aanvraag vervallen",
    "invoice.added": "Factuur toegevoegd",
    "invoice.paid": "Factuur betaald",
}
FACTS = {
    "amount": "bedrag",
    "aspect": "waarop",
    "attachments": "bijlagen",
    "clear": "positief",
    "code": "onderdeel",
    "concern": "reden tot zorg",
    "interpreter": "tolk",
    "page": "onderdeel",
    "pages": "onderdelen",
    "at": "moment",
}
