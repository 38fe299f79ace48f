"""The signed statement as a letter of the school: the same PDF/UA, page and seal as every letter."""

import hashlib
from collections.abc import Iterator
from datetime import date

from keurmerk import letters
from keurmerk.letters.letter import Block, Bullets, Heading, Letter, Paragraph, Sender, Signature, in_words
from keurmerk.letters.texts import all_texts
from keurmerk.reporting.models import Statement
from rulebook.application.statements import BY_CODE, STATEMENTS

VERSION = 1
KIND = "managementverklaring"
TITLE = "Managementverklaring"
OPENING = (
    "Namens het Management verklaar ik over onze school het volgende. De zinnen volgen Bijlage 6 van de "
    "Handleiding Inburgeren, waar ook staat wat de begrippen met een hoofdletter betekenen."
)
VALIDITY = (
    "Deze verklaring geldt tot de volgende. Klopt er iets niet meer, dan melden wij dat binnen vijf "
    "werkdagen "
    "schriftelijk aan Blik op Werk. Wij weten dat tijdig melden de gevolgen voor het Keurmerk niet wegneemt."
)
TRUE = "Alle informatie die ik aan Blik op Werk heb verstrekt, is juist en volledig."
SEALED = (
    "Ondertekend in Mijn keurmerk door iemand die met een eigen account was aangemeld en namens de school "
    "mag "
    "tekenen. De pdf is daarna verzegeld door Blik op Werk."
)


def statement_letter(statement: Statement, *, reference: str) -> Letter:
    """Signed by the school, so that the school is who sends it."""
    school, day = statement.school, statement.signed_on
    if day is None:
        raise ValueError("a statement that is not signed has no letter")
    texts = all_texts()
    return Letter(
        kind=KIND,
        version=VERSION,
        text_hash=_text_hash(),
        title=TITLE,
        reference=reference,
        date=day,
        addressee=("Blik op Werk",),
        sender=Sender(school.name, (f"KvK-nummer {school.kvk_number}",)),
        notice=texts.test_notice if letters.sealed_by_test_authority() else "",
        concerning=(("School", school.name), ("KvK-nummer", school.kvk_number)),
        blocks=tuple(_blocks(statement, day)),
    )


def _blocks(statement: Statement, day: date) -> Iterator[Block]:
    agreed = [BY_CODE[row["code"]] for row in statement.answers if row["agrees"]]
    yield Paragraph(OPENING)
    yield Heading("Dit klopt")
    yield Bullets(tuple(f"{each.subject}. {each.text}" for each in agreed) or ("Geen van de zinnen.",))
    if statement.disagreements:
        yield Heading("Dit klopt niet")
        for row in statement.disagreements:
            sentence = BY_CODE[row["code"]]
            yield Heading(sentence.subject, 2)
            yield Paragraph(sentence.text)
            yield Paragraph(f"Klopt niet sinds {in_words(date.fromisoformat(row['since']))}.")
            for line in filter(None, (part.strip() for part in row["explanation"].splitlines())):
                yield Paragraph(line)
    yield Heading("Hoe lang dit geldt")
    yield Paragraph(VALIDITY)
    yield Paragraph(TRUE)
    yield Signature((statement.signer_name, statement.signer_function, f"{statement.place}, {in_words(day)}"))
    yield Paragraph(SEALED)


def _text_hash() -> str:
    """Of every fixed sentence, so that it shows when one was changed."""
    sentences = [OPENING, VALIDITY, TRUE, SEALED, *(f"{each.code}{each.text}" for each in STATEMENTS)]
    return hashlib.sha256("\0".join(sentences).encode()).hexdigest()
