package io.flexledger.web.request;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called.
 *
 * @param request the caller's {@code X-Request-Id} if it is well-formed, else one made here
 * @param trace   the trace of the caller's {@code traceparent}, or null without one
 */
record RequestIds(String request, @Nullable String trace) {

    /** Short and without blanks or quotes, so that nobody writes lines of his own into the log. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** W3C Trace Context: version, trace, parent, flags; a trace of zeros is none. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    static RequestIds of(@Nullable String requestId, @Nullable String traceParent) {
        return new RequestIds(
                requestId != null && WELL_FORMED.matcher(requestId).matches()
                        ? requestId
                        : UUID.randomUUID().toString(),
                trace(traceParent));
    }

    private static @Nullable String trace(@Nullable String traceParent) {
        var parts = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
        return parts.matches() ? parts.group(1) : null;
    }
}
