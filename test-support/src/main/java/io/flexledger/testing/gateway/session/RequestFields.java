package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.wire.Message;
import java.util.List;

/** Reads the fields of a request one after the other. */
final class RequestFields {

    private static final String UNSET = Integer.toString(Integer.MAX_VALUE);

    private final List<String> fields;
    private int next = 1;
    private int requestId = -1;

    RequestFields(Message request) {
        fields = request.fields();
    }

    String text() {
        if (next >= fields.size()) {
            throw unreadable("the message ends after " + fields.size() + " fields");
        }
        String field = fields.get(next);
        next++;
        return field;
    }

    int number() {
        String field = text();
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException _) {
            throw unreadable(
                    "Unable to parse data. java.lang.NumberFormatException: For input string: \"%s\"".formatted(field));
        }
    }

    /** Empty and the largest number both mean that it is not set. */
    int numberOr(int unset) {
        String field = text();
        if (field.isEmpty() || field.equals(UNSET)) {
            return unset;
        }
        next--;
        return number();
    }

    boolean flag() {
        return number() == 1;
    }

    void skip() {
        text();
    }

    /** The field that errors about this request refer to. */
    int requestId() {
        requestId = number();
        return requestId;
    }

    RefusedRequest unreadable(String reason) {
        return new RefusedRequest(
                requestId,
                RefusedRequest.UNREADABLE,
                "Error reading request. Message id = " + fields.getFirst() + ". " + reason);
    }

    RefusedRequest invalid(String reason) {
        return new RefusedRequest(
                requestId,
                RefusedRequest.INVALID,
                "Error validating request.-'" + fields.getFirst() + "' : cause - " + reason);
    }
}
