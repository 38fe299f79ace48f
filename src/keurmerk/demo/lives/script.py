"""A fictional small school and its life."""

from collections.abc import Callable
from dataclasses import dataclass

from keurmerk.demo.generator.profile import MARK
from keurmerk.demo.lives.life import Life
from keurmerk.organisations.enums import CertificateKind


@dataclass(frozen=True, slots=True)
class Script:
    """A school without deliveries; its number at the KvK cannot be real."""

    number: int
    short_name: str
    story: str
    play: Callable[[Life], None]

    @property
    def kvk_number(self) -> str:
        return f"9000{self.number:04}"

    @property
    def name(self) -> str:
        return f"Voorbeeldschool {self.short_name} {MARK}"

    @property
    def registered_as(self) -> CertificateKind:
        """Until its certificate says otherwise."""
        return CertificateKind.FIXED_TERM
