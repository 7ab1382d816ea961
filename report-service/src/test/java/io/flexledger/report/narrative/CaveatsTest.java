package io.flexledger.report.narrative;

import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.day.Statements;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever the ledger says about its own figures is read below the reconciliation. */
class CaveatsTest {

    private static final String TITLE = "What to know about these figures";
    private static final Caveat POSITION =
            new Caveat("POSITION_MISMATCH", "the broker states 200 SPY, and the rows come to 100");
    private static final Caveat PROCEEDS = new Caveat("PROCEEDS_DIFFER", "the row states other proceeds");

    private static LedgerDay doubtful() {
        var day = GoldenDays.tuned().july17();
        return new LedgerDay(
                day.account(),
                day.date(),
                day.base(),
                day.entries().stream().map(CaveatsTest::doubtful).toList(),
                day.official(),
                Statements.doubting(Objects.requireNonNull(day.calculated()), POSITION),
                day.live(),
                day.previous());
    }

    private static JournalEntry doubtful(JournalEntry entry) {
        return new JournalEntry(
                entry.id(),
                entry.account(),
                entry.reportDate(),
                entry.occurredAt(),
                entry.timed(),
                entry.sequence(),
                entry.version(),
                entry.detail(),
                entry.postings(),
                entry.disposals(),
                entry.impacts(),
                entry.events(),
                entry.sources(),
                List.of(PROCEEDS));
    }

    private static JsonNode bridge(LedgerDay day) {
        return ContractJson.MAPPER.valueToTree(report(day)).findValue("bridge");
    }

    @Test
    void areListedOnceEach() {
        assertThat(MarkdownRenderer.render(report(doubtful()))).endsWith("""
                *   **What to know about these figures:**
                    *   the broker states 200 SPY, and the rows come to 100 (POSITION_MISMATCH)
                    *   the row states other proceeds (PROCEEDS_DIFFER)

                """);
        assertThat(bridge(doubtful()).at("/caveats/0/code").asText()).isEqualTo("POSITION_MISMATCH");
        assertThat(bridge(doubtful()).at("/caveats")).hasSize(2);
    }

    @Test
    void areNotMentionedWhereThereAreNone() {
        var day = GoldenDays.tuned().july17();

        assertThat(MarkdownRenderer.render(report(day))).doesNotContain(TITLE);
        assertThat(bridge(day).has("caveats")).isFalse();
    }
}
