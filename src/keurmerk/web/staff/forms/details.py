"""What one kind of letter asks beside the rest."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django import forms

from rulebook.lifecycle.pieces import DecisionKind


class DetailsForm(forms.Form):
    def __init__(
        self, data: Any = None, *, kind: DecisionKind, event: StrEnum, stored: Mapping[str, Any]
    ) -> None:
        super().__init__(data, prefix="brief")
        self.kind, self.event, self.stored = kind, event, stored

    @property
    def values(self) -> dict[str, Any]:
        return dict(self.stored)
