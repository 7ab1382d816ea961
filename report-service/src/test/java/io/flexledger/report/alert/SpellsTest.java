package io.flexledger.report.alert;

import static io.flexledger.report.alert.WatchScenario.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Acknowledgement;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.alert.Watch.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From findings to alerts, look after look. */
class SpellsTest {

    private static final Finding DOWN = found(Kind.GATEWAY_DOWN, "gateway");
    private static final Finding ASSIGNED = found(Kind.ASSIGNMENT, "event-1");

    private final Map<UUID, Alert> stored = new HashMap<>();
    private Spells spells = Spells.NONE;
    private Instant now = WatchScenario.NOW;

    private Spells.Step look(Finding... findings) {
        return look(EnumSet.allOf(Kind.class), findings);
    }

    private Spells.Step look(Set<Kind> kinds, Finding... findings) {
        var step = spells.after(new Look(kinds, List.of(findings)), stored.values(), now);
        spells = step.spells();
        step.raised().forEach(alert -> assertThat(stored.put(alert.id(), alert)).isNull());
        step.changed()
                .forEach(alert -> assertThat(stored.put(alert.id(), alert))
                        .satisfies(before -> assertThat(alert.version()).isEqualTo(before.version() + 1)));
        return step;
    }

    private SpellsTest later(Duration time) {
        now = now.plus(time);
        return this;
    }

    private Alert only() {
        assertThat(stored).hasSize(1);
        return stored.values().iterator().next();
    }

    @Test
    void whatHappenedIsToldOnceForEver() {
        assertThat(look(ASSIGNED).raised()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(ASSIGNED.id());
            assertThat(alert.version()).isEqualTo(1);
            assertThat(alert.raisedAt()).isEqualTo(now);
            assertThat(alert.isOpen()).isTrue();
        });
        assertThat(look(ASSIGNED).raised()).isEmpty();
        assertThat(look().changed()).isEmpty();
        assertThat(later(Duration.ofDays(3)).look(ASSIGNED).raised()).isEmpty();
    }

    @Test
    void aSpellIsToldOnceAndEnds() {
        look(DOWN);
        assertThat(look(DOWN).changed()).isEmpty();
        look();
        assertThat(only().endedAt()).isEqualTo(now);
        assertThat(look().changed()).isEmpty();
    }

    @Test
    void whatComesBackSoonGoesOnQuietly() {
        look(DOWN);
        stored.replaceAll((_, alert) -> alert.acknowledged(new Acknowledgement(now, "me", null)));
        look();
        var step = later(Duration.ofMinutes(10)).look(DOWN);
        assertThat(step.raised()).isEmpty();
        assertThat(only().endedAt()).isNull();
        assertThat(only().acknowledged()).isNotNull();
        assertThat(only().version()).isEqualTo(4);
    }

    @Test
    void whatComesBackLateIsAnother() {
        look(DOWN);
        look();
        assertThat(later(Duration.ofMinutes(10).plusMillis(1)).look(DOWN).raised())
                .hasSize(1);
        assertThat(stored).hasSize(2);
    }

    @Test
    void patienceCountsFromTheFirstLookWithoutAPause() {
        var patient = DOWN.after(Duration.ofSeconds(45));
        assertThat(look(patient).raised()).isEmpty();
        assertThat(later(Duration.ofSeconds(44)).look(patient).raised()).isEmpty();
        assertThat(later(Duration.ofSeconds(1)).look().raised()).isEmpty();
        assertThat(look(patient).raised()).isEmpty();
        assertThat(later(Duration.ofSeconds(44)).look(patient).raised()).isEmpty();
        assertThat(later(Duration.ofSeconds(1)).look(patient).raised()).hasSize(1);
    }

    @Test
    void aMomentWithinThePauseIsNoResumption() {
        var patient = DOWN.after(Duration.ofSeconds(45));
        look(DOWN);
        look();
        look(patient);
        assertThat(only().endedAt()).isNotNull();
        later(Duration.ofSeconds(45)).look(patient);
        assertThat(only().endedAt()).isNull();
    }

    @Test
    void whatOnlyKeepsKeepsAndRaisesNothing() {
        assertThat(look(DOWN.onlyKeeping()).raised()).isEmpty();
        look(DOWN);
        look(DOWN.onlyKeeping());
        assertThat(only().endedAt()).isNull();
        look();
        look(DOWN.onlyKeeping());
        assertThat(only().endedAt()).isNotNull();
    }

    @Test
    void aKindThatCouldNotBeLookedForIsLeftAsItIs() {
        look(DOWN);
        var others = EnumSet.complementOf(EnumSet.of(Kind.GATEWAY_DOWN));
        assertThat(look(others).changed()).isEmpty();
        assertThat(look().changed()).hasSize(1);
    }

    @Test
    void patienceGoesOnWhileItCannotBeLookedFor() {
        var patient = DOWN.after(Duration.ofSeconds(45));
        look(patient);
        look(EnumSet.of(Kind.ASSIGNMENT));
        assertThat(later(Duration.ofSeconds(45)).look(patient).raised()).hasSize(1);
    }

    @Test
    void whatGoesOnIsToldInTheWordsThatFit() {
        look(DOWN);
        var login = new Finding(
                DOWN.subject(),
                DOWN.account(),
                now,
                new Words("a log-in is needed", "text", "log in", "/"),
                Duration.ofSeconds(45),
                true);
        assertThat(look(login).raised()).isEmpty();
        assertThat(only().title()).isEqualTo("a log-in is needed");
        assertThat(only().version()).isEqualTo(2);
        assertThat(look(login).changed()).isEmpty();
    }

    /**
     * Whatever is found in whatever order: nothing that happened is told twice, nothing that lasts twice in a spell.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingIsToldTwice(long seed) {
        var chance = new Random(seed);
        var toldOnce = new HashSet<UUID>();
        var lastFound = new HashMap<Finding.Subject, Instant>();
        var told = new HashMap<Finding.Subject, Instant>();
        for (int round = 0; round < 2000; round++) {
            var pause = chance.nextInt(20) == 0 ? 300 + chance.nextInt(900) : 5;
            later(Duration.ofSeconds(pause));
            if (chance.nextInt(50) == 0) {
                spells = Spells.NONE; // another replica leads
            }
            var found = new ArrayList<Finding>();
            for (int i = 0; i < 6; i++) {
                if (chance.nextInt(3) > 0) {
                    var kind = i < 2 ? Kind.ASSIGNMENT : i < 4 ? Kind.GATEWAY_DOWN : Kind.MARGIN_CUSHION;
                    found.add(found(kind, "s" + i)
                            .after(Duration.ofSeconds(i < 2 ? 0 : 5L * (i % 3)))
                            .raisingIf(chance.nextInt(4) > 0));
                }
            }
            var step = look(found.toArray(Finding[]::new));
            for (var alert : step.raised()) {
                assertThat(toldOnce.add(alert.id())).as("round %d", round).isTrue();
                var subject = Finding.Subject.of(alert);
                if (!alert.kind().lasts()) {
                    assertThat(told).as("round %d", round).doesNotContainKey(subject);
                } else if (told.containsKey(subject)) {
                    assertThat(Objects.requireNonNull(lastFound.get(subject)).plus(Duration.ofMinutes(5)))
                            .as("round %d: %s is told again after it was not found for long", round, subject)
                            .isBefore(now);
                }
                told.put(subject, now);
            }
            goOn().forEach(subject -> lastFound.put(subject, now));
            assertThat(goOn()).doesNotHaveDuplicates();
        }
        assertThat(told).hasSize(6);
    }

    private List<Finding.Subject> goOn() {
        return stored.values().stream()
                .filter(alert -> alert.kind().lasts() && alert.endedAt() == null)
                .map(Finding.Subject::of)
                .toList();
    }
}
