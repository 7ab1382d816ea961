package io.flexledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.story.StoryRules;
import io.flexledger.testing.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.ofEntries(
            Map.entry("report.display.currency", "USD"),
            Map.entry("report.display.zone", "Europe/Zurich"),
            Map.entry("report.display.market-zone", "Europe/London"),
            Map.entry("report.display.rule-set", "econ-1"),
            Map.entry("report.display.grouping-window", "30s"),
            Map.entry("report.display.same-underlying", "false"),
            Map.entry("report.live.stale-after", "2m"),
            Map.entry("report.live.silent-after", "40s"),
            Map.entry("report.live.heartbeat", "5s"),
            Map.entry("report.alerts.every", "1s"),
            Map.entry("report.alerts.max-age", "9d"),
            Map.entry("report.alerts.expiry-days", "3"),
            Map.entry("report.alerts.cushion", "0.25"),
            Map.entry("report.alerts.gateway-patience", "5s"),
            Map.entry("report.alerts.break-patience", "6s"),
            Map.entry("report.alerts.run-patience", "7s"),
            Map.entry("report.accounts.U1.currency", "CHF"),
            Map.entry("report.accounts.U1.zone", "Asia/Tokyo"),
            Map.entry("report.accounts.U1.market-zone", "Asia/Hong_Kong"),
            Map.entry("report.accounts.U1.rule-set", "alm-1"),
            Map.entry("report.accounts.U1.grouping-window", "1m"),
            Map.entry("report.accounts.U1.same-underlying", "true"));

    @Test
    void defaults() {
        ReportConfig config = Settings.of(ReportConfig.class, Map.of());

        assertThat(AccountSettings.of(config, AccountId.of("U1")))
                .isEqualTo(new AccountSettings(
                        CurrencyCode.of("HKD"),
                        new Clocks(ZoneId.of("America/New_York"), ZoneId.of("Asia/Hong_Kong")),
                        new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(5), true)));
    }

    @Test
    void theRunningDayHasItsLimits() {
        var live = Settings.of(ReportConfig.class, Map.of()).live();
        assertThat(live.staleAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(live.silentAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(live.heartbeat()).isEqualTo(Duration.ofSeconds(15));

        var others = Settings.of(ReportConfig.class, EVERY_KEY).live();
        assertThat(others.staleAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(others.silentAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(others.heartbeat()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void alertsHaveTheirLimits() {
        var alerts = Settings.of(ReportConfig.class, Map.of()).alerts();
        assertThat(alerts.every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(alerts.maxAge()).isEqualTo(Duration.ofDays(5));
        assertThat(alerts.expiryDays()).isEqualTo(2);
        assertThat(alerts.cushion()).isEqualByComparingTo("0.10");
        assertThat(alerts.gatewayPatience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(alerts.breakPatience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(alerts.runPatience()).isEqualTo(Duration.ofMinutes(35));

        var others = Settings.of(ReportConfig.class, EVERY_KEY).alerts();
        assertThat(others.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(others.maxAge()).isEqualTo(Duration.ofDays(9));
        assertThat(others.expiryDays()).isEqualTo(3);
        assertThat(others.cushion()).isEqualByComparingTo("0.25");
        assertThat(others.gatewayPatience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(others.breakPatience()).isEqualTo(Duration.ofSeconds(6));
        assertThat(others.runPatience()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void everyKeyIsRead() {
        ReportConfig config = Settings.of(ReportConfig.class, EVERY_KEY);

        assertThat(AccountSettings.of(config, AccountId.of("U2")))
                .isEqualTo(new AccountSettings(
                        CurrencyCode.of("USD"),
                        new Clocks(ZoneId.of("Europe/London"), ZoneId.of("Europe/Zurich")),
                        new StoryRules(RuleSet.ECON_1, Duration.ofSeconds(30), false)));
    }

    @Test
    void anAccountsOwnSettingsWin() {
        ReportConfig config = Settings.of(ReportConfig.class, EVERY_KEY);

        assertThat(AccountSettings.of(config, AccountId.of("U1")))
                .isEqualTo(new AccountSettings(
                        CurrencyCode.of("CHF"),
                        new Clocks(ZoneId.of("Asia/Hong_Kong"), ZoneId.of("Asia/Tokyo")),
                        new StoryRules(RuleSet.ALM_1, Duration.ofMinutes(1), true)));
    }

    @Test
    void whatAnAccountLeavesOutIsAsForEveryAccount() {
        ReportConfig config = Settings.of(ReportConfig.class, Map.of("report.accounts.U1.zone", "Asia/Tokyo"));

        assertThat(AccountSettings.of(config, AccountId.of("U1")).clocks())
                .isEqualTo(new Clocks(ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(ReportConfig.class))
                .containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet().stream()
                        .map(key -> key.replace("accounts.U1.", "accounts.*."))
                        .toList());
    }
}
