# Two commands: `make demo` and `make test`. Each does all its own set-up.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo

.PHONY: demo test check docs bench clean

demo: $(VENV)/.ready
	$(BIN)/playbook demo $(DEMO)

test: $(VENV)/.ready-dev
	bash tests/browser/install_chromium.sh
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/playbook lint
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir build/docs

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	bash tests/create_environment.sh $(PYTHON) $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build dist demo
