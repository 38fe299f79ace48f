"""A column whose contents nobody reads without the master key: for what somebody tells of persons."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from keurmerk.shared.cipher import Cipher


class SealedJSONField(models.BinaryField):
    """JSON that is sealed on its way to the database. It cannot be searched; keep keys for that beside it."""

    empty_values: Any = (None, b"")
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)

    @property
    def sealed_name(self) -> str:
        """What the contents belong to: a value cannot stand in another table or column."""
        return f"{self.model._meta.label_lower}.{self.name}"  # noqa: SLF001 - Django's own way to a label

    def get_prep_value(self, value: Any) -> bytes | None:
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return Cipher(settings.FILE_KEYS).seal(text.encode(), self.sealed_name)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        sealed = value if prepared else self.get_prep_value(value)
        return None if sealed is None else connection.Database.Binary(sealed)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        if value is None:
            return None
        return json.loads(Cipher(settings.FILE_KEYS).open(bytes(value), self.sealed_name))

    def value_to_string(self, _obj: models.Model) -> str:
        raise ValidationError("what is sealed is not written out")

    def to_python(self, value: Any) -> Any:
        return value
