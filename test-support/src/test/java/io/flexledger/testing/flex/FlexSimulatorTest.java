package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.QueryPeriod;
import io.flexledger.testing.flex.report.QueryRole;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Generation;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.identity.StatementIdentities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexSimulatorTest {

    private static final StatementSpec ACCOUNT =
            StatementSpec.seeded(5).withDays(LocalDate.of(2025, 6, 2), 60).withTrades(300);

    private final SetClock clock = new SetClock("2025-07-18T09:00:00-04:00");

    private interface Talk {
        void with(Caller caller) throws IOException, InterruptedException;
    }

    private SimulatorSettings settings() {
        return SimulatorSettings.of(Caller.TOKEN, GeneratedReports.of(ACCOUNT), SimulatedQuery.full(Caller.QUERY))
                .withClock(clock)
                .with(Limits.NONE);
    }

    private static void talk(SimulatorSettings settings, Talk talk) throws IOException, InterruptedException {
        try (FlexSimulator broker = FlexSimulator.start(settings);
                Caller caller = Caller.of(broker)) {
            talk.with(caller);
        }
    }

    @Test
    void handsOutTheMonthSoFarDayByDay() throws Exception {
        talk(settings(), caller -> {
            String report = caller.report("");

            assertThat(StatementIdentities.check(report.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(Caller.values(report, "count")).containsExactly("13");
            assertThat(report).contains("fromDate=\"20250701\" toDate=\"20250701\"");
            assertThat(report).contains("fromDate=\"20250717\" toDate=\"20250717\"");
            assertThat(report).contains("whenGenerated=\"20250718;090000 EDT\"").doesNotContain("20250718\" toDate");
        });
    }

    @Test
    void aDaysContentNeverChanges() throws Exception {
        talk(settings(), caller -> {
            String friday = caller.report("&fd=20250711&td=20250711");
            clock.set("2025-08-01T22:15:00-04:00");
            String later = caller.report("&fd=20250709&td=20250715");

            String body = friday.substring(friday.indexOf("<AccountInformation"), friday.indexOf("</FlexStatement>"));
            assertThat(body).contains("<Trade ");
            assertThat(later).contains(body);
        });
    }

    @Test
    void aSecondDownloadDiffersInWhenGeneratedOnly() throws Exception {
        talk(settings(), caller -> {
            String first = caller.report("");
            clock.pass(Duration.ofHours(3));
            String second = caller.report("");

            assertThat(second).isNotEqualTo(first);
            assertThat(second.replace("20250718;1200", "20250718;0900")).isEqualTo(first);
        });
    }

    @Test
    void oneReferenceGivesTheSameBytesEachTime() throws Exception {
        talk(settings(), caller -> {
            String reference = caller.request("");
            byte[] first = caller.fetch(reference).body();
            clock.pass(Duration.ofHours(30));

            assertThat(caller.fetch(reference).body()).isEqualTo(first);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-18T04:29:59-04:00, 20250716",
        "2025-07-18T04:30:00-04:00, 20250717",
        "2025-07-19T04:29:59-04:00, 20250717",
        "2025-07-19T04:30:00-04:00, 20250718",
        "2025-07-21T23:00:00-04:00, 20250718"
    })
    void theLastBusinessDayIsTheLastThatIsPublished(String now, String day) throws Exception {
        clock.set(now);
        SimulatedQuery query = SimulatedQuery.full("77").with(QueryPeriod.LAST_BUSINESS_DAY);
        talk(settings().withQuery(query), caller -> {
            String receipt = Caller.text(caller.get(Endpoint.SEND_REQUEST, "t=" + Caller.TOKEN + "&q=77&v=3"));
            String reference = receipt.replaceAll("(?s).*<ReferenceCode>(.*)</ReferenceCode>.*", "$1");

            assertThat(Caller.values(Caller.text(caller.fetch(reference)), "toDate"))
                    .contains(day)
                    .containsOnly(day);
        });
    }

    @Test
    void anUnbrokenPeriodIsOneStatement() throws Exception {
        SimulatedQuery whole = SimulatedQuery.full(Caller.QUERY).with(Breakout.WHOLE_PERIOD);
        talk(
                SimulatorSettings.of(Caller.TOKEN, GeneratedReports.of(ACCOUNT), whole)
                        .withClock(clock)
                        .with(Limits.NONE),
                caller -> {
                    String report = caller.report("&fd=20250707&td=20250711");

                    assertThat(StatementIdentities.check(report.getBytes(StandardCharsets.UTF_8)))
                            .isEmpty();
                    assertThat(report).contains("fromDate=\"20250707\" toDate=\"20250711\"");
                });
    }

    @Test
    void confirmationsTellTheRunningDayUpToTenMinutesAgo() throws Exception {
        clock.set("2025-07-18T12:00:00-04:00");
        SimulatedQuery confirms = SimulatedQuery.of(Caller.QUERY, "Confirms", QueryRole.CONFIRMS);
        GeneratedReports busy = GeneratedReports.of(ACCOUNT.withTrades(3_000));
        talk(SimulatorSettings.of(Caller.TOKEN, busy, confirms).withClock(clock).with(Limits.NONE), caller -> {
            String report = caller.report("");
            List<String> times = Caller.values(report, "dateTime");

            assertThat(report).contains("type=\"TCF\"").contains("toDate=\"20250718\"");
            assertThat(times).isNotEmpty().allMatch(time -> time.compareTo("20250718;115000 EDT") <= 0);
            clock.set("2025-07-19T09:00:00-04:00");
            String next = caller.report("&fd=20250718&td=20250718");
            assertThat(Caller.values(next, "execID"))
                    .hasSizeGreaterThan(times.size())
                    .startsWith(Caller.values(report, "execID").getFirst());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SendRequest?t=a-secret-token&q=1234567                                   | 1001
                    SendRequest?t=a-secret-token&q=1234567&v=2                               | 1001
                    SendRequest?t=another&q=1234567&v=3                                      | 1015
                    SendRequest?q=1234567&v=3                                                | 1015
                    SendRequest?t=a-secret-token&q=999&v=3                                   | 1014
                    SendRequest?t=a-secret-token&q=1234567&v=3&fd=20240701&td=20250701       | 1020
                    SendRequest?t=a-secret-token&q=1234567&v=3&fd=20250702&td=20250701       | 1020
                    SendRequest?t=a-secret-token&q=1234567&v=3&fd=20250701                   | 1020
                    SendRequest?t=a-secret-token&q=1234567&v=3&fd=2025-07-01&td=2025-07-02   | 1020
                    SendRequest?t=a-secret-token&q=1234567&v=3&p=366                         | 1020
                    GetStatement?t=a-secret-token&q=4711&v=3                                 | 1017
                    GetStatement?t=a-secret-token&q=4711                                     | 1001
                    """)
    void refusesWithTheBrokersCode(String target, String code) throws Exception {
        talk(settings(), caller -> {
            var answer = caller.get(Endpoint.BASE + target);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Caller.code(answer)).isEqualTo(code);
            assertThat(Caller.text(answer))
                    .startsWith("<FlexStatementResponse timestamp='18 July, 2025 09:00 AM EDT'>");
        });
    }

    @Test
    void theServletOfOldAnswersAsIfNothingCouldBeMade() throws Exception {
        talk(settings(), caller -> {
            String path = "/Universal/servlet/FlexStatementService.SendRequest?t=a-secret-token&q=1234567&v=3";

            assertThat(Caller.code(caller.get(path))).isEqualTo("1001");
        });
    }

    @Test
    void aYearIsNotTooLong() throws Exception {
        talk(
                settings(),
                caller -> assertThat(caller.request("&fd=20240702&td=20250701")).isNotEmpty());
    }

    @Test
    void aReferenceBelongsToItsToken() throws Exception {
        talk(settings().withToken("another"), caller -> {
            String reference = caller.request("");

            var answer = caller.get(Endpoint.GET_STATEMENT, "t=another&q=%s&v=3".formatted(reference));
            assertThat(Caller.code(answer)).isEqualTo("1017");
        });
    }

    @Test
    void daysThatAreNotThereYetAreNotAvailable() throws Exception {
        talk(settings(), caller -> {
            assertThat(Caller.code(caller.fetch(caller.request("&fd=20250721&td=20250722"))))
                    .isEqualTo("1003");
            assertThat(Caller.code(caller.fetch(caller.request("&fd=20250712&td=20250713"))))
                    .isEqualTo("1003");
        });
    }

    @Test
    void theDatesWinOverTheNumberOfDays() throws Exception {
        talk(settings(), caller -> {
            String days = caller.report("&p=3");
            String dates = caller.report("&p=3&fd=20250701&td=20250701");

            assertThat(Caller.values(days, "count")).containsExactly("3");
            assertThat(Caller.values(dates, "count")).containsExactly("1");
        });
    }

    @Test
    void aReportIsInProgressForAWhile() throws Exception {
        talk(settings().with(new Generation(2, Duration.ofMinutes(5), Duration.ofMinutes(30))), caller -> {
            String reference = caller.request("");

            assertThat(Caller.code(caller.fetch(reference))).isEqualTo("1019");
            clock.pass(Duration.ofMinutes(5));
            assertThat(Caller.code(caller.fetch(reference))).isEqualTo("1019");
            assertThat(Caller.text(caller.fetch(reference))).startsWith("<FlexQueryResponse");

            clock.set("2025-07-19T10:00:00-04:00");
            String saturday = caller.request("");
            clock.pass(Duration.ofMinutes(29));
            assertThat(Caller.code(caller.fetch(saturday))).isEqualTo("1019");
            assertThat(Caller.code(caller.fetch(saturday))).isEqualTo("1019");
            assertThat(Caller.code(caller.fetch(saturday))).isEqualTo("1019");
            clock.pass(Duration.ofMinutes(1));
            assertThat(Caller.text(caller.fetch(saturday))).startsWith("<FlexQueryResponse");
        });
    }

    @Test
    void theSmallAnswersVaryInWhatMeansNothing() throws Exception {
        talk(settings().withVariedStyle(3), caller -> {
            StringBuilder all = new StringBuilder();
            for (int count = 0; count < 20; count++) {
                all.append(Caller.text(caller.send("")));
            }

            assertThat(all.toString())
                    .contains("timestamp='", "timestamp=\"", "<Url>", "<url>", "<?xml version=")
                    .containsPattern("<Status>[^/]*</Status>\n<ReferenceCode>")
                    .containsPattern("</ReferenceCode>\n<Status>");
        });
    }
}
