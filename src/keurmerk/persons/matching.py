"""How alike two records are: a score of 0 to 100 with the reasons in Dutch. Knows no database."""

from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from keurmerk.persons.names import is_latin, latin, plain_iban, plain_postcode, skeleton, words_of

SAME = 100
ALARM = 70
"""From here on a match is put before staff as a lead; below it the search page shows it only."""
ENOUGH = 80
"""From here on one part of a name is taken for another way to write it."""
MISSING_PENALTY = 35
COMPANIONS = 15
PART_OF_NAME = 75


@dataclass(frozen=True)
class Likeness:
    score: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """What is compared of a record. Addresses as (postcode, number), plain; names as typed."""

    natural: bool
    names: tuple[str, ...]
    """Of an organisation: its name and trade names. Of a person: the whole name, other writings after it."""
    first: str = ""
    last: tuple[str, ...] = ()
    birth_date: date | None = None
    kvk_number: str = ""
    register_number: str = ""
    addresses: frozenset[tuple[str, str]] = frozenset()
    ibans: frozenset[str] = frozenset()
    care_of: tuple[str, ...] = ()


def address_key(postcode: str, number: str, addition: str = "") -> tuple[str, str] | None:
    plain = plain_postcode(postcode)
    house = plain_postcode(f"{number}{addition}")
    return (plain, house) if plain and house else None


def compare(one: Card, other: Card) -> Likeness:
    """How likely it is that both are the same person or organisation."""
    if one.natural != other.natural:
        return Likeness(0)
    return _people(one, other) if one.natural else _organisations(one, other)


def name_likeness(one: Card, other: Card) -> tuple[int, str]:
    """How alike the names alone are, for a search: 0 to 100, and why."""
    if not one.natural:
        best = max((_body_name(mine, theirs) for mine in one.names for theirs in other.names), default=0)
        return _whole(best), "naam"
    score, why = _person_names(one, other)
    mine, theirs = words_of(one.names[0]), words_of(" ".join(other.names))
    sounds = {skeleton(word) for word in theirs}
    if mine and {skeleton(word) for word in mine} <= sounds and score < PART_OF_NAME:
        return PART_OF_NAME, "deel van de naam"
    return _whole(score), ", ".join(why)


def _whole(score: int) -> int:
    return SAME if score == 99 else score  # noqa: PLR2004 - the best of the scores below


def shared(one: Card, other: Card) -> tuple[str, ...]:
    """What both have in common without being the same: an account or an address."""
    found = []
    if one.ibans & other.ibans:
        found.append("zelfde bankrekening")
    if one.addresses & other.addresses:
        found.append("zelfde adres (postcode en huisnummer)")
    return tuple(found)


def is_identical(one: Card, other: Card) -> bool:
    """Joined without asking: the same number in the register, or the same name and birth date."""
    if one.natural != other.natural:
        return False
    if not one.natural:
        numbers = one.kvk_number and one.kvk_number == other.kvk_number
        return bool(numbers or (one.register_number and one.register_number == other.register_number))
    dated = one.birth_date is not None and one.birth_date == other.birth_date
    return dated and bool(one.names[0]) and latin(one.names[0]) == latin(other.names[0])


def _people(one: Card, other: Card) -> Likeness:
    name, why = _person_names(one, other)
    if name < ENOUGH:
        return Likeness(0)
    dates, more = _birth_dates(one.birth_date, other.birth_date)
    common = shared(one, other)
    if dates is None:
        # Many people bear one name: another birth date is another person, whatever else is alike.
        return Likeness(0)
    score = name - dates + (COMPANIONS * len(common) if dates else 0)
    if common and dates:
        score = max(score, ALARM)
    identical = is_identical(one, other)
    return Likeness(SAME if identical else max(0, min(99, score)), (*why, *more, *common))


def _person_names(one: Card, other: Card) -> tuple[int, list[str]]:
    """The best of the ways to lay both names beside each other."""
    best = _full(one, other)
    for mine in one.last or ("",):
        for theirs in other.last or ("",):
            straight = min(_part(one.first, other.first), _part(mine, theirs))
            swapped = min(_part(one.first, theirs), _part(mine, other.first))
            if straight > best[0]:
                best = (straight, _spelling(one, other))
            if swapped > best[0]:
                best = (swapped, ["voor- en achternaam omgewisseld", *_spelling(one, other, same_ok=True)])
    return best


def _full(one: Card, other: Card) -> tuple[int, list[str]]:
    if latin(one.names[0]) == latin(other.names[0]):
        return 99, _spelling(one, other)
    return 0, []


def _part(mine: str, theirs: str) -> int:  # noqa: PLR0911 - a ladder, the surest first
    """How alike two parts of a name are. An initial fits the name it begins, but says little."""
    a, b = words_of(mine), words_of(theirs)
    if not a or not b:
        return 0
    if "".join(a) == "".join(b):
        return 99
    sounds, others = _sound(a), _sound(b)
    if sounds == others and len(sounds) > 1:
        return 93
    if a[0][0] == b[0][0] and min(len(a[0]), len(b[0])) == 1:
        return ENOUGH
    if a[0] == b[0] or skeleton(a[0]) == skeleton(b[0]):
        return 88  # one gives more first names than the other
    joined, with_ = "".join(a), "".join(b)
    slips = OSA.distance(joined, with_, score_cutoff=2)
    if slips <= 1 + (min(len(joined), len(with_)) > 7) and min(len(joined), len(with_)) > 3:  # noqa: PLR2004
        return 90 - 3 * slips
    return int(fuzz.ratio(joined, with_) * 0.85)


def _spelling(one: Card, other: Card, *, same_ok: bool = False) -> list[str]:
    mine, theirs = one.names[0], other.names[0]
    if mine.casefold() == theirs.casefold():
        return ["zelfde naam"]
    if is_latin(mine) != is_latin(theirs):
        return ["naam in een ander schrift"]
    if latin(mine) == latin(theirs):
        return ["zelfde naam, andere tekens of accenten"]
    return [] if same_ok and sorted(words_of(mine)) == sorted(words_of(theirs)) else ["naam anders gespeld"]


def _birth_dates(one: date | None, other: date | None) -> tuple[int | None, list[str]]:
    """What a pair of birth dates takes off the score; None when they are of two people."""
    if one is None or other is None:
        return MISSING_PENALTY, ["geboortedatum niet bekend"]
    if one == other:
        return 0, ["zelfde geboortedatum"]
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return 10, ["dag en maand van de geboortedatum omgewisseld"]
    return None, []


def _organisations(one: Card, other: Card) -> Likeness:
    if is_identical(one, other):
        return Likeness(SAME, ("zelfde nummer in het handelsregister",))
    best = max((_body_name(mine, theirs) for mine in one.names for theirs in other.names), default=0)
    common = shared(one, other)
    numbers = bool(one.kvk_number and other.kvk_number)
    if best < ENOUGH:
        return Likeness(0)
    why = ["zelfde naam" if best == 99 else "naam anders gespeld"]  # noqa: PLR2004 - as scored below
    # A number of its own makes it another organisation, unless it is found at the same place.
    penalty = 40 if numbers else 25
    score = best - (0 if common else penalty)
    return Likeness(max(0, min(99, score)), (*why, *common))


def _body_name(mine: str, theirs: str) -> int:
    a, b = words_of(mine), words_of(theirs)
    if "".join(a) == "".join(b):
        return 99
    if sorted(map(skeleton, a)) == sorted(map(skeleton, b)) or _sound(a) == _sound(b):
        return 92
    return int(fuzz.token_sort_ratio(" ".join(a), " ".join(b)) * 0.95)


def _sound(words: tuple[str, ...]) -> str:
    return "".join(skeleton(word) for word in words)


def keys_of(card: Card) -> frozenset[str]:
    """The texts under which a record can be found by another that is like it."""
    found = {f"kvk:{card.kvk_number}" if card.kvk_number else ""}
    found.add(f"reg:{latin(card.register_number)}" if card.register_number else "")
    found |= {f"iban:{plain_iban(each)}" for each in card.ibans}
    found |= {f"adr:{postcode}:{house}" for postcode, house in card.addresses}
    if card.birth_date:
        found.add(f"dob:{card.birth_date:%Y-%m-%d}")
    for name in (*card.names, *card.last, *card.care_of):
        found |= {f"w:{skeleton(word)}" for word in words_of(name)}
    kind = "p" if card.natural else "o"
    for name in card.names:
        sounds = sorted({skeleton(word) for word in words_of(name)})
        found.add(f"{kind}:{' '.join(sounds)}"[:120])
    for last in card.last:
        short = sorted({_sound(words_of(card.first)[:1]), _sound(words_of(last))})
        found.add(f"{kind}:{' '.join(short)}"[:120])
    return frozenset(found - {""})


def narrow_keys(card: Card) -> frozenset[str]:
    """Of those the ones that few share: enough to find a near match without reading half the register."""
    found = {key for key in keys_of(card) if not key.startswith("w:")}
    day = card.birth_date
    if day and day.day <= 12:  # noqa: PLR2004 - a day that can be a month
        found.add(f"dob:{day.year}-{day.day:02}-{day.month:02}")
    return frozenset(found)
