# KAT Journal: `make run` opens the journal, `make test` proves it. Each sets up what it needs first.

# Percent of lines and branches: of the whole package, and of each layer in CORE. 0 switches a floor off.
COVERAGE_FLOOR ?= 90
CORE_FLOOR ?= 100
CORE := domain content storage services export

BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PY := $(BIN)/python
READY := .venv/ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen FONTCONFIG_FILE="$(CURDIR)/packaging/fonts.conf"
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run demo test torture coverage check release format bench pictures lock clean

help: ## say what each command does
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml packaging/setup.sh
	@PYTHON="$(PYTHON)" sh packaging/setup.sh
	@touch $@

setup: $(READY) ## make .venv and see to the system libraries
	@$(PY) packaging/system_packages.py qt screen

run: $(READY) ## open the journal
	@$(PY) packaging/system_packages.py qt screen
	@$(BIN)/kat-journal run $(ARGS)

demo: $(READY) ## open a fictional journal; without a display, write its summary
	@$(PY) packaging/system_packages.py qt screen
	@$(PY) packaging/demo.py

test: $(READY) ## pass every test (ARGS="-k name" passes some)
	@$(PY) packaging/system_packages.py qt tests
	@$(OFFSCREEN) $(PY) -m pytest --cov --cov-report= $(ARGS)
	@$(MAKE) --no-print-directory coverage

torture: $(READY) ## prove that nothing is lost or let in: kills, power cuts, damage, full disks (an hour, as root)
	@$(PY) packaging/system_packages.py qt torture
	@KAT_TORTURE=1 $(OFFSCREEN) $(PY) -m pytest -o faulthandler_timeout=3600 -s tests/torture tests/services/test_simulated_year.py $(ARGS)

coverage: # what the last `make test` reached, against the floors above
	@$(PY) packaging/coverage_floors.py --floor $(COVERAGE_FLOOR) --core-floor $(CORE_FLOOR) $(CORE)

check: $(READY) ## format, lint, types, layers, packs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/kat-journal check-pack resources/packs/*

release: $(READY) ## say whether this commit may be released; reaches no network
	@$(PY) packaging/release_check.py $(ARGS)

format: $(READY) ## put the code in shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY) ## print the performance goals as ratios
	@$(PY) packaging/system_packages.py qt tests
	@$(OFFSCREEN) $(PY) -m tests.benchmarks $(ARGS)

pictures: $(READY) ## draw docs/images and write docs/example anew from the fictional journal
	@$(PY) packaging/system_packages.py qt
	@$(PY) packaging/example.py
	@$(PY) packaging/pictures.py

lock: $(READY) ## write requirements.lock anew (needs uv)
	@command -v uv >/dev/null || [ -x $(BIN)/uv ] || { echo "This needs uv: $(PY) -m pip install uv"; exit 1; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" uv pip compile --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-annotate \
		--extra dev --upgrade --custom-compile-command "make lock" --quiet --output-file requirements.lock pyproject.toml

clean: ## remove what make made
	@rm -rf .venv build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
