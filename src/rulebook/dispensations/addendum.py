"""The four temporary measures of the addendum on the shortage of NT2 teachers (note 9 at norm 1.7.1).

They ran from 1 January 2023 to 1 January 2025 at most, several at once were allowed, and each had to be
announced by mail beforehand. The handbook of 2025 still points to the addendum, so they stay as data: over a
measuring period within those days they can count, but nobody can ask them any more.
"""

from datetime import date

from rulebook.dispensations.kinds import About, Code, Condition, Effect, Evidence, Kind, Nature
from rulebook.dispensations.lasting import SCHEME

NOTE_9 = "Addendum tekort NT2-docenten, noot 9 bij Norm 1.7.1"
FROM, UNTIL = date(2023, 1, 1), date(2025, 1, 1)
SHORTAGE = Condition("tekort", "De school kan door het tekort aan docenten niet aan de Norm voldoen.", NOTE_9)
ANNOUNCED = Condition("gemeld", "De school meldde het gebruik vooraf per e-mail.", NOTE_9)
MAIL = Evidence("melding", "De e-mail waarmee u het vooraf meldde")


def _measure(  # noqa: PLR0913 - one line of the addendum each
    code: Code,
    title: str,
    summary: str,
    *,
    norm: str,
    about: About,
    effect: Effect,
    sentence: str,
    conditions: tuple[Condition, ...],
    evidence: tuple[Evidence, ...] = (),
) -> Kind:
    return Kind(
        code=code,
        title=title,
        summary=summary,
        source=NOTE_9,
        nature=Nature.EXCEPTION,
        about=about,
        norms=(norm,),
        effects=(effect,),
        effect_sentence=sentence,
        judged_by=SCHEME,
        conditions=(SHORTAGE, ANNOUNCED, *conditions),
        evidence=(MAIL, *evidence),
        in_force_from=FROM,
        in_force_until=UNTIL,
    )


ADDENDUM: tuple[Kind, ...] = (
    _measure(
        Code.ADDENDUM_TRAINEE,
        "Addendum: stagiair telt mee",
        "Een docent in opleiding telde tijdelijk mee voor de 80%.",
        norm="1.7.1.a",
        about=About.TEACHER,
        effect=Effect.COUNTS,
        sentence="De lessen van de stagiair telden mee voor de 80% van Norm 1.7.1.a.",
        conditions=(Condition("opleiding", "De docent volgde de opleiding tot NT2-docent.", NOTE_9),),
        evidence=(Evidence("opleiding", "Bewijs van inschrijving bij de opleiding"),),
    ),
    _measure(
        Code.ADDENDUM_EXPERIENCED,
        "Addendum: groepen van een ervaren docent zonder certificaat",
        "Groepen van een ervaren docent zonder certificaat telden tijdelijk mee voor de 80%.",
        norm="1.7.1.a",
        about=About.TEACHER,
        effect=Effect.COUNTS,
        sentence="De lessen van de ervaren docent telden mee voor de 80% van Norm 1.7.1.a.",
        conditions=(Condition("ervaring", "De docent had ruime ervaring met NT2-onderwijs.", NOTE_9),),
        evidence=(Evidence("cv", "Het cv van de docent"),),
    ),
    _measure(
        Code.ADDENDUM_DELAY,
        "Addendum: uitstel met een personeelsplan",
        "De school kreeg tijdelijk uitstel om de 80% te halen, met een plan voor het personeel.",
        norm="1.7.1.a",
        about=About.SCHOOL,
        effect=Effect.NOT_APPLIED,
        sentence="De 80% van Norm 1.7.1.a gold niet zolang het uitstel duurde.",
        conditions=(Condition("plan", "De school voerde een plan uit om docenten te vinden.", NOTE_9),),
        evidence=(Evidence("plan", "Het personeelsplan"),),
    ),
    _measure(
        Code.ADDENDUM_GROUPS,
        "Addendum: soepeler groepsgrootte",
        "De groepen mochten tijdelijk groter zijn.",
        norm="2.2",
        about=About.COURSE,
        effect=Effect.COUNTS,
        sentence="Lessen aan deze grotere groepen golden niet als lessen aan een te grote groep.",
        conditions=(Condition("kwaliteit", "De school bewaakte de kwaliteit van de lessen.", NOTE_9),),
    ),
)
