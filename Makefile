.PHONY: help demo test check bench install format clean
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
PYTHON ?= python3
UV := .tools/bin/uv
RUN := $(UV) run --frozen
export PYTHONDONTWRITEBYTECODE :=  # what is read once is read quicker the next time

help:  ## what can I do here?
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

demo: install  ## a council of 61 in a live rehearsal at http://127.0.0.1:5000
	$(RUN) klubba demo

test: install  ## every test that this machine can run
	$(RUN) pytest -n auto --maxprocesses 4

check: install  ## the whole gate, in order of cost
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) pytest -n 3 --dist worksteal --reruns 2 --reruns-delay 1

bench: install  ## ratios against peers, written to build/bench/
	$(RUN) python -m benchmarks

format: install  ## let the formatter have its way
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

install: $(UV)
	$(UV) sync --frozen --quiet
	@test -f static/vendor/.stamp && test -f translations/en/LC_MESSAGES/messages.mo || $(UV) sync --frozen --quiet --reinstall-package klubba

$(UV):
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet uv==$(UV_VERSION)

clean:  ## forget everything that can be made again
	rm -rf .venv .tools build static/vendor
