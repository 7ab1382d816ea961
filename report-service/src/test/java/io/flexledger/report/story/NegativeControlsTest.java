package io.flexledger.report.story;

import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.usd;
import static io.flexledger.report.story.StoryTest.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.EntryDetail.Traded;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.day.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each known mistake, made on purpose, gives its known wrong figures: so the golden figures would catch it. A mistake in
 * a rule is made by feeding what that rule would have computed, or by doing the last step wrongly.
 */
class NegativeControlsTest {

    /** Value after the first group, closing difference, value after the cover, after the 0DTE sells, last difference. */
    private record Chain(String afterGroup, String plug, String afterCover, String afterZeroDte, String difference) {}

    private static final Chain RIGHT = new Chain("79402.22", "352.59", "78609.37", "79200.01", "31.02");

    private final LedgerDay thursday = GoldenDays.tuned().july17();
    private final LedgerDay friday = GoldenDays.tuned().july18();

    @Test
    void right() {
        assertThat(chain(thursday, friday)).isEqualTo(RIGHT);
    }

    @Test
    void oneConstantRate() {
        wrong(legs(leg -> withRate(leg, rate("7.8472"))), "79402.21", "352.60", "78609.10", "79199.74", "31.29");
    }

    @Test
    void dollarsRoundedBeforeConversion() {
        wrongSteps(
                group -> group.rates()
                        .getFirst()
                        .convert(group.total().rounded())
                        .rounded(),
                "79402.25",
                "352.56",
                "78609.39",
                "79200.05",
                "30.98");
    }

    @Test
    void eachFillRounded() {
        wrongSteps(
                group -> group.fills().stream()
                        .map(fill -> fill.impact().rounded())
                        .reduce(hkd("0"), Money::plus),
                "79402.21",
                "352.60",
                "78609.37",
                "79200.01",
                "31.02");
    }

    @Test
    void commissionsIgnored() {
        wrong(legs(leg -> withCommission(leg, usd("0"))), "79447.99", "306.82", "78617.24", "79221.47", "9.56");
    }

    @Test
    void commissionSignFlipped() {
        wrong(
                legs(leg -> withCommission(leg, leg.commission().negated())),
                "79493.76",
                "261.05",
                "78625.11",
                "79242.94",
                "-11.91");
    }

    @Test
    void premiumCountedOnTheTradeDate() {
        var moved = friday.entries().get(1); // the put sold on Thursday, booked with Friday
        var entries = new ArrayList<>(thursday.entries());
        entries.add(moved);
        assertThat(chain(with(thursday, entries), friday))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain("79692.54", "62.27", "78609.37", "79200.01", "31.02"));
    }

    @Test
    void premiumLeftToTheClose() {
        UnaryOperator<JournalEntry> bookedLater = entry -> entry.detail() instanceof EntryDetail.Expired
                        && entry.occurredAt().isAfter(newYork("2025-07-18T12:00:00"))
                ? null
                : entry;
        assertThat(chain(thursday, Statements.with(friday, bookedLater)))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain("79402.22", "352.59", "78609.37", "78595.77", "635.26"));
    }

    @Test
    void coverAtTheBrokersRealizedFigure() {
        UnaryOperator<JournalEntry> forgetsTheDelivery =
                entry -> entry.detail() instanceof EntryDetail.Delivered ? null : entry;
        assertThat(chain(thursday, Statements.with(friday, forgetsTheDelivery)))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain("79402.22", "352.59", "78743.64", "79334.28", "-103.25"));
    }

    @Test
    void assignmentFeeAdded() {
        wrong(
                legs(leg -> "3951405190".equals(leg.ids().transactionId())
                        ? withCommission(leg, leg.commission().plus(usd("-0.0166")))
                        : leg),
                "79402.22",
                "352.59",
                "78609.24",
                "79199.88",
                "31.15");
    }

    @Test
    void expiryCountedOvernight() {
        UnaryOperator<JournalEntry> asTrade =
                entry -> entry.sequence() == 2 && entry.detail() instanceof EntryDetail.Expired expired
                        ? withDetail(entry, new Traded(expired.leg()), "2025-07-18")
                        : entry;
        assertThat(chain(thursday, Statements.with(friday, asTrade)))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain("79402.22", "352.59", "78887.90", "79478.54", "-247.51"));
    }

    @Test
    void orderRowsCountedAsWell() {
        assertThat(chain(doubled(thursday), doubled(friday)))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain("79305.76", "449.05", "77463.93", "78645.20", "585.83"));
    }

    @Test
    void grossInsteadOfNetRealized() {
        wrong(
                legs(leg -> switch (String.valueOf(leg.ids().transactionId())) {
                    case "3949888137" -> withRealized(leg, usd("-2"));
                    case "3949888153" -> withRealized(leg, usd("-1"));
                    default -> leg;
                }),
                "79429.37",
                "325.44",
                "78609.37",
                "79200.01",
                "31.02");
    }

    private void wrong(UnaryOperator<JournalEntry> mistake, String... figures) {
        assertThat(chain(Statements.with(thursday, mistake), Statements.with(friday, mistake)))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain(figures[0], figures[1], figures[2], figures[3], figures[4]));
    }

    /** The same groups, their impact converted or rounded wrongly. */
    private void wrongSteps(Function<Happening.TradeGroup, Money> impact, String... figures) {
        var groups = new ArrayList<Money>();
        for (var day : List.of(thursday, friday)) {
            for (var told : tell(day).told()) {
                if (told.happening() instanceof Happening.TradeGroup group) {
                    groups.add(impact.apply(group));
                }
            }
        }
        var afterGroup = hkd("79498.68").plus(groups.get(0));
        var afterCover = hkd("79754.81").plus(groups.get(1));
        var afterSells = afterCover.plus(groups.get(2));
        assertThat(new Chain(
                        text(afterGroup),
                        text(hkd("79754.81").minus(afterGroup)),
                        text(afterCover),
                        text(afterSells),
                        text(hkd("79231.03").minus(afterSells))))
                .isNotEqualTo(RIGHT)
                .isEqualTo(new Chain(figures[0], figures[1], figures[2], figures[3], figures[4]));
    }

    private static Chain chain(LedgerDay thursday, LedgerDay friday) {
        var first = tell(thursday);
        var second = tell(friday);
        var cover = second.told().stream()
                .filter(told -> told.session().isBeforeOpen())
                .reduce((a, b) -> b)
                .orElseThrow();
        return new Chain(
                text(first.calculated().shown()),
                text(first.difference().orElseThrow().shown()),
                text(cover.after().shown()),
                text(second.calculated().shown()),
                text(second.difference().orElseThrow().shown()));
    }

    private static String text(Money money) {
        return money.amount().setScale(2).toPlainString();
    }

    private static LedgerDay doubled(LedgerDay day) {
        var entries = new ArrayList<JournalEntry>();
        for (var entry : day.entries()) {
            entries.add(entry);
            if (entry.detail() instanceof Traded) {
                entries.add(entry);
            }
        }
        return with(day, entries);
    }

    private static LedgerDay with(LedgerDay day, List<JournalEntry> entries) {
        return new LedgerDay(
                day.account(),
                day.date(),
                day.base(),
                entries,
                day.official(),
                day.calculated(),
                day.live(),
                day.previous());
    }

    private static UnaryOperator<JournalEntry> legs(UnaryOperator<Leg> change) {
        return entry -> entry.detail() instanceof Traded(var leg)
                ? withDetail(entry, new Traded(change.apply(leg)), null)
                : entry;
    }

    private static JournalEntry withDetail(JournalEntry entry, EntryDetail detail, @Nullable String openedOn) {
        var disposals = openedOn == null
                ? entry.disposals()
                : entry.disposals().stream()
                        .map(d -> Disposals.openedOn(d, openedOn))
                        .toList();
        return new JournalEntry(
                entry.id(),
                entry.account(),
                entry.reportDate(),
                entry.occurredAt(),
                entry.timed(),
                entry.sequence(),
                entry.version(),
                detail,
                entry.postings(),
                disposals,
                entry.impacts(),
                entry.events(),
                entry.sources(),
                entry.caveats());
    }

    private static Leg withRate(Leg leg, FxRate rate) {
        return with(leg, leg.commission(), rate, leg.brokerRealized());
    }

    private static Leg withCommission(Leg leg, Money commission) {
        return with(leg, commission, leg.rate(), leg.brokerRealized());
    }

    private static Leg withRealized(Leg leg, Money realized) {
        return with(leg, leg.commission(), leg.rate(), realized);
    }

    private static Leg with(Leg leg, Money commission, FxRate rate, @Nullable Money realized) {
        return new Leg(
                leg.event(),
                leg.source(),
                leg.ids(),
                leg.instrument(),
                leg.quantity(),
                leg.price(),
                leg.proceeds(),
                commission,
                leg.taxes(),
                rate,
                leg.closed(),
                leg.opened(),
                realized,
                leg.brokerMarkToMarket());
    }
}
