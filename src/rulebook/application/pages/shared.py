"""Questions that are asked of more than one."""

from rulebook.application.pieces import Kind, Question, When

YES_NO = (("ja", "Ja"), ("nee", "Nee"))
ID_KINDS = (
    ("paspoort", "Paspoort"),
    ("identiteitskaart", "Identiteitskaart"),
    ("rijbewijs", "Rijbewijs"),
    ("verblijfsdocument", "Verblijfsdocument"),
)


def text(name: str, label: str, source: str, **more: object) -> Question:
    return Question(name=name, label=label, source=source, **more)  # type: ignore[arg-type]


def yes_no(name: str, label: str, source: str, **more: object) -> Question:
    return Question(name=name, label=label, source=source, kind=Kind.YES_NO, choices=YES_NO, **more)  # type: ignore[arg-type]


def when(name: str, *answers: str) -> When:
    return When(name=name, answers=frozenset(answers))


def name_of_person(source: str) -> tuple[Question, ...]:
    return (
        text("voornamen", "Voornamen", source, help="Zoals op het identiteitsbewijs.", longest=150),
        text("achternaam", "Achternaam", source, longest=150),
        text(
            "geboortenaam", "Achternaam bij geboorte, als die anders is", source, required=False, longest=150
        ),
        text("geboortedatum", "Geboortedatum", source, kind=Kind.DAY, past=True),
    )


def address(source: str) -> tuple[Question, ...]:
    return (
        text("straat", "Straat en huisnummer", source, longest=150),
        text("postcode", "Postcode", source, kind=Kind.POSTCODE, longest=20),
        text("plaats", "Plaats", source, longest=100),
        text("land", "Land, als het niet Nederland is", source, required=False, longest=60),
    )


def identity(source: str) -> tuple[Question, ...]:
    return (
        Question(
            name="id_soort",
            label="Soort identiteitsbewijs",
            source=source,
            kind=Kind.CHOICE,
            choices=ID_KINDS,
        ),
        text("id_nummer", "Nummer van het identiteitsbewijs", source, longest=30, personal=True),
    )
