package io.flexledger.ingestor.adapter.flex;

import io.flexledger.ingestor.adapter.flex.OnlyOk.UnexpectedStatusException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What can go wrong below the service's own answers. */
enum Fault {
    UNKNOWN_HOST("the host's name is not known", "Check IBKR_FLEX_BASE_URL and this machine's name server."),
    CONNECTION_REFUSED(
            "the connection was refused", "Check this machine's way to the internet; the broker may be down."),
    TLS_FAILED(
            "the connection cannot be trusted",
            "Check this machine's clock and certificates, and for a proxy that reads along."),
    TIMEOUT("there was no answer in time", "Check this machine's way to the internet; the broker may be overloaded."),
    CONNECTION_LOST(
            "the connection broke off", "Check this machine's way to the internet; the broker may be overloaded."),
    GARBLED("the packed answer arrived damaged", "Check this machine's way to the internet, and for a proxy between."),
    HTTP_TOO_MANY(
            "the broker's web server answered with status 429", "Wait for some minutes: something asks too often."),
    HTTP_SERVER_ERROR(
            "the broker's web server failed", "Look at the broker's system status page, and wait for the next run."),
    HTTP_REFUSED("the broker's web server refused", "Check IBKR_FLEX_BASE_URL, and whether a proxy stands between.");

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final String meaning;
    private final String nextStep;

    Fault(String meaning, String nextStep) {
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    /** Part of a sentence. */
    String meaning() {
        return meaning;
    }

    /** One sentence. */
    String nextStep() {
        return nextStep;
    }

    /** Whether another try may help. */
    boolean isTransient() {
        return this != HTTP_REFUSED;
    }

    /** Texts of exceptions may hold the URL, and so the token: only their types are read. */
    static Fault of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnexpectedStatusException status -> {
                    return ofStatus(status.status());
                }
                case WebApplicationException answer -> {
                    return ofStatus(answer.getResponse().getStatus());
                }
                case UnknownHostException _ -> {
                    return UNKNOWN_HOST;
                }
                case SSLException _ -> {
                    return TLS_FAILED;
                }
                case ConnectException refused -> {
                    return isTimeout(refused) ? TIMEOUT : CONNECTION_REFUSED;
                }
                case TimeoutException _ -> {
                    return TIMEOUT;
                }
                case HttpClosedException _ -> {
                    return CONNECTION_LOST;
                }
                default -> {
                    // The cause says more.
                }
            }
        }
        return CONNECTION_LOST;
    }

    private static boolean isTimeout(Throwable refused) {
        return refused.getClass().getSimpleName().contains("Timeout");
    }

    private static Fault ofStatus(int status) {
        if (status == TOO_MANY) {
            return HTTP_TOO_MANY;
        }
        return status >= SERVER_ERROR ? HTTP_SERVER_ERROR : HTTP_REFUSED;
    }
}
