# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Everything that a checkout needs, from nothing but Python >= 3.11, git and make.
# What has been made is remembered by files (stamps) that depend on what they were made from,
# so that after a pull the next command brings along whatever changed, and nothing else.
#
#   PYTHON=python3.12   another interpreter          PORT=8080   another address for the demonstration
#   WORKERS=0           tests in one process         RESET=1     the demonstration from the start
#   ARGS="-k leru"      more for pytest or bench     UPGRADE=1   newer versions for make lock

MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

WORKERS ?= 2
BIN := .venv/bin
RUNTIME := .venv/stamps/runtime
DEV := .venv/stamps/dev
STATIC := build/static/.collected
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard src/amicorum/locale/*/LC_MESSAGES/django.po))

# Node comes with the environment; its tools look for each other on the path.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export DJANGO_SETTINGS_MODULE := amicorum.site.settings

step = @printf '==> %s\n'
# Files and folders: a folder is newer after a file in it was removed.
everything-in = $(shell find $(1) -not -name '*.swp' -not -path '*/__pycache__*' 2>/dev/null)

.PHONY: help
help: ## List what can be made.
	@printf 'make TARGET, where TARGET is one of\n\n'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-17s %s\n", $$1, $$2 }'
	@printf '\n'; sed -n 's/^#   //p' $(MAKEFILE_LIST)

# --- For everybody -------------------------------------------------------------------------------

.PHONY: demo
demo: setup ## Set up, load the demonstration data, serve on 127.0.0.1:8000 (PORT=, RESET=1).
	@exec $(BIN)/amicorum demo $(if $(PORT),--port $(PORT)) $(if $(RESET),--reset)

.PHONY: setup
setup: $(RUNTIME) $(CATALOGUES) $(STATIC) ## Set up only: environment, front-end assets, translations.

.PHONY: test
test: setup $(DEV) ## Run every test that needs no outside server (ARGS=, WORKERS=).
	$(step) 'Running the tests'
	@$(BIN)/pytest -n $(WORKERS) $(ARGS)

.PHONY: test-postgres
test-postgres: setup $(DEV) ## Run the same tests on a PostgreSQL server started for the purpose.
	$(step) 'Running the tests on PostgreSQL'
	@tools/postgres $(BIN)/pytest -n $(WORKERS) $(ARGS)

.PHONY: check
check: format lint types contracts templates migrations translations ## Everything that must hold before a change lands, then the tests.
	@$(MAKE) --no-print-directory test

.PHONY: bench
bench: setup ## Measure pages, search and imports against a peer in the same run (ARGS=; minutes).
	@$(BIN)/amicorum bench $(ARGS)

.PHONY: clean
clean: ## Remove everything that was made, the demonstration's data too.
	rm -rf .venv node_modules build var .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src -name '*.mo' -delete
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The parts of make check ---------------------------------------------------------------------

.PHONY: format
format: $(DEV) ## Is every Python file formatted? (make fix formats)
	$(step) 'Format'
	@$(BIN)/ruff format --check --quiet

.PHONY: lint
lint: $(DEV) ## Likely mistakes and house idiom in Python.
	$(step) 'Lint'
	@$(BIN)/ruff check --quiet

.PHONY: types
types: $(DEV) ## Types, strictly.
	$(step) 'Types'
	@$(BIN)/mypy

.PHONY: contracts
contracts: $(DEV) ## Which room may import which (.importlinter).
	$(step) 'Import contracts'
	@$(BIN)/lint-imports --no-logo --cache-dir .import_linter_cache

.PHONY: templates
templates: $(DEV) ## Templates.
	$(step) 'Templates'
	@$(BIN)/djlint src --lint --quiet

.PHONY: migrations
migrations: $(DEV) ## Does every change of a model have its migration?
	$(step) 'Migrations'
	@$(BIN)/python -m django makemigrations --check --dry-run

.PHONY: translations
translations: $(DEV) ## Is the Dutch catalogue complete and up to date?
	$(step) 'Translations'
	@$(BIN)/python tools/messages.py check

# --- For developers ------------------------------------------------------------------------------

.PHONY: fix
fix: $(DEV) ## Format, and mend what the linter can mend.
	$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format

.PHONY: messages
messages: $(DEV) ## Bring the Dutch catalogue up to date with the sources.
	@$(BIN)/python tools/messages.py update

LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header --no-annotate \
	--only-binary :all: $(if $(UPGRADE),--upgrade)

.PHONY: lock
lock: $(RUNTIME) ## Write the lock files anew from pyproject.toml and package.json (UPGRADE=1 for newer versions).
	$(LOCK) --output-file requirements.lock
	$(LOCK) --output-file requirements-dev.lock --constraint requirements.lock --extra dev
	$(subst pyproject.toml,--group bootstrap,$(LOCK)) --output-file requirements-uv.lock
	npm install --package-lock-only

# --- How things are made -------------------------------------------------------------------------

.venv/stamps/uv: requirements-uv.lock tools/venv
	$(step) 'Making the virtual environment .venv'
	@tools/venv
	$(step) 'Installing uv, the installer'
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--requirement requirements-uv.lock
	@mkdir -p $(@D) && touch $@

# Where the development tools are installed they stay: both locks agree on what they share, so the
# larger one serves the demonstration as well, and make demo after make test changes nothing.
$(RUNTIME): requirements.lock pyproject.toml .venv/stamps/uv
	$(step) 'Installing what the site runs on'
	@$(BIN)/uv pip sync --require-hashes --only-binary :all: \
		$$(test -e $(DEV) && echo requirements-dev.lock || echo requirements.lock)
	@$(BIN)/uv pip install --quiet --no-deps --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(step) 'Installing the development tools'
	@$(BIN)/uv pip sync --require-hashes --only-binary :all: requirements-dev.lock
	@$(BIN)/uv pip install --quiet --no-deps --editable .
	@touch $@

node_modules/.package-lock.json: package-lock.json package.json .npmrc | $(RUNTIME)
	$(step) 'Fetching the front-end packages'
	@npm ci --no-progress
	@touch $@

build/assets.made: node_modules/.package-lock.json $(call everything-in,tools/frontend assets/css)
	$(step) 'Building the front-end assets'
	@npm run --silent build
	@touch $@

%.mo: %.po | $(RUNTIME)
	$(step) 'Compiling $<'
	@$(BIN)/pybabel --quiet compile --domain django --directory src/amicorum/locale

$(STATIC): build/assets.made $(RUNTIME) $(call everything-in,assets)
	$(step) 'Collecting the static files'
	@$(BIN)/python -m django collectstatic --noinput --verbosity 0
	@touch $@
