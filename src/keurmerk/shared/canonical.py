"""One text for one value: what is hashed must not depend on order, spacing or how a letter was composed."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

type Json = str | int | bool | Mapping[str, Json] | Sequence[Json] | None


def canonical_json(value: Json) -> str:
    """Sorted keys, no spaces, composed letters, and no floats: 0.1 has no single text."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Json) -> Json:
    match value:
        case None | bool() | int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case Mapping():
            return {_key(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical text; give a string or a whole number")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError("a key must be a string")
    return unicodedata.normalize("NFC", key)
