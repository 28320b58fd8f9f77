# make chat   talk to NET Guide          make test   run the tests
# make serve  start the chat service     make check  check the content
# make test-rasa  run them inside a real Rasa (needs Python 3.10)
# make wheel  build the package, with what a first start would build in it
# make setup  build .venv (the others do it by themselves when needed)

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

NPM_READY := tests/browser/node_modules/.ready

.PHONY: setup chat wheel serve test widget browser lint check voters bench mutants lock

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "NET Guide needs Python 3.11 or later; try: make setup PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

chat: setup
	@$(BIN)/net-guide chat

serve: setup
	@$(BIN)/net-guide serve

test: setup browser
	$(BIN)/python -m pytest

# What browsers get of the chat widget, from its modules.
widget: setup browser
	$(BIN)/python -m tools.widget

# What the tests need besides Python: Chromium, Firefox, WebKitGTK, Redis, nginx and some packages of npm.
browser: $(NPM_READY)
	tools/system.sh

$(NPM_READY): tests/browser/package-lock.json
	tools/system.sh
	npm ci --silent --no-audit --no-fund --prefix tests/browser
	touch $@

test-rasa: export NET_GUIDE_RASA ?= $(CURDIR)/.venv-rasa/bin
test-rasa: setup
	$(if $(filter $(CURDIR)/%,$(NET_GUIDE_RASA)),env -u NET_GUIDE_RASA) $(BIN)/python -m tools.rasa_environment
	$(BIN)/python -m pytest tests/rasa -s

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: setup
	$(BIN)/net-guide check

wheel: setup
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Which lines vote, chosen anew from all lines of the content.
voters: setup
	$(BIN)/python -m tools.voters

# Faults put into the safety path on purpose, against all conversations.
mutants: setup
	$(BIN)/python -m tests.mutants

bench: setup
	$(BIN)/python -m benchmarks

# Two locks: what running needs, for images, and that with what building and testing need.
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(LOCK) --extra dev --output-file requirements.lock pyproject.toml
	$(LOCK) --constraint requirements.lock --output-file requirements-run.lock pyproject.toml
