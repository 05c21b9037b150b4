# make run    install what is needed and compile the responses in corpus/
# make test   run the whole suite
# make help   everything else

PYTHON ?= python3
VENV   ?= .venv
CORPUS ?= corpus
OUT    ?= reports

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# A stamp says what is installed; a second call does no work until a lock file has changed.
CREATED := $(VENV)/.created
RUN     := $(VENV)/.run-installed
DEV     := $(VENV)/.dev-installed

.PHONY: help run test lint format lock train clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /:	/'

run: $(RUN)  ## compile the responses in CORPUS (corpus) into OUT (reports)
	@$(BIN)/remissnlp run $(CORPUS) --out $(OUT)

test: $(DEV) lint  ## lint, check types and run every test
	$(BIN)/python -m pytest -n 2

lint: $(DEV)  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV)  ## mend what ruff can mend by itself
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(CREATED)  ## resolve pyproject.toml anew into requirements/*.lock (with Python 3.11)
	$(BIN)/python requirements/lock.py

train: $(DEV)  ## train the embedded model again: make train TEXT="folder or files" SORTED=file
	@test -n "$(TEXT)" || { echo "Say where the text is: make train TEXT=folder"; exit 2; }
	$(BIN)/remissnlp train-encoder $(TEXT) --out models/remiss-sv-static $(if $(ABOUT),--about $(ABOUT)) \
	  $(if $(SORTED),--sorted $(SORTED))

clean:  ## remove what can be made again, but no report
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(CREATED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  found=$$($(PYTHON) --version 2>&1) || found="inte installerad"; \
	  echo "remissnlp behöver Python 3.11 eller senare, men $(PYTHON) är $$found."; \
	  echo "Installera en nyare Python, eller ange en som finns: make PYTHON=python3.12 $(MAKECMDGOALS)"; \
	  exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python saknar modulen venv; på Debian och Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(RUN): requirements/run.lock pyproject.toml | $(CREATED)
	@echo "Installerar det som behövs i $(VENV) ..."
	@$(PIP) --requirement requirements/run.lock
	@$(PIP) --no-deps --editable .
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	@echo "Installerar det som testerna behöver i $(VENV) ..."
	@$(PIP) --requirement requirements/dev.lock
	@touch $@
