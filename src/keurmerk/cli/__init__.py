"""The command `keurmerk`."""

import os
import sys
from collections.abc import Sequence

from keurmerk.cli.commands import COMMANDS, find
from keurmerk.cli.dutch_arguments import DutchParser

BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the input is at fault, 2 wrong use."""
    speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return run(arguments)
    except BrokenPipeError:
        # the reader has left; what Python would still flush has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        sys.stderr.write("Afgebroken.\n")
        return 130


def run(arguments: list[str]) -> int:
    """Load only the module of the chosen command: starting must stay quick."""
    parser = DutchParser(prog="keurmerk", description="Keurmerk: het handboek van Blik op Werk, uitvoerbaar.")
    parser.add_argument("opdracht", metavar="OPDRACHT", choices=[command.name for command in COMMANDS])
    parser.epilog = "opdrachten:\n" + "\n".join(f"  {each.name:<14}{each.summary}" for each in COMMANDS)
    chosen = parser.parse_args(arguments[:1])
    command = find(chosen.opdracht)
    module = command.load()
    own = DutchParser(prog=f"keurmerk {command.name}", description=command.summary)
    module.add_arguments(own)
    return module.run(own.parse_args(arguments[1:]), own)


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's settings claim: names have accents."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
