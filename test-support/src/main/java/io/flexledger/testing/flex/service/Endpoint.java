package io.flexledger.testing.flex.service;

import java.util.Optional;
import java.util.stream.Stream;

/** The two calls of the web service. */
public enum Endpoint {
    SEND_REQUEST("SendRequest"),
    GET_STATEMENT("GetStatement");

    /** Both are below it. */
    public static final String BASE = "/AccountManagement/FlexWebService/";

    private static final String BEFORE_VERSION_3 = "/Universal/servlet/FlexStatementService.";

    private final String call;

    Endpoint(String call) {
        this.call = call;
    }

    public String path() {
        return BASE + call;
    }

    /** By the name of the call, in any case of letters. */
    public static Optional<Endpoint> named(String call) {
        return Stream.of(values())
                .filter(endpoint -> endpoint.call.equalsIgnoreCase(call))
                .findFirst();
    }

    static Optional<Endpoint> at(String path) {
        return Stream.of(values())
                .filter(endpoint -> path.equals(endpoint.path()) || endpoint.isOutdated(path))
                .findFirst();
    }

    /** The servlet's path, which answers as a request without version does. */
    boolean isOutdated(String path) {
        return path.equals(BEFORE_VERSION_3 + call);
    }
}
