"""The fictional schools that apply; their IBANs pass the check digits and belong to nobody."""

from typing import Final

from keurmerk.demo.applicants.applicant import Applicant

TRIED_OUT: Final = "De Brug"
"""The one of the applicant's sign-in."""
SISTER_IN_LAW: Final = {
    "verbonden": "ja",
    "houders": [
        {
            "id": "1",
            "houder": "Voorbeeldschool De Korenbloem (verzonnen)",
            "kvk_nummer": "90000211",
            "relatie": "schoonfamilie",
            "uitleg": "De zus van mijn man is eigenaar van die school.",
        }
    ],
    "familie": [
        {
            "id": "1",
            "wie": "directeur",
            "relatie": "zwager_of_schoonzus",
            "voornamen": "Hanna",
            "achternaam": "Fictief-de Wit",
            "geboortenaam": "de Wit",
            "geboortedatum": "12-5-1979",
            "onderneming": "Voorbeeldholding De Wit (verzonnen)",
            "kvk_nummer": "90000998",
            "aandelen": "100",
        }
    ],
    "reden_zelf": "Wij werken in een andere regio en met een andere doelgroep.",
    "eerder_houder": "nee",
}
CAST: Final = (
    Applicant(
        number=901,
        short_name="De Kade",
        story="Moet nog een van de twee overeenkomsten tekenen.",
        first_names="Bilal",
        last_name="Fictief",
        born="4-9-1988",
        city="Rotterdam",
        postcode="3011 AA",
        street="Voorbeeldkade 1",
        iban="NL02 ABNA 0123 4567 89",
    ),
    Applicant(
        number=902,
        short_name=TRIED_OUT,
        story="Vult de aanvraag in; het concept is half klaar.",
        first_names="Selam",
        last_name="Fictief",
        born="21-1-1985",
        city="Zwolle",
        postcode="8011 AA",
        street="Voorbeeldbrug 2",
        iban="NL39 RABO 0300 0652 64",
    ),
    Applicant(
        number=903,
        short_name="De Sluis",
        story="Heeft de aanvraag net ingediend.",
        first_names="Jan",
        last_name="Fictief",
        born="2-2-1972",
        city="Utrecht",
        postcode="3511 AA",
        street="Voorbeeldsluis 3",
        iban="NL91 ABNA 0417 1643 00",
    ),
    Applicant(
        number=904,
        short_name="Het Veer",
        story="Is gevraagd om aan te vullen; de termijn staat stil.",
        first_names="Fatma",
        last_name="Fictief",
        born="30-6-1990",
        city="Arnhem",
        postcode="6811 AA",
        street="Voorbeeldveer 4",
        iban="NL44 RABO 0123 4567 89",
    ),
    Applicant(
        number=905,
        short_name="De Steiger",
        story="Paste het onderwijsplan aan; dat wacht op een oordeel.",
        first_names="Oksana",
        last_name="Fictief",
        born="17-11-1983",
        city="Groningen",
        postcode="9711 AA",
        street="Voorbeeldsteiger 5",
        iban="NL20 INGB 0001 2345 67",
    ),
    Applicant(
        number=906,
        short_name="De Haven",
        story="Alles is beoordeeld; alleen het besluit moet nog.",
        first_names="Daniel",
        last_name="Fictief",
        born="9-3-1980",
        city="Leiden",
        postcode="2311 AA",
        street="Voorbeeldhaven 6",
        iban="NL86 INGB 0002 4455 88",
    ),
    Applicant(
        number=907,
        short_name="Het Baken",
        story="Is via een schoonzus verbonden met een houder; het onderzoek loopt.",
        first_names="Ruth",
        last_name="Fictief",
        born="25-12-1981",
        city="Breda",
        postcode="4811 AA",
        street="Voorbeeldbaken 7",
        iban="NL69 INGB 0123 4567 89",
        network=SISTER_IN_LAW,
    ),
)
