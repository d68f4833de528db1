# `make run`: install and read the sample reports. `make test`: all tests. `make check`: style, types, architecture, ontology.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SITUATE := $(BIN)/situate

.PHONY: run test check format figures clean

run: $(VENV)/installed
	@rm -rf situate.db situate.db-wal situate.db-shm situate.db.archive situation.html
	$(BIN)/python -m situate.samples | tr '\n' '\0' | xargs -0 $(SITUATE) read
	$(SITUATE) events
	$(SITUATE) situation
	$(SITUATE) export html -o situation.html

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -q

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m situate.ontology.lint

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "situate needs Python 3.11 or newer; name it: make run PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml hatch_build.py
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf $(VENV) situate.db situate.db-wal situate.db-shm situate.db.archive situation.html
