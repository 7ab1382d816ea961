package io.flexledger.report;

import io.flexledger.contracts.money.CurrencyCode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Settings of the reports; the key is the path below {@code report}. */
@ConfigMapping(prefix = "report")
public interface ReportConfig {

    Display display();

    /** How an account is shown that has no settings of its own. */
    interface Display {
        @WithDefault("HKD")
        CurrencyCode currency();

        /** The reader's zone, shown first; the exchange's stands beside it. */
        @WithDefault("Asia/Hong_Kong")
        ZoneId zone();
    }
}
