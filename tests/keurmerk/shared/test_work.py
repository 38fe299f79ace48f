"""The worker as a process of its own."""

import os
import signal
import subprocess
import sys


def test_the_worker_stops_when_asked_politely(tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "KEURMERK_HOME": str(tmp_path),
    }
    environment.pop("DATABASE_URL", None)
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "-v", "0"], env=environment, check=True, timeout=120
    )
    worker = subprocess.Popen(
        [sys.executable, "-m", "django", "work", "-v", "2"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    while "Starting worker" not in worker.stderr.readline():
        assert worker.poll() is None
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert "Traceback" not in said
