package io.flexledger.ingestor.fetching;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own, whose days have not run ahead of the broker's yet. */
public class FreshTime implements QuarkusTestProfile {}
