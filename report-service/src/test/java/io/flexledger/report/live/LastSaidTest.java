package io.flexledger.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastSaidTest {

    private static final AccountId ONE = AccountId.of("U1");
    private static final AccountId OTHER = AccountId.of("U2");

    private final LastSaid said = new LastSaid();

    private static LiveMessage.Nav nav(AccountId account, boolean stale) {
        return new LiveMessage.Nav(
                account,
                LocalDate.of(2025, 7, 21),
                Instant.EPOCH,
                NavSnapshot.Kind.LIVE,
                true,
                0,
                Money.of("1", "HKD"),
                null,
                Map.of(),
                stale,
                List.of());
    }

    @Test
    void aValueThatGrowsOldIsNewsOnce() {
        said.add(nav(ONE, false));

        assertThat(said.isNews(nav(ONE, false))).isFalse();
        assertThat(said.isNews(nav(ONE, true))).isTrue();

        said.add(nav(ONE, true));
        assertThat(said.isNews(nav(ONE, true))).isFalse();
    }

    @Test
    void whatWasNeverSaidIsNews() {
        said.add(nav(ONE, false));

        assertThat(said.isNews(nav(OTHER, false))).isTrue();
        assertThat(said.accounts()).containsExactly(ONE);
    }
}
