# Everything on a fresh machine with the Rust toolchain and a C compiler: `make run`, `make test`.

# The day that the sample year is consolidated on: after its deadline.
AS_OF := 2020-12-01
TARGET := $(or $(CARGO_TARGET_DIR),target)
BIN := $(TARGET)/release/tonghop

.PHONY: help build run test fuzz faults faults-large bench bench-large bench-micro deny check assets static deb deb-try windows windows-try install uninstall docs pictures clean
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

build: ## Build the program
	cargo build --release

run: build ## Build, and consolidate the sample year in inputs/ into outputs/
	@$(BIN) consolidate inputs -o outputs --as-of $(AS_OF); code=$$?; \
	if [ $$code -gt 1 ]; then exit $$code; fi; \
	if [ $$code -eq 1 ]; then echo "Exit code 1: the sample has errors to correct, on purpose."; fi; \
	echo "Look at outputs/2021/report.html and outputs/2021/summary.xlsx."

# Most bytes of data of any process of `make test`, in KiB: a runaway is a failed test, not a dead machine.
TEST_MEMORY := 6291456

# The program and its reader; benches/, faults/ and fuzz/ have none and take crates of their own.
TESTED := -p tonghop -p tonghop-read

test: ## Run all tests, with the build that `make run` uses
	@ulimit -d $(TEST_MEMORY) 2>/dev/null; cargo test --release $(TESTED)

# Seconds for each fuzz target.
FUZZ_SECONDS := 60
FUZZ_TARGETS := decode dialect segment check workbook word
# Other inputs in every run; each run prints its seed, and FUZZ_SEED=N makes the same inputs again.
FUZZ_SEED := $(shell date +%s)
# Overflow and broken assertions must not pass unseen; said here and not as a profile, so that
# everything but tonghop and its reader is the build that `make test` made.
FUZZ_BUILD := cargo build --release -p tonghop-fuzz \
	--config profile.release.package.tonghop.overflow-checks=true \
	--config profile.release.package.tonghop.debug-assertions=true \
	--config profile.release.package.tonghop-read.overflow-checks=true \
	--config profile.release.package.tonghop-read.debug-assertions=true

fuzz: ## Feed the reader files that nobody would send: FUZZ_SECONDS for each target
	$(FUZZ_BUILD)
	@failed=0; for target in $(FUZZ_TARGETS); do \
	( ulimit -d $(TEST_MEMORY) 2>/dev/null; $(TARGET)/release/tonghop-fuzz $$target $(FUZZ_SECONDS) $(FUZZ_SEED) ) || failed=1; done; exit $$failed

# How many runs are killed.
KILLS := 200

faults: build ## Fault-injection tests of the built program: docs/reliability.md
	cargo build --release -p tonghop-faults
	$(TARGET)/release/tonghop-faults hostile
	$(TARGET)/release/tonghop-faults kill $(KILLS)
	$(TARGET)/release/tonghop-faults io
	$(TARGET)/release/tonghop-faults share

faults-large: build ## The same with inputs as large as the specification allows: 3 GB of disk
	cargo build --release -p tonghop-faults
	$(TARGET)/release/tonghop-faults --large hostile

# For both: OPTIONS="--markdown" for docs/performance.md, "--quick" for the small corpora, "--rounds N".
COMPARE := $(TARGET)/release/compare $(OPTIONS)

bench: build ## Measure the program beside other engines on made corpora, some minutes
	cargo build --release -p tonghop-benches --bin compare
	$(COMPARE) $(BIN) $(TARGET)

bench-large: build ## The same up to ten million rows: 3 GB of disk
	cargo build --release -p tonghop-benches --bin compare
	$(COMPARE) --large $(BIN) $(TARGET)

bench-micro: ## Measure reading, interpreting, summarising and publishing one by one
	cargo bench -p tonghop-benches --bench reading

deny: ## Look at every crate: licence, source, double versions, known vulnerabilities
	cargo deny --locked check licenses bans sources
	@if timeout 120 cargo deny fetch db >/dev/null 2>&1; then cargo deny --locked check advisories; \
	else echo "known vulnerabilities: left out, their database cannot be reached"; fi

check: ## Formatting, lints and tests, as .ci/run does
	bash .ci/run

# Manual page and completions as the built program prints them. Without cargo, as under sudo, what was
# built before is taken; with BUILD= as well.
ASSETS := $(TARGET)/release/assets
BUILD := $(if $(shell command -v cargo 2>/dev/null),build)

assets: $(BUILD)
	@mkdir -p $(ASSETS)
	@$(BIN) man > $(ASSETS)/tonghop.1
	@for shell in bash zsh fish; do $(BIN) completions $$shell > $(ASSETS)/tonghop.$$shell || exit 1; done

# The system is named so that the flags do not reach what runs while compiling.
SYSTEM = $(shell rustc -vV | sed -n 's/^host: //p')

static: ## Build a program that needs no library of the machine: target/tonghop-static
	RUSTFLAGS="-C target-feature=+crt-static" cargo build --release --locked \
	--target $(SYSTEM) --target-dir $(TARGET)/static
	@cp $(TARGET)/static/$(SYSTEM)/release/tonghop $(TARGET)/tonghop-static
	@ls -l $(TARGET)/tonghop-static

deb: assets ## Build a Debian package, with cargo-deb
	@gzip -9nf $(ASSETS)/tonghop.1
	cargo deb --locked --no-build --output $(TARGET)/tonghop.deb

deb-try: deb ## The same; install it, run the sample year from it, purge it
	bash packaging/debian/try $(TARGET)/tonghop.deb $(BIN)

# GNU's linker keeps all code that tables for unwinding name, used or not: 9 MB more.
# A person's machine has the target from `rustup target add`; packaging/windows/try brings what Debian lacks.
WINDOWS := x86_64-pc-windows-gnu

windows: ## Build the package for Windows: target/tonghop-windows.zip; needs its target, gcc-mingw-w64-x86-64 and lld
	cargo rustc --release --locked --target $(WINDOWS) --target-dir $(TARGET)/windows --bin tonghop -- -C link-arg=-fuse-ld=lld
	bash packaging/windows/pack $(TARGET)/windows/$(WINDOWS)/release/tonghop.exe $(TARGET)/tonghop-windows.zip

windows-try: build ## The same in a Debian of its own; try the program under Wine, as root
	bash packaging/windows/try $(BIN)

PREFIX := /usr/local
INTO := $(DESTDIR)$(PREFIX)
MAN := $(INTO)/share/man/man1/tonghop.1
BASH := $(INTO)/share/bash-completion/completions/tonghop
ZSH := $(INTO)/share/zsh/site-functions/_tonghop
FISH := $(INTO)/share/fish/vendor_completions.d/tonghop.fish

install: assets ## Install program, manual page and completions under DESTDIR and PREFIX=/usr/local
	install -D -m 755 $(BIN) $(INTO)/bin/tonghop
	install -D -m 644 $(ASSETS)/tonghop.1 $(MAN)
	install -D -m 644 $(ASSETS)/tonghop.bash $(BASH)
	install -D -m 644 $(ASSETS)/tonghop.zsh $(ZSH)
	install -D -m 644 $(ASSETS)/tonghop.fish $(FISH)

uninstall: ## Remove what `make install` put there
	rm -f $(INTO)/bin/tonghop $(MAN) $(BASH) $(ZSH) $(FISH)

pictures: build ## Take the pictures of docs/pictures anew, with LibreOffice and Chromium
	bash docs/pictures/make.sh

docs: ## Write docs/rules.md anew and build the documentation of the code
	TONGHOP_BLESS=1 cargo test --release --test tonghop published_list
	cargo doc --no-deps --document-private-items $(TESTED)

clean: ## Remove what was built and published
	cargo clean
	find outputs -mindepth 1 ! -name README.md -delete
