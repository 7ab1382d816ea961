package io.flexledger.realtime.listening;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A process of its own for the test of a log-in with two accounts. */
public class ListeningToTwo implements QuarkusTestProfile {}
