import os
import subprocess
import sys

import pytest

COUNT = "; import polars; print(polars.thread_pool_size())"
WAYS_IN = {
    "command line": "from keurmerk.cli import main; import keurmerk.cli.judge",
    "web server and worker": "import config.wsgi",
}


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize(("given", "threads"), [({}, 1), ({"POLARS_MAX_THREADS": "2"}, 2)])
def test_a_school_is_computed_on_one_thread_unless_told_otherwise(way_in, given, threads):
    environment = {name: value for name, value in os.environ.items() if name != "POLARS_MAX_THREADS"}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings.test", **given}
    answer = subprocess.run(
        [sys.executable, "-c", WAYS_IN[way_in] + COUNT],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == str(threads)
