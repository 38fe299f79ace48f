"""Receipts are made and checked where there is no database."""

import subprocess
import sys


def test_receipts_need_no_django():
    code = "import sys, keurmerk.assessments.verification; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
