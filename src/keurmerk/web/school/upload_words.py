"""Where an upload stands, in words, shape and tone."""

from keurmerk.results.enums import UploadState
from keurmerk.web.components.verdicts import Look

STATES: dict[UploadState, Look] = {
    UploadState.RECEIVED: Look("ontvangen", "partial", "accent", "De controle begint zo."),
    UploadState.CHECKING: Look(
        "wordt gecontroleerd", "partial", "accent", "Dit duurt meestal minder dan een minuut."
    ),
    UploadState.REFUSED: Look(
        "fouten gevonden", "cross", "bad", "Herstel de fouten en lever het bestand opnieuw aan."
    ),
    UploadState.CHECKED: Look(
        "gecontroleerd, nog niet ingediend", "warning", "warn", "Bekijk de proef en dien in."
    ),
    UploadState.COMMITTED: Look("ingediend", "check", "good", "Deze aanlevering telt mee."),
    UploadState.WITHDRAWN: Look(
        "ingetrokken", "minus", "quiet", "Het bestand is verwijderd; het nummer blijft bezet."
    ),
    UploadState.FAILED: Look(
        "controle mislukt", "question", "warn", "Er ging bij ons iets mis. Probeer het opnieuw."
    ),
}
