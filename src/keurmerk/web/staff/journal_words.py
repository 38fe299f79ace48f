"""The journal in words. A kind or a fact without words shows its code, so that nothing is hidden."""

KINDS = {
    "account.opened": "Account geopend",
    "account.closed": "Account gesloten",
    "school.registered": "School toegevoegd",
    "school.member_added": "Gebruiker aan school toegevoegd",
    "school.member_removed": "Gebruiker van school verwijderd",
    "school.auditor_assigned": "Auditor toegewezen",
    "school.assignment_ended": "Toewijzing van auditor beëindigd",
    "upload.received": "Bestand ontvangen",
    "upload.checked": "Bestand gecontroleerd, zonder fouten",
    "upload.refused": "Bestand gecontroleerd, met fouten",
    "upload.check_failed": "Controle niet gelukt",
    "upload.warnings_ticked": "Waarschuwingen bevestigd",
    "upload.opened": "Bewaard bestand geopend",
    "upload.withdrawn": "Aanlevering ingetrokken",
    "upload.files_deleted": "Bestanden verwijderd, bewaartermijn voorbij",
    "upload.kept_longer": "Bestanden langer bewaard",
    "delivery.committed": "Aanlevering ingediend",
    "assessment.made": "Beoordeling gemaakt",
    "document.added": "Document toegevoegd",
    "document.opened": "Document geopend",
    "document.damaged": "Document is beschadigd en niet gegeven",
    "document.kept_longer": "Document langer bewaard",
    "document.removed": "Document verwijderd, bewaartermijn voorbij",
    "message.sent": "E-mail verstuurd",
    "message.bounced": "E-mail teruggekomen",
    "message.failed": "E-mail niet gelukt",
    "message.resent": "E-mail opnieuw in de wachtrij gezet",
    "pass_rate.announced": "Slagingsnorm toegevoegd",
    "survey_outcome.added": "Uitkomst van Tevredenheidsonderzoek toegevoegd",
}
FACTS = {
    "attempts": "pogingen",
    "advice": "advies",
    "certificate": "keurmerk",
    "document_kind": "soort document",
    "for_school": "zichtbaar voor de school",
    "invited": "uitgenodigd",
    "kind": "soort",
    "kvk_number": "KvK-nummer",
    "number": "nummer",
    "outcome": "uitkomst",
    "over_newer": "in plaats van een nieuwere",
    "percentage": "percentage",
    "period": "Meetperiode vanaf",
    "place": "waarschuwing",
    "places": "waarschuwingen",
    "problems": "fouten",
    "profile": "leerprofiel",
    "role": "rol",
    "rulebook": "regels",
    "scan": "virusscan",
    "sha256": "vingerafdruk",
    "snapshot": "gegevens",
    "source": "bron",
    "until": "tot en met",
    "upload": "aanlevering",
    "user": "account",
    "valid_from": "geldt vanaf",
    "warnings": "waarschuwingen",
    "what": "wat",
}


def in_words(kind: str) -> str:
    return KINDS.get(kind, kind)


def fact_in_words(name: str) -> str:
    return FACTS.get(name, name)
