package io.flexledger.report;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.story.RuleSet;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Settings of the reports; the key is the path below {@code report}. */
@ConfigMapping(prefix = "report")
public interface ReportConfig {

    Display display();

    Live live();

    /** Settings of single accounts, by account id; what is absent is as for every account. */
    Map<String, Overrides> accounts();

    /** How an account is shown that has no settings of its own. */
    interface Display {
        /** Base currency of an account whose net asset value has not been stated yet. */
        @WithDefault("HKD")
        CurrencyCode currency();

        /** The reader's zone, shown first; the exchange's stands beside it. */
        @WithDefault("Asia/Hong_Kong")
        ZoneId zone();

        /** The exchange's zone: its clock cuts the day. */
        @WithDefault("America/New_York")
        ZoneId marketZone();

        /** Rules of the story: alm-1 or econ-1. */
        @WithDefault("alm-1")
        RuleSet ruleSet();

        /** Longest pause between two fills of one group. */
        @WithDefault("5m")
        Duration groupingWindow();

        /** Whether a group holds one underlying only. */
        @WithDefault("true")
        boolean sameUnderlying();
    }

    /** The day that runs. */
    interface Live {
        /** Age from which a live value is called old. */
        @WithDefault("5m")
        Duration staleAfter();

        /** How long the service that hears the gateway may say nothing before it counts as silent. */
        @WithDefault("60s")
        Duration silentAfter();

        /** Between two signs of life on a stream, so that nothing on the way takes it for dead. */
        @WithDefault("15s")
        Duration heartbeat();
    }

    /** What one account has otherwise. */
    interface Overrides {
        Optional<CurrencyCode> currency();

        @WithConverter(ZoneConverter.class)
        Optional<ZoneId> zone();

        @WithConverter(ZoneConverter.class)
        Optional<ZoneId> marketZone();

        Optional<RuleSet> ruleSet();

        Optional<Duration> groupingWindow();

        Optional<Boolean> sameUnderlying();
    }
}
