package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import io.flexledger.cli.client.StubService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandsTest {

    private static final String ASSIGNED = "3f9d2c10-0000-4000-8000-000000000001";
    private static final String DOWN = "3f9d2c11-0000-4000-8000-000000000002";
    private static final String OPEN = """
            {"open":2,"items":[
             {"id":"%s","kind":"ASSIGNMENT","severity":"WARNING","lasts":false,"account":"U1","subject":"e1",
              "occurredAt":"2026-11-20T21:00:00Z","raisedAt":"2026-11-21T05:30:00.123Z","title":"Assigned: 1 SPY 635 P",
              "text":"100 SPY were bought at 635.","nextStep":"Look at the position.","path":"/report/2026-11-20?account=U1",
              "endedAt":null,"acknowledged":null,"open":true,
              "deliveries":[{"alert":"%s","channel":"webhook","state":"WAITING","attempts":2,
               "nextAt":"2026-11-21T05:32:00Z","error":"status 500","sentAt":null},
               {"alert":"%s","channel":"mail","state":"SENT","attempts":1,"nextAt":null,"error":null,
               "sentAt":"2026-11-21T05:30:02Z"}]},
             {"id":"%s","kind":"GATEWAY_DOWN","severity":"WARNING","lasts":true,"account":null,"subject":"gateway",
              "occurredAt":"2026-11-20T20:00:00Z","raisedAt":"2026-11-20T20:03:00Z","title":"The gateway, is gone",
              "text":"t","nextStep":"n","path":"/","endedAt":null,"acknowledged":null,"open":true,"deliveries":[]}]}
            """.formatted(ASSIGNED, ASSIGNED, ASSIGNED, DOWN);
    private static final String ACKNOWLEDGED = OPEN.substring(OPEN.indexOf("[") + 1, OPEN.indexOf("]},") + 2)
            .replace(
                    "\"acknowledged\":null",
                    "\"acknowledged\":{\"at\":\"2026-11-21T06:00:00Z\",\"by\":\"ann\",\"note\":\"on it\"}");

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

    private Ended run(String... words) {
        return new Shell(home, Map.of("FLEXLEDGER_REPORT_URL", service.url(), "USER", "ann"), false).run(words);
    }

    private Ended run(String line) {
        return run(line.split(" "));
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    @Nested
    class Listing {

        @Test
        void showsWhatIsOpen() {
            service.on("GET /api/alerts", 200, OPEN);

            Ended ended = run("alerts");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines().map(AlertsCommandsTest::squeezed))
                    .containsExactly(
                            "ID SEVERITY TOLD (UTC) ACCOUNT ALERT STATE",
                            "3f9d2c10 WARNING 2026-11-21T05:30:00 U1 Assigned: 1 SPY 635 P open",
                            "3f9d2c11 WARNING 2026-11-20T20:03:00 The gateway, is gone open");
            assertThat(service.requests()).containsExactly("GET /api/alerts?open=true&limit=200");
        }

        @Test
        void showsEverythingOfAnAccountToAProgram() {
            service.on("GET /api/alerts", 200, OPEN);

            assertThat(run("alerts list --account U1 --all -o csv").out().lines())
                    .containsExactly(
                            "id,kind,severity,account,subject,occurredAt,raisedAt,endedAt,acknowledgedAt,acknowledgedBy,"
                                    + "open,title,path",
                            ASSIGNED
                                    + ",ASSIGNMENT,WARNING,U1,e1,2026-11-20T21:00:00Z,2026-11-21T05:30:00.123Z,,,,true,"
                                    + "Assigned: 1 SPY 635 P,/report/2026-11-20?account=U1",
                            DOWN
                                    + ",GATEWAY_DOWN,WARNING,,gateway,2026-11-20T20:00:00Z,2026-11-20T20:03:00Z,,,,true,"
                                    + "\"The gateway, is gone\",/");
            assertThat(service.requests()).containsExactly("GET /api/alerts?account=U1&limit=200");
        }

        @Test
        void isTheServicesOwnAnswerInJson() {
            service.on("GET /api/alerts", 200, OPEN);

            assertThat(run("alerts --json").out())
                    .isEqualTo(run("alerts list -o json").out());
            assertThat(run("alerts list --json").out()).contains("\"open\" : 2", "\"channel\" : \"webhook\"");
        }

        @Test
        void saysWhereThereAreMoreThanItShows() {
            service.on("GET /api/alerts", 200, OPEN.replace("\"open\":2", "\"open\":201"));

            assertThat(run("alerts").err()).contains("the newest 2 of 201 open alerts");
        }

        @Test
        void ofNoneSaysSo() {
            service.on("GET /api/alerts", 200, "{\"open\":0,\"items\":[]}");

            Ended ended = run("alerts");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines()).hasSize(1);
            assertThat(ended.err()).contains("no open alerts");
        }
    }

    @Nested
    class Showing {

        @Test
        void tellsWhatIsKnownOfOneByTheBeginningOfItsId() {
            service.on("GET /api/alerts", 200, OPEN).on("GET /api/alerts/" + ASSIGNED, 200, ACKNOWLEDGED);

            Ended ended = run("alerts show 3F9D2C10");

            assertThat(ended.code()).isZero();
            assertThat(squeezed(ended.out()))
                    .contains(
                            "alert Assigned: 1 SPY 635 P",
                            "text 100 SPY were bought at 635.",
                            "next Look at the position.",
                            "kind ASSIGNMENT (WARNING)",
                            "state acknowledged",
                            "known to ann",
                            "note on it",
                            "page " + service.url() + "/report/2026-11-20?account=U1",
                            "sent by webhook WAITING 2 attempts again at 2026-11-21T05:32:00Z status 500",
                            "sent by mail SENT 2026-11-21T05:30:02Z");
        }

        @Test
        void asksForAWholeIdAtOnce() {
            service.on("GET /api/alerts/" + ASSIGNED, 200, ACKNOWLEDGED);

            assertThat(run("alerts show " + ASSIGNED + " -o json").out()).contains("\"note\" : \"on it\"");
            assertThat(service.requests()).containsExactly("GET /api/alerts/" + ASSIGNED);
        }

        @Test
        void needsMoreOfAnIdThatTwoBeginWith() {
            service.on("GET /api/alerts", 200, OPEN);

            Ended ended = run("alerts show 3f9d");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("2 alerts begin with 3f9d", ASSIGNED, DOWN);
        }

        @Test
        void endsWithThreeWhereThereIsNone() {
            service.on("GET /api/alerts", 200, OPEN)
                    .on("GET /api/alerts/" + DOWN, 404, "{\"code\":\"ALERT_NOT_FOUND\",\"detail\":\"No such alert.\"}");

            assertThat(run("alerts show 4").code()).isEqualTo(3);
            assertThat(run("alerts show " + DOWN).err()).contains("ALERT_NOT_FOUND: No such alert.");
            assertThat(run("alerts show ../x").code()).isEqualTo(2);
            assertThat(run("alerts show").code()).isEqualTo(2);
        }
    }

    @Nested
    class Acknowledging {

        @Test
        void saysWhoAndWhy() {
            service.on("GET /api/alerts", 200, OPEN)
                    .on("POST /api/alerts/" + ASSIGNED + "/acknowledge", 200, ACKNOWLEDGED);

            Ended ended = run("alerts", "acknowledge", "3f9d2c10", "--note", "on it");

            assertThat(ended.code()).isZero();
            assertThat(service.requests())
                    .last()
                    .isEqualTo("POST /api/alerts/" + ASSIGNED + "/acknowledge {\"by\":\"ann\",\"note\":\"on it\"}");
            assertThat(squeezed(ended.out())).contains("state acknowledged");
            assertThat(ended.err()).isEmpty();
        }

        @Test
        void tellsWhereSomebodyWasFirst() {
            service.on("POST /api/alerts/" + ASSIGNED + "/acknowledge", 200, ACKNOWLEDGED);

            Ended ended = run("alerts acknowledge " + ASSIGNED + " --by bob");

            assertThat(ended.code()).isZero();
            assertThat(squeezed(ended.out())).contains("known to ann");
            assertThat(ended.err()).contains("3f9d2c10 had been acknowledged already, at 2026-11-21T06:00:00Z");
        }

        @Test
        void tellsWhatTheServiceRefuses() {
            service.on(
                    "POST /api/alerts/" + ASSIGNED + "/acknowledge",
                    400,
                    "{\"code\":\"INVALID_INPUT\",\"detail\":\"note is longer than 1000\"}");

            Ended ended = run("alerts acknowledge " + ASSIGNED);

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("note is longer than 1000");
        }
    }

    @Nested
    class Testing {

        @Test
        void showsEachChannel() {
            service.on("POST /api/alerts/test", 200, """
                    {"channels":[{"channel":"log","outcome":"SENT","error":null},
                     {"channel":"mail","outcome":"OFF","error":null}]}
                    """);

            Ended ended = run("alerts test");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines().map(AlertsCommandsTest::squeezed).map(String::strip))
                    .containsExactly("CHANNEL OUTCOME ERROR", "log SENT", "mail OFF");
        }

        @Test
        void endsWithFiveWhenOneFails() {
            service.on(
                    "POST /api/alerts/test",
                    200,
                    "{\"channels\":[{\"channel\":\"webhook\",\"outcome\":\"FAILED\",\"error\":\"status 500\"}]}");

            Ended ended = run("alerts test -o csv");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.out()).contains("webhook,FAILED,status 500");
        }
    }

    @Test
    void withoutAStackEveryCommandSaysSo() {
        for (String command : new String[] {"list", "show 1", "acknowledge 1", "test"}) {
            assertThat(new Shell(home).run(("alerts " + command).split(" ")).code())
                    .isEqualTo(5);
        }
    }
}
