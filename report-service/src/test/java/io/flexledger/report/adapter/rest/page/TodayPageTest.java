package io.flexledger.report.adapter.rest.page;

import static io.flexledger.report.day.GoldenDays.SPY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.LiveProjector;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.Market;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.net.Listener;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strip that says how an account stands now: without a script, and in a real browser, which is not reloaded. */
@QuarkusTest
@WithTestResource(StackResource.class)
class TodayPageTest {

    private static final String PAGE = "/days/2025-07-21?account=U1000001";

    /** What the gateway's clock shows. */
    private static final Instant THERE = Market.newYork("2025-07-21T10:30:05");

    private final Pool pool;
    private final Published published;
    private final LiveProjector projector;

    @Inject
    TodayPageTest(Pool pool, ReportProjector reports, LiveProjector projector) {
        this.pool = pool;
        this.published = new Published(pool, reports);
        this.projector = projector;
    }

    @BeforeEach
    void aRunningMonday() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(live("79300", 0)));
        gateway(State.CONNECTED);
        tell(fill("0000e0d5.69dd7411.01.01", "630.5", null));
    }

    private static NavSnapshot live(String total, int seconds) {
        var at = THERE.plusSeconds(seconds);
        return GatewaySays.value("U1000001", "2025-07-21", at, total)
                .dailyPnl("68.97")
                .cash(Market.hkd("54546.93"), FxRate.identity(Market.HKD))
                .held(SPY, "5", "630.6", GatewaySays.rate("7.85"))
                .says();
    }

    private void gateway(State state) {
        var now = Instant.now();
        var status = GatewaySays.status("U1000001", state, now, Duration.between(now, THERE.plusSeconds(7)));
        projector.statuses(
                pool, List.of(new ConsumerRecord<>("test", 0, 0, status.gateway(), ContractJson.write(status))));
    }

    private static Fill fill(String execId, String price, @Nullable String commission) {
        return fill(execId, price, commission, Market.newYork("2025-07-21T10:30:00"));
    }

    private static Fill later(String execId, String price, @Nullable String commission) {
        return fill(execId, price, commission, Market.newYork("2025-07-21T10:30:04"));
    }

    private static Fill fill(String execId, String price, @Nullable String commission, Instant at) {
        return GatewaySays.fill("U1000001", execId, at, SPY, "5", price, commission, at.plusSeconds(1));
    }

    private void tell(Fill fill) {
        projector.facts(pool, List.of(GatewaySays.fact(fill)));
    }

    private void tellTheDay() {
        var day = DayScenario.on("U1000001", "2025-07-21");
        published.apply(Published.projections(day.trade(
                        "2025-07-21T10:30:00",
                        day.leg("1", SPY, "5", "630.5", "-1", Market.rate("7.85"), false, "0"),
                        "-1")
                .calculated("79231.031383276", "79223.181383276", Map.of())
                .day()));
    }

    @Test
    void saysEverythingWithoutAScript() {
        assertThat(given().get(PAGE).asString())
                .contains("79,300.00 HKD", "provisional", "+68.97 HKD", "Gateway connected")
                .contains("as of <time datetime=\"2025-07-21T14:30:05Z\">22:30:05 HKT (10:30 New York)</time>")
                .contains("Bought 5 SPY at 630.50 USD", "commission pending")
                .contains("Live NAV:")
                .doesNotContain("This may no longer hold");
        assertThat(given().get("/accounts").asString()).contains("79,300.00 HKD", "Gateway connected");
        assertThat(given().redirects().follow(false).get("/").header("Location"))
                .endsWith("/days/2025-07-21");
        assertThat(given().get("/days/2025-07-18?account=U1000001").asString())
                .contains("<link rel=\"next\" href=\"/days/2025-07-21?account=U1000001\">");
    }

    @Test
    void saysInWordsThatItMayNoLongerHold() {
        gateway(State.LOGIN_NEEDED);

        assertThat(given().get(PAGE).asString())
                .contains("Gateway needs a log-in", "This may no longer hold: the gateway is not heard");
    }

    @Test
    void aDocumentOfTheDayIsTheSameBytesTwice() {
        var first = given().get("/api/reports/daily/2025-07-21.html?account=U1000001");
        assertThat(first.asString()).doesNotContain("class=\"today\"");
        assertThat(given().get("/api/reports/daily/2025-07-21.html?account=U1000001")
                        .asString())
                .isEqualTo(first.asString());
    }

    @Test
    void followsTheDayWithoutBeingLoadedAgain() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: the running day is not looked at");
        try (var browser = new Browser(program.orElseThrow())) {
            browser.open(url(PAGE), 1280, "light", "screen");
            browser.evaluate("window.loadedOnce = true");
            browser.await("document.querySelector('[data-nav]').textContent === '79,300.00 HKD'");

            tell(fill("0000e0d5.69dd7412.01.01", "631.25", "-1.05"));
            browser.await("document.querySelector('.fills li').textContent.includes('Bought 5 SPY at 631.25 USD')"
                    + " || document.querySelector('.fills li + li')?.textContent.includes('631.25')");
            published.apply(List.of(live("79412.5", 1)));
            browser.await("document.querySelector('[data-nav]').textContent === '79,412.50 HKD'");
            tellTheDay();
            browser.await("!!document.getElementById('block-1') && !!document.querySelector('#chart svg')");
            projector.standings(
                    pool,
                    List.of(GatewaySays.standing(
                            fill("0000e0d5.69dd7412.01.01", "631.25", "-1.05"), 1, FillStanding.Status.CONFIRMED)));
            browser.await("document.querySelector('.fills').textContent.includes('confirmed')");
            looks(browser);

            gateway(State.LOGIN_NEEDED);
            browser.await("document.querySelector('.state.bad')?.textContent === 'Gateway needs a log-in'");
            browser.await("document.querySelector('[data-old]')?.textContent.includes('may no longer hold')");
            browser.picture(Path.of("target", "pages", "today-stale-360-dark.png"));
            growsOldInWords(browser);

            assertThat(browser.evaluate("window.loadedOnce").asBoolean()).isTrue();
            assertThat(browser.complaints()).doesNotContain("exceptionThrown").doesNotContain("TypeError");
        }
    }

    /** By the event alone: nothing the page asks for is answered. */
    @Test
    void showsAFillAtOnceJustAsTheServiceWould() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: a fill that comes is not looked at");
        try (var browser = new Browser(program.orElseThrow())) {
            browser.open(url(PAGE), 1280, "light", "screen");
            browser.evaluate("window.fetch = () => new Promise(() => {})");

            tell(fill("0000e0d5.69dd7411.01.02", "630.45", null));
            browser.await("document.querySelector('.fills li').textContent.includes('630.45')");
            tell(later("0000e0d5.69dd7412.01.01", "631.25", null));
            browser.await("document.querySelector('.fills li').textContent.includes('631.25 USD commission pending')");
            tell(later("0000e0d5.69dd7412.01.01", "631.25", "-1.05"));
            browser.await("document.querySelector('.fills li').textContent.includes('commission -1.05')");

            assertThat(browser.evaluate("document.querySelector('[data-count]').textContent")
                            .asText())
                    .isEqualTo("2");
            for (var line : browser.evaluate("[...document.querySelectorAll('.fills li')].map((li) => li.outerHTML)")) {
                assertThat(given().get(PAGE).asString()).contains(line.asText());
            }
            assertThat(browser.complaints()).doesNotContain("exceptionThrown").doesNotContain("TypeError");
        }
    }

    @Test
    void saysThatTheConnectionIsLostAndCatchesUpOnItsOwn() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: a lost connection is not looked at");
        try (var way = new Listener(0, TodayPageTest::relay);
                var browser = new Browser(program.orElseThrow())) {
            browser.open("http://127.0.0.1:" + way.port() + PAGE, 1280, "light", "screen");
            browser.evaluate("window.loadedOnce = true");
            browser.await("document.querySelector('[data-nav]').textContent === '79,300.00 HKD'");

            way.suspend();
            browser.await("/connection is lost .* [1-9] s ago/.test(document.getElementById('lost').textContent)"
                    + " && document.getElementById('lost').checkVisibility()");
            growsOldInWords(browser);
            published.apply(List.of(live("79500", 2)));
            tellTheDay();
            way.resume();

            browser.await("!document.getElementById('lost').checkVisibility()");
            browser.await("document.querySelector('[data-nav]').textContent === '79,500.00 HKD'");
            browser.await("!!document.getElementById('block-1')");
            assertThat(browser.evaluate("window.loadedOnce").asBoolean()).isTrue();
        }
    }

    /** To the service and back, until one side ends. */
    private static void relay(Socket browser) throws IOException, InterruptedException {
        try (var service = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var back = Thread.ofVirtual().start(() -> {
                try (browser) {
                    service.getInputStream().transferTo(browser.getOutputStream());
                } catch (IOException over) {
                    // One side has ended.
                }
            });
            browser.getInputStream().transferTo(service.getOutputStream());
            service.shutdownOutput();
            back.join();
        }
    }

    private static void growsOldInWords(Browser browser) {
        var before = browser.evaluate("document.querySelector('[data-age]').textContent")
                .asText();
        browser.await("document.querySelector('[data-age]').textContent !== '" + before + "'");
    }

    private void looks(Browser browser) throws Exception {
        for (var size : Map.of(1280, "light", 360, "dark").entrySet()) {
            for (var path : List.of(PAGE, "/accounts")) {
                browser.open(url(path), size.getKey(), size.getValue(), "screen");
                browser.evaluate("window.loadedOnce = true");
                var name = path.startsWith("/days") ? "today" : "today-accounts";
                browser.picture(
                        Path.of("target", "pages", name + "-" + size.getKey() + "-" + size.getValue() + ".png"));
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .isLessThanOrEqualTo(size.getKey());
                assertThat(browser.evaluate(BrowserTest.FAINT).asText()).isEmpty();
            }
        }
        browser.open(url(PAGE), 360, "dark", "screen");
        browser.evaluate("window.loadedOnce = true");
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + RestAssured.port + path;
    }
}
