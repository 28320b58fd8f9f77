# make chat   talk to NET Guide          make test   run the tests
# make setup  build .venv (chat and test do it by themselves when needed)

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup chat test lint check bench lock

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "NET Guide needs Python 3.11 or later; try: make setup PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

chat: setup
	@$(BIN)/net-guide chat

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: setup
	$(BIN)/net-guide check

bench: setup
	$(BIN)/python -m benchmarks

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe \
	  --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --output-file requirements.lock pyproject.toml
