# `make` lists the targets. Each sets up what it needs by itself.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000

export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help
help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

$(VENV)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("expected Python 3.11.5 or newer, found " + sys.version.split()[0] + "; another one: make PYTHON=python3.13 setup") if sys.version_info < (3, 11, 5) else None'
	@$(PYTHON) -m venv $(VENV) || { echo "The module venv is missing (Debian: apt-get install python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.PHONY: setup
setup: $(VENV)/ready  ## Create the virtual environment and install the packages

.PHONY: serve
serve: setup  ## Show the site on this machine, with live reload
	@$(BIN)/python -m helpsite.publishing.serve $(HOST) $(PORT)

.PHONY: build
build: setup  ## Build the site into site/; a failed build leaves the last good one (DEBUG=1 shows tracebacks)
	@DEBUG=$(DEBUG) $(BIN)/python -m helpsite.publishing site

.PHONY: browser
browser: setup
	@.ci/browser

.PHONY: check
check: setup  ## Style, types and every test that needs no browser; within a minute
	@.ci/checks "make check" -m "not browser"

.PHONY: test
test: browser  ## Style, types and all tests, in Chromium and WebKit; within five minutes
	@.ci/checks "make test"

.PHONY: test-all
test-all: browser  ## The same, and browsers look at every page in every form; for the night
	@EVERY_PAGE=1 .ci/checks "make test-all"

.PHONY: bench
bench: browser  ## Measure the build, the charts and the search against a baseline
	@$(BIN)/python -m tests.bench

.PHONY: budget
budget: build browser  ## Print what first views cost, which pages are longest, and sheets of paper; fail over budget
	@$(BIN)/python -m tests.budget site
	@$(BIN)/python -m tests.heights site
	@$(BIN)/python -m tests.printing site

.PHONY: fuzz
fuzz: setup  ## Spoil the content in random ways and print what is told badly: make fuzz SEED=1 COUNT=400
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.fuzz "$(or $(SEED),1)" "$(or $(COUNT),400)"

.PHONY: audit
audit: setup  ## Look for known holes in the pinned packages, where the data can be reached
	@.ci/audit

.PHONY: zensical
zensical: setup  ## Build the English pages with Zensical, Material's successor, and print what is missing
	@[ -d .cache/zensical/zensical ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target .cache/zensical zensical==0.0.73
	@PYTHONPATH=$(CURDIR):$(CURDIR)/hooks:$(CURDIR)/.cache/zensical $(BIN)/python -m tests.bench._zensical en .cache/zensical-en

.PHONY: ways
ways: setup  ## Print the way on of every trouble and outcome until customer service, and every way that ends elsewhere
	@$(BIN)/python -m helpsite.list_ways

.PHONY: stale
stale: setup  ## List pages, entries and sources by the age of their check, the oldest first
	@$(BIN)/python -m helpsite.stale

.PHONY: schemas
schemas: setup  ## Write the JSON Schemas of the data files and the reference in CONTRIBUTING.md from the models
	@$(BIN)/python -m helpsite.schemas

.PHONY: clean
clean:  ## Remove everything that can be made again
	@rm -rf $(VENV) site .site-* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results
