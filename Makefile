# The README's two commands are `make demo` and `make test`; both do all the set-up themselves.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

CARGO_TARGET_DIR ?= $(CURDIR)/target
export CARGO_TARGET_DIR
KELIAS := $(CARGO_TARGET_DIR)/debug/kelias
VENV := $(CARGO_TARGET_DIR)/venv

.PHONY: help
help: ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

.PHONY: page
page: web/dist/index.html ## Build the page, which the binary holds

PAGE_SOURCES := $(shell find web/src web/public web/scripts locales web/index.html web/*.config.* web/tsconfig.json -type f)

web/dist/index.html: web/node_modules/.package-lock.json $(PAGE_SOURCES)
	@cd web && npm run --silent build

web/node_modules/.package-lock.json: web/package-lock.json
	@scripts/setup build
	cd web && npm ci --no-fund --no-audit --loglevel=error

.PHONY: build
build: page ## Build kelias
	@scripts/setup build
	cargo build --locked --workspace

.PHONY: demo
demo: build ## Open the product on the example maps and a web shop's events, in the background until `make demo-stop`
	@node scripts/demo.mjs "$(KELIAS)"

.PHONY: demo-stop
demo-stop: ## Stop the server that `make demo` started
	@node scripts/demo.mjs stop

.PHONY: test
test: build $(VENV)/ready ## Run every test
	cd web && npm run --silent test
	cargo test --locked --workspace
	cargo run --locked --quiet --package xtask -- tidy
	KELIAS_BIN="$(KELIAS)" "$(VENV)/bin/python" -m pytest oracles -q
	cd web && KELIAS_BIN="$(KELIAS)" npm run --silent collab
	cd web && KELIAS_BIN="$(KELIAS)" npm run --silent e2e

.PHONY: lint
lint: page ## Check the form: rustfmt, clippy, the page's types and lints, its generated client
	@scripts/setup build
	cd web && npm run --silent check && npm run --silent api:check
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

.PHONY: bench
bench: build $(VENV)/ready ## Time kelias and its rivals on the same data; BENCH="--big" for more (docs/performance.md)
	"$(VENV)/bin/python" bench/run.py --kelias "$(KELIAS)" $(BENCH)
	node bench/collab.mjs --kelias "$(KELIAS)"
	node bench/page.mjs --kelias "$(KELIAS)"

.PHONY: fuzz
fuzz: ## Fuzz what parses outside input, a minute for each target
	@scripts/setup fuzz
	@scripts/fuzz

$(VENV)/ready: oracles/requirements.txt
	@scripts/setup test
	python3 -m venv "$(VENV)"
	"$(VENV)/bin/pip" install --quiet --disable-pip-version-check --requirement oracles/requirements.txt
	touch "$@"
