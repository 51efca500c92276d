# Two commands: `make run` opens the app, `make test` proves it. Both do all the set-up they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test lint schema samples benchmarks gallery clean

run: $(VENV)/run-ready
	$(BIN)/python -m streamlit run app.py

test: $(VENV)/test-ready lint
	$(BIN)/python -m tests.e2e.browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --line-length 110 .
	$(BIN)/python -m alignment_model theme --all

samples: $(VENV)/run-ready
	$(BIN)/python -m alignment_model.sample.write

gallery: $(VENV)/test-ready
	$(BIN)/python -m tests.e2e.browser
	$(BIN)/python -m tests.e2e.gallery

$(VENV)/run-ready: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "Python 3.11 or newer is needed. Say which one: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.txt
	touch $@

$(VENV)/test-ready: $(VENV)/run-ready requirements-dev.txt requirements-oracles.txt
	$(PIP) -r requirements-dev.txt
	$(PIP) --no-deps -r requirements-oracles.txt
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
