package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.ACCOUNT;
import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.history.History;
import io.flexledger.ledger.history.Stated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of every account's history. A failure names its seed: {@code -Dledger.seed=...} repeats it alone. */
class DayFoldPropertyTest {

    private static final int HISTORIES = Integer.getInteger("ledger.histories", 40_000);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-18");
    private static final LedgerPolicy POLICY = new LedgerPolicy(
            Map.of(),
            day -> day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toInstant());
    private static final List<Instrument> INSTRUMENTS =
            List.of(Facts.stock("ABC"), Facts.option("ABC", Right.PUT, "100", "2026-01-16"));

    @Test
    void historiesBalanceConserveAndDoNotDependOnHowTheyArrive() {
        var only = Long.getLong("ledger.seed");
        if (only != null) {
            check(only);
            return;
        }
        long entries = new Random(20250717)
                .longs(HISTORIES)
                .parallel()
                .map(DayFoldPropertyTest::check)
                .sum();
        System.out.printf("%,d random histories, %,d journal entries: every law holds%n", HISTORIES, entries);
    }

    private static int check(long seed) {
        var random = new Random(seed);
        var events = history(random);
        var stated = events.stream().map(DayFoldPropertyTest::stated).toList();
        var run = new Run().then(History.current(stated));
        var entries = run.entries();
        for (var entry : entries) {
            sums(entry)
                    .values()
                    .forEach(sum -> assertThat(sum.signum())
                            .as("postings of %s, seed %d", entry.detail(), seed)
                            .isZero());
        }
        run.results.forEach(result -> addsUp(result, seed));
        conserves(events, run, seed);
        assertThat(realized(entries)
                        .minus(FifoOracle.realized(events, INSTRUMENTS))
                        .amount()
                        .abs())
                .as("first in, first out, seed %d", seed)
                .isLessThan(TOLERANCE);

        var twice = new ArrayList<>(stated);
        twice.addAll(stated);
        Collections.shuffle(twice, random);
        assertThat(new Run().then(History.current(twice)).published())
                .as("twice and in any order, seed %d", seed)
                .isEqualTo(run.published());
        assertThat(new Run().thenDayByDay(events).published())
                .as("from checkpoints, seed %d", seed)
                .isEqualTo(run.published());
        return entries.size();
    }

    private static void addsUp(DayFold.Result day, long seed) {
        var calculated = day.snapshots().getLast();
        var sum = day.entries().stream()
                .flatMap(entry -> entry.impacts().stream())
                .map(Impact::base)
                .reduce(Money.zero(HKD), Money::plus);
        var change = calculated.total().minus(Objects.requireNonNull(calculated.opening()));
        assertThat(sum.minus(change).amount().abs())
                .as("entries of %s add up, seed %d", calculated.date(), seed)
                .isLessThan(TOLERANCE);
    }

    private static void conserves(List<CanonicalEvent> events, Run run, long seed) {
        var cash = new HashMap<String, BigDecimal>();
        var units = new HashMap<InstrumentId, Quantity>();
        for (var event : events) {
            switch (event) {
                case Fill fill -> {
                    Stream.of(
                                    fill.proceeds(),
                                    fill.charges().commission(),
                                    fill.charges().taxes())
                            .forEach(m -> add(cash, m));
                    units.merge(fill.instrument().id(), fill.quantity(), Quantity::plus);
                }
                case FillCancelled cancel -> {
                    Stream.of(
                                    cancel.proceeds(),
                                    cancel.charges().commission(),
                                    cancel.charges().taxes())
                            .forEach(m -> add(cash, m));
                    units.merge(cancel.instrument().id(), cancel.quantity(), Quantity::plus);
                }
                case CashFlow flow -> add(cash, flow.amount());
                default -> {}
            }
        }
        for (var balance : run.state.cash()) {
            assertThat(balance.amount())
                    .as("cash, seed %d", seed)
                    .isEqualByComparingTo(cash.getOrDefault(balance.currency().code(), BigDecimal.ZERO));
        }
        for (var instrument : INSTRUMENTS) {
            var held = run.state.holdings().stream()
                    .filter(holding -> holding.instrument().id().equals(instrument.id()))
                    .map(holding -> holding.book().quantity())
                    .reduce(Quantity.ZERO, Quantity::plus);
            assertThat(held.units())
                    .as("units, seed %d", seed)
                    .isEqualByComparingTo(
                            units.getOrDefault(instrument.id(), Quantity.ZERO).units());
        }
    }

    private static void add(Map<String, BigDecimal> balances, Money amount) {
        balances.merge(amount.currency().code(), amount.amount(), BigDecimal::add);
    }

    private static Map<String, BigDecimal> sums(JournalEntry entry) {
        var sums = new HashMap<String, BigDecimal>();
        for (Posting posting : entry.postings()) {
            sums.merge(posting.commodity(), posting.amount(), BigDecimal::add);
        }
        return sums;
    }

    private static Money realized(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.disposals().stream())
                .map(Disposal::realizedBroker)
                .reduce(Money.zero(USD), Money::plus);
    }

    private static Stated stated(CanonicalEvent event) {
        return new Stated(
                event.id(),
                event.fact().statedAt(),
                event.fact().source().artifact().sha256(),
                false,
                new String(ContractJson.write(event), StandardCharsets.UTF_8));
    }

    /** One to three days with fills, their cancellations and cash, several of them within one minute. */
    private static List<CanonicalEvent> history(Random random) {
        var events = new ArrayList<CanonicalEvent>();
        var fills = new ArrayList<Fill>();
        int days = 1 + random.nextInt(3);
        for (int day = 0; day < days; day++) {
            var date = FIRST.plusDays(day).toString();
            events.add(Facts.rate(date, "7." + (700 + random.nextInt(200))));
            int length = 1 + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                var time = "%sT1%d:3%d:00".formatted(date, random.nextInt(6), random.nextInt(2));
                int kind = random.nextInt(10);
                if (kind == 0) {
                    events.add(Facts.cash(date, "Deposits/Withdrawals", amount(random)));
                } else if (kind == 1 && !fills.isEmpty()) {
                    var original = fills.remove(random.nextInt(fills.size()));
                    events.add(Facts.cancellation(date, date + "T23:00:00", original));
                } else {
                    var fill = fill(random, date, time);
                    fills.add(fill);
                    events.add(fill);
                }
            }
        }
        return events;
    }

    private static Fill fill(Random random, String date, String time) {
        int units = 1 + random.nextInt(7);
        return Facts.fill(
                date,
                time,
                INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())),
                Integer.toString(random.nextBoolean() ? units : -units),
                BigDecimal.valueOf(1 + random.nextInt(20_000), 2).toPlainString(),
                BigDecimal.valueOf(random.nextInt(300) - 250, 5).toPlainString(),
                "");
    }

    private static Money amount(Random random) {
        return Money.of(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 2), random.nextBoolean() ? HKD : USD);
    }

    /** An account folded from its first day. */
    private static final class Run {

        private final List<DayFold.Result> results = new ArrayList<>();
        private final List<CanonicalEvent> known = new ArrayList<>();
        private AccountState state = AccountState.empty(ACCOUNT, HKD);

        Run then(List<CanonicalEvent> events) {
            known.addAll(events);
            for (var facts : DayFacts.byDay(events).values()) {
                var result = DayFold.fold(state, facts, Surroundings.of(known), null, POLICY);
                results.add(result);
                state = result.after();
            }
            return this;
        }

        /** Each day on the checkpoint of the one before, as it is read back. */
        Run thenDayByDay(List<CanonicalEvent> events) {
            var dates =
                    events.stream().map(CanonicalEvent::reportDate).distinct().toList();
            for (var date : dates) {
                state = ContractJson.read(ContractJson.write(state), AccountState.class);
                then(events.stream()
                        .filter(event -> event.reportDate().equals(date))
                        .toList());
            }
            return this;
        }

        List<JournalEntry> entries() {
            return results.stream().flatMap(result -> result.entries().stream()).toList();
        }

        /** All that is published. */
        List<Projection> published() {
            return results.stream()
                    .<Projection>flatMap(day -> Stream.of(day.entries(), day.positions(), day.snapshots())
                            .flatMap(List::stream))
                    .toList();
        }
    }
}
