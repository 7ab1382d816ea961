package io.flexledger.mapper.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.version.FactVersion.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order in which the versions of a fact arrive, a reader ends with what the newest one says. The reader keeps,
 * of the versions told as newest, the one that was stated last, and of equals the one that came last.
 */
class FactVersionPropertyTest {

    private static final int VERSIONS = 5;
    private static final int CONTENTS = 3;

    /** Every history of up to five versions that say one of three things, flips back included, in every order. */
    @Test
    void theNewestStatementWinsInEveryOrderOfArrival() {
        for (int length = 1; length <= VERSIONS; length++) {
            for (int code = 0; code < power(CONTENTS, length); code++) {
                List<FactVersion> history = history(code, length, false);
                permute(history, 0, FactVersionPropertyTest::check);
            }
        }
    }

    /** Statements of one instant are ordered by their artifact. */
    @Test
    void soDoTiesOfTime() {
        for (int length = 2; length <= 4; length++) {
            for (int code = 0; code < power(CONTENTS, length); code++) {
                permute(history(code, length, true), 0, FactVersionPropertyTest::check);
            }
        }
    }

    @Test
    void whatIsKnownIsNeverToldAgain() {
        for (int code = 0; code < power(CONTENTS, 4); code++) {
            permute(history(code, 4, false), 0, order -> {
                Reader reader = new Reader();
                FactVersion latest = null;
                for (FactVersion version : order) {
                    latest = reader.take(version, latest);
                    assertThat(version.after(version).telling()).isEqualTo(Telling.NOT);
                    FactVersion same = latest;
                    assertThat(same.after(latest).telling())
                            .as("%s in %s", same, order)
                            .isEqualTo(Telling.NOT);
                }
            });
        }
    }

    @Test
    void aMonthFetchedTwentyTimesIsToldOnce() {
        FactVersion latest = null;
        int told = 0;
        for (int day = 0; day < 20; day++) {
            var arrival = version(0, day, 0).after(latest);
            latest = arrival.latest();
            told += arrival.telling() == Telling.NOT ? 0 : 1;
        }

        assertThat(told).isEqualTo(1);
    }

    @Test
    void theSameArtifactReadByALaterMapperReplacesWhatItSaid() {
        var arrival = version(1, 3, 3).after(version(0, 3, 3));

        assertThat(arrival.telling()).isEqualTo(Telling.AS_NEWEST);
    }

    private static void check(List<FactVersion> order) {
        Reader reader = new Reader();
        FactVersion latest = null;
        for (FactVersion version : order) {
            latest = reader.take(version, latest);
        }
        FactVersion newest = Collections.max(order);
        assertThat(latest).as("memory after %s", order).isEqualTo(newest);
        assertThat(reader.content()).as("reader after %s", order).isEqualTo(newest.content());
    }

    /** Downstream. */
    private static final class Reader {
        private final List<FactVersion> told = new ArrayList<>();

        FactVersion take(FactVersion version, @Nullable FactVersion latest) {
            var arrival = version.after(latest);
            if (arrival.telling() == Telling.AS_NEWEST) {
                told.add(version);
            }
            return arrival.latest();
        }

        UUID content() {
            return told.reversed().stream()
                    .max(Comparator.comparing(FactVersion::statedAt).thenComparing(FactVersion::artifact))
                    .orElseThrow()
                    .content();
        }
    }

    private static List<FactVersion> history(int code, int length, boolean ties) {
        List<FactVersion> history = new ArrayList<>();
        int rest = code;
        for (int time = 0; time < length; time++) {
            history.add(version(rest % CONTENTS, ties ? time / 2 : time, time));
            rest /= CONTENTS;
        }
        return history;
    }

    private static FactVersion version(int content, int time, int artifact) {
        return new FactVersion(
                new UUID(0, content),
                Instant.parse("2025-08-01T00:00:00Z").plusSeconds(time),
                ArtifactId.of("%064x".formatted(artifact)));
    }

    private static void permute(List<FactVersion> versions, int from, Consumer<List<FactVersion>> check) {
        if (from == versions.size()) {
            check.accept(List.copyOf(versions));
        }
        for (int i = from; i < versions.size(); i++) {
            Collections.swap(versions, from, i);
            permute(versions, from + 1, check);
            Collections.swap(versions, from, i);
        }
    }

    private static int power(int base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }
}
