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
                .isEqualTo(8);
        var at = browser().evaluate("""
                (() => { const chart = echarts.getInstanceByDom(document.getElementById('chart'));
                const box = document.getElementById('chart').getBoundingClientRect();
                const point = chart.convertToPixel({seriesIndex: 0}, [3, 78609.37]);
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
        for (var path : PAGES.subList(0, 4)) {
            browser().open(url(path), 1280, "light", "screen");
            assertThat(browser()
                            .evaluate(
                                    "performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).length")
                            .asInt())
                    .isZero();
        }
        assertThat(browser().complaints()).doesNotContain("exceptionThrown").doesNotContain("TypeError");
    }

    @Test
    void aDayFitsOnThreeSheetsOfPaper() throws Exception {
        var sheet = Path.of("target", "pages", "days-2025-07-18.pdf");
        browser().open(url("/days/2025-07-18"), 1280, "light", "screen");
        browser().print(sheet);

        var text = Files.readString(sheet, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/Type /Page\n", -1).length - 1).isBetween(1, 3);
    }
}
