# `make` builds the shipped set into output/; `make test` sets up and runs every check; `make help` lists the rest.
# Another Python: make PYTHON=/usr/bin/python3.12 (3.11 or newer; .venv keeps the one it was made with).

PYTHON ?= python3
PYTEST_ARGS ?=

VENV := .venv
BIN  := $(VENV)/bin
PIP  := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Stamps: newer than the lock they were made from, so that a second run has nothing to do.
RUN_READY  := $(VENV)/ready-to-run
TEST_READY := $(VENV)/ready-to-test
NODE_READY := tests/validator/node_modules/.ready
JUDGES     := tools/conformance
AXE_READY    := $(JUDGES)/node_modules/.ready
JARS_READY   := $(JUDGES)/jars/.ready
BROWSER_READY := $(VENV)/browser-ready

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.NOTPARALLEL:

.PHONY: build test conformance check contact-sheet bench schema fonts lock setup setup-test lint format \
        setup-conformance system-build system-test system-conformance clean distclean help

build: setup ## build the shipped set into output/ (the default)
	$(BIN)/python build.py

test: setup-test lint ## set up and run every check: style, types, tests
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

# The judges are proved by planted defects before they are believed.
conformance: setup-conformance build ## build, then judge all of output/ by veraPDF, the Open XML SDK and axe-core
	$(BIN)/python -m pytest $(JUDGES)/tests
	$(BIN)/python -m tools.conformance output

lint: $(TEST_READY) ## style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(TEST_READY) ## put the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: setup ## say what is wrong with the source; writes nothing
	$(BIN)/python build.py check

contact-sheet: setup-test ## every plate in small, side by side
	$(BIN)/python tools/contact_sheet.py

bench: setup-test ## how long the parts of a build take
	$(BIN)/python benchmarks/run.py

# Each is written beside its place and moved there, so that a failure leaves the old one.
schema: setup ## write the JSON Schemas of the source and of themes anew
	$(BIN)/python build.py schema set > content/planchesaet.schema.json.tmp \
	  || { rm -f content/planchesaet.schema.json.tmp; exit 1; }
	mv content/planchesaet.schema.json.tmp content/planchesaet.schema.json
	$(BIN)/python build.py schema theme > templates/theme.schema.json.tmp \
	  || { rm -f templates/theme.schema.json.tmp; exit 1; }
	mv templates/theme.schema.json.tmp templates/theme.schema.json

fonts: setup-test ## build assets/fonts from the npm package (network)
	$(BIN)/python tools/build_fonts.py

# New versions within the bounds of pyproject.toml, for every platform and Python, with hashes and without
# the address of an index. Read the difference, run `make test`, commit both files.
LOCK := .lockenv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --extra serve pyproject.toml
lock: ## refresh requirements.lock and requirements-dev.lock (network)
	test -x .lockenv/bin/uv || { $(PYTHON) -m venv .lockenv && .lockenv/bin/python -m pip --quiet install 'uv>=0.9,<1'; }
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

setup: system-build $(RUN_READY) ## what `make` needs, without building
setup-conformance: setup-test system-conformance $(JARS_READY) ## what `make conformance` needs (Maven Central, npm)
setup-test: system-test $(TEST_READY) $(NODE_READY) $(AXE_READY) $(BROWSER_READY) ## what `make test` needs, without testing

system-build:
	@PYTHON="$(PYTHON)" tools/setup-system.sh build
system-test:
	@PYTHON="$(PYTHON)" tools/setup-system.sh build test
system-conformance:
	@PYTHON="$(PYTHON)" tools/setup-system.sh build test conformance

# A link to a Python that is gone counts as missing, and the environment is made anew.
$(BIN)/python: | system-build
	$(PYTHON) -m venv --clear $(VENV)

$(RUN_READY): requirements.lock | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(TEST_READY): requirements.lock requirements-dev.lock | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $(RUN_READY) $@

$(NODE_READY): tests/validator/package-lock.json tests/validator/package.json | system-test
	cd tests/validator && npm ci --loglevel=error --no-audit --no-fund
	@touch $@

$(AXE_READY): $(JUDGES)/package-lock.json $(JUDGES)/package.json | system-test
	cd $(JUDGES) && npm ci --loglevel=error --no-audit --no-fund
	@touch $@

# The system's Chromium; Ubuntu's is a stub for a snap, so there it is Playwright's own.
$(BROWSER_READY): $(TEST_READY)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || $(BIN)/playwright install --with-deps chromium
	@touch $@

$(JARS_READY): $(JUDGES)/pom.xml | system-conformance
	rm -rf $(JUDGES)/jars
	cd $(JUDGES) && mvn --batch-mode --quiet --strict-checksums dependency:copy-dependencies \
	  || { echo 'conformance: Maven could not fetch veraPDF; is Maven Central (or your mirror of it) in reach?' >&2; exit 1; }
	@touch $@

clean: ## remove what was built, and the caches
	rm -rf output .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

distclean: clean ## remove what was set up, too
	rm -rf $(VENV) .lockenv tests/validator/node_modules $(JUDGES)/node_modules $(JUDGES)/jars

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
