package io.flexledger.testing.statement.identity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The identities on the broker's own statements, where those lie beside the checkout. */
class BrokerStatementsTest {

    private static final String ACCOUNT = "data/flex/bearhedge_fntx-ai-v1";

    /** Seven rows of these days were given rates of their own, and each shows on Order, Trade and Lot. */
    @Test
    void goldenDaysBreakWhatTheirTuningBreaks() {
        Examination examination =
                StatementIdentities.examine(SharedData.require("data/ground-truth/2025-07-17_18.xml"));

        assertThat(byIdentity(examination))
                .containsOnly(Map.entry(Identity.ONE_RATE, 17L), Map.entry(Identity.NAV_MTM, 2L));
        assertThat(examination.comparisons().keySet())
                .contains(
                        Identity.FIFO_PNL,
                        Identity.LOT_PNL,
                        Identity.LOT_ORIGIN,
                        Identity.POSITION_ROLL,
                        Identity.POSITION_ORIGIN,
                        Identity.NAV_SUM,
                        Identity.NAV_POSITIONS,
                        Identity.NAV_TWR,
                        Identity.EQUITY_TOTAL,
                        Identity.CASH_SETTLED,
                        Identity.FUNDS_CASH,
                        Identity.INTEREST_TIERS,
                        Identity.CHAIN);
    }

    /** The broker leaves the translation of an opening option, 0.0076, out of its base row. */
    @Test
    void dailyStatementBreaksWhatTheBrokerLeavesOut() {
        Path daily = SharedData.require(ACCOUNT + "/history_e9ce4ff/00_archive/FNTX_AI_-_DAILY.xml");
        Examination examination = StatementIdentities.examine(daily);

        assertThat(byIdentity(examination))
                .containsOnly(Map.entry(Identity.POSITION_CHANGE, 1L), Map.entry(Identity.NAV_POSITIONS, 1L));
        assertThat(examination.comparisons())
                .containsKeys(Identity.NET_CASH, Identity.NAV_COMMISSIONS, Identity.CASH_TRADES, Identity.ONE_RATE);
    }

    /** Twenty-three days of one month, each query in a file of its own. */
    @Test
    void monthOfJulyBreaksNothing() throws IOException {
        List<Path> files = xml(SharedData.require(ACCOUNT + "/July2025"));

        assertThat(files)
                .hasSize(5)
                .allSatisfy(file -> assertThat(StatementIdentities.check(file)).isEmpty());
        assertThat(files.stream().flatMap(file -> StatementIdentities.examine(file).comparisons().keySet().stream()))
                .contains(
                        Identity.PROCEEDS,
                        Identity.NET_CASH,
                        Identity.TRADE_IDS,
                        Identity.SYMBOL_SUM,
                        Identity.NAV_TWR,
                        Identity.EQUITY_TOTAL,
                        Identity.INTEREST_ROLL,
                        Identity.INTEREST_TIERS,
                        Identity.CHAIN);
    }

    private static Map<Identity, Long> byIdentity(Examination examination) {
        return examination.breaches().stream().collect(groupingBy(Breach::identity, counting()));
    }

    private static List<Path> xml(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
