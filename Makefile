# The commands a person uses, and CI too. `make site` and `make test` install what they need.

SWIFT ?= swift
CONFIGURATION_FLAGS := -c release --static-swift-stdlib
PROGRAM := .build/release/imprint
TEST_FLAGS := --scratch-path .build/tests

# What the program is built from, and what its tests read, as Debian packages.
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev nettle-dev pkg-config
TEST_PACKAGES := cmark-gfm
E2E_PACKAGES := chromium default-jre-headless libvips-tools python3-venv shellcheck
E2E := .build/e2e
SITE_PACKAGES := libvips-tools python3-venv
SEARCH := .build/search

.PHONY: site program release test built-tests e2e fuzz bench format format-check clean packages site-packages test-packages e2e-packages e2e-tools help

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: program site-packages $(SEARCH)/installed ## Build the center's site into public/
	PATH="$(CURDIR)/$(SEARCH)/bin:$$PATH" $(PROGRAM) build

# The search page needs an index, and social cards a program. Without them the site is built all the same, and says so.
site-packages:
	@$(call install,$(SITE_PACKAGES))

$(SEARCH)/installed: | site-packages
	-python3 -m venv $(SEARCH) && $(SEARCH)/bin/pip install --quiet pagefind_bin==1.5.2 && touch $@

program: packages ## Build the release program
	$(SWIFT) build $(CONFIGURATION_FLAGS) --product imprint

# The C libraries are linked into the program, too: pkg-config names a folder first that has only their
# archives. What is left to the system are the libraries of C and C++ that every one has.
RELEASE := .build/release-files
ARCHIVES := $(CURDIR)/.build/static-libraries

release: packages ## One program for any Debian 12 or newer, with manual and completions, as an archive
	mkdir -p $(ARCHIVES)
	for library in cmark-gfm cmark-gfm-extensions yaml nettle; do \
	    archive=$$($(CC) -print-file-name=lib$$library.a) && [ -f "$$archive" ] \
	        && ln -sf "$$archive" $(ARCHIVES)/ || exit 1; \
	done
	for library in libcmark-gfm yaml-0.1 nettle; do \
	    sed 's,^libdir=.*,libdir=$(ARCHIVES),' \
	        "$$(pkg-config --variable=pcfiledir $$library)/$$library.pc" \
	        > $(ARCHIVES)/$$library.pc || exit 1; \
	done
	PKG_CONFIG_PATH=$(ARCHIVES) $(SWIFT) build $(CONFIGURATION_FLAGS) --scratch-path .build/static \
	    --product imprint -Xlinker -s
	.ci/release "$(SWIFT)" .build/static/release/imprint $(RELEASE)

test: built-tests ## Run the tests in Swift
	@# As many at once as there are processors: a test that has a limit shall not wait for others within it.
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$$(getconf _NPROCESSORS_ONLN) \
	    $(SWIFT) test --parallel --skip-build $(TEST_FLAGS)

# In a folder of their own: two builds in one would wait for each other.
built-tests: packages test-packages
	$(SWIFT) build --build-tests $(TEST_FLAGS)

e2e: program $(E2E)/installed ## Run the tests that need a browser and other judges
	cd Tests/EndToEnd && IMPRINT=$(CURDIR)/$(PROGRAM) timeout 900 $(CURDIR)/$(E2E)/bin/python -m pytest -q -W ignore -p no:cacheprovider \
	    --numprocesses $$(getconf _NPROCESSORS_ONLN) --dist loadfile --ignore test_live.py --ignore test_hostile.py
	@# The hostile inputs take all processors by themselves, and each has a limit of time.
	cd Tests/EndToEnd && IMPRINT=$(CURDIR)/$(PROGRAM) timeout 600 $(CURDIR)/$(E2E)/bin/python -W ignore -m unittest test_hostile
	@# A driver waits for ever when a page reloads under its question: the browser gets more than one try.
	cd Tests/EndToEnd && export IMPRINT=$(CURDIR)/$(PROGRAM) && run="timeout 120 $(CURDIR)/$(E2E)/bin/python -W ignore -m unittest test_live" && { $$run || $$run || $$run; }

$(E2E)/installed: Tests/EndToEnd/requirements.txt | e2e-packages
	python3 -m venv $(E2E)
	$(E2E)/bin/pip install --quiet --requirement $<
	touch $@

# What they need besides the program: a machine that builds has time to fetch it.
e2e-tools: $(E2E)/installed

FUZZ_SECONDS := 600
FUZZ_TARGETS := front-matter markdown math templates bibliography manifest import site old-site data-table code \
    images theme published growth

fuzz: packages ## Fuzz each target for FUZZ_SECONDS
	IMPRINT_FUZZ=1 $(SWIFT) build -c release --scratch-path .build/fuzz --product imprint-fuzz
	for target in $(FUZZ_TARGETS); do \
	    mkdir -p .build/fuzz/found/$$target; \
	    SWIFT_BACKTRACE=enable=no .build/fuzz/release/imprint-fuzz $$target -max_len=4096 \
	        -dict=Tests/FuzzCorpora/words.dict -max_total_time=$(FUZZ_SECONDS) \
	        -artifact_prefix=.build/fuzz/found/$$target- \
	        .build/fuzz/found/$$target Tests/FuzzCorpora/$$target || exit 1; \
	done

# Where the corpus, the limit program and Hugo's site are, when they are beside the project.
BENCH := ../shared/bench

bench: packages ## Measure: templates beside other engines, phases, and the whole beside Hugo
	IMPRINT_BENCH=1 $(SWIFT) build -c release --scratch-path .build/bench --product imprint-bench
	.build/bench/release/imprint-bench templates
	@if [ -f $(BENCH)/compare.py ]; then \
	    rm -rf .build/bench/corpus && python3 $(BENCH)/gencorpus.py --n 1000 --flavor imprint --out .build/bench/corpus \
	        && .build/bench/release/imprint-bench phases .build/bench/corpus --output .build/bench/site \
	        && $(MAKE) program && python3 $(BENCH)/compare.py --imprint $(PROGRAM) --n 1000; \
	else \
	    .build/bench/release/imprint-bench phases . --output .build/bench/site; \
	    echo "Not compared with Hugo: there is no $(BENCH)."; \
	fi

format: ## Format the sources in place
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

format-check: ## Fail where a source is not formatted
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean: ## Remove what was built
	rm -rf .build

packages:
	@$(call install,$(PACKAGES))

# Not beside the others: apt-get runs once at a time.
test-packages: | packages
	@$(call install,$(TEST_PACKAGES))

e2e-packages: | test-packages
	@$(call install,$(E2E_PACKAGES))

# Installs the Debian packages that are missing, and says so. Elsewhere it names them.
define install
	if command -v dpkg-query >/dev/null; then \
	    missing=""; \
	    for package in $(1); do \
	        dpkg-query --show --showformat '$${db:Status-Status}' $$package 2>/dev/null \
	            | grep -qx installed || missing="$$missing $$package"; \
	    done; \
	    if [ -n "$$missing" ]; then \
	        echo "Installing Debian packages:$$missing"; \
	        sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	        $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive \
	            apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	    fi; \
	else \
	    pkg-config --exists libcmark-gfm yaml-0.1 nettle \
	        || { echo "Please install cmark-gfm, libyaml and nettle (brew install cmark-gfm libyaml nettle)."; exit 1; }; \
	fi
endef
