package io.flexledger.testing.gateway;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.gateway.day.StatementFiles;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.statement.sample.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway steered from outside its process. */
class ControlTest {

    private static final String GOLDEN = "date=2025-07-18 ";
    private static final String SAMPLE = "U7654321";

    private final DayClock clock = DayClock.now();
    private final GatewaySimulator gateway = GatewaySimulator.start(GatewaySettings.of(Rehearsal.account())
            .withMasterClient(Rehearsal.MASTER)
            .withClock(clock));
    private final DayPlayer player = new DayPlayer(gateway, clock, new StatementFiles(Samples.directory()));
    private final SimulatorControl control;
    private final HttpClient http = HttpClient.newHttpClient();

    ControlTest() throws IOException {
        control = SimulatorControl.start(0, gateway, clock, player);
    }

    @AfterEach
    void close() {
        http.close();
        control.close();
        player.close();
        gateway.close();
    }

    private HttpResponse<String> ask(String method, String what, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/simulator/%s".formatted(control.port(), what)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String post(String what, String body) {
        HttpResponse<String> answer = ask("POST", what, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body().strip();
    }

    private String get(String what) {
        return ask("GET", what, "").body();
    }

    @Test
    void playsADayByItsOwnClock() throws IOException {
        post("day", GOLDEN + "pace=paused");

        try (RawClient client = Rehearsal.client(gateway)) {
            client.send(6, 2, 1, SAMPLE);
            assertThat(client.until(54))
                    .contains(
                            List.of("6", "2", "NetLiquidation", "79754.81", "HKD", SAMPLE),
                            List.of("6", "2", "ExchangeRate", "7.8491", "USD", SAMPLE));
            client.send(49, 1);
            // A minute before the first booking, which is of the evening before.
            assertThat(client.next(49).get(2)).isEqualTo(epoch("2025-07-17T20:19:00Z"));

            post("pace", "60000");
            assertThat(client.next(11).subList(14, 17))
                    .containsExactly("0000f1ed.00a11cec.01.01", "20250718-05:15:49", SAMPLE);
            assertThat(client.next(59).subList(3, 5)).containsExactly("1.0027", "USD");
            assertThat(client.next(fields -> fields.contains("NetLiquidation") && fields.contains("79231.03")))
                    .startsWith("6");
        }
        await().untilAsserted(() -> assertThat(get("state")).contains("day=2025-07-18 is over", "pace=1"));
        assertThat(get("tickets").lines()).hasSize(3);
        post("fill", SAMPLE + " buy 1 AAPL 150 commission=10");
        // 79231.03 less 10 USD at 7.8491
        assertThat(get("state")).contains("U7654321:79152.54HKD");
    }

    private static String epoch(String instant) {
        return Long.toString(Instant.parse(instant).getEpochSecond());
    }

    @Test
    void stepsThroughADay() {
        post("day", GOLDEN + "pace=paused");
        assertThat(get("state")).contains("0 of 9 happened").contains("accounts=U7654321:79754.81HKD");
        for (int number = 1; number <= 4; number++) {
            post("step", "");
            String happened = "%d of 9".formatted(number);
            await().untilAsserted(() -> assertThat(get("state")).contains(happened));
        }

        // The three bookings of the assignment and the expiry, then the cover.
        assertThat(get("tickets")).contains("side=BOT shares=100 price=629.45").hasLineCount(1);
        assertThat(get("state")).contains("time=2025-07-18T05:15:49Z");
    }

    @Test
    void beginsWhenSomebodyListensAndWaitsNoLongerThanTold() throws IOException {
        post("day", GOLDEN + "pace=real gap=1 await=yes");
        assertThat(get("state")).contains("is open");

        try (RawClient client = RawClient.started(gateway, Rehearsal.MASTER)) {
            assertThat(client.next(11).get(15)).isEqualTo("20250718-05:15:49");
        }
    }

    @Test
    void playsTheFollowingDaysToo() {
        post("day", "date=2025-07-17 pace=1000000 gap=0 repeat=following");

        await().untilAsserted(() -> assertThat(get("state")).contains("day=2025-07-22 is over"));
        assertThat(get("tickets").lines()).hasSize(6 + 3 + 2 + 2);
    }

    @Test
    void samedayAgainIsToldAgain() {
        post("day", GOLDEN + "pace=1000000 gap=0");
        await().untilAsserted(() -> assertThat(get("state")).contains("is over"));
        String first = get("tickets");
        post("day", GOLDEN + "pace=1000000 gap=0");

        await().untilAsserted(() -> assertThat(get("state")).contains("is over"));
        assertThat(get("tickets")).isEqualTo(first);
    }

    @Test
    void saysWhenEachExecutionWasWritten() throws IOException {
        try (RawClient client = Rehearsal.client(gateway)) {
            Instant before = InstantSource.system().instant();
            String execId = post("fill", Rehearsal.ACCOUNT + " buy 10 AAPL 150.25 commission=1.30");
            client.next(59);

            assertThat(get("sent").lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("execution execId=%s client=7 pushed=true".formatted(execId));
            String written = get("sent").lines().findFirst().orElse("").replaceAll(".* written=", "");
            assertThat(Instant.parse(written))
                    .isBetween(before, InstantSource.system().instant());
        }
    }

    @Test
    void burstsAtTheRateAskedFor() throws IOException {
        try (RawClient client = Rehearsal.client(gateway)) {
            long began = System.nanoTime();
            post("burst", "20 100");
            for (int number = 0; number < 20; number++) {
                client.next(11);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(ofMillis(190), ofMillis(2_000));
        }
    }

    private static Duration ofMillis(int millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void movesFigures() throws IOException {
        try (RawClient client = Rehearsal.client(gateway)) {
            client.send(62, 1, 1, "All", "NetLiquidation");
            client.until(64);
            post("mark", "AAPL 160");
            assertThat(client.next(63).get(5)).isEqualTo("33400.00");
            post("rate", Rehearsal.ACCOUNT + " USD 0.5");
            // 1000 + 0.5 x (20000 + 100 x 160)
            assertThat(client.next(63).get(5)).isEqualTo("19000.00");
            post("nav", Rehearsal.ACCOUNT + " 1.00");
            assertThat(client.next(63).get(5)).isEqualTo("1.00");
            post("nav", Rehearsal.ACCOUNT + " computed");
            assertThat(client.next(63).get(5)).isEqualTo("19000.00");
            post("notice", "2110 broken");
            assertThat(client.next(4)).contains("2110", "broken");
        }
    }

    /** 32500 less a tenth of the 13500 that 100 AAPL are worth, then less what is asked for. */
    @Test
    void squeezesTheMargin() throws IOException {
        try (RawClient client = Rehearsal.client(gateway)) {
            client.send(62, 1, 1, "All", "InitMarginReq,MaintMarginReq,AvailableFunds,ExcessLiquidity");
            assertThat(figures(client.until(64)))
                    .containsExactly("1687.50 EUR", "1350.00 EUR", "30812.50 EUR", "31150.00 EUR");

            post("margin", Rehearsal.ACCOUNT + " 32000");
            assertThat(figures(List.of(client.next(63), client.next(63), client.next(63), client.next(63))))
                    .containsExactly("40000.00 EUR", "32000.00 EUR", "-7500.00 EUR", "500.00 EUR");

            post("margin", Rehearsal.ACCOUNT + " computed");
            assertThat(client.next(63).get(5)).isEqualTo("1687.50");
        }
    }

    private static List<String> figures(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.getFirst().equals("63"))
                .map(row -> row.get(5) + " " + row.get(6))
                .toList();
    }

    @Test
    void correctsAndCombines() {
        String execId = post("fill", Rehearsal.ACCOUNT + " buy 10 AAPL 150.25");

        assertThat(post("correct", execId + " 9 150.30")).endsWith(".01.02");
        assertThat(post("combo", Rehearsal.ACCOUNT + " 2 3.20 AAPL SPY parts=2").lines())
                .hasSize(5)
                .last()
                .asString()
                .endsWith(".03.01.02");
    }

    @Test
    void queuesAndForgetsFaults() {
        post("faults", "no-end\nfill-corrected");
        assertThat(get("faults").lines()).containsExactly("NO_END", "CORRECTED");

        ask("DELETE", "faults", "");
        assertThat(get("faults")).isEmpty();
    }

    @Test
    void startsOver() {
        post("day", GOLDEN + "pace=paused");
        post("step", "");
        post("fill", SAMPLE + " buy 1 AAPL 150");
        post("reset", "");

        assertThat(get("state")).contains("no day is played", "accounts=U7654321:79754.81HKD", "executions=0");
        assertThat(clock.instant()).isCloseTo(InstantSource.system().instant(), within(Duration.ofSeconds(5)));
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(
                duration.toMillis(), java.time.temporal.ChronoUnit.MILLIS);
    }

    @Test
    void tellsWhatWasSaid() throws IOException {
        try (RawClient _ = Rehearsal.client(gateway)) {
            assertThat(get("traffic")).contains("sent message=15 times=1", "client=7 49|1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faults no-end\nexplode",
                "faults boom",
                "fill U1 buy",
                "fill U1 buy 1 NOBODY 3",
                "margin DU9000001",
                "margin DU9000001 much",
                "day pace=1",
                "day date=2024-01-01",
                "day date=2025-07-18 colour=red",
                "pace backwards",
                "burst many 3",
                "correct 1.2.3.4 1 1",
                "explode now"
            })
    void refusesWhatMakesNoSense(String line) {
        String[] words = line.split(" ", 2);

        assertThat(ask("POST", words[0], words[1]).statusCode()).isEqualTo(400);
        assertThat(gateway.waitingFaults()).isEmpty();
    }

    @Test
    void explainsItself() {
        assertThat(ask("GET", "help", "").body()).contains("POST   /simulator/burst", "outage <seconds>");
    }

    @Test
    void readsItsCommandLine() {
        InstantSource saturday = InstantSource.fixed(Instant.parse("2025-07-19T12:00:00Z"));
        Programme programme = SimulatorOptions.parse(
                        new String[] {"date=next", "pace=60", "gap=20", "repeat=following", "await=yes"}, saturday)
                .programme()
                .orElseThrow();

        assertThat(programme)
                .isEqualTo(new Programme(
                        LocalDate.of(2025, 7, 21), 60, Duration.ofSeconds(20), Programme.Repeat.FOLLOWING, true));
        assertThat(SimulatorOptions.parse(new String[] {"files=" + Samples.directory(), "date=last"}, saturday)
                        .programme()
                        .map(Programme::first))
                .contains(LocalDate.of(2025, 7, 22));
        assertThat(SimulatorOptions.parse(new String[0], saturday).programme()).isEmpty();
        assertThatThrownBy(() -> SimulatorOptions.parse(new String[] {"colour=red"}, saturday))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
