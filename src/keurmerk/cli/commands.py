"""The commands: a module each, loaded when it is chosen. A new command is one line here."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast


class Module(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, arguments: Namespace, parser: ArgumentParser) -> int: ...


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    summary: str
    module: str

    def load(self) -> Module:
        return cast("Module", import_module(self.module))


COMMANDS = (
    Command("beoordeel", "beoordeelt een dossier over één Meetperiode", "keurmerk.cli.judge"),
    Command("sjabloon", "schrijft een lege werkmap om in te vullen", "keurmerk.cli.template"),
    Command("normen", "toont alle normen van het handboek", "keurmerk.cli.norms"),
    Command("verify", "rekent een ontvangstbewijs na", "keurmerk.cli.verify"),
    Command("termijn", "berekent termijnen en zegt waarom", "keurmerk.cli.terms"),
    Command("demo-dossier", "schrijft het dossier van een verzonnen school", "keurmerk.cli.demo_dossier"),
    Command("journal", "controleert het journaal", "keurmerk.cli.journal"),
)


def find(name: str) -> Command:
    return next(command for command in COMMANDS if command.name == name)
