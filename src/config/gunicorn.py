"""How the web server runs, in the demo and for real; `gunicorn --config python:config.gunicorn`."""

import os

wsgi_app = "config.wsgi"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_WORKERS", "2"))
# A school on a slow line takes its time to send a workbook; the worker is its own meanwhile.
timeout = 180
loglevel = "warning"
control_socket_disable = True
