# make run: set up, upgrade a register of an earlier release, load the bundled one, show Albania and Kosovo.
# make test: the whole suite.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check lowest format bench faults fuzz clean

run: $(VENV)/ready
	test ! -e "$$($(BIN)/wbagree db path)" || $(BIN)/wbagree db upgrade
	$(BIN)/wbagree seed
	$(BIN)/wbagree list --pair AL-XK

test: $(VENV)/ready
	$(BIN)/pytest

check: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Every command once, with the lowest versions that pyproject.toml allows: of what all need, then of the full screen.
LOWEST := $(CURDIR)/$(VENV)/lowest
SMOKE := WBAGREE_PYTHON=$(LOWEST)/bin/python $(BIN)/pytest -n 0 tests/cli/test_smoke.py
lowest: $(VENV)/ready
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(LOWEST)
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct '.[plot]'
	$(SMOKE) -k day
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct '.[plot,browse]'
	$(SMOKE) -k screen

format: $(VENV)/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python benchmarks/bench.py

# Kills so many real processes at random points, and holds the register to all or nothing; lets a crowd write to one
# register, and misses nothing that it was told; undoes so many sequences of 500 random changes, and holds it to what it
# was at first; then commands meet columns that a stranger may have written to, and three hundred damaged files. Each
# SEED chooses others.
KILLS ?= 100
SEQUENCES ?= 3
SEED ?= 1
faults: $(VENV)/ready
	$(BIN)/python benchmarks/faults.py $(KILLS)
	$(BIN)/python benchmarks/restoring.py $(KILLS)
	$(BIN)/python benchmarks/crowd.py 16 10 $(SEED)
	$(BIN)/python tests/store/sequences.py $(SEQUENCES) 500 $(SEED)
	SWEEP=long SEED=$(SEED) $(BIN)/pytest tests/cli/test_stranger.py tests/cli/test_faults_damage.py

# So many texts of those that may keep a reader busy, 0 for all.
TEXTS ?= 2000
SWEPT := $(addprefix tests/cli/test_,$(addsuffix .py,hostile_options idle_options import_partial malformed malformed_workbooks))
fuzz: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group fuzz
	$(BIN)/python tests/fuzz/adversarial.py 8000 $(TEXTS) $(SEED)
	SWEEP=long $(BIN)/pytest tests/domain tests/formats tests/store $(SWEPT)
	$(BIN)/python tests/fuzz/fuzz.py

clean:
	rm -rf $(VENV) dist

# pip before 25.1 does not know dependency groups, so a fresh environment gets a newer one first.
$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
