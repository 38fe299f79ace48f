# Everything one does with this project. Needs make and any Python 3; tools/bootstrap.py finds the right one.

ANY_PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python; do command -v $$name && break; done)
IN_VENV := .venv/bin/python

.PHONY: help setup setup-dev demo demo-reset test check format proof bench docs lock

help:
	@echo "make setup       .venv with the command .venv/bin/keurmerk"
	@echo "make demo        the whole product on http://localhost:8000 (PORT=… for another port)"
	@echo "make demo-reset  the same, starting over with fresh data"
	@echo "make test        make check and all tests, within ten minutes"
	@echo "make check       style, types, import contracts, migrations, templates"
	@echo "make format      puts style right where a tool can"
	@echo "make proof       the long tests: full differential, fuzz and kill counts"
	@echo "make bench       speed against floors of the same run"
	@echo "make docs        docs/reference and docs/pictures again, from schema, letters and lifecycle"
	@echo "make lock        requirements/*.lock again, from pyproject.toml"

setup:
	@$(call bootstrap)

setup-dev:
	@$(call bootstrap,--dev)

demo: setup
	@exec $(IN_VENV) tools/demo.py

demo-reset: setup
	@exec $(IN_VENV) tools/demo.py --reset

test: setup-dev
	@exec $(IN_VENV) tools/run_tests.py

check: setup-dev
	@exec $(IN_VENV) tools/check.py

format: setup-dev
	@$(IN_VENV) -m ruff check --fix-only --quiet .
	@$(IN_VENV) -m ruff format .

proof: setup-dev
	@exec $(IN_VENV) tools/run_tests.py --proof

bench: setup-dev
	@exec $(IN_VENV) tools/bench.py

docs: setup-dev
	@$(IN_VENV) -m keurmerk.intake.reference > docs/reference/dossier.md
	@$(IN_VENV) -m keurmerk.letters.reference > docs/reference/letters.md
	@$(IN_VENV) -m keurmerk.applications.reference > docs/reference/application.md
	@$(IN_VENV) tools/lifecycle_docs.py

lock: setup-dev
	@exec $(IN_VENV) tools/lock.py

define bootstrap
test -n "$(ANY_PYTHON)" || { echo "keurmerk: no python3 on PATH; install Python 3.12 or newer and try again"; exit 1; }; \
	exec "$(ANY_PYTHON)" tools/bootstrap.py $(1)
endef
