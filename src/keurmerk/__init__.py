"""The platform: Django apps in layers, and the command line."""

import os

# One school is too small to share between threads: handing the pieces round takes longer than the work, and
# the web processes and the worker stand in each other's way. polars reads this once, when it is loaded; every
# way in (web server, worker, command line) comes past here before that.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
