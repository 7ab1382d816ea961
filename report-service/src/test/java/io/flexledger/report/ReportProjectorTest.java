package io.flexledger.report;

import static io.flexledger.report.day.Market.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.holding.LotRow;
import io.flexledger.report.holding.LotSearch;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class ReportProjectorTest {

    private static final AccountId ACCOUNT = AccountId.of("U1000001");
    private static final LocalDate FRIDAY = LocalDate.parse("2025-07-18");

    private final Published published;
    private final Holdings holdings;
    private final DayReports reports;
    private final Summaries summaries;

    @Inject
    ReportProjectorTest(
            Pool pool, ReportProjector projector, Holdings holdings, DayReports reports, Summaries summaries) {
        this.published = new Published(pool, projector);
        this.holdings = holdings;
        this.reports = reports;
        this.summaries = summaries;
    }

    @BeforeEach
    void empty() {
        published.clear();
    }

    @Test
    void aDayIsReadBackAsItWasPublished() {
        published.apply(Published.goldenDays());

        var report = reports.find(ACCOUNT, FRIDAY).orElseThrow();
        assertThat(report.sections()).hasSize(2);
        assertThat(report.figures().values().stream()
                        .filter(f -> f.id().value().endsWith("story/close/difference"))
                        .findFirst()
                        .orElseThrow()
                        .amount())
                .isEqualTo("31.02");
    }

    @Test
    void deliveringTwiceAndInAnyOrderOfKeysGivesTheSameHash() {
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
        var once = holdings.projectionHash();

        published.apply(Published.goldenDays());
        assertThat(holdings.projectionHash()).isEqualTo(once);

        published.clear();
        assertThat(holdings.projectionHash()).isNotEqualTo(once);
        var shuffled = new ArrayList<>(Published.goldenDays());
        shuffled.add(Published.position("U1000001", 1, "5"));
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(shuffled, new Random(i));
            published.apply(shuffled);
            assertThat(holdings.projectionHash()).isEqualTo(once);
        }
    }

    @Test
    void versionsAndArtifactsAreNotPartOfTheHash() {
        published.apply(Published.goldenDays());
        var before = holdings.projectionHash();

        published.apply(Published.goldenDays().stream()
                .map(ReportProjectorTest::restated)
                .toList());

        assertThat(holdings.projectionHash()).isEqualTo(before);
    }

    @Test
    void anOlderVersionChangesNothing() {
        var snapshot = (NavSnapshot) Published.goldenDays().stream()
                .filter(p ->
                        p instanceof NavSnapshot s && s.date().equals(FRIDAY) && s.kind() == NavSnapshot.Kind.OFFICIAL)
                .findFirst()
                .orElseThrow();
        published.apply(List.of(snapshot.withVersion(5)));
        published.apply(List.of(withTotal(snapshot, "1").withVersion(4)));
        assertThat(official()).isEqualTo(snapshot.total());

        published.apply(List.of(withTotal(snapshot, "1").withVersion(6)));
        assertThat(official()).isEqualTo(hkd("1"));
    }

    @Test
    void theNewestOfOneBatchCounts() {
        var a = Published.position("U1000001", 1, "5");
        var b = Published.position("U1000001", 3, "7");
        var c = Published.position("U1000001", 2, "6");
        published.apply(List.of(a, b, c));

        assertThat(holdings.positions(ACCOUNT))
                .singleElement()
                .satisfies(p -> assertThat(p.quantity().toString()).isEqualTo("7"));
    }

    @Test
    void aWithdrawnEntryLeavesNothingBehind() {
        published.apply(Published.goldenDays());
        var cover = GoldenDays.tuned().july18().entries().get(2);
        assertThat(lots("SPY")).hasSize(1);

        published.withdraw(cover);

        assertThat(lots("SPY")).isEmpty();
        assertThat(holdings.trades(ACCOUNT, FRIDAY, FRIDAY, null, null, 10))
                .extracting(JournalEntry::id)
                .hasSize(2)
                .doesNotContain(cover.id());
    }

    @Test
    void lotsAreFoundByTheirWayInAndOut() {
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));

        assertThat(lots(null)).hasSize(8);
        assertThat(holdings.lots(new LotSearch(ACCOUNT, day(17), day(17), null, null, null), 100, 0))
                .hasSize(4);
        assertThat(holdings.lots(new LotSearch(ACCOUNT, day(1), day(31), day(17), day(17), null), 100, 0))
                .hasSize(2);
        assertThat(holdings.lots(new LotSearch(ACCOUNT, day(18), day(18), null, null, "SPY"), 100, 0))
                .extracting(LotRow::exitDate)
                .containsExactlyInAnyOrder(null, day(18));
    }

    @Test
    void aClosedPositionIsNoMoreOpen() {
        published.apply(List.of(Published.position("U1000001", 1, "5")));
        published.apply(List.of(Published.position("U1000001", 2, "0")));

        assertThat(holdings.positions(ACCOUNT)).isEmpty();
        assertThat(lots("SPY")).isEmpty();
    }

    @Test
    void theSummaryAgreesWithTheDay() {
        published.apply(Published.goldenDays());

        var rows = summaries.of(ACCOUNT, day(17), day(18)).rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().commissions()).isEqualTo(hkd("-21.59502182"));
        assertThat(rows.getLast().marks()).isEqualTo("A");
        assertThat(rows.getLast().unexplained()).isNotNull();
        assertThat(rows.getLast().unexplained().rounded()).isEqualTo(hkd("0"));
    }

    private List<LotRow> lots(@Nullable String symbol) {
        return holdings.lots(new LotSearch(ACCOUNT, day(1), day(31), null, null, symbol), 100, 0);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 7, day);
    }

    private Money official() {
        return holdings.navs(ACCOUNT, FRIDAY, FRIDAY, NavSnapshot.Kind.OFFICIAL)
                .getFirst()
                .total();
    }

    private static NavSnapshot withTotal(NavSnapshot s, String total) {
        return new NavSnapshot(
                s.account(),
                s.date(),
                s.kind(),
                s.asOf(),
                s.version(),
                hkd(total),
                s.opening(),
                s.components(),
                s.changes(),
                s.twrPercent(),
                s.cash(),
                s.accruals(),
                s.positions(),
                s.margin(),
                s.caveats(),
                s.sources());
    }

    /** The same content from another file, said once more. */
    private static Projection restated(Projection projection) {
        var source = new Source(ArtifactId.of("ab".repeat(32)), "OTHER", "Trades", 77);
        if (projection instanceof JournalEntry e) {
            return new JournalEntry(
                    e.id(),
                    e.account(),
                    e.reportDate(),
                    e.occurredAt(),
                    e.timed(),
                    e.sequence(),
                    9,
                    e.detail(),
                    e.postings(),
                    e.disposals(),
                    e.impacts(),
                    e.events(),
                    List.of(source),
                    e.caveats());
        }
        return projection instanceof NavSnapshot s ? s.withVersion(9) : projection;
    }
}
