package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.LiveFacts.corrected;
import static io.flexledger.ledger.day.LiveFacts.provisional;
import static io.flexledger.ledger.day.LiveFacts.takenBack;
import static io.flexledger.ledger.day.LiveFacts.withCommission;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days told in full, one after the other, and what the gateway said of all of them but the last two. */
public final class LiveStory {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final List<Instrument> INSTRUMENTS =
            List.of(Facts.stock("ABC"), Facts.option("ABC", Right.PUT, "100", "2026-01-16"));

    private final List<CanonicalEvent> stated = new ArrayList<>();
    private final List<CanonicalEvent> confirmed = new ArrayList<>();
    private final List<CanonicalEvent> unconfirmed = new ArrayList<>();
    private final List<Fill> orphans = new ArrayList<>();
    private final List<Fill> looks = new ArrayList<>();
    private final Random random;
    private final boolean named;
    private int executions;

    public LiveStory(Random random) {
        this(random, random.nextBoolean());
    }

    /** @param named whether statements name executions */
    LiveStory(Random random, boolean named) {
        this.random = random;
        this.named = named;
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
        if (!orphan && !looks.isEmpty() && random.nextInt(3) == 0) {
            fill = alike(fill, looks.get(random.nextInt(looks.size())));
        }
        var versions = orphan ? unconfirmed : confirmed;
        versions.add(fill);
        var last = fill;
        for (int more = random.nextInt(3); more > 0; more--) {
            if (random.nextInt(4) == 0) {
                last = takenBack(last);
                versions.add(last);
            }
            last = random.nextBoolean()
                    ? withCommission(last, "-1.0" + random.nextInt(10))
                    : corrected(last, base + ".0" + (2 + random.nextInt(2)), price());
            versions.add(last);
        }
        if (orphan) {
            orphans.add(last);
        } else {
            looks.add(last);
            var execution = base + ".0" + (1 + random.nextInt(3));
            stated.add(LiveFacts.confirmed(last, named ? execution : null, booked.toString(), "-1.05"));
        }
    }

    /** Another execution that looks like one before. */
    private static Fill alike(Fill fill, Fill other) {
        return provisional(
                Objects.requireNonNull(fill.ids().execId()),
                fill.reportDate().toString(),
                fill.occurredAt()
                        .atZone(ZoneId.of("America/New_York"))
                        .toLocalDateTime()
                        .toString(),
                other.instrument(),
                other.quantity().toString(),
                other.price().amount().toPlainString());
    }

    private String price() {
        return BigDecimal.valueOf(1 + random.nextInt(20_000), 2).toPlainString();
    }

    /** What statements tell of all days. */
    List<CanonicalEvent> stated() {
        return stated;
    }

    /** What the gateway told that a statement confirms. */
    List<CanonicalEvent> confirmed() {
        return confirmed;
    }

    /** The newest version of each fill that no statement has. */
    List<Fill> orphans() {
        return orphans;
    }

    List<CanonicalEvent> all() {
        var all = new ArrayList<>(stated);
        all.addAll(confirmed);
        all.addAll(unconfirmed);
        return all;
    }

    /** What comes at once, in any order: a whole statement, or one version of a fill. */
    public List<List<CanonicalEvent>> arrivals() {
        var statements = stated.stream()
                .sorted(Comparator.comparing(StatementRead.class::isInstance)) // a statement ends with it
                .collect(Collectors.groupingBy(CanonicalEvent::reportDate))
                .values();
        return Stream.concat(
                        statements.stream(),
                        Stream.of(confirmed, unconfirmed).flatMap(List::stream).map(List::of))
                .toList();
    }
}
