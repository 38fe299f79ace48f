"""`keurmerk termijn`: compute terms from a file of facts, exactly as the contract says."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from keurmerk.cli.output import as_json, tell_problems
from keurmerk.intake.problems import Problem
from rulebook.terms.answering import Answer, Misplaced, answer, refused
from rulebook.terms.document import read_document
from rulebook.terms.term import Fault, FaultCode, TermError

TABLE = "termijn"
STANDARD_INPUT = "-"
MOST_BYTES = 64 * 1024 * 1024


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "bestand", metavar="BESTAND.json", help="JSON met één object of een lijst; - leest de standaardinvoer"
    )


def run(arguments: Namespace, parser: ArgumentParser) -> int:  # noqa: ARG001 (every command has this shape)
    found = answer_file(arguments.bestand)
    if found.faults:
        tell_problems([_problem(each) for each in found.faults], json_wanted=True)
        return 1
    sys.stdout.write(as_json(found.as_json()))
    return 0


def answer_file(name: str) -> Answer:
    try:
        return answer(read_document(_content(name)))
    except TermError as error:
        return refused(*error.faults)


def _content(name: str) -> bytes:
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _unread(f"het bestand {name} bestaat niet") from None
    except (OSError, ValueError):
        raise _unread(f"{name} kan niet gelezen worden; noem een bestand dat u mag lezen") from None
    if len(data) > MOST_BYTES:
        raise _unread(
            f"het bestand is groter dan {MOST_BYTES // 1024 // 1024} MB; verdeel het over meer bestanden"
        )
    return data


def _unread(text: str) -> TermError:
    return TermError(Fault(None, text, FaultCode.MALFORMED))


def _problem(misplaced: Misplaced) -> Problem:
    fault = misplaced.fault
    return Problem(TABLE, misplaced.row, fault.column, fault.value, fault.text)
