package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import io.flexledger.cli.client.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCommandsTest {

    private static final String CONNECTED = """
            {"gateway":"gateway","state":"CONNECTED","since":"2026-11-21T14:30:00Z","problem":null,"mode":"live",
             "endpoint":"127.0.0.1:4001","clientId":71,"serverVersion":200,"accounts":["U1","U2"],
             "heardAt":"2026-11-21T15:00:00Z","clockOffsetMs":12,"nextAttemptAt":null,"fillsToday":12,
             "commissionsPending":1,"quarantined":0}
            """;
    private static final String REFUSED = """
            {"gateway":"gateway","state":"RECONNECTING","since":"2026-11-21T14:30:00Z","problem":
             {"code":"GATEWAY_REFUSED","detail":"No connection to the gateway was made.","nextStep":"Start the gateway."},
             "mode":"live","endpoint":"127.0.0.1:4001","clientId":71,"serverVersion":null,"accounts":[],
             "heardAt":null,"clockOffsetMs":null,"nextAttemptAt":"2026-11-21T14:31:00Z","fillsToday":0,
             "commissionsPending":0,"quarantined":0}
            """;
    private static final String EXECUTIONS = """
            {"executions":[
             {"account":"U1","execId":"0000f1ed.00a11cec.01.01","time":"2025-07-18T05:15:49Z","symbol":"SPY",
              "conid":10000001,"side":"BUY","quantity":"100","price":"629.45","currency":"USD","commission":"-1.0027",
              "commissionCurrency":"USD","realizedPnl":null,"venue":"OVERNIGHT","orderRef":"a, b","status":"PROVISIONAL"},
             {"account":"U1","execId":"0000f1ed.00a11ced.01.01","time":"2025-07-18T14:32:34Z","symbol":"SPY 626 P",
              "conid":734298505,"side":"SELL","quantity":"1","price":"0.4","currency":"USD","commission":null,
              "commissionCurrency":null,"realizedPnl":null,"venue":"CBOE","orderRef":"","status":"PROVISIONAL"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private StubService service;

    @BeforeEach
    void open() throws IOException {
        service = StubService.empty();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Ended run(String line) {
        return new Shell(
                        home,
                        Map.of("FLEXLEDGER_REALTIME_URL", service.url(), "FLEXLEDGER_REPORT_URL", service.url()),
                        false)
                .run(line.split(" "));
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    @Nested
    class Reconnect {

        @Test
        void showsHowItStandsThen() {
            service.on("POST /gateway/reconnect", 200, CONNECTED.replace("CONNECTED", "CONNECTING"));

            Ended ended = run("gateway reconnect");

            assertThat(ended.code()).isZero();
            assertThat(squeezed(ended.out())).contains("state CONNECTING");
            assertThat(service.requests()).containsExactly("POST /gateway/reconnect");
        }

        @Test
        void failsWhereNothingIsListenedTo() {
            service.on(
                    "POST /gateway/reconnect",
                    503,
                    "{\"code\":\"GATEWAY_UNAVAILABLE\",\"detail\":\"the gateway is switched off here\"}");

            Ended ended = run("gateway reconnect");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.err()).contains("the gateway is switched off here");
        }
    }

    @Nested
    class Status {

        @Test
        void ofAGatewayThatIsHeardIsGood() {
            service.on("GET /gateway/status", 200, CONNECTED);

            Ended ended = run("gateway status");

            assertThat(ended.code()).isZero();
            assertThat(squeezed(ended.out()))
                    .contains(
                            "state CONNECTED",
                            "gateway 127.0.0.1:4001 (live)",
                            "accounts U1 U2",
                            "its clock +12 ms from ours",
                            "fills today 12",
                            "commissions pending 1");
            assertThat(ended.err()).isEmpty();
        }

        @Test
        void ofARehearsalTellsTheDaysBetween() {
            service.on(
                    "GET /gateway/status",
                    200,
                    CONNECTED.replace("\"clockOffsetMs\":12", "\"clockOffsetMs\":-42508404771"));

            assertThat(run("gateway status").out()).contains("-491 days from ours");
        }

        @Test
        void ofAGatewayThatIsNotEndsWithFiveAndSaysWhatToDo() {
            service.on("GET /gateway/status", 200, REFUSED);

            Ended ended = run("gateway status");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.err())
                    .contains("GATEWAY_REFUSED: No connection to the gateway was made.", "next: Start the gateway.");
        }

        @Test
        void ofNoGatewaySaysHowToHaveOne() {
            service.on("GET /gateway/status", 200, "{\"state\":\"DISABLED\",\"problem\":null,\"accounts\":[]}");

            Ended ended = run("gateway status");

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).contains("FLEXLEDGER_GATEWAY_ENABLED=true", "--with-gateway-simulator");
        }

        @Test
        void isTheServicesOwnAnswerInJson() {
            service.on("GET /gateway/status", 200, CONNECTED);

            assertThat(run("gateway status -o json").out()).contains("\"commissionsPending\" : 1");
        }
    }

    @Nested
    class Check {

        @Test
        void listsEveryStep() {
            service.on("POST /gateway/check", 200, """
                    {"checks":[{"name":"reachable","result":"OK","detail":"127.0.0.1:4001","nextStep":null},
                     {"name":"client-id","result":"WARN","detail":"71 is not the master","nextStep":"Set it."}]}
                    """);

            Ended ended = run("gateway check");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines().map(GatewayCommandsTest::squeezed))
                    .containsExactly(
                            "RESULT CHECK DETAIL NEXT",
                            "OK reachable 127.0.0.1:4001",
                            "WARN client-id 71 is not the master Set it.");
        }

        @Test
        void endsWithFiveWhenAStepFails() {
            service.on(
                    "POST /gateway/check",
                    200,
                    "{\"checks\":[{\"name\":\"reachable\",\"result\":\"FAIL\",\"detail\":\"refused\",\"nextStep\":\"Start it.\"}]}");

            assertThat(run("gateway check -o csv").code()).isEqualTo(5);
        }

        @Test
        void problemOfTheServiceIsTold() {
            service.on(
                    "POST /gateway/check", 409, "{\"code\":\"GATEWAY_DISABLED\",\"detail\":\"No gateway is set up.\"}");

            Ended ended = run("gateway check");

            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.err()).contains("GATEWAY_DISABLED: No gateway is set up.");
        }
    }

    @Nested
    class Executions {

        @Test
        void haveAHeaderThatDoesNotChange() {
            service.on("GET /api/executions", 200, EXECUTIONS);

            Ended ended = run("gateway executions --date 2025-07-18 --account U1 --csv");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines())
                    .containsExactly(
                            "account,execId,time,symbol,conid,side,quantity,price,currency,commission,commissionCurrency,"
                                    + "realizedPnl,venue,orderRef,status",
                            "U1,0000f1ed.00a11cec.01.01,2025-07-18T05:15:49Z,SPY,10000001,BUY,100,629.45,USD,-1.0027,USD,,"
                                    + "OVERNIGHT,\"a, b\",PROVISIONAL",
                            "U1,0000f1ed.00a11ced.01.01,2025-07-18T14:32:34Z,SPY 626 P,734298505,SELL,1,0.4,USD,,,,CBOE,,"
                                    + "PROVISIONAL");
            assertThat(service.requests()).containsExactly("GET /api/executions?date=2025-07-18&account=U1");
        }

        @Test
        void areATableForAPerson() {
            service.on("GET /api/executions", 200, EXECUTIONS);

            assertThat(squeezed(run("gateway executions --date 2025-07-18").out()))
                    .contains("BUY 100 SPY 629.45 USD -1.0027 USD PROVISIONAL 0000f1ed.00a11cec.01.01");
        }

        @Test
        void ofADayWithoutAnyAreAHeaderAlone() {
            service.on("GET /api/executions", 200, "{\"executions\":[]}");

            Ended ended = run("gateway executions --date 2025-07-19 --csv");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines()).hasSize(1);
            assertThat(ended.err()).contains("no execution of 2025-07-19");
        }

        @Test
        void areKeptInAFileOfTheirDay() throws IOException {
            service.on("GET /api/executions", 200, EXECUTIONS);

            run("gateway executions --date 2025-07-18 --save");
            Ended again = run("gateway executions --date 2025-07-18 --save");

            Path file = home.resolve("data/executions/2025-07-18.csv");
            assertThat(again.out()).isEqualTo(file + System.lineSeparator());
            assertThat(Files.readAllLines(file)).hasSize(3).first().asString().startsWith("account,execId,time,");
            try (var files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }

        @Test
        void needADay() {
            assertThat(run("gateway executions").code()).isEqualTo(2);
        }
    }

    @Test
    void snapshotIsJson() {
        service.on(
                "GET /api/account/summary",
                200,
                "{\"account\":\"U1\",\"netLiquidation\":{\"amount\":\"79754.81\",\"currency\":\"HKD\"},\"positions\":[]}");

        Ended ended = run("gateway snapshot --account U1");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\"amount\" : \"79754.81\"");
        assertThat(service.requests()).containsExactly("GET /api/account/summary?account=U1");
    }

    @Test
    void snapshotIsKeptInAFileOfItsDayInNewYork() throws IOException {
        service.on(
                "GET /api/account/summary",
                200,
                "{\"account\":\"U1\",\"asOf\":\"2025-07-19T01:00:00Z\",\"positions\":[]}");

        assertThat(run("gateway snapshot --account U1 --save kept").code()).isZero();

        assertThat(Files.readString(home.resolve("kept/snapshots/2025-07-18-U1.json")))
                .contains("\"account\" : \"U1\"");
    }

    @Test
    void whatIsNoSnapshotIsNotKept() {
        service.on("GET /api/account/summary", 200, "{\"account\":\"U1\"}");

        Ended ended = run("gateway snapshot --save");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("asOf");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void snapshotThatIsNotThereEndsWithThree() {
        service.on(
                "GET /api/account/summary",
                404,
                "{\"code\":\"NO_ACCOUNT_SNAPSHOT\",\"detail\":\"No account snapshot found\"}");

        Ended ended = run("gateway snapshot");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("NO_ACCOUNT_SNAPSHOT: No account snapshot found");
    }

    @Nested
    class Watch {

        private static final String FIRST = """
                : connected

                id: 1
                event: status
                data: {"state":"DEGRADED","since":"2026-11-21T14:30:00Z","accounts":["U1"],
                data: "problem":{"code":"GATEWAY_UPLINK","text":"It has lost its connection to the broker."}}

                id: 2
                event: nav
                data: {"account":"U1","date":"2026-11-23","asOf":"2026-11-23T15:00:00Z",
                data: "total":{"amount":"79754.81","currency":"HKD"},"change":{"amount":"12.501601594","currency":"HKD"},
                data: "caveats":[{"code":"LIVE_RATE","text":"a rate of the gateway"}]}

                """;
        private static final String SECOND = """
                id: 3
                event: fill
                data: {"account":"U1","execId":"x.1.01.01","time":"2026-11-23T15:00:01Z","symbol":"SPY","side":"SELL",\
                "quantity":"-2","price":"629.45","currency":"USD","commission":null,"status":"PROVISIONAL"}

                event: day
                data: {"account":"U1","date":"2026-11-23"}

                event: other
                data: plain

                """;

        @Test
        void tellsALineForEachEventAndGoesOnAfterABreak() {
            service.on("GET /api/stream", 200, FIRST).on("GET /api/stream", 200, SECOND);

            Ended ended = run("gateway watch -n 5");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines().map(GatewayCommandsTest::squeezed))
                    .containsExactly(
                            "status DEGRADED since 2026-11-21T14:30:00Z U1 GATEWAY_UPLINK: It has lost its connection"
                                    + " to the broker.",
                            "nav U1 2026-11-23 2026-11-23T15:00:00Z 79754.81 HKD +12.50 HKD since the last close (LIVE_RATE)",
                            "fill U1 2026-11-23T15:00:01Z SELL 2 SPY @ 629.45 USD commission pending PROVISIONAL",
                            "day U1 2026-11-23 is told anew",
                            "other plain");
            assertThat(service.requests()).hasSize(2);
            assertThat(ended.err()).contains("the stream of report-service ended");
        }

        @Test
        void isALineOfJsonForEachEventOfAnAccount() {
            service.on("GET /api/stream", 200, SECOND);

            Ended ended = run("gateway watch -n 1 --account U1 -o json");

            assertThat(ended.out().strip())
                    .startsWith("{\"event\":\"fill\",\"id\":\"3\",\"data\":{\"account\":\"U1\"")
                    .doesNotContain("\n");
            assertThat(service.requests()).containsExactly("GET /api/stream?account=U1");
        }

        @Test
        void failsWhereThereIsNoStream() {
            assertThat(run("gateway watch").code()).isEqualTo(3);
            assertThat(new Shell(home)
                            .run("gateway", "watch", "--report-url", "http://127.0.0.1:1")
                            .code())
                    .isEqualTo(5);
        }
    }

    @Test
    void withoutAStackEveryCommandSaysSo() {
        for (String command : new String[] {"status", "check", "watch", "snapshot"}) {
            assertThat(new Shell(home).run("gateway", command).code()).isEqualTo(5);
        }
        assertThat(new Shell(home).run("gateway").code()).isEqualTo(2);
    }
}
