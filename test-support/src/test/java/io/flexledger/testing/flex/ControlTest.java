package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator steered from outside its process. */
class ControlTest {

    private final FlexSimulator broker = FlexSimulator.start(SimulatorSettings.of(
                    Caller.TOKEN, GeneratedReports.of(StatementSpec.seeded(5)), SimulatedQuery.full(Caller.QUERY))
            .withClock(new SetClock("2025-02-18T09:00:00-05:00"))
            .with(Limits.BROKER));
    private final Caller caller = Caller.of(broker);

    @AfterEach
    void close() {
        caller.close();
        broker.close();
    }

    @Test
    void queuesFaults() throws Exception {
        var answer = caller.control("POST", "faults", "SendRequest code 1009\nGetStatement cut 100 chunked\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(broker.waitingFaults(Endpoint.GET_STATEMENT)).isEqualTo(1);
        assertThat(Caller.code(caller.send(""))).isEqualTo("1009");
    }

    @Test
    void forgetsFaults() throws Exception {
        caller.control("POST", "faults", "SendRequest code 1009\n");
        caller.control("DELETE", "faults", "");

        assertThat(caller.request("")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code 1012",
                "status 503 10",
                "status 500",
                "page",
                "redirect http://127.0.0.1:9/",
                "wrong-host evil.example",
                "gzip",
                "encoding UTF-8 windows-1252",
                "empty",
                "oversized 100000000",
                "reset",
                "silence",
                "drip 10 250",
                "cut 100",
                "cut 100 close",
                "refused 1"
            })
    void knowsEveryFault(String fault) throws Exception {
        assertThat(caller.control("POST", "faults", "GetStatement " + fault).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetStatement explode", "Get code 1019", "GetStatement cut many", "random 1"})
    void refusesWhatIsNoFault(String line) throws Exception {
        assertThat(caller.control("POST", "faults", "SendRequest page\n" + line).statusCode())
                .isEqualTo(400);
        assertThat(broker.waitingFaults(Endpoint.SEND_REQUEST)).isZero();
    }

    @Test
    void holdsAndLetsGo() throws Exception {
        assertThat(caller.control("POST", "holds", "SendRequest").body()).isEqualTo("1\n");
        assertThat(caller.control("GET", "holds", "").body()).isEqualTo("1 waiting\n");
        Thread client = Thread.ofVirtual().start(() -> {
            try {
                caller.request("");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        broker.holds().getFirst().awaitArrived();
        assertThat(caller.control("GET", "holds", "").body()).isEqualTo("1 arrived\n");

        caller.control("DELETE", "holds", "");
        client.join();
    }

    @Test
    void listsRequestsAndViolationsWithoutTheToken() throws Exception {
        caller.send("");
        assertThat(Caller.code(caller.send(""))).isEqualTo("1018");

        String requests = caller.control("GET", "requests", "").body();
        assertThat(requests.lines()).hasSize(2).allMatch(line -> line.contains("SEND_REQUEST"));
        assertThat(requests).doesNotContain(Caller.TOKEN);
        assertThat(caller.control("GET", "violations", "").body())
                .contains("at least 1000 ms are asked for")
                .doesNotContain(Caller.TOKEN);
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(caller.control("GET", "help", "").body()).contains("POST   /simulator/faults", "cut <bytes>");
    }
}
