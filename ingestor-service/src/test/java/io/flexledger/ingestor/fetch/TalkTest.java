package io.flexledger.ingestor.fetch;

import static io.flexledger.ingestor.fetch.ScriptedBroker.error;
import static io.flexledger.ingestor.fetch.ScriptedBroker.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.artifact.StatementScanner;
import io.flexledger.ingestor.fetch.Broker.Wanted;
import io.flexledger.ingestor.fetch.StageEntry.Status;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.period.Role;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {

    private static final FlexQuery QUERY =
            new FlexQuery("123456", "mtd", Role.TRADES, AccountId.of("U7654321"), new Token("secret-digits"));

    private final VirtualTime time = new VirtualTime();
    private final ScriptedBroker broker = new ScriptedBroker();
    private final List<String> aside = new ArrayList<>();
    private final List<StageEntry> told = new ArrayList<>();
    private final Timeline timeline = new Timeline(time::now, (changed, _) -> told.add(changed));
    private final NotedPauses pauses = new NotedPauses();

    @Test
    void aReportIsRequestedWaitedForAndDownloaded() throws Exception {
        broker.onFetching(error("1019"), error("1019"));

        assertThat(talk().report().sections()).containsExactly("Trades");
        assertThat(broker.calls()).containsExactly("ask", "fetch", "fetch", "fetch");
        assertThat(timeline.entries().stream().map(e -> e.stage() + " " + e.status()))
                .containsExactly(
                        "REQUEST SUCCESS",
                        "POLL SUCCESS",
                        "DOWNLOAD RETRYING",
                        "DOWNLOAD RETRYING",
                        "DOWNLOAD SUCCESS");
        assertThat(told.stream().map(e -> e.stage() + " " + e.status()))
                .containsExactly(
                        "REQUEST STARTED",
                        "REQUEST SUCCESS",
                        "POLL STARTED",
                        "DOWNLOAD RETRYING",
                        "DOWNLOAD RETRYING",
                        "POLL SUCCESS",
                        "DOWNLOAD STARTED",
                        "DOWNLOAD SUCCESS");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(5 + 10 + 20));
    }

    /** How a code that never goes away ends: its class, its problem, and how long that takes with the default settings. */
    @ParameterizedTest
    @CsvSource({
        "1001, RETRY,          FLEX_STATEMENT, 3, 3",
        "1003, NEW_REQUEST,    FLEX_STATEMENT, 2, 1",
        "1004, RETRY,          FLEX_STATEMENT, 3, 16",
        "1005, RETRY,          FLEX_STATEMENT, 3, 31",
        "1006, RETRY,          FLEX_STATEMENT, 3, 31",
        "1007, RETRY,          FLEX_STATEMENT, 3, 31",
        "1008, RETRY,          FLEX_STATEMENT, 3, 31",
        "1009, RETRY,          FLEX_STATEMENT, 5, 8",
        "1010, FATAL_OPERATOR, FLEX_REQUEST,   1, 0",
        "1011, FATAL_OPERATOR, FLEX_TOKEN,     1, 0",
        "1012, FATAL_OPERATOR, FLEX_TOKEN,     1, 0",
        "1013, FATAL_OPERATOR, FLEX_TOKEN,     1, 0",
        "1014, FATAL_OPERATOR, FLEX_REQUEST,   1, 0",
        "1015, FATAL_OPERATOR, FLEX_TOKEN,     1, 0",
        "1016, FATAL_OPERATOR, FLEX_REQUEST,   1, 0",
        "1017, NEW_REQUEST,    FLEX_REQUEST,   2, 1",
        "1018, THROTTLE,       FLEX_REQUEST,   2, 11",
        "1019, POLL,           FLEX_STATEMENT, 8, 6",
        "1020, FATAL_BUG,      FLEX_REQUEST,   1, 0",
        "1021, RETRY,          FLEX_STATEMENT, 4, 4",
        "1025, FATAL_OPERATOR, FLEX_TOKEN,     1, 0",
    })
    void aCodeThatStaysEndsInItsClass(String code, Reaction reaction, FlexProblem problem, int calls, int minutes) {
        broker.onAsking(repeated(error(code)));

        var failure = failure();

        assertThat(failure.reaction()).isEqualTo(reaction);
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.cause()).isEqualTo(code);
        assertThat(failure.detail()).contains(code);
        assertThat(failure.nextStep()).endsWith(".").isNotBlank();
        assertThat(broker.calls()).hasSize(calls);
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofMinutes(minutes));
    }

    /** The same, when the request was taken and the download is what fails. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1001", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "1010", "1011", "1012", "1013", "1014",
                "1015", "1016", "1017", "1018", "1019", "1020", "1021", "1025", "1002", "9999"
            })
    void aCodeThatStaysAtTheDownloadEndsWithinTheHour(String code) {
        broker.onFetching(repeated(error(code)));

        assertThat(failure().detail()).contains(code);
        assertThat(broker.calls().size()).isLessThanOrEqualTo(10);
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1001", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "1017", "1018", "1019", "1021"})
    void aCodeThatPassesCostsNothingButTime(String code) throws Exception {
        broker.onFetching(error(code));

        assertThat(talk().report().statements()).hasSize(1);
        assertThat(timeline.entries()).anySatisfy(entry -> {
            assertThat(entry.status()).isEqualTo(Status.RETRYING);
            assertThat(entry.facts())
                    .containsEntry("error_code", code)
                    .containsKeys("poll_attempt", "error_message", "retry_after_seconds", "next_retry_at_utc");
        });
    }

    @Test
    void anUnknownCodeIsFatalAndItsAnswerKept() {
        broker.onAsking(error("1999"));

        var failure = failure();

        assertThat(failure.problem()).isEqualTo(FlexProblem.FLEX_UNKNOWN_CODE);
        assertThat(failure.reaction()).isEqualTo(Reaction.FATAL_OPERATOR);
        assertThat(broker.calls()).hasSize(1);
        assertThat(aside).singleElement().asString().contains("1999");
    }

    @Test
    void aLockoutRestsAllQueriesOfTheTokenForADay() {
        broker.onAsking(error("1025"));

        assertThat(failure().rest()).isEqualTo(new Rest(Duration.ofHours(24), true, false));
    }

    @ParameterizedTest
    @CsvSource({"1011, true", "1012, true", "1013, true", "1015, true", "1010, false", "1014, false", "1016, false"})
    void whatAPersonMustChangeHoldsBackWhatRunsByItself(String code, boolean ofToken) {
        broker.onAsking(error(code));

        assertThat(failure().rest()).isEqualTo(new Rest(Duration.ofHours(12), ofToken, true));
    }

    /** A period without a report says nothing about the next one. */
    @ParameterizedTest
    @ValueSource(strings = {"1003", "1017"})
    void whatAnotherRequestMayMendHoldsBackNobodyWhoAsksByHand(String code) {
        broker.onAsking(repeated(error(code)));

        assertThat(failure().rest()).isEqualTo(new Rest(Duration.ofMinutes(30), false, true));
    }

    @Test
    void aLimitMetIsToldToAllWhoUseTheToken() throws Exception {
        broker.onAsking(error("1018"));

        talk();

        assertThat(pauses.ofToken).singleElement().satisfies(pause -> {
            assertThat(pause.notBefore()).isEqualTo(VirtualTime.START.plus(Duration.ofMinutes(10)));
            assertThat(pause.unattended()).isFalse();
        });
    }

    @Test
    void aTokenThatRestsIsWaitedFor() throws Exception {
        broker.resting(new Pauses.Pause(VirtualTime.START.plus(Duration.ofMinutes(10)), "Too many requests.", false));

        assertThat(talk().report().statements()).hasSize(1);
        assertThat(broker.calls()).containsExactly("ask", "fetch");
        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(timeline.entries())
                .anySatisfy(entry -> assertThat(entry.facts()).containsEntry("error_code", "FLEX_PAUSED"));
    }

    @Test
    void aTokenThatRestsForLongEndsTheRun() {
        broker.resting(new Pauses.Pause(VirtualTime.START.plus(Duration.ofHours(24)), "Locked out.", false));

        var failure = failure();

        assertThat(failure.problem()).isEqualTo(FlexProblem.FLEX_PAUSED);
        assertThat(failure.detail()).contains("Locked out");
        assertThat(broker.calls()).isEmpty();
        assertThat(time.passed()).isZero();
    }

    @Test
    void anotherHostIsNotFollowed() {
        broker.onAsking(receipt("https://elsewhere.test/GetStatement"));

        assertThat(failure().problem()).isEqualTo(FlexProblem.FLEX_WRONG_HOST);
        assertThat(broker.calls()).containsExactly("ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Maintenance</body></html>",
                "<FlexQueryResponse queryName='mtd' type='AF'><FlexStatements count='1'><FlexStatement accountId='U1'",
                "<FlexQueryResponse><FlexStatements></FlexStatementz></FlexQueryResponse>",
                "nothing at all"
            })
    void aDamagedReportIsDownloadedAgainAndKept(String damaged) throws Exception {
        broker.onFetching(damaged);

        assertThat(talk().report().statements()).hasSize(1);
        assertThat(aside).containsExactly(damaged);
    }

    @Test
    void aReportThatStaysDamagedIsGivenUp() {
        broker.onFetching(repeated("<FlexQueryResponse>"));

        var failure = failure();

        assertThat(failure.problem()).isEqualTo(FlexProblem.FLEX_REPORT_DAMAGED);
        assertThat(broker.calls()).hasSize(5);
        assertThat(aside).hasSize(4);
    }

    @Test
    void aQueryForCsvIsForAPersonToChange() {
        broker.onFetching("\"ClientAccountID\",\"TradeID\",\"Symbol\"\n\"U1\",\"1\",\"SPY\"\n");

        assertThat(failure().reaction()).isEqualTo(Reaction.FATAL_OPERATOR);
    }

    @Test
    void patienceEndsWithTheDeadline() {
        broker.onAsking(error("1005"), error("1006"), error("1007"), error("1008"), error("1004"), error("1018"));
        broker.onAsking(repeated(error("1005")));

        assertThat(failure().problem()).isEqualTo(FlexProblem.FLEX_TIMEOUT);
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void nothingShowsTheToken() {
        assertThat(QUERY.toString()).doesNotContain("secret");
        assertThat(QUERY.token().fingerprint()).hasSize(16).doesNotContain("secret");
    }

    private Talk.Fetched talk() throws FetchFailedException, IOException {
        var conversation = new Conversation(RetrySettings.DEFAULT, () -> 0.5, broker::isBrokers);
        Talk.Reader reader = bytes -> {
            try (var open = bytes.open()) {
                return StatementScanner.scan(open, VirtualTime.START, ScanLimits.DEFAULT);
            }
        };
        return new Talk(broker, time, reader, pauses, timeline)
                .hold(
                        new Wanted(QUERY, null, null),
                        conversation,
                        bytes -> aside.add(text(bytes.open().readAllBytes())));
    }

    private static final class NotedPauses implements Pauses {

        private final List<Pause> ofToken = new ArrayList<>();

        @Override
        public Optional<Pause> find(FlexQuery query, Instant now) {
            return Optional.empty();
        }

        @Override
        public void set(FlexQuery query, boolean wholeToken, Pause pause) {
            assertThat(wholeToken).isTrue();
            ofToken.add(pause);
        }

        @Override
        public void clear(FlexQuery query) {
            throw new AssertionError("a talk clears nothing");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private FlexFailure failure() {
        var thrown = new FlexFailure[1];
        assertThatThrownBy(this::talk).isInstanceOfSatisfying(FetchFailedException.class, e -> thrown[0] = e.failure());
        return thrown[0];
    }

    private static String[] repeated(String answer) {
        return IntStream.range(0, 20).mapToObj(_ -> answer).toArray(String[]::new);
    }
}
