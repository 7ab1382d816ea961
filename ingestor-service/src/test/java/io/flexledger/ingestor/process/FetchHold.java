package io.flexledger.ingestor.process;

import io.flexledger.ingestor.process.BackService.Mood;
import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.Hold;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** One place in which a run is made to stand, from outside the process. */
enum FetchHold {
    REQUEST("request"),
    POLL("poll"),
    POLL_BETWEEN_TWO_CALLS("download"), // as the waiting for a report that is not ready is told
    DOWNLOAD_BEFORE_HEADERS("poll"),
    DOWNLOAD_IN_THE_BODY("poll"),
    PERSIST_BYTES("persist"),
    PERSIST_LINK("persist"),
    PUBLISH_STATEMENT("publish"),
    PUBLISH_RECORD("publish"),
    PUBLISH_UNSENT("publish"),
    MAPPER_SILENT("canonical_mapping"),
    MAPPER_STANDS_STILL("canonical_mapping"),
    LEDGER_SILENT("snapshot"),
    REPORT_STANDS_STILL("snapshot");

    private static final int ALWAYS = 20;
    private static final long SOME_BYTES = 20_000;

    private final String stage;

    FetchHold(String stage) {
        this.stage = stage;
    }

    /** The stage that a run which stands here has begun last. */
    String stage() {
        return stage;
    }

    /** Takes away what a run stands at. */
    interface Release {
        void go() throws SQLException;
    }

    /** Asked again and again: whether the run stands here; and what lets it go. */
    record Standing(BooleanSupplier stands, Release release) {

        private static Standing at(Hold hold, FlexSimulator broker) {
            return new Standing(hold::hasArrived, () -> {
                hold.release();
                broker.clearFaults();
            });
        }

        private static Standing at(BackService service, Mood mood) {
            service.set(mood);
            return new Standing(service::wasAsked, () -> service.set(Mood.DONE));
        }
    }

    /** What the test has around the service. */
    record Surroundings(FlexSimulator broker, BackService mapper, BackService ledger, BackService report) {}

    Standing set(Surroundings around) throws SQLException {
        var broker = around.broker();
        return switch (this) {
            case REQUEST -> Standing.at(broker.hold(Endpoint.SEND_REQUEST), broker);
            case POLL -> {
                broker.next(Endpoint.GET_STATEMENT, Fault.code(1019), ALWAYS);
                yield Standing.at(broker.hold(Endpoint.GET_STATEMENT), broker);
            }
            case POLL_BETWEEN_TWO_CALLS -> {
                broker.next(Endpoint.GET_STATEMENT, Fault.code(1019), ALWAYS);
                yield new Standing(() -> broker.waitingFaults(Endpoint.GET_STATEMENT) < ALWAYS, broker::clearFaults);
            }
            case DOWNLOAD_BEFORE_HEADERS -> Standing.at(broker.hold(Endpoint.GET_STATEMENT), broker);
            case DOWNLOAD_IN_THE_BODY -> Standing.at(broker.holdBody(Endpoint.GET_STATEMENT, SOME_BYTES), broker);
            case PERSIST_BYTES -> lock("received_chunk");
            case PERSIST_LINK -> lock("received_file");
            case PUBLISH_STATEMENT -> lock("raw_artifact");
            case PUBLISH_RECORD -> lock("outbox");
            case PUBLISH_UNSENT -> relay();
            case MAPPER_SILENT -> Standing.at(around.mapper(), Mood.SILENT);
            case MAPPER_STANDS_STILL -> Standing.at(around.mapper(), Mood.STANDS_STILL);
            case LEDGER_SILENT -> Standing.at(around.ledger(), Mood.SILENT);
            case REPORT_STANDS_STILL -> Standing.at(around.report(), Mood.STANDS_STILL);
        };
    }

    /** Nothing can be written there; reading goes on. */
    private static Standing lock(String table) throws SQLException {
        var connection = Stored.connect();
        connection.setAutoCommit(false);
        execute(connection, "lock table " + table + " in exclusive mode");
        return new Standing(() -> isWaitedFor(table), connection::close);
    }

    private static boolean isWaitedFor(String table) {
        try {
            return Stored.count("pg_locks where not granted and mode = 'RowExclusiveLock' and relation = 'ingest."
                            + table
                            + "'::regclass")
                    > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The test itself is who may send, and sends nothing. To be had when no service runs. */
    private static Standing relay() throws SQLException {
        var connection = Stored.connect();
        execute(connection, "select pg_advisory_lock(hashtextextended('flexledger outbox ' || current_schema(), 0))");
        return new Standing(() -> true, connection::close);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
