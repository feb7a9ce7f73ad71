# Targets:
#   setup            install what is missing (Debian packages; needs root or sudo for that)
#   build            build the tool, debug
#   demo             audit a copy of the sample office and write build/demo/report.html
#   test             run all tests
#   bench            measure against libpcap's empty loop and other tools (BENCH_DIR)
#   fuzz             feed damaged input to every reader and decoder (SECONDS per target, default 60)
#   verify-decoding  compare the decoder with tshark on every capture of CORPUS
#   accuracy         measure merging and host states on every capture of CORPUS that has truth
#   lint             check the style of all Swift files
#   format           bring all Swift files into that style
#   generate         rewrite the generated files (rule texts, fact list)
#   check-generated  fail when a generated file is stale
#   samples          capture the sample office anew in network namespaces (root)
#   pitfall-captures capture the pitfalls of classification anew in network namespaces (root)
#   install          build the tool, release, and put it into PREFIX/bin (default /usr/local)
#   clean            remove what was built

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
DEMO := build/demo
PACKAGES := libpcap-dev libarchive-dev zlib1g-dev libssl-dev libldns-dev libsqlite3-dev pkg-config
TEST_PACKAGES := tshark python3-jsonschema iproute2
CORPUS ?= ../shared/corpus/dev

.PHONY: setup setup-test build demo test lint format generate check-generated samples pitfall-captures bench fuzz verify-decoding \
    accuracy install clean

setup:
	@Tools/setup $(PACKAGES)

setup-test: setup
	@Tools/setup $(TEST_PACKAGES)

build: setup
	$(SWIFT) build

# The sample's history stays in the copy; the folder Samples is never written to.
demo: build
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$$($(SWIFT) build --show-bin-path)/v6audit init $(DEMO)/site --from Samples/hai-hau
	$$($(SWIFT) build --show-bin-path)/v6audit audit --site $(DEMO)/site -r $(DEMO)/site/captures \
	    -o $(DEMO)/report.html -o $(DEMO)/report.json
	$$($(SWIFT) build --show-bin-path)/v6audit checklist --site $(DEMO)/site | head -n 40
	@echo "$(DEMO)/report.html"

test: setup-test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel
	$(SWIFT) test -c release --package-path Tests/Benchmarks --scratch-path .build/benchmarks

bench: setup
	Tools/bench

fuzz: setup
	Tools/fuzz $(or $(SECONDS),60)

verify-decoding: setup-test
	$(SWIFT) build --product dump-fields
	Tests/DecodingComparison/compare.py $$($(SWIFT) build --show-bin-path)/dump-fields $(CORPUS)

accuracy: setup
	$(SWIFT) build -c release --product v6audit
	Tests/Accuracy/accuracy.py $$($(SWIFT) build -c release --show-bin-path)/v6audit $(CORPUS)

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

generate: setup
	$(SWIFT) build --product embed-text
	$$($(SWIFT) build --show-bin-path)/embed-text Sources/RuleCatalog
	V6AUDIT_REGENERATE=1 $(SWIFT) test --filter GeneratedFile

check-generated: generate
	git diff --exit-code -- Sources/RuleCatalog Docs

samples:
	Samples/lab/build_hai_hau.sh Samples/hai-hau/captures

pitfall-captures:
	set -e; for script in Tests/PitfallTests/lab/[0-9]*.sh; do $$script; done

install: setup
	$(SWIFT) build -c release --product v6audit
	install -D -m 0755 $$($(SWIFT) build -c release --show-bin-path)/v6audit $(DESTDIR)$(PREFIX)/bin/v6audit

clean:
	rm -rf .build build
