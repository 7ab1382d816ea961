package io.flexledger.ingestor.fetching;

import io.vertx.mutiny.sqlclient.Pool;

/** What the service has written. */
record Tables(Pool pool) {

    /** @param from a table, and which of its rows */
    long count(String from) {
        return pool.query("select count(*) from " + from)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
