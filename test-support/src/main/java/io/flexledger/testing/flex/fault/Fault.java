package io.flexledger.testing.flex.fault;

import io.flexledger.testing.flex.service.BrokerCode;
import io.flexledger.testing.flex.wire.Framing;
import java.nio.charset.Charset;
import java.time.Duration;

/** One thing that goes wrong with one request. */
public sealed interface Fault {

    /** The service refuses, with any code. */
    record Refusal(BrokerCode code) implements Fault {}

    /**
     * A server before the service answers.
     *
     * @param retryAfterSeconds negative: it does not say
     */
    record Status(int status, int retryAfterSeconds) implements Fault {}

    /** A web page with status 200, such as a maintenance notice. */
    record Page(String sentence) implements Fault {}

    record Redirect(String location) implements Fault {}

    /** The receipt sends the client to another host; anything else stays as it is. */
    record WrongHost(String host) implements Fault {}

    /** The answer travels compressed, asked for or not. */
    record Gzip() implements Fault {}

    /** The answer says one encoding and has another; a comment at its start is not ASCII. */
    record Encoding(String declared, Charset actual) implements Fault {}

    /** Status 200 and no body. */
    record Empty() implements Fault {}

    /** A report that goes on and on and never becomes one. */
    record Oversized(long bytes) implements Fault {}

    /** The connection is torn down without a byte. */
    record Reset() implements Fault {}

    /** Nothing is ever answered. */
    record Silence() implements Fault {}

    /** The right answer, a little at a time. */
    record Drip(int bytes, Duration pause) implements Fault {}

    /** The right answer, but the connection ends after so many bytes of the body. */
    record Cut(long bytes, Framing framing) implements Fault {}

    /** This connection is reset, and for a while no other is accepted. */
    record Refused(Duration duration) implements Fault {}

    static Fault code(int code) {
        return new Refusal(BrokerCode.of(code));
    }

    static Fault status(int status) {
        return new Status(status, -1);
    }

    static Fault status(int status, int retryAfterSeconds) {
        return new Status(status, retryAfterSeconds);
    }

    static Fault page() {
        return page("Scheduled maintenance");
    }

    /** @param sentence such as one that repeats the request */
    static Fault page(String sentence) {
        return new Page(sentence);
    }

    static Fault redirect(String location) {
        return new Redirect(location);
    }

    static Fault wrongHost(String host) {
        return new WrongHost(host);
    }

    static Fault gzip() {
        return new Gzip();
    }

    static Fault encoding(String declared, Charset actual) {
        return new Encoding(declared, actual);
    }

    static Fault empty() {
        return new Empty();
    }

    static Fault oversized(long bytes) {
        return new Oversized(bytes);
    }

    static Fault reset() {
        return new Reset();
    }

    static Fault silence() {
        return new Silence();
    }

    static Fault drip(int bytes, Duration pause) {
        return new Drip(bytes, pause);
    }

    static Fault cut(long bytes, Framing framing) {
        return new Cut(bytes, framing);
    }

    static Fault refused(Duration duration) {
        return new Refused(duration);
    }
}
