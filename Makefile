# Everything that is done with this package has a name here; `make help` lists the names.

SWIFT ?= swift
# Everything in the one debug build folder is built with the same traits: others would build all of it again.
TRAITS = --enable-all-traits
BUILD = $(SWIFT) build $(TRAITS)
TEST = $(SWIFT) test $(TRAITS)
# One build folder for everything that is tested, one more for what is measured and generated in release.
DEBUG_TOOL = $(shell $(BUILD) --show-bin-path)/schemagen
SPECS = specs
# What people write: generated code has the form that the generator gives it.
WRITTEN = find Sources Tests Plugins Benchmarks Examples Package.swift -name '*.swift' -not -path '*/.build*' -not -path 'Tests/Goldens/Cases/*' \
	-not -path 'Sources/GeneratedModels/*' -not -path 'Tests/GeneratedModelsTests/*' \
	-not -path 'Tests/GeneratedModelsCalls/*' -print0
# Where it can be, the standard library is linked into the tool: that saves a fifth of a short run.
STATIC = $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE = $(SWIFT) build -c release $(STATIC)
HAS_LIBRARIES = pkg-config --exists yaml-0.1 libxml-2.0 2>/dev/null

.DEFAULT_GOAL := help
.PHONY: help deps generate test chat example settings golden check format lint corpus proof bench bench-calls json-schema-suite check-convert property-test property-batch fuzz sanitize

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## Install libyaml and libxml2 where they are missing
	@$(HAS_LIBRARIES) || Scripts/install-libraries

generate: deps ## Build the generator in release and write what specs/ becomes
	$(RELEASE) --product schemagen
	$$($(RELEASE) --show-bin-path)/schemagen $(SPECS) -o Sources --tests Tests --calls Tests

test: deps ## Run all tests, those of a package that builds through the plugin included
	$(TEST)
	@# The build plan does not notice a file that is new in a package which is depended on by path.
	rm -f Tests/PluginConsumer/.build/debug.yaml
	cd Tests/PluginConsumer && $(SWIFT) test
	$(MAKE) example
	$(MAKE) settings
	$(MAKE) property-batch

chat: deps ## Chat with a mock of the relay in the terminal: Examples/Chat
	Examples/Chat/run

# The package that builds through the plugin builds the example as well, so that the generator is built once for both. The mock is
# the tool in debug, as the tests build it.
example: deps ## Run Examples/Chat with a script of lines, and compare what it says
	$(BUILD) --product schemagen
	cd Tests/PluginConsumer && $(SWIFT) build --build-tests
	SCHEMAGEN=$(DEBUG_TOOL) CHAT=$$(cd Tests/PluginConsumer && $(SWIFT) build --show-bin-path)/chat Examples/Chat/check

fuzz: deps ## Damage every page at hundreds of places: what a test run does at a few
	SCHEMAGEN_FUZZ=1 $(TEST) --filter HostilePage

sanitize: ## Run the tests of the runtime under ThreadSanitizer and AddressSanitizer
	SWIFT='$(SWIFT)' Scripts/sanitize

settings: deps ## Compile the golden output under the compiler settings that packages may choose
	$(BUILD) --target SchemaRuntime
	Scripts/check-settings $$($(BUILD) --show-bin-path)

json-schema-suite: deps ## Compile a model of every schema of JSON Schema's test suite and try its instances
	SCHEMAGEN_TRAITS=$(TRAITS) Scripts/json-schema-suite

# How much the property test tries, for example `--seed 7 --count 500`.
PROPERTY ?= --seed 1 --count 600

property-test: deps ## Take random schemas and random values of them through everything
	$(RELEASE) --product schemagen-property-test
	$(BUILD) --target SchemaRuntime
	$$($(RELEASE) --show-bin-path)/schemagen-property-test $$($(BUILD) --show-bin-path) $(PROPERTY)

property-batch: deps ## A small batch of the property test in debug, which is part of the tests
	$(BUILD) --product schemagen-property-test
	$$($(BUILD) --show-bin-path)/schemagen-property-test $$($(BUILD) --show-bin-path) --seed 20 --count 75

golden: deps ## Record the expected output of the golden tests and Docs/Diagnostics.md
	SCHEMAGEN_RECORD=1 $(TEST) --filter 'Golden|DiagnosticTable' || true
	git status --short Tests Docs

check: deps lint ## Check what is generated, the format and the imports
	$(BUILD) --build-tests --explicit-target-dependency-import-check error
	$(DEBUG_TOOL) $(SPECS) -o Sources --tests Tests --calls Tests --check
	$(TEST) --skip-build --filter DiagnosticTable

format: ## Format all sources
	$(WRITTEN) | xargs -0 $(SWIFT) format --in-place --parallel

lint: ## Check the format of all sources
	$(WRITTEN) | xargs -0 $(SWIFT) format lint --strict --parallel

# Documents or folders of documents; by default those beside the checkout.
CORPUS ?= ../shared/corpus/openapi ../shared/corpus/apifox ../shared/corpus/share-text

corpus: deps ## Take real documents through everything: generate, compile, round-trip
	$(RELEASE) --product schemagen
	$(RELEASE) --product schemagen-corpus
	$(BUILD) --target SchemaRuntime
	$$($(RELEASE) --show-bin-path)/schemagen-corpus $$($(BUILD) --show-bin-path) $(CORPUS)

proof: deps ## Call every operation of real documents through its client, against the mock server of the same document
	$(BUILD) --product CallProof
	$$($(BUILD) --show-bin-path)/CallProof $$($(BUILD) --show-bin-path) $(CORPUS)

check-convert: deps ## Convert specs/, the corpus and the golden cases to OpenAPI and validate what comes out
	$(RELEASE) --product schemagen
	Scripts/check-convert $$($(RELEASE) --show-bin-path)/schemagen $(SPECS) $(CORPUS) Tests/Goldens/Cases

bench: deps ## Measure; see Benchmarks/README.md
	$(RELEASE) --product schemagen
	$(RELEASE) --product schemagen-benchmarks
	$$($(RELEASE) --show-bin-path)/schemagen-benchmarks
	Benchmarks/consumer-build

# Tables to measure: calls, streams, memory; all of them by default.
TABLES ?=
LOAD = Benchmarks/Calls

bench-calls: deps ## Measure generated clients beside code written by hand; see Benchmarks/README.md
	$(RELEASE) --product schemagen
	$$($(RELEASE) --show-bin-path)/schemagen $(LOAD)/specs -o $(LOAD)/Sources --module LoadAPI --quiet
	cd $(LOAD) && $(SWIFT) build -c release
	$$(cd $(LOAD) && $(SWIFT) build -c release --show-bin-path)/call-benchmarks $(TABLES)
