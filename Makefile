# What the archive's people type. `make` alone lists it.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
SEEDS ?= seeds
SIZE ?= 30000
GROWTH ?=
BENCH ?=
export HOST PORT

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard articles/locale/*/LC_MESSAGES/django.po))

.PHONY: help setup run admin test lint browser checker bench clean

help:
	@echo "make run     serve the archive on http://$(HOST):$(PORT) (HOST=, PORT=; SEEDS= for no samples)"
	@echo "make admin   make an editor's account"
	@echo "make test    run all tests, those in a browser included (HYPOTHESIS_PROFILE=thorough: twenty times the examples)"
	@echo "make setup   make the environment in .venv, nothing else"
	@echo "make lint    check the form of the code"
	@echo "make bench   measure indexing, searching and serving, other engines too (SIZE=articles, GROWTH=1, BENCH=options)"
	@echo "make clean   remove .venv (the archive's data in data/ stays)"

setup: .venv/ready $(CATALOGUES)

run: setup
	@$(MANAGE) prepare_archive $(SEEDS)
	@exec $(BIN)/gunicorn --config python:newsarchive.server newsarchive.wsgi

admin: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser

test: setup .venv/ready-for-tests browser checker lint
	$(BIN)/pytest

lint: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Chromium from Debian's packages where this is root on Debian, else Playwright's own; without either the tests that
# need a browser are skipped, and say so.
browser: .venv/ready-for-tests
	@command -v chromium > /dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null \
	       && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium > /dev/null; } \
	  || $(BIN)/playwright install chromium \
	  || echo "No browser can be had here: the browser tests will be skipped."

# The Nu Html Checker (32 MB, run by Java); without npm or Java the test of the pages' markup is skipped, and says so.
checker: .venv/ready-for-tests
	@test -d .venv/vnu/node_modules || ! { command -v java && command -v npm; } > /dev/null \
	  || npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix .venv/vnu vnu-jar@26.9.27 \
	  || echo "The HTML checker cannot be had here: its test will be skipped."

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The archive needs Python 3.11 or later.")'
	@echo "Making the environment in .venv…"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/ready-for-tests: .venv/ready tests/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@

# Other engines to measure beside ours. What cannot be had is passed over, and the tables say so.
.venv/ready-for-bench: .venv/ready benchmarks/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt \
	  && touch $@ || echo "Not all of benchmarks/requirements.txt can be had here: what needs it is skipped."

# GROWTH=1 adds 10,000, 30,000 and 100,000 articles; BENCH="--write docs/benchmarks.md" puts the tables into the docs.
bench: setup .venv/ready-for-bench
	@exec $(BIN)/python benchmarks/search.py --size $(SIZE) $(if $(GROWTH),--growth) \
	  --as-made='SIZE=$(SIZE)$(if $(GROWTH), GROWTH=1)$(if $(BENCH), BENCH="$(BENCH)")' $(BENCH)

%.mo: %.po .venv/ready
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

clean:
	rm -rf .venv $(CATALOGUES)
