package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The moments in which a test can interfere, seen on the bare connection. */
class HoldsTest {

    private final FlexSimulator broker = FlexSimulator.start(SimulatorSettings.of(
                    Caller.TOKEN,
                    GeneratedReports.of(StatementSpec.seeded(5)
                            .withDays(LocalDate.of(2025, 7, 14), 5)
                            .withTrades(30)),
                    SimulatedQuery.full(Caller.QUERY))
            .withClock(new SetClock("2025-07-18T09:00:00-04:00"))
            .with(Limits.NONE));
    private final Caller caller = Caller.of(broker);

    @AfterEach
    void close() {
        caller.close();
        broker.close();
    }

    private Socket ask(Endpoint endpoint, String query, String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
        socket.setSoTimeout(200);
        String request = "GET %s?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                .formatted(endpoint.path(), query, headers);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket fetch(String reference) throws IOException {
        String query = "t=%s&q=%s&v=3".formatted(Caller.TOKEN, reference);
        return ask(Endpoint.GET_STATEMENT, query, "User-Agent: Flexledger/1.0\r\n");
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What comes until nothing comes any more. */
    private static String soFar(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int one = in.read(); one >= 0; one = in.read()) {
                text.append((char) one);
            }
            throw new AssertionError("the connection ended after " + text);
        } catch (SocketTimeoutException _) {
            return text.toString();
        }
    }

    @Test
    void beforeTheFirstByte() throws Exception {
        Hold hold = broker.hold(Endpoint.GET_STATEMENT);
        try (Socket socket = fetch(caller.request(""))) {
            hold.awaitArrived();
            assertThat(soFar(socket.getInputStream())).isEmpty();

            hold.release();
            socket.setSoTimeout(0);
            assertThat(all(socket)).startsWith("HTTP/1.1 200 OK").contains("</FlexQueryResponse>");
        }
    }

    @Test
    void inTheMiddleOfTheBody() throws Exception {
        Hold hold = broker.holdBody(Endpoint.GET_STATEMENT, 500);
        try (Socket socket = fetch(caller.request(""))) {
            hold.awaitArrived();
            String first = soFar(socket.getInputStream());
            String chunk = first.substring(first.indexOf("\r\n\r\n") + 4);
            assertThat(chunk).startsWith("1f4\r\n<FlexQueryResponse").hasSize(500 + "1f4\r\n\r\n".length());

            hold.release();
            socket.setSoTimeout(0);
            assertThat(all(socket)).endsWith("</FlexQueryResponse>\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void aShortAnswerIsHeldAtItsEnd() throws Exception {
        Hold hold = broker.holdBody(Endpoint.SEND_REQUEST, 1_000_000);
        try (Socket socket = ask(Endpoint.SEND_REQUEST, "t=x&q=1&v=3", "User-Agent: Flexledger/1.0\r\n")) {
            hold.awaitArrived();
            assertThat(soFar(socket.getInputStream())).endsWith("</FlexStatementResponse>\n");
            hold.release();
            assertThat(all(socket)).isEmpty();
        }
    }

    @Test
    void aClientThatDiesMeanwhileHarmsNobody() throws Exception {
        Hold hold = broker.holdBody(Endpoint.GET_STATEMENT, 500);
        String reference = caller.request("");
        try (Socket socket = fetch(reference)) {
            hold.awaitArrived();
            socket.setSoLinger(true, 0);
        }
        hold.release();

        assertThat(Caller.text(caller.fetch(reference))).endsWith("</FlexQueryResponse>\n");
        assertThat(broker.requests()).hasSize(3);
    }

    @Test
    void silence() throws Exception {
        broker.next(Endpoint.SEND_REQUEST, Fault.silence());
        try (Socket socket = ask(Endpoint.SEND_REQUEST, "t=x&q=1&v=3", "User-Agent: Flexledger/1.0\r\n")) {
            assertThat(soFar(socket.getInputStream())).isEmpty();
        }
        assertThat(caller.request("")).isNotEmpty();
    }

    @Test
    void reset() throws Exception {
        broker.next(Endpoint.SEND_REQUEST, Fault.reset());
        try (Socket socket = ask(Endpoint.SEND_REQUEST, "t=x&q=1&v=3", "User-Agent: Flexledger/1.0\r\n")) {
            socket.setSoTimeout(0);
            assertThatThrownBy(() -> all(socket))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aClientWithoutNameIsTurnedAway() throws Exception {
        try (Socket socket = ask(Endpoint.SEND_REQUEST, "t=%s&q=%s&v=3".formatted(Caller.TOKEN, Caller.QUERY), "")) {
            assertThat(all(socket)).startsWith("HTTP/1.1 403 Forbidden");
        }
    }
}
