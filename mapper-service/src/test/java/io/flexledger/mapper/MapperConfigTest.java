package io.flexledger.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.flexledger.testing.Settings;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapperConfigTest {

    private static final AccountId ACCOUNT = AccountId.of("U7000001");

    private static final Map<String, String> EVERY_KEY = Map.of(
            "mapper.default-base-currency", "EUR",
            "mapper.limits.depth", "1",
            "mapper.limits.attributes", "2",
            "mapper.limits.attribute-length", "3",
            "mapper.limits.element-bytes", "4",
            "mapper.limits.rows", "5",
            "mapper.limits.statement-bytes", "6");

    @Test
    void defaults() {
        MapperConfig config = Settings.of(MapperConfig.class, Map.of());

        assertThat(config.defaultBase()).isEqualTo(CurrencyCode.of("HKD"));
        assertThat(config.bases()).isEmpty();
        assertThat(config.zones()).isEmpty();
        assertThat(config.limits().rowLimits()).isEqualTo(RowLimits.DEFAULT);
    }

    @Test
    void everyKeyIsRead() {
        MapperConfig config = Settings.of(MapperConfig.class, EVERY_KEY);

        assertThat(config.defaultBase()).isEqualTo(CurrencyCode.of("EUR"));
        assertThat(config.limits().rowLimits()).isEqualTo(new RowLimits(1, 2, 3, 4, 5, 6));
    }

    @Test
    void anAccountMayHaveItsOwnTerms() {
        var settings = new HashMap<>(EVERY_KEY);
        settings.put("mapper.accounts.U7000001.base-currency", "CHF");
        settings.put("mapper.accounts.U7000001.zone", "Europe/Zurich");
        MapperConfig config = Settings.of(MapperConfig.class, settings);

        assertThat(config.bases()).containsExactly(Map.entry(ACCOUNT, CurrencyCode.of("CHF")));
        assertThat(config.zones()).containsExactly(Map.entry(ACCOUNT, ZoneId.of("Europe/Zurich")));
    }

    @Test
    void anAccountWithoutATimeZoneIsInNewYork() {
        MapperConfig config = Settings.of(MapperConfig.class, Map.of("mapper.accounts.U7000001.base-currency", "CHF"));

        assertThat(config.zones()).containsExactly(Map.entry(ACCOUNT, ZoneId.of("America/New_York")));
    }
}
