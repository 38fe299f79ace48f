"""Names as they can be compared: Latin letters, no accents, and a skeleton of what they sound like.

The skeleton lets Mohamed, Muhammad and محمد meet, and Bakker and Backer: it drops vowels and weak letters and
puts letters together that are often written for one another. It finds; `matching` judges.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

PREFIXES = frozenset(
    (
        "van",
        "de",
        "der",
        "den",
        "het",
        "te",
        "ten",
        "ter",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "abu",
        "von",
        "la",
    )
)
LEGAL_FORMS = frozenset(
    ("bv", "nv", "vof", "stichting", "holding", "beheer", "cv", "cooperatie", "ua", "maatschap")
)
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"tsj|tch|tsh"), "h"),
    (re.compile(r"sch|sh|sj|zh|zj"), "s"),
    (re.compile(r"ch|gh|kh|dj"), "h"),
    (re.compile(r"ck|[cqk]"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[zs]"), "s"),
    (re.compile(r"[td]"), "t"),
    (re.compile(r"[vfw]"), "f"),
    (re.compile(r"[pb]"), "b"),
)
_DOUBLED = re.compile(r"(.)\1+")
_WEAK = re.compile(r"[aeiouyjh'`]")
_ABBREVIATED = re.compile(r"\b([a-z])\.(?=[a-z]\b)")


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """In lower-case Latin letters without accents, marks or double spaces."""
    plain = anyascii(unicodedata.normalize("NFC", text)).lower()
    plain = _ABBREVIATED.sub(r"\1", plain.replace("b.v", "bv").replace("n.v", "nv"))
    return " ".join(re.sub(r"[^a-z0-9' ]", " ", plain).replace("'", "").split())


def words_of(text: str) -> tuple[str, ...]:
    """The words that tell names apart: prefixes and legal forms left out, unless nothing else is left."""
    every = latin(text).split()
    telling = [word for word in every if word not in PREFIXES and word not in LEGAL_FORMS]
    return tuple(telling or every)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What a word sounds like; of a word of weak letters only, the word itself."""
    sound = _DOUBLED.sub(r"\1", word)
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return _DOUBLED.sub(r"\1", _WEAK.sub("", sound)) or word


def is_latin(text: str) -> bool:
    """Whether every letter is of the Latin script."""
    return all("LATIN" in unicodedata.name(each, "") for each in text if each.isalpha())


def plain_postcode(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def plain_iban(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())
