# Everything a developer or CI runs. `make run` and `make test` set up all they need.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 20

run: .venv/run ## the bot: Telegram with BOT_TOKEN (environment or .env), else a local chat
	@if [ -n "$$BOT_TOKEN" ] || grep -qsE '^(export )?BOT_TOKEN=.' .env; \
		then exec $(BIN)/python -m bot run; else exec $(BIN)/python -m bot preview; fi

test: .venv/dev browser ## lint, types, import contracts, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

cover: .venv/dev browser ## all tests with their coverage, which takes nearly twice as long
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term $(ARGS)

fix: .venv/dev ## what the linter can put right by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: .venv/run ## all instruments and wording
	$(BIN)/python -m bot check-content

bench: .venv/dev ## the benchmarks; some minutes
	$(BIN)/python -m benchmarks.cards
	$(BIN)/python -m benchmarks.answers
	$(BIN)/python -m benchmarks.exports
	$(BIN)/python -m benchmarks.boards

lock: ## new locked requirements (needs uv)
	for name in run dev; do uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header requirements/$$name.in \
		--output-file requirements/$$name.txt; done

browser: # the tests' browser, from the system's packages where that is allowed
	@sh tests/browser.sh

# The lock is whole, so there is nothing to resolve: an older pip may look for a newer release of
# what is locked here as soon as one appears, and then refuses it for want of its hash.
.venv/run: requirements/run.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/run.txt
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

.PHONY: help run test cover fix check bench lock browser
