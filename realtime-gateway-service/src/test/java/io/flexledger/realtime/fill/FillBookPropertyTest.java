package io.flexledger.realtime.fill;

import static io.flexledger.realtime.fill.Told.bought;
import static io.flexledger.realtime.fill.Told.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.message.Incoming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same messages make the same fills, however they are ordered, repeated and mixed: none lost, none twice. */
class FillBookPropertyTest {

    private static final int DAYS = 400;
    private static final int ORDERS = 5;

    @Test
    void orderAndRepetitionDoNotMatter() {
        for (int day = 0; day < DAYS; day++) {
            Random random = new Random(day);
            Day told = Day.of(random);
            FillBook inOrder = listen(told.messages()).book;
            assertThat(units(inOrder)).as("day %d", day).isEqualTo(told.units());

            for (int round = 0; round < 5; round++) {
                List<Incoming> mixed = new ArrayList<>(told.messages());
                for (Incoming message : told.messages()) {
                    for (int copies = random.nextInt(3); copies > 0; copies--) {
                        mixed.add(message);
                    }
                }
                Collections.shuffle(mixed, random);
                FillBook book = listen(mixed).book;

                assertThat(book.fills()).as("day %d, round %d", day, round).isEqualTo(inOrder.fills());
                assertThat(book.state()).isEqualTo(inOrder.state());
                assertThat(book.orderChecks()).isEqualTo(inOrder.orderChecks());
            }
        }
    }

    /** A reader that only ever hears the changes ends with the book's fills. */
    @Test
    void whatIsToldIsWhatIsBooked() {
        for (int day = 0; day < DAYS; day++) {
            Random random = new Random(day);
            List<Incoming> mixed = new ArrayList<>(Day.of(random).messages());
            mixed.addAll(mixed.subList(0, mixed.size() / 2));
            Collections.shuffle(mixed, random);

            Reader reader = listen(mixed);

            assertThat(known(reader.fills)).as("day %d", day).isEqualTo(known(byKey(reader.book.fills())));
        }
    }

    @Test
    void aBookKeptElsewhereGoesOnAsIfItHadNotBeen() {
        for (int day = 0; day < DAYS; day++) {
            Random random = new Random(day);
            List<Incoming> mixed = new ArrayList<>(Day.of(random).messages());
            Collections.shuffle(mixed, random);
            int cut = random.nextInt(mixed.size());

            Reader whole = listen(mixed);
            Reader restarted = listen(mixed.subList(0, cut));
            restarted.book = FillBook.of(restarted.book.state());
            mixed.subList(cut, mixed.size()).forEach(restarted::hear);

            assertThat(restarted.book.fills()).as("day %d", day).isEqualTo(whole.book.fills());
            assertThat(restarted.fills).isEqualTo(whole.fills);
        }
    }

    @Test
    void aSecondHearingOfEverythingTellsNothing() {
        for (int day = 0; day < DAYS; day++) {
            List<Incoming> messages = Day.of(new Random(day)).messages();
            Reader reader = listen(messages);
            reader.changes.clear();
            messages.forEach(reader::hear);

            assertThat(reader.changes)
                    .as("day %d", day)
                    .hasSameSizeAs(messages)
                    .allSatisfy(change -> assertThat(change).isInstanceOf(FillChange.Duplicate.class));
        }
    }

    private static Reader listen(List<Incoming> messages) {
        Reader reader = new Reader();
        messages.forEach(reader::hear);
        return reader;
    }

    /** How a time was written, and which replaced versions came late, is not told again. */
    private static Map<FillKey, List<@Nullable Object>> known(Map<FillKey, Fill> fills) {
        Map<FillKey, List<@Nullable Object>> known = new HashMap<>();
        fills.forEach((key, fill) -> known.put(
                key,
                Arrays.asList(
                        fill.contract(),
                        fill.execution().side(),
                        fill.execution().shares(),
                        fill.execution().price(),
                        fill.execution().cumulative(),
                        fill.time().instant(),
                        fill.commission(),
                        fill.reviews())));
        return known;
    }

    private static Map<FillKey, Fill> byKey(List<Fill> fills) {
        Map<FillKey, Fill> found = new HashMap<>();
        fills.forEach(fill -> assertThat(found.put(fill.key(), fill)).isNull());
        return found;
    }

    private static BigDecimal units(FillBook book) {
        return book.fills().stream().map(fill -> fill.execution().shares()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What somebody knows who was told the changes and nothing else. */
    private static final class Reader {
        private FillBook book = FillBook.EMPTY;
        private final Map<FillKey, Fill> fills = new HashMap<>();
        private final Set<FillKey> everTold = new HashSet<>();
        private final List<FillChange> changes = new ArrayList<>();

        void hear(Incoming message) {
            FillBook.Step step = switch (message) {
                case Incoming.ExecutionReported execution -> book.fold(execution);
                case Incoming.CommissionReported commission -> book.fold(commission);
                default -> throw new AssertionError(message);
            };
            book = step.book();
            changes.addAll(step.changes());
            step.changes().forEach(this::take);
        }

        private void take(FillChange change) {
            switch (change) {
                case FillChange.New(Fill fill) -> {
                    assertThat(fills).doesNotContainKey(fill.key());
                    put(fill);
                }
                case FillChange.Corrected(Fill fill, List<ExecutionId> superseded) -> {
                    assertThat(superseded).isNotEmpty();
                    for (ExecutionId id : superseded) {
                        FillKey gone = FillKey.of(fill.execution().account(), id);
                        assertThat(fills.remove(gone))
                                .as("told before: %s", gone)
                                .isNotNull();
                    }
                    put(fill);
                }
                case FillChange.TakenBack(FillKey gone) ->
                    assertThat(fills.remove(gone)).as("told before: %s", gone).isNotNull();
                case FillChange.CommissionArrived(Fill fill) -> again(fill);
                case FillChange.TimeLearned(Fill fill) -> again(fill);
                case FillChange.Flagged(Fill fill) -> again(fill);
                case FillChange.Recorded recorded ->
                    assertThat(recorded.execId()).isNotEmpty();
                case FillChange.Duplicate duplicate ->
                    assertThat(duplicate.execId()).isNotEmpty();
            }
        }

        private void again(Fill fill) {
            assertThat(everTold).contains(fill.key());
            put(fill);
        }

        private void put(Fill fill) {
            everTold.add(fill.key());
            fills.put(fill.key(), fill);
        }
    }

    /**
     * Some orders filled in parts, with corrections, combinations, missing commissions and two ways of writing the
     * time.
     */
    private record Day(List<Incoming> messages, BigDecimal units) {

        static Day of(Random random) {
            List<Incoming> messages = new ArrayList<>();
            BigDecimal units = BigDecimal.ZERO;
            int execution = 0;
            for (int order = 0; order < ORDERS; order++) {
                int cumulative = 0;
                for (int part = random.nextInt(4); part >= 0; part--) {
                    execution++;
                    String base = "0000e0d5.69dd74%02x.01".formatted(execution);
                    int shares = 1 + random.nextInt(100);
                    int left = shares;
                    int corrections = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
                    for (int revision = 1; revision <= 1 + corrections; revision++) {
                        left = Math.max(0, shares - 7 * (revision - 1));
                        Told told = bought(
                                        "%s.%02d".formatted(base, revision),
                                        Integer.toString(left),
                                        "292.%02d".formatted(revision),
                                        total(random, cumulative + left))
                                .byOrder(900_000_000L + order);
                        tell(messages, told, random);
                    }
                    cumulative += left;
                    units = units.add(BigDecimal.valueOf(left));
                }
            }
            tell(messages, bought("0000e183.6a58737f.01.01", "1", "2", "1").of(9, "BAG"), random);
            for (int leg = 1; leg <= 2; leg++) {
                tell(
                        messages,
                        bought("0000e183.6a58737f.02.01.%02d".formatted(leg), "1", "3", null)
                                .of(leg, "OPT"),
                        random);
                units = units.add(BigDecimal.ONE);
            }
            if (random.nextBoolean()) {
                // An allocation: the whole, and one account's part of it.
                tell(messages, bought("0000e0d5.70000000.01.01", "8", "3", "8"), random);
                tell(messages, bought("0000e0d5.70000000.01.01", "5", "3", "5").in("DU9000002"), random);
                units = units.add(BigDecimal.valueOf(13));
            }
            if (random.nextBoolean()) {
                // Two executions that look like versions of one.
                Told first = bought("0000e0d5.80000000.01.01", "4", "3", "4").byOrder(900_000_100L);
                Told second = bought("0000e0d5.80000000.01.02", "4", "3", "8").byOrder(900_000_100L);
                tell(messages, first, random);
                tell(messages, second, random);
                units = units.add(BigDecimal.valueOf(8));
                if (random.nextBoolean()) {
                    // They are: the total is another's.
                    tell(
                            messages,
                            bought("0000e0d5.80000001.01.01", "4", "3", "8").byOrder(900_000_100L),
                            random);
                }
            }
            if (random.nextBoolean()) {
                // A correction that moves it to another account.
                tell(messages, bought("0000e0d5.90000000.01.01", "6", "3", "6").byOrder(900_000_200L), random);
                Told moved = bought("0000e0d5.90000000.01.02", "6", "3", "6").in("DU9000002");
                tell(messages, moved.byOrder(900_000_200L), random);
                units = units.add(BigDecimal.valueOf(6));
            }
            return new Day(messages, units);
        }

        private static @Nullable String total(Random random, int cumulative) {
            return random.nextInt(10) == 0 ? null : Integer.toString(cumulative);
        }

        private static void tell(List<Incoming> messages, Told told, Random random) {
            messages.add(
                    random.nextInt(6) == 0
                            ? told.at("20260611 15:30:30 Central European Standard Time")
                                    .live()
                            : told.live());
            if (random.nextBoolean()) {
                messages.add(told.at("20260611 09:30:30 US/Eastern").reported(7));
            }
            if (random.nextInt(5) != 0) {
                messages.add(
                        cost(told.execId(), "1.%02d".formatted(told.shares().length()), null));
            }
        }
    }
}
