package io.flexledger.report.narrative;

import static io.flexledger.report.day.Market.HONG_KONG;
import static io.flexledger.report.day.Market.NEW_YORK;
import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flexledger.contracts.ContractJson;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.StoryRules;
import io.flexledger.testing.Golden;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both days as they are printed, byte for byte. */
class GoldenTextTest {

    private static final Golden GOLDEN = Golden.in("narrative");

    @Test
    void textOfBothDays() {
        var days = GoldenDays.tuned();
        GOLDEN.check("2025-07-17.md", MarkdownRenderer.render(report(days.july17())));
        GOLDEN.check("2025-07-18.md", MarkdownRenderer.render(report(days.july18())));
    }

    @Test
    void textAtTheBrokersOwnRates() {
        var days = GoldenDays.real();
        GOLDEN.check("2025-07-17-own-rates.md", MarkdownRenderer.render(report(days.july17())));
        GOLDEN.check("2025-07-18-own-rates.md", MarkdownRenderer.render(report(days.july18())));
    }

    @Test
    void textByEcon1() {
        var econ = Narrator.report(
                GoldenDays.real().july18(),
                new Clocks(NEW_YORK, HONG_KONG),
                new StoryRules(RuleSet.ECON_1, Duration.ofMinutes(5), true));
        GOLDEN.check("2025-07-18-econ.md", MarkdownRenderer.render(econ));
    }

    @Test
    void jsonOfBothDays() throws JsonProcessingException {
        var days = GoldenDays.tuned();
        var writer = ContractJson.MAPPER.writerWithDefaultPrettyPrinter();
        GOLDEN.check("2025-07-17.json", writer.writeValueAsString(report(days.july17())) + "\n");
        GOLDEN.check("2025-07-18.json", writer.writeValueAsString(report(days.july18())) + "\n");
    }

    /** All of both days is about one underlying. */
    @Test
    void isTheSameWhetherOrNotUnderlyingsShareAGroup() {
        var shared = new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), false);
        for (var day : List.of(GoldenDays.tuned().july17(), GoldenDays.tuned().july18())) {
            assertThat(MarkdownRenderer.render(Narrator.report(day, new Clocks(NEW_YORK, HONG_KONG), shared)))
                    .isEqualTo(MarkdownRenderer.render(report(day)));
        }
    }

    @Test
    void sameDayTwiceIsTheSameText() {
        assertThat(MarkdownRenderer.render(report(GoldenDays.tuned().july18())))
                .isEqualTo(MarkdownRenderer.render(report(GoldenDays.tuned().july18())));
    }
}
