# Targets for people and for CI. GO may name another toolchain of the same version.
GO ?= go

.PHONY: help build test generate gallery check bench fuzz snapshots clean

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

build: ## the command line, as bin/ropa
	$(GO) build -trimpath -o bin/ropa ./cmd/ropa

test: ## all tests, with the race detector, none skipped
	GO="$(GO)" ./.ci/test

generate: ## everything that is made from register/register.schema.json
	$(GO) generate ./...

gallery: ## docs/gallery, with the pictures of pages (Chromium, LibreOffice, poppler: see .ci/needs)
	cd docs && $(GO) run ./generate/gallery -pictures

snapshots: ## accept today's public API, help pages and golden files
	$(GO) test $$(git grep -l 'flag.Bool("update"' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's,^,./,') -update

check: ## what CI looks at beside the tests: formatting, vet, generated files, go.mod
	GO="$(GO)" ./.ci/check

# ACTIVITIES=10000 takes about a tenth of the time and memory.
bench: ACTIVITIES ?= 100000
bench: ## the tables of docs/benchmarks.md: the data map against SQLite, loading, lint, documents, the server, memory
	$(GO) test ./register -run '^$$' -bench 'Load$$' -benchtime 5x
	$(GO) test -c -o bin/benchmarks.test ./register/datamap/internal/benchmarks
	bin/benchmarks.test -report -activities $(ACTIVITIES)
	$(GO) test -c -o bin/lint.test ./register/lint
	for n in 1000 10000 100000; do ROPA_BENCH_ACTIVITIES=$$n bin/lint.test -test.run '^$$' -test.bench 'Lint' -test.benchtime 3x || exit; done
	ROPA_BENCH_ACTIVITIES=10000 bin/lint.test -test.run '^$$' -test.bench Rules -test.benchtime 3x
	$(GO) test -c -o bin/documents.test ./register/document/internal/benchmarks
	bin/documents.test -report
	$(GO) test -c -o bin/server.test ./api/internal/benchmarks
	cd api/internal/benchmarks && ../../../bin/server.test -report

fuzz: ## each fuzz target for half a minute
	GO="$(GO)" ./.ci/fuzz 30s

clean: ## what was built
	rm -rf bin
