# Everything a developer types. `make help` lists it.
SWIFT ?= swift
# Every import must be declared: the rooms depend one way (docs/flow.md).
STRICT = --explicit-target-dependency-import-check error
# One receive is a process that lives for ten milliseconds, so what the loader does counts (make bench): few
# relocations, no names for others, few libraries. SQLite, C++ and the unwinder are inside; the first two are found in
# a folder that holds nothing but their archives.
STATIC = .build/static
# The functions that a receive calls lie together, so that it touches few pages; `make order` lists them anew.
ORDER = Sources/sixreturn/Linking/receive.order
STRIP = -Xlinker -s
RELEASE = -c release --static-swift-stdlib -Xcc -ffunction-sections -Xcxx -ffunction-sections \
	-Xswiftc -Xfrontend -Xswiftc -function-sections \
	-Xswiftc -use-ld=lld -Xswiftc -L$(CURDIR)/$(STATIC) $(STRIP) \
	-Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
	-Xlinker --symbol-ordering-file=$(CURDIR)/$(ORDER) -Xlinker --no-warn-symbol-ordering \
	-Xlinker --as-needed -Xlinker -Bstatic -Xlinker -lgcc_eh -Xlinker -Bdynamic --product sixreturn
BINARY = $(CURDIR)/.build/release/sixreturn
SHARE = $(DESTDIR)/usr/share

.PHONY: help build release demo test unit scenarios lint fmt golden fuzz bench order torture lab man install clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

build: ## build for debugging
	.ci/packages build
	$(SWIFT) build $(STRICT)

release: ## build the program as it is installed
	.ci/packages build
	mkdir -p $(STATIC)
	ln -sf $$(dpkg -L libstdc++-12-dev libsqlite3-dev | grep -E '/lib(stdc\+\+|sqlite3)\.a$$') $(STATIC)/
	$(SWIFT) build $(STRICT) $(RELEASE)

demo: release ## watch checks run through real mail servers (as root)
	.ci/packages lab
	deploy/lab/demo

test: release unit scenarios ## everything that can be tested here

unit: release ## tests of all rooms, and of the installed program
	.ci/packages build test
	SIXRETURN_BINARY=$(BINARY) $(SWIFT) test $(STRICT)

scenarios: release ## the scenarios of the lab, through real mail servers (as root)
	.ci/packages lab web && deploy/lab/test

lint: ## format and scripts
	.ci/packages test
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	git ls-files -z | xargs -0 grep -slIZE '^#!/bin/(ba)?sh' -- | xargs -0 shellcheck -x -S warning -P SCRIPTDIR

fmt: ## format the sources
	$(SWIFT) format --in-place -r Package.swift Sources Tests

golden: ## write the golden files anew; the tests fail until they are looked at
	UPDATE_GOLDEN=1 $(SWIFT) test $(STRICT)

fuzz: ## look for inputs that break the readers, FUZZ_TIME seconds (60) each
	.ci/packages build
	Tests/Fuzz/run

bench: release ## figures: a receive, answers at RCPT, many checks, a long list, reading beside other readers, growth
	.ci/packages test bench
	Tests/Bench/receive $(BINARY)
	Tests/Bench/policy $(BINARY)
	Tests/Bench/scale $(BINARY)
	Tests/Bench/list $(BINARY)
	Tests/Bench/publish $(BINARY)
	Tests/Bench/read $(BINARY)
	Tests/Bench/growth $(BINARY)

order: ## list the functions of a receive for the linker, where the program has changed much
	.ci/packages test profile
	$(MAKE) release STRIP=
	Tests/Bench/order $(BINARY) >$(ORDER).new && mv $(ORDER).new $(ORDER)
	$(MAKE) release

torture: release ## kill the program at TORTURE_KILLS random moments (500) under load
	.ci/packages test
	Tests/Torture/torture $(BINARY)

lab: release ## start the lab and leave it running (deploy/lab/down ends it)
	.ci/packages lab
	deploy/lab/up

man: ## write the manual pages into docs/man (builds over the release: make release afterwards)
	docs/man/generate

install: release ## install program, manual pages and completions under /usr
	install -D -m 755 $(BINARY) $(DESTDIR)/usr/bin/sixreturn
	install -D -m 644 -t $(SHARE)/man/man1 docs/man/*.1
	install -D -m 644 -t $(SHARE)/man/man5 docs/man/*.5
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/vendor-completions $(SHARE)/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash >$(SHARE)/bash-completion/completions/sixreturn
	$(BINARY) --generate-completion-script zsh >$(SHARE)/zsh/vendor-completions/_sixreturn
	$(BINARY) --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/sixreturn.fish

clean: ## remove what was built
	rm -rf .build
