"""Print every ratio against its floor and write them to bench-results.json.

`--tenfold` adds the run over ten countries, which takes minutes.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

# One school is too small to share between threads; set before polars is loaded.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import country, journal, letter, one_school, page, persons, terms, worklist
from benchmarks.measure import Ratio

RESULTS = Path("bench-results.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenfold", action="store_true")
    tenfold = parser.parse_args().tenfold
    ratios = []
    for ratio in measured(tenfold=tenfold):
        print(ratio.line(), flush=True)
        ratios.append(ratio.as_json())
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    RESULTS.write_text(json.dumps({"machine": machine, "ratios": ratios}, indent=2) + "\n")
    print(f"written to {RESULTS}")


def measured(*, tenfold: bool) -> Iterator[Ratio]:
    yield from one_school.run()
    yield from page.run()
    yield from worklist.run()
    yield from persons.run()
    yield from terms.run()
    yield from letter.run()
    yield from journal.run()
    yield from country.run(tenfold=tenfold)


if __name__ == "__main__":
    main()
