"""Letters about an agreement and an application, for a school that does not exist."""

from tests.keurmerk.letters.pieces import Data, term

SIGNED: Data = {
    "signer": "Anna Voorbeeld",
    "signer_function": "directeur",
    "signed_place": "Voorbeeldstad",
    "signed_on": "2026-01-12",
}
ABOUT: Data = {"application_on": "2026-01-12"}
TO_DO = [
    {"part": "Klachtenreglement", "text": "Er staat niet in wie een klacht afhandelt."},
    {"part": "Docenten", "text": "De intentieverklaring is niet ondertekend.\n\nStuur een getekende."},
]
ASKED: Data = {
    **ABOUT,
    "to_do": TO_DO,
    "complete_by_term": term("2026-02-10", "Tot en met de gestelde dag.", sources=("§2.3", "Awb 4:5")),
}
DECIDE = term("2026-03-09", "Acht weken na ontvangst.", sources=("Awb 4:13",))

APPLICATION_LETTERS: dict[str, Data] = {
    "overeenkomst": SIGNED,
    "verwerkersovereenkomst": {**SIGNED, "contacts": ["Bram Voorbeeld, bram@school.example"]},
    "ontvangst_aanvraag": {
        **ABOUT,
        "signer": "Anna Voorbeeld",
        "signer_function": "directeur",
        "handed_in": [
            {"part": "Uw onderneming", "given": "17 antwoorden, 1 vindplaatsen"},
            {"part": "Privacyreglement", "given": "0 antwoorden, 9 vindplaatsen"},
        ],
        "attached": [
            {"number": "1", "pages": "2", "print": "9f86d081884c7d65"},
            {"number": "2", "pages": "onbekend", "print": "60303ae22b998861"},
        ],
        "decide_by_term": DECIDE,
    },
    "verzoek_aanvulling": ASKED,
    "verzoek_aanpassing": ASKED,
    "verlenging_beslistermijn": {**ABOUT, "decide_by_term": DECIDE},
    "uitnodiging_intake": {
        **ABOUT,
        "talk_at": "maandag 9 februari 2026 om 10.00 uur",
        "talk_place": "Stationsplein 1, Utrecht",
    },
    "uitnodiging_intake-tolk": {
        **ABOUT,
        "talk_at": "maandag 9 februari 2026 om 10.00 uur",
        "talk_place": "online, de link volgt een dag vooraf",
        "interpreter": "Tigrinya",
    },
}
