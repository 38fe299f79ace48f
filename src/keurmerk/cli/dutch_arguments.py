"""argparse in Dutch: its own words for wrong use and help are English."""

import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any, NoReturn

WRONG_USE = 2
PHRASES = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt: \1"),
    (r"unrecognized arguments: (.*)", r"onbekend: \1"),
    (
        r"argument (.*): invalid choice: (.*?) \(.*?choose from (.*)\)",
        r"\1: \2 bestaat niet; kies uit \3",
    ),
    (r"argument (.*): expected one argument", r"na \1 hoort een waarde"),
    (r"argument (.*): ignored explicit argument (.*)", r"bij \1 hoort geen waarde (\2)"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 is niet duidelijk; bedoelt u \2?"),
    (r"argument ([^:]*): (.*)", r"\1: \2"),
)


class DutchParser(ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=RawDescriptionHelpFormatter, **options
        )
        self.add_argument("-h", "--help", action="help", help="toont deze uitleg")
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command in Dutch, and stop with the status for wrong use."""
        sys.stderr.write(f"{self.format_usage()}{self.prog}: {in_dutch(message)}\n")
        sys.exit(WRONG_USE)


def in_dutch(message: str) -> str:
    for english, dutch in PHRASES:
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            return found.expand(dutch)
    return message
