package io.flexledger.report.adapter.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser; skipped where there is none. Pictures are left in {@code target/pages}. */
@QuarkusTest
@WithTestResource(StackResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final List<String> PAGES = List.of(
            "/days/2025-07-17",
            "/days/2025-07-18",
            "/summary",
            "/trace/U1000001/2025-07-18/story/3/impact",
            "/trace/U1000001/2025-07-17/story/1/impact",
            "/accounts",
            "/days/2025-07-19");

    private final Published published;
    private @Nullable Browser browser;

    @Inject
    BrowserTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeAll
    void start() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: pages are not looked at");
        browser = new Browser(program.orElseThrow());
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
    }

    private Browser browser() {
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        return browser;
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + RestAssured.port + path;
    }

    @ParameterizedTest
    @CsvSource({
        "1280, light, screen",
        "1280, dark, screen",
        "360, light, screen",
        "360, dark, screen",
        "800, light, print"
    })
    void noPageScrollsSideways(int width, String scheme, String media) throws Exception {
        for (var path : PAGES) {
            browser().open(url(path), width, scheme, media);
            browser()
                    .picture(Path.of(
                            "target",
                            "pages",
                            path.substring(1).replace('/', '-') + "-" + width + "-" + scheme + "-" + media + ".png"));

            assertThat(browser()
                            .evaluate("document.documentElement.scrollWidth")
                            .asInt())
                    .as("%s at %d", path, width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void theChartHasOneStepPerBlockAndAClickShowsTheBlock() {
        browser().open(url("/days/2025-07-18"), 1280, "light", "screen");
        browser().await("!!document.querySelector('#chart svg')");

        assertThat(browser()
                        .evaluate("JSON.parse(document.getElementById('chart-steps').textContent).steps.length")
                        .asInt())
                .isEqualTo(6);
        assertThat(browser()
                        .evaluate("document.getElementById('chart').textContent")
                        .asText())
                .contains(
                        "Pre-Market Cover Trade", "13:15 HKT, July 18", "01:15 EDT, July 18", "78,609.37", "-1,145.44");
        var at = browser().evaluate("""
                (() => { const chart = echarts.getInstanceByDom(document.getElementById('chart'));
                const box = document.getElementById('chart').getBoundingClientRect();
                const point = chart.convertToPixel({seriesIndex: 0}, [78609.37, 3]);
                return [box.x + point[0], box.y + point[1]]; })()""");
        browser().click(at.get(0).asDouble(), at.get(1).asDouble());

        browser().await("location.hash === '#block-3' && document.activeElement.id === 'block-3'");
    }

    @Test
    void keysLeadFromDayToDay() {
        browser().open(url("/days/2025-07-18"), 1280, "light", "screen");
        browser().press("ArrowLeft");
        browser().await("location.pathname === '/days/2025-07-17' && document.readyState === 'complete'");
        browser().press("ArrowRight");
        browser().await("location.pathname === '/days/2025-07-18' && document.readyState === 'complete'");
        browser().press("j");
        browser().await("document.activeElement.id === 'block-1'");
        browser().press("g");
        browser().press("s");
        browser().await("location.pathname === '/summary' && document.readyState === 'complete'");
        browser().press("g");
        browser().press("d");
        browser().await("location.pathname === '/days/2025-07-18' && document.readyState === 'complete'");
        browser().press("?");
        browser().await("document.getElementById('help').open");
    }

    @Test
    void aFigureLeadsToItsTraceAndBack() {
        browser().open(url("/days/2025-07-18"), 1280, "light", "screen");
        browser().evaluate("document.querySelector('#block-3 a.fig.strong').click()");
        browser().await("location.pathname.startsWith('/trace/') && document.readyState === 'complete'");

        assertThat(browser()
                        .evaluate("document.querySelector('.big').textContent")
                        .asText())
                .isEqualTo("-1,145.44 HKD");
        browser().evaluate("document.querySelector('.bar nav a').click()");
        browser().await("location.pathname === '/days/2025-07-18'");
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNoScriptFails() {
        for (var path : PAGES.subList(0, 6)) {
            browser().open(url(path), 1280, "light", "screen");
            assertThat(browser()
                            .evaluate(
                                    "performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).length")
                            .asInt())
                    .isZero();
        }
        assertThat(browser().complaints()).doesNotContain("exceptionThrown").doesNotContain("TypeError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutFromWhatIsBehindIt(String scheme) {
        for (var path : PAGES) {
            browser().open(url(path), 1280, scheme, "screen");
            assertThat(browser().evaluate(FAINT).asText()).as(path).isEmpty();
        }
    }

    /** Texts that do not stand out, by WCAG 2.2: 4.5 to 1, and 3 to 1 for what is large. */
    static final String FAINT = """
            (() => {
              const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
                .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (e) => {
                const color = rgb(getComputedStyle(e).backgroundColor);
                return color.length < 4 || color[3] > 0 || !e.parentElement ? color : behind(e.parentElement);
              };
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const faint = new Set();
              while (texts.nextNode()) {
                const e = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || /SCRIPT|NOSCRIPT/.test(e.tagName) || !e.checkVisibility()) continue;
                const style = getComputedStyle(e);
                const [low, high] = [light(rgb(e.closest("svg") ? style.fill : style.color)), light(behind(e))]
                  .sort((a, b) => a - b);
                const large = parseFloat(style.fontSize) >= 24;
                if ((high + 0.05) / (low + 0.05) < (large ? 3 : 4.5)) faint.add(texts.currentNode.data.trim());
              }
              return [...faint].join("; ");
            })()""";

    /** By WCAG 2.2: links inside sentences and tables are excepted. */
    @Test
    void whatIsTappedIsLargeEnoughForAFinger() {
        for (var path : PAGES) {
            browser().open(url(path), 360, "light", "screen");
            assertThat(browser().evaluate("""
                    [...document.querySelectorAll("nav a, .formats a, .ways a, button, input, summary")]
                      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
                      .map((e) => e.textContent).join("; ")""").asText()).as(path).isEmpty();
        }
    }

    @Test
    void aDayFitsOnTwoSheetsOfPaper() throws Exception {
        assertThat(sheets("/days/2025-07-17")).isBetween(1, 2);
        assertThat(sheets("/days/2025-07-18")).isBetween(1, 2);
        assertThat(sheets("/summary")).isEqualTo(1);
    }

    private int sheets(String path) throws IOException {
        var file = Path.of("target", "pages", path.substring(1).replace('/', '-') + ".pdf");
        browser().open(url(path), 1280, "dark", "");
        browser().print(file);
        return Files.readString(file, StandardCharsets.ISO_8859_1).split("/Type /Page\n", -1).length - 1;
    }
}
