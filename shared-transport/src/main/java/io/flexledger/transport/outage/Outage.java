package io.flexledger.transport.outage;

import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells the world being down, which waiting cures, from a bug, which it does not. */
public final class Outage {

    /** SQLSTATE classes: no connection, conflict with another transaction, out of resources, operating system error. */
    private static final List<String> CLASSES = List.of("08", "40", "53", "58");

    /**
     * Shutting down, crashed, starting up; the idle session or this backend was ended from outside; a lock could not be
     * had in time; a server that has become, or still is, a standby.
     */
    private static final List<String> STATES = List.of("57P01", "57P02", "57P03", "57P05", "55P03", "25006");

    /** How the driver names losing a connection, or not getting one, where it has no class for it. */
    private static final List<String> MESSAGES = List.of(
            "Connection was closed", "Connection is closed", "Connection is not active", "Pending requests", "Timeout");

    private Outage() {}

    /** Whether this failure, or what caused it, goes away by itself. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The class that says most: the innermost of a chain of wrappers, its message left out because it may quote data. */
    public static String name(Throwable failure) {
        Throwable cause = failure;
        for (Throwable inner = cause.getCause(); inner != null; inner = cause.getCause()) {
            cause = inner;
        }
        String name = cause.getClass().getSimpleName();
        return cause instanceof DatabaseException database ? name + " " + database.getSqlState() : name;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case DatabaseException database -> isOutage(database.getSqlState());
            case ClosedConnectionException _, IOException _, TimeoutException _, RetriableException _ -> true;
            // The driver has no class of its own for some of these, only a message.
            default ->
                cause.getClass().getName().startsWith("io.vertx.")
                        && cause.getMessage() != null
                        && MESSAGES.stream().anyMatch(cause.getMessage()::startsWith);
        };
    }

    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState != null
                && (STATES.contains(sqlState) || CLASSES.stream().anyMatch(sqlState::startsWith));
    }
}
