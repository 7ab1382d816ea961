package io.flexledger.realtime.listening;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A process of its own for the tests that listen. */
public class Listening implements QuarkusTestProfile {}
