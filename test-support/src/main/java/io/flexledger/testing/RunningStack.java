package io.flexledger.testing;

/** A broker and a database that were started for a test run. */
interface RunningStack extends AutoCloseable {

    StackAddress address();

    @Override
    void close();
}
