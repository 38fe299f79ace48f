"""What the commands share in writing: JSON, problems, numbers as the Dutch write them."""

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from keurmerk.intake.problems import Problem

WIDTH_WITHOUT_TERMINAL = 120


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def tell_problems(problems: Sequence[Problem], *, json_wanted: bool) -> None:
    """Put every problem on standard error, a line each, and on standard output as JSON when asked."""
    for problem in problems:
        sys.stderr.write(f"{problem.as_line()}\n")
    if json_wanted:
        sys.stdout.write(as_json({"fouten": [problem.as_json() for problem in problems]}))


def number(value: float | Decimal | None) -> str:
    """Write a number with a comma; none is a dash."""
    return "–" if value is None else f"{value}".replace(".", ",")
