package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.LiveFacts.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of what the gateway tells. A failure names its seed: {@code -Dledger.seed=...} repeats it alone. */
class ProvisionalPropertyTest {

    private static final int HISTORIES = Integer.getInteger("ledger.provisional-histories", 1_500);

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

    @Test
    void whetherStatementsNameExecutionsIsAllTheSame() {
        for (long seed = 1; seed <= HISTORIES / 5; seed++) {
            var named = wandering(new LiveStory(new Random(seed), true).all(), new Random(seed));
            var nameless = wandering(new LiveStory(new Random(seed), false).all(), new Random(-seed));

            assertThat(nameless.quantities()).as("seed %d", seed).isEqualTo(named.quantities());
        }
    }

    private static int check(long seed) {
        var random = new Random(seed);
        var story = new LiveStory(random);
        var atOnce = KeptAccount.of(story.all());

        assertThat(wandering(story.all(), random).published())
                .as("in any order, twice, folded now and then, seed %d", seed)
                .isEqualTo(atOnce.published());

        var stated = KeptAccount.of(story.stated());
        var confirmed = new ArrayList<CanonicalEvent>(story.stated());
        confirmed.addAll(story.confirmed());
        assertThat(wandering(confirmed, random).published())
                .as("all confirmed, seed %d", seed)
                .isEqualTo(stated.published());

        assertThat(atOnce.holdings()).as("positions, seed %d", seed).isEqualTo(stated.holdings());
        assertThat(story.orphans())
                .as("fills no statement has, seed %d", seed)
                .allSatisfy(fill -> assertThat(atOnce.place(fill)).isEqualTo(new Unconfirmed(fill.reportDate())));
        return story.orphans().size();
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
}
