package io.flexledger.report;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.story.RuleSet;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Settings of the reports; the key is the path below {@code report}. */
@ConfigMapping(prefix = "report")
public interface ReportConfig {

    Display display();

    Live live();

    Alerts alerts();

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
        @WithDefault("30s")
        Duration silentAfter();

        /** Between two signs of life on a stream, so that nothing on the way takes it for dead. */
        @WithDefault("15s")
        Duration heartbeat();
    }

    /** What a person is told of without looking; how it reaches him is set below {@code channels}. */
    interface Alerts {
        /** How often it is looked for. */
        @WithDefault("5s")
        Duration every();

        /** What is older is not told any more. */
        @WithDefault("5d")
        Duration maxAge();

        /** Calendar days before its last one from which an open option expires soon. */
        @WithDefault("2")
        @PositiveOrZero
        int expiryDays();

        /** Excess liquidity as a share of the net asset value, below which it is small. */
        @WithDefault("0.10")
        BigDecimal cushion();

        /** How long a gateway may be away. */
        @WithDefault("20s")
        Duration gatewayPatience();

        /** How long a closed day may be unexplained, or an account wait, since what is missing may be on its way. */
        @WithDefault("20s")
        Duration breakPatience();

        /** How long a run may have failed that may succeed when it is tried again, half an hour later. */
        @WithDefault("35m")
        Duration runPatience();
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
