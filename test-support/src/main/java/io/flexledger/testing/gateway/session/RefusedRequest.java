package io.flexledger.testing.gateway.session;

/** A request that gets an error instead of an answer. */
final class RefusedRequest extends RuntimeException {

    static final int UNREADABLE = 320;
    static final int INVALID = 321;
    static final int TOO_MANY = 322;

    private static final long serialVersionUID = 1;

    private final int requestId;
    private final int code;

    RefusedRequest(int requestId, int code, String text) {
        super(text, null, false, false);
        this.requestId = requestId;
        this.code = code;
    }

    int requestId() {
        return requestId;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
