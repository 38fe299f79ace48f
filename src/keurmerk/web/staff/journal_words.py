"""The kinds of journal lines in words. A kind without words shows its code, so that nothing is hidden."""

KINDS = {
    "account.opened": "Account geopend",
    "account.closed": "Account gesloten",
    "school.registered": "School toegevoegd",
    "school.member_added": "Gebruiker aan school toegevoegd",
    "school.member_removed": "Gebruiker van school verwijderd",
    "school.auditor_assigned": "Auditor toegewezen",
    "school.assignment_ended": "Toewijzing van auditor beëindigd",
}


def in_words(kind: str) -> str:
    return KINDS.get(kind, kind)
