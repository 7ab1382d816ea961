package io.flexledger.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Who asked for what, and how it ended. Never a body, a query string or any other header: they may hold secrets. What machines
 * ask for every few seconds is left out.
 */
@ApplicationScoped
class RequestLog {

    private static final Logger LOG = Logger.getLogger(RequestLog.class);

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int CLIENT_LEFT = 499;
    private static final int LONGEST_PATH = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

    void register(@Observes Filters filters) {
        filters.register(RequestLog::follow, BEFORE_EVERYTHING);
    }

    private static void follow(RoutingContext exchange) {
        var request = exchange.request();
        var ids = RequestIds.of(request.getHeader(REQUEST_ID), request.getHeader("traceparent"));
        exchange.response().putHeader(REQUEST_ID, ids.request());
        MDC.put("requestId", ids.request());
        if (isWorthALine(request.path())) {
            long start = System.nanoTime();
            exchange.addEndHandler(end -> write(exchange, ids, end, (System.nanoTime() - start) / 1_000_000));
        }
        exchange.next();
    }

    private static void write(RoutingContext exchange, RequestIds ids, AsyncResult<Void> end, long millis) {
        LOG.infof(
                "Request: %s %s %s %s %s %s",
                new Fact("method", exchange.request().method().name()),
                new Fact("path", printable(exchange.request().path())),
                new Fact("status", end.succeeded() ? exchange.response().getStatusCode() : CLIENT_LEFT),
                new Fact("ms", millis),
                new Fact("request", ids.request()),
                new Fact("trace", ids.trace() == null ? "-" : ids.trace()));
    }

    static boolean isWorthALine(String path) {
        return !path.equals("/metrics") && !path.equals("/q/health") && !path.startsWith("/q/health/");
    }

    /** In one piece on one line, whatever a client takes for a path. */
    static String printable(String path) {
        var plain = UNPRINTABLE.matcher(path).replaceAll("?");
        return plain.length() <= LONGEST_PATH ? plain : plain.substring(0, LONGEST_PATH) + "...";
    }
}
