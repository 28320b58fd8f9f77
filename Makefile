# make chat   talk to NET Guide          make test   run the tests
# make serve  start the chat service     make check  check the content
# make test-rasa  run them inside a real Rasa (needs Python 3.10)
# make test-release  install the package in empty environments, on each Python there is
# make wheel  build the package, with what a first start would build in it
# make setup  build all of .venv (the others build what they need of it by themselves)

PYTHON ?= python3
BIN := .venv/bin
# What of .venv is there: what talking takes, what running takes, and everything.
TALKS := .venv/.talks
RUNS := .venv/.runs
READY := .venv/.ready

NPM_READY := tests/browser/node_modules/.ready

.PHONY: setup chat wheel serve test test-content test-release widget pictures browser lint check voters bench mutants lock sbom

# Compiling what is never imported takes a quarter of the time and of the disk.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-compile

setup: $(READY)

$(TALKS): requirements-chat.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "NET Guide needs Python 3.11 or later; try: make chat PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements-chat.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(RUNS): requirements-run.lock $(TALKS)
	$(INSTALL) --require-hashes -r requirements-run.lock
	touch $@

$(READY): requirements.lock $(TALKS)
	$(INSTALL) --require-hashes -r requirements.lock
	touch $(RUNS) $@

chat: $(TALKS)
	@$(BIN)/net-guide chat

serve: $(RUNS)
	@$(BIN)/net-guide serve

# Tests start several hundred processes; what one compiles the next one finds, and not beside the code.
test test-content test-rasa pictures: export PYTHONDONTWRITEBYTECODE :=
test test-content test-rasa pictures: export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/.bytecode

# Two processes share the tests (`tests/sharing.py`). `make test PROCESSES=0` has one.
PROCESSES ?= 2
SHARED := -n $(PROCESSES) --no-loadscope-reorder
test: setup browser
	$(BIN)/python -m pytest $(SHARED)

# What holds for any content, on that of a folder, and its own conversations.
test-content: setup
	$(if $(CONTENT),,$(error name a content folder: make test-content CONTENT=DIR))
	$(BIN)/python -m pytest --content $(CONTENT)

# The package as somebody installs it who has no checkout; takes some minutes for each Python.
test-release: setup
	NET_GUIDE_RELEASE=1 $(BIN)/python -m pytest tests/release

# What browsers get of the chat widget, from its modules.
widget: setup browser
	$(BIN)/python -m tools.widget

# A picture of every state of the chat widget, in tests/browser/artefacts, to be looked at.
pictures: export NET_GUIDE_PICTURES := 1
pictures: setup browser
	$(BIN)/python -m pytest tests/browser

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
	$(BIN)/python -m tools.points

# Faults put into the safety path on purpose, against all conversations.
mutants: setup
	$(BIN)/python -m tests.mutants

bench: setup
	$(BIN)/python -m benchmarks

# Three locks that agree: for developing, for running (images), and for talking.
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock: setup
	$(INSTALL) pip-tools
	$(LOCK) --extra all --extra checkout --extra dev --output-file requirements.lock pyproject.toml
	$(LOCK) --constraint requirements.lock --extra all --output-file requirements-run.lock pyproject.toml
	$(LOCK) --constraint requirements.lock --extra checkout --output-file requirements-chat.lock pyproject.toml

# What the image holds, as a bill of materials (CycloneDX).
sbom: setup
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements-run.lock --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o dist/net-guide.cdx.json
