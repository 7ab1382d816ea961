# `make` lists the targets. What continuous integration runs is `make check`.
MVN := ./mvnw
LEDGER := ./ledger

.DEFAULT_GOAL := help
.PHONY: help format check test it system bench bench-live up down demo

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

format: ## lay out Java and poms
	$(MVN) -q spotless:apply

check: ## everything: build, all tests, layout, rules
	$(MVN) verify

test: ## unit tests and service tests
	$(MVN) -q test

it: ## the same and the integration tests of each module
	$(MVN) -q verify -pl '!system-tests,!benchmarks'

system: ## the whole pipeline as a black box
	$(MVN) -q verify -Dskip.unit.tests -Dit.test='io/flexledger/system/**' -Dfailsafe.failIfNoSpecifiedTests=false

bench: ## measure the figures the design promises, and print them
	$(MVN) -q -pl benchmarks -am process-classes exec:exec

bench-live: ## the same of the running day: fill to browser, and a burst
	$(MVN) -q -pl benchmarks -am process-classes exec:exec -Dbench.part=live

up: ## start broker, database and services on this machine
	$(LEDGER) up

down: ## stop them
	$(LEDGER) down

demo: ## start, take in the sample statements, print the narrative
	$(LEDGER) demo
