package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.LiveFacts.confirmed;
import static io.flexledger.ledger.day.LiveFacts.corrected;
import static io.flexledger.ledger.day.LiveFacts.provisional;
import static io.flexledger.ledger.day.LiveFacts.withCommission;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of what the Gateway tells. A failure names its seed: {@code -Dledger.seed=...} repeats it alone. */
class ProvisionalPropertyTest {

    private static final int HISTORIES = Integer.getInteger("ledger.provisional-histories", 2_000);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final List<Instrument> INSTRUMENTS =
            List.of(Facts.stock("ABC"), Facts.option("ABC", Right.PUT, "100", "2026-01-16"));

    @Test
    void theEndDoesNotDependOnTheWay() {
        var only = Long.getLong("ledger.seed");
        if (only != null) {
            check(only);
            return;
        }
        long orphans = new Random(20250725)
                .longs(HISTORIES)
                .parallel()
                .map(ProvisionalPropertyTest::check)
                .sum();
        assertThat(orphans).as("fills no statement confirmed").isPositive();
        System.out.printf("%,d random histories, %,d fills never confirmed: every law holds%n", HISTORIES, orphans);
    }

    private static int check(long seed) {
        var random = new Random(seed);
        var story = new Story(random);
        var atOnce = KeptAccount.of(story.all());

        assertThat(wandering(story.all(), random).published())
                .as("in any order, twice, folded now and then, seed %d", seed)
                .isEqualTo(atOnce.published());

        var stated = KeptAccount.of(story.stated);
        var confirmed = new ArrayList<CanonicalEvent>(story.stated);
        confirmed.addAll(story.confirmed);
        assertThat(wandering(confirmed, random).published())
                .as("all confirmed, seed %d", seed)
                .isEqualTo(stated.published());

        assertThat(atOnce.holdings()).as("positions, seed %d", seed).isEqualTo(stated.holdings());
        assertThat(story.orphans)
                .as("fills no statement has, seed %d", seed)
                .allSatisfy(fill -> assertThat(atOnce.place(fill)).isEqualTo(new Unconfirmed(fill.reportDate())));
        return story.orphans.size();
    }

    /** Some facts twice, all in any order, and a fold wherever it happens to begin. */
    private static KeptAccount wandering(List<CanonicalEvent> events, Random random) {
        var arriving = new ArrayList<>(events);
        arriving.addAll(events.subList(0, random.nextInt(events.size())));
        Collections.shuffle(arriving, random);
        var account = new KeptAccount(KeptAccount.CONFIGURED);
        for (var event : arriving) {
            account.take(event);
            if (random.nextInt(8) == 0) {
                account.fold();
            }
        }
        account.fold();
        return account;
    }

    /** Days told in full, one after the other, and what the Gateway said of all of them but the last two. */
    private static final class Story {

        private final List<CanonicalEvent> stated = new ArrayList<>();
        private final List<CanonicalEvent> confirmed = new ArrayList<>();
        private final List<CanonicalEvent> unconfirmed = new ArrayList<>();
        private final List<Fill> orphans = new ArrayList<>();
        private final Random random;
        private int executions;

        Story(Random random) {
            this.random = random;
            var dates = new ArrayList<LocalDate>();
            for (var day = FIRST; dates.size() < 3 + random.nextInt(2); day = KeptAccount.nextWeekday(day)) {
                dates.add(day);
            }
            for (int i = 0; i < dates.size(); i++) {
                day(dates.get(i).toString());
                if (i < dates.size() - 2) {
                    for (int fill = random.nextInt(4); fill > 0; fill--) {
                        fill(dates.get(i), dates.get(i + random.nextInt(2)));
                    }
                }
            }
        }

        private void day(String date) {
            stated.add(Facts.rate(date, "7." + (700 + random.nextInt(200))));
            stated.add(Facts.cash(date, "Deposits/Withdrawals", Money.of("1000", "HKD")));
            stated.add(LiveFacts.valued(date));
            stated.add(LiveFacts.readWithTrades(date));
        }

        /** Told on one day; stated on that or the next, or never. */
        private void fill(LocalDate told, LocalDate booked) {
            var base = "0000e0d5.69dd7411.%02d".formatted(++executions);
            var units = 1 + random.nextInt(7);
            var fill = provisional(
                    base + ".01",
                    told.toString(),
                    "%sT1%d:3%d:0%d".formatted(told, random.nextInt(6), random.nextInt(2), 1 + random.nextInt(9)),
                    INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())),
                    Integer.toString(random.nextBoolean() ? units : -units),
                    price());
            boolean orphan = random.nextInt(4) == 0;
            var versions = orphan ? unconfirmed : confirmed;
            versions.add(fill);
            var last = fill;
            for (int more = random.nextInt(3); more > 0; more--) {
                last = random.nextBoolean()
                        ? withCommission(last, "-1.0" + random.nextInt(10))
                        : corrected(last, base + ".0" + (2 + random.nextInt(2)), price());
                versions.add(last);
            }
            if (orphan) {
                orphans.add(last);
            } else {
                stated.add(confirmed(last, base + ".0" + (1 + random.nextInt(3)), booked.toString(), "-1.05"));
            }
        }

        private String price() {
            return BigDecimal.valueOf(1 + random.nextInt(20_000), 2).toPlainString();
        }

        List<CanonicalEvent> all() {
            var all = new ArrayList<>(stated);
            all.addAll(confirmed);
            all.addAll(unconfirmed);
            return all;
        }
    }
}
