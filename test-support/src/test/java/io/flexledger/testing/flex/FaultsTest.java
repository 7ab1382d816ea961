package io.flexledger.testing.flex;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.fault.FaultPlan;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.flex.wire.Framing;
import io.flexledger.testing.statement.StatementSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with an answer, as an ordinary client sees it. */
class FaultsTest {

    private static final StatementSpec ACCOUNT =
            StatementSpec.seeded(5).withDays(LocalDate.of(2025, 7, 14), 5).withTrades(30);

    private final FlexSimulator broker = FlexSimulator.start(
            SimulatorSettings.of(Caller.TOKEN, GeneratedReports.of(ACCOUNT), SimulatedQuery.full(Caller.QUERY))
                    .withClock(new SetClock("2025-07-18T09:00:00-04:00"))
                    .with(Limits.NONE));
    private final Caller caller = Caller.of(broker);

    @AfterEach
    void close() {
        caller.close();
        broker.close();
    }

    private HttpResponse<byte[]> meet(Fault fault) throws IOException, InterruptedException {
        String reference = caller.request("");
        broker.next(Endpoint.GET_STATEMENT, fault);
        return caller.fetch(reference);
    }

    private String report() throws IOException, InterruptedException {
        return caller.report("");
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void anyCodeOnEitherCall(Endpoint endpoint) throws Exception {
        for (int code : List.of(1001, 1002, 1012, 1018, 1019, 1025, 1999)) {
            broker.next(endpoint, Fault.code(code));
            var answer = caller.get(endpoint, "t=x&q=1&v=3");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Caller.code(answer)).isEqualTo(Integer.toString(code));
        }
    }

    @Test
    void aFaultHappensOnce() throws Exception {
        broker.next(Endpoint.SEND_REQUEST, Fault.code(1009));

        assertThat(Caller.code(caller.send(""))).isEqualTo("1009");
        assertThat(caller.request("")).isNotEmpty();
        assertThat(broker.waitingFaults(Endpoint.SEND_REQUEST)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void aServerInFrontOfTheService(int status) throws Exception {
        var answer = meet(Fault.status(status, 7));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void aWebPageWithStatus200() throws Exception {
        var answer = meet(Fault.page());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.text(answer)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aRedirect() throws Exception {
        var answer = meet(Fault.redirect("http://127.0.0.1:9/elsewhere"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("http://127.0.0.1:9/elsewhere");
    }

    @Test
    void aReceiptThatLeadsElsewhere() throws Exception {
        broker.next(Endpoint.SEND_REQUEST, Fault.wrongHost("evil.example"));

        assertThat(Caller.text(caller.send("")))
                .contains("<Url>https://evil.example/AccountManagement/FlexWebService/GetStatement</Url>");
    }

    @Test
    void compressed() throws Exception {
        String whole = report();
        var answer = meet(Fault.gzip());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneEncodingDeclaredAndAnotherUsed() throws Exception {
        byte[] body =
                meet(Fault.encoding("UTF-8", Charset.forName("windows-1252"))).body();

        assertThat(new String(body, Charset.forName("windows-1252")))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Münchener")
                .contains("<FlexQueryResponse ");
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void sixteenBits() throws Exception {
        byte[] body = meet(Fault.encoding("UTF-16", StandardCharsets.UTF_16)).body();

        assertThat(body).startsWith(0xFE, 0xFF);
        assertThat(new String(body, StandardCharsets.UTF_16)).contains("encoding=\"UTF-16\"", "<FlexQueryResponse ");
    }

    @Test
    void noBody() throws Exception {
        assertThat(meet(Fault.empty()).body()).isEmpty();
    }

    @Test
    void aBodyWithoutEnd() throws Exception {
        broker.next(Endpoint.GET_STATEMENT, Fault.oversized(100_000_000));
        var request = HttpRequest.newBuilder(broker.baseUrl().resolve("GetStatement?t=x&q=1&v=3"))
                .header("User-Agent", "Flexledger/1.0")
                .build();
        long length = 0;
        try (var in = caller.client()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
            }
        }
        assertThat(length).isEqualTo(100_000_000);
    }

    /** The JDK's client sends a GET once more by itself when its connection dies without an answer. */
    @Test
    void aConnectionTornDown() {
        broker.next(Endpoint.SEND_REQUEST, Fault.reset(), 2);

        assertThatThrownBy(() -> caller.request("")).isInstanceOf(IOException.class);
        assertThat(broker.requests()).hasSize(2);
    }

    @Test
    void littleByLittle() throws Exception {
        String whole = report();
        long start = System.nanoTime();
        var answer = meet(Fault.drip(whole.length() / 10, Duration.ofMillis(30)));

        assertThat(Caller.text(answer)).isEqualTo(whole);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(270));
    }

    @ParameterizedTest
    @EnumSource(
            value = Framing.class,
            names = {"LENGTH", "CHUNKED"})
    void aBodyThatEndsEarlyAndShowsIt(Framing framing) {
        assertThatThrownBy(() -> meet(Fault.cut(1_000, framing))).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyThatEndsEarlyAndLooksWhole() throws Exception {
        var answer = meet(Fault.cut(1_000, Framing.CLOSE));

        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Content-Length")).isEmpty();
        assertThat(headers.firstValue("Transfer-Encoding")).isEmpty();
        assertThat(Caller.text(answer)).hasSize(1_000).startsWith("<FlexQueryResponse");
    }

    @Test
    void noConnectionForAWhile() throws Exception {
        caller.request("");
        broker.refuseConnections();
        assertThatThrownBy(() -> caller.request("")).isInstanceOf(ConnectException.class);

        broker.acceptConnections();
        assertThat(caller.request("")).isNotEmpty();
    }

    @Test
    void anOutageEndsByItself() throws Exception {
        broker.next(Endpoint.SEND_REQUEST, Fault.refused(Duration.ofMillis(300)));
        assertThatThrownBy(() -> caller.request("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> caller.request("")).isInstanceOf(ConnectException.class);

        await().ignoreExceptions().until(() -> !caller.request("").isEmpty());
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            FaultPlan plan = new FaultPlan();
            plan.random(42, 50, FaultPlan.PASSING);
            List<String> met = new ArrayList<>();
            for (int request = 0; request < 1_000; request++) {
                met.add(plan.take(Endpoint.GET_STATEMENT).map(Fault::toString).orElse(""));
            }
            runs.add(met);
        }

        assertThat(runs.getFirst()).isEqualTo(runs.getLast());
        assertThat(runs.getFirst().stream().filter(String::isEmpty)).hasSizeBetween(420, 580);
        assertThat(runs.getFirst().stream().distinct()).hasSize(FaultPlan.PASSING.size() + 1);
    }
}
