package io.flexledger.realtime.session.outage;

/** Chance, from outside: the same answers give the same course. */
@FunctionalInterface
public interface Chance {

    /** Evenly spread from 0 to below the bound, which is at least 1. */
    long below(long bound);
}
