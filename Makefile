# make quiz   sets everything up and makes the first quiz      make test   runs every test
# make lint   style and types                                  make bench  measures
# make clean  removes what was made
#
# Everything lives in .venv; the system's own Python packages are neither used nor touched. PYTHON=python3.12 chooses
# the Python that .venv is made with.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
NAME := the-challenge
QUIZ := out/$(NAME)
MADE := $(QUIZ).apkg $(QUIZ).html $(QUIZ).quiz.yaml
STAMP := out/.$(NAME).made
ifneq ($(words $(wildcard $(MADE))),3)
.PHONY: $(STAMP)
endif

# A virtual environment does not survive a move of its folder: then it is set up again.
ifneq ($(shell cat $(VENV)/.place 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.place
endif

.PHONY: quiz test lint bench clean
.DELETE_ON_ERROR:

quiz: $(STAMP)
	@echo
	@echo "Made of seeds/$(NAME).txt:"
	@echo "  $(QUIZ).apkg       a deck for Anki: File > Import"
	@echo "  $(QUIZ).html       a sheet to print, the answer key on a page of its own"
	@echo "  $(QUIZ).quiz.yaml  the quiz as text: edit it, play it"
	@echo "Play it here:"
	@echo "  $(BIN)/quizgen play $(QUIZ).quiz.yaml"

SOURCES := $(shell find quizgen templates -type f ! -name '*.pyc' 2>/dev/null)

$(STAMP): $(VENV)/.installed seeds/$(NAME).txt $(SOURCES)
	@mkdir -p out
	@$(PY) -m quizgen make seeds/$(NAME).txt $(addprefix -o ,$(MADE)) 2>out/.log || { cat out/.log >&2; exit 1; }
	@rm -f out/.log
	@touch $@

test: $(VENV)/.installed-test
	$(PY) -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: $(VENV)/.installed-test
	$(PY) benchmarks/speed.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache out/* $(STAMP)

$(VENV)/.place:
	@"$(PYTHON)" -c "" 2>/dev/null || { echo "There is no '$(PYTHON)' here. Install Python 3.10 or later, or name one: make PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -c "import sys; sys.exit(sys.version_info < (3, 10))" || { echo "quizgen needs Python 3.10 or later; '$(PYTHON)' is older. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c "import ensurepip, venv" 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@"$(PYTHON)" -m venv $(VENV)
	@$(PIP) "pip>=23"
	@printf '%s\n' "$(CURDIR)" > $@

$(VENV)/.installed: $(VENV)/.place pyproject.toml
	@echo "Installing quizgen into $(VENV) (once, a minute or two) ..."
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-%: $(VENV)/.place pyproject.toml
	@echo "Installing what '$*' needs into $(VENV) (once, some minutes) ..."
	@$(PIP) -e ".[$*]"
	@touch $@ $(VENV)/.installed
