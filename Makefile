# Two commands do everything on a fresh machine: `make serve` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# stamp files: newer than the files from which something was installed
SETUP := $(VENV)/setup.stamp
TESTS := $(VENV)/tests.stamp
CHECKS := $(VENV)/checks.stamp
DOCS := $(VENV)/docs.stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

# keep compiled modules even where the environment says not to: the tests start hundreds of processes
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup serve test check fix bench chaos coverage docs gallery wheels clean

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(SETUP)  ## create .venv with limner, and build its art

serve: $(SETUP)  ## start the server on 127.0.0.1:8000
	@$(BIN)/limner serve

test: $(TESTS)  ## run the tests, on all cores
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not cluster"
	@$(BIN)/python -m pytest -m cluster

check: $(CHECKS)  ## lint, type-check, and check who imports whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_layers.py

fix: $(CHECKS)  ## format the code and apply automatic fixes
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(TESTS)  ## run the benchmarks
	@$(BIN)/python benchmarks/bench.py

chaos: $(TESTS)  ## send 10,000 mixed requests while workers, disk, PostgreSQL and Redis fail, and check what holds
	@$(BIN)/python benchmarks/chaos.py

coverage: $(TESTS)  ## measure how completely 450 prompts are read
	@$(BIN)/python benchmarks/coverage.py

docs: $(DOCS)  ## build the documentation in site/
	@$(BIN)/python docs/generate.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	@echo "Open site/index.html"

gallery: $(TESTS)  ## draw the contact sheets
	@$(BIN)/python benchmarks/gallery.py docs/gallery/sheets

wheels: $(SETUP)  ## build the wheels of limner and limner-illustrator in dist/
	@$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist ./illustrator .

clean:  ## remove what was built and installed
	rm -rf $(VENV) dist site src/limner/data tokenizer/node_modules illustrator/src/limner_illustrator/data illustrator/assets/node_modules

DRAWS := illustrator/src/limner_illustrator
ART := $(wildcard illustrator/assets/*.py illustrator/assets/*.json $(DRAWS)/catalog/icons/*.py $(DRAWS)/subjects/objects/*.py \
	$(DRAWS)/subjects/people/*.py) $(DRAWS)/language/undrawn.txt $(DRAWS)/language/dictionary.txt

$(SETUP): pyproject.toml illustrator/pyproject.toml constraints.txt $(wildcard tokenizer/*.py tokenizer/*.json) $(ART)
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Install it (Debian: apt-get install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Limner needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. Install it (Debian: apt-get install python3-venv)."; exit 1; }
	@command -v npm >/dev/null || { echo "npm is missing: Limner's art is fetched with it. Install it (Debian: apt-get install npm)."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --upgrade pip
	@echo "Installing Limner and building its art; the first time this takes a minute or two."
	@$(PIP) --editable illustrator --editable '.[illustrator,services]'
	@$(BIN)/python -c 'import skia' 2>/dev/null || { echo "libGL or libEGL is missing: the drawing library needs them. Install them (Debian: apt-get install libgl1 libegl1)."; exit 1; }
	@touch $@

$(TESTS): $(SETUP) tests/docs/node/package-lock.json
	@$(PIP) --group test
	@npm ci --silent --prefix tests/docs/node
	@touch $@

$(CHECKS): $(TESTS)
	@$(PIP) --group check
	@touch $@

$(DOCS): $(SETUP)
	@$(PIP) --group docs
	@touch $@
